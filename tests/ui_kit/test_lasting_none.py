"""The program outlives any number of calls to Qt."""

import subprocess
import sys

import pytest

ENOUGH = """
import sys
{keep}
from PySide6.QtCore import QObject
thing = QObject()
for _ in range(200_000):
    thing.setObjectName("x")
print("alive")
"""


def run(keep: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", ENOUGH.format(keep=keep)],
        capture_output=True,
        text=True,
        check=False,
    )


def test_many_calls_do_not_end_the_program():
    assert run("import digitutor_app.ui_kit").stdout == "alive\n"


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_pyside_still_needs_the_crutch():
    """When this fails, PySide has been mended: take lasting_none.py away."""
    assert "none_dealloc" in run("").stderr
