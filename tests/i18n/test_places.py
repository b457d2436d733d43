import sys
from pathlib import Path

import pytest

from digitutor_app.i18n import places


def test_a_source_checkout_has_both_folders():
    assert (places.resources() / "languages" / "fi" / "language.toml").is_file()
    assert places.exercises().name == "exercises"
    assert places.exercises().parent == places.resources().parent


def test_a_frozen_program_unpacks_them(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert places.resources() == tmp_path / "resources"
    assert places.exercises() == tmp_path / "exercises"
