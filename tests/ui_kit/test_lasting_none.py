"""The program outlives any number of calls to Qt."""

import subprocess
import sys

import pytest

ENOUGH = """
import sys
{keep}
from PySide6.QtCore import QObject, Signal
class Thing(QObject):
    told = Signal(bool)
thing = Thing()
for _ in range(200_000):
    {deed}
print("alive")
"""
DEEDS = {"none_dealloc": 'thing.setObjectName("x")', "bool_dealloc": "thing.told.emit(False)"}


def run(keep: str, deed: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ENOUGH.format(keep=keep, deed=deed)],
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.parametrize("deed", DEEDS.values())
def test_many_calls_do_not_end_the_program(deed):
    assert run("import digitutor_app.ui_kit", deed).stdout == "alive\n"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="they are immortal from Python 3.12 on")
@pytest.mark.parametrize(("ending", "deed"), DEEDS.items())
def test_pyside_still_needs_the_crutch(ending, deed):
    """When both fail, PySide has been mended: take lasting_none.py away."""
    assert ending in run("", deed).stderr
