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
