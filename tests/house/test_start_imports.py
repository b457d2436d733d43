"""Starting the program loads nothing that only later pages need."""

import json
import re
import subprocess
import sys

import pytest

# Each of these costs an old laptop more than it can spare before the first picture.
LATER = (
    *("reportlab", "uharfbuzz", "PIL", "sqlite_utils", "nacl", "pyrage", "psycopg", "babel"),
    *("keyring", "secretstorage", "jeepney", "cryptography"),
    *(
        "msgspec",
        "pypdf",
        "platformdirs",
        "pymupdf",
        "fitz",
        "numpy",
        "sqlite3",
        "ssl",
        "hypothesis",
    ),
    *("tomllib", "secrets", "hmac", "platform"),
    *("asyncio", "multiprocessing", "concurrent.futures.process", "email", "http", "xml.dom"),
    *("subprocess", "unittest", "pydoc", "ctypes"),
    *("PySide6.QtPdf", "PySide6.QtPdfWidgets", "PySide6.QtPrintSupport", "PySide6.QtNetwork"),
    *("PySide6.QtTextToSpeech", "PySide6.QtMultimedia", "PySide6.QtSvg", "PySide6.QtOpenGL"),
    *("PySide6.QtDBus", "PySide6.QtQml", "PySide6.QtTest", "PySide6.QtConcurrent"),
)
#: Of our own, only what the start page and its people need: no floor with services, rooms or paper.
OURS_LATER = re.compile(
    r"digitutor_app\.(?:services|exchange|engine|content|printing|practice|rooms|room_kit|dialogs)\b"
    r"|digitutor_app\.screens\.(?:tutor|invitation|learner\.(?!start$))"
    r"|digitutor_app\.ui_kit\.(?:hands|pointers|pointer_shapes|read_aloud|choices)\b"
    r"|digitutor_app\.app\.(?:compose|house|doorbell|\w+_line|exercise_check|shots|self_check)\b"
    r"|digitutor_app\.store\.(?:store|worker|rows|attempts|opening)\b"
)
#: What nobody has asked for when only learners come: the tutor's pages and papers.
TUTORS = re.compile(
    r"digitutor_app\.screens\.tutor\b|digitutor_app\.app\.(?:tutor|pin|keys)_line\b"
    r"|digitutor_app\.services\.(?:certify|code_cards|letterheads|notes|print_jobs|progress_sheets)\b"
    r"|digitutor_app\.printing\b|sqlite_utils\b|click\b|dateutil\b"
)
#: What a start has besides the modules: classes of Qt that are large to build, and sources read.
COSTS = """
from digitutor_app.app.plain_qt import spare_sources
spare_sources()
import json, linecache, sys
before = len(linecache.cache)
import digitutor_app.app.{}
from PySide6 import QtWidgets
print(json.dumps(["QStyle" in vars(QtWidgets), len(linecache.cache) - before]))
"""
ASK = "import json, sys, digitutor_app.app.{}; print(json.dumps(list(sys.modules)))"


def loaded_with(module: str) -> list[str]:
    """Every module that comes along with one of the app's."""
    line = [sys.executable, "-c", ASK.format(module)]
    told = subprocess.run(line, check=True, capture_output=True, text=True)
    loaded: list[str] = json.loads(told.stdout)
    return loaded


@pytest.fixture(scope="module")
def modules() -> list[str]:
    return loaded_with("start")


def test_the_window_starts_light(modules: list[str]) -> None:
    assert "PySide6.QtWidgets" in modules
    assert sorted(set(LATER) & set(modules)) == []


def test_the_start_page_comes_alone(modules: list[str]) -> None:
    assert "digitutor_app.screens.learner.start" in modules
    assert [name for name in modules if OURS_LATER.match(name)] == []


@pytest.mark.parametrize(("module", "styles"), [("start", False), ("house", None)])
def test_no_source_is_read_and_no_style_built(module: str, styles: bool | None) -> None:
    line = [sys.executable, "-c", COSTS.format(module)]
    told = subprocess.run(line, check=True, capture_output=True, text=True)
    built, sources = json.loads(told.stdout)
    assert styles is None or built is styles
    assert sources == 0, "Qt for Python looks for its features again, and keeps what it read"


def test_the_furnished_program_waits_for_a_tutor() -> None:
    furnished = loaded_with("house")
    assert "digitutor_app.screens.learner.exercise" in furnished
    assert [name for name in furnished if TUTORS.match(name)] == []
    assert any(TUTORS.match(name) for name in loaded_with("tutor_line"))


def test_what_comes_later_would_be_seen() -> None:
    for name in ("rooms.files.room", "services.context", "screens.tutor.now", "app.learner_line"):
        assert OURS_LATER.match(f"digitutor_app.{name}")
    assert not OURS_LATER.match("digitutor_app.screens.learner.start")
