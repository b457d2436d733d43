"""Qt for Python is told that nobody asks for its features; where it has no such place, nothing."""

import subprocess
import sys

START = """
import linecache, sys
import PySide6.QtCore
features = sys.modules["shibokensupport.feature"]
{}
from digitutor_app.app.plain_qt import spare_sources
spare_sources()
from digitutor_app.domain.codes import parts
print(any("codes.py" in name for name in linecache.cache))
"""


def reads_sources(before: str) -> bool:
    told = subprocess.run(
        [sys.executable, "-c", START.format(before)], check=True, capture_output=True, text=True
    )
    return told.stdout.strip() == "True"


def test_no_module_is_searched_for_features():
    assert not reads_sources("")


def test_without_that_place_a_start_goes_on_as_qt_wants_it():
    assert reads_sources('sys.modules.pop("shibokensupport.feature")')
