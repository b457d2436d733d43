"""The day on which the program was built: noted by the build, known to what was built."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from digitutor_app.services.built import FIRST, built_on

ROOT = Path(__file__).parents[2]
ASK = "from digitutor_app.services.built import built_on; print(built_on())"


def test_from_the_source_no_day_is_known_but_the_first():
    assert built_on() == FIRST


@pytest.mark.parametrize("said", ["", "yesterday", "2026-13-01", "\x00", "2020-05-05"])
def test_a_note_that_cannot_be_right_is_no_note(tmp_path, said):
    note = tmp_path / "built_on.txt"
    note.write_text(said)
    assert built_on(note) == FIRST


def run(*arguments, **environment):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
        text=True,
        timeout=120,
    )
    return done.stdout


@pytest.mark.parametrize("epoch", ["1798761600", ""])
def test_what_was_built_knows_the_day(tmp_path, epoch):
    """Without a day that was asked for, it is that of the newest commit."""
    pytest.importorskip("setuptools")
    run("setup.py", "-q", "build_py", "-d", str(tmp_path), SOURCE_DATE_EPOCH=epoch)
    noted = (tmp_path / "digitutor_app/built_on.txt").read_text().strip()
    assert run("-P", "-c", ASK, PYTHONPATH=str(tmp_path)).strip() == noted
    assert noted == "2027-01-01" if epoch else noted > "2026"
    assert not (ROOT / "digitutor_app/built_on.txt").exists()
