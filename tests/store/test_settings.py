"""Settings are small texts by name."""

import pytest

from digitutor_app.store.errors import UnfitValueError


def test_a_setting_comes_back_and_changes(store):
    assert store.settings.get("number") == ""
    assert store.settings.get("number", "1") == "1"
    store.settings.put("number", "7")
    store.settings.put("number", "12")
    assert store.settings.get("number") == "12"


def test_a_setting_is_a_fit_text(store):
    with pytest.raises(UnfitValueError):
        store.settings.put("number", "7\x00")


def test_settings_that_begin_alike(store):
    for name in ("code:b", "code:a", "code", "Code:c"):
        store.settings.put(name, name.upper())
    assert store.settings.starting("code:") == {"a": "CODE:A", "b": "CODE:B"}
    store.settings.forget("code:")
    assert store.settings.starting("code:") == {}
    assert store.settings.get("code") == "CODE"
    assert store.settings.get("Code:c") == "CODE:C"
