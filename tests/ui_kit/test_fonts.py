"""The typeface: unpacked once, kept for the next start, believed only while it is whole."""

import hashlib
import subprocess
import sys

import pytest

# A start in a process of its own: it gives Qt the typeface and tells what was unpacked for it.
START = """
import sys, threading
from pathlib import Path
from digitutor_app.ui_kit.fonts import FontReading
kept = Path(sys.argv[1]) / "typeface"
reading = FontReading(kept)
from PySide6.QtGui import QFont, QFontInfo
from PySide6.QtWidgets import QApplication
app = QApplication(sys.argv[:1])
family = reading.finish()
for thread in threading.enumerate():
    if thread.name == "fonts":
        thread.join()
bold = QFont(family)
bold.setBold(True)
assert QFontInfo(QFont(family)).family() == QFontInfo(bold).family() == family
print([name for name in sys.modules if name.startswith("pymupdf_fonts.FiraGO")])
"""


def unpacked_at_start(folder) -> str:
    told = subprocess.run(
        [sys.executable, "-c", START, str(folder)], check=False, capture_output=True, text=True
    )
    assert told.returncode == 0, told.stderr
    return told.stdout.strip()


BOTH = "['pymupdf_fonts.FiraGO_Regular', 'pymupdf_fonts.FiraGO_Bold']"


def kept(folder) -> dict[str, str]:
    """File name -> whether its content is what its name says."""
    return {
        file.name.partition("-")[0]: hashlib.sha256(file.read_bytes()).hexdigest()[:32]
        == file.stem.rpartition("-")[2]
        for file in (folder / "typeface").iterdir()
    }


def test_it_is_unpacked_once(tmp_path):
    assert unpacked_at_start(tmp_path) == BOTH
    assert kept(tmp_path) == {"FiraGO_Regular": True, "FiraGO_Bold": True}
    assert unpacked_at_start(tmp_path) == "[]"


@pytest.mark.parametrize("spoil", ["flip", "cut"])
def test_a_spoilt_file_is_made_anew(tmp_path, spoil):
    unpacked_at_start(tmp_path)
    file = next((tmp_path / "typeface").glob("FiraGO_Bold-*"))
    content = file.read_bytes()
    flipped = content[:5000] + bytes([content[5000] ^ 1]) + content[5001:]
    file.write_bytes(flipped if spoil == "flip" else content[:5000])
    assert unpacked_at_start(tmp_path) == "['pymupdf_fonts.FiraGO_Bold']"
    assert kept(tmp_path) == {"FiraGO_Regular": True, "FiraGO_Bold": True}


def test_files_of_another_version_go(tmp_path):
    (tmp_path / "typeface").mkdir()
    (tmp_path / "typeface" / "FiraGO_Bold-1-2-3.ttf").write_bytes(b"old")
    assert unpacked_at_start(tmp_path) == BOTH
    assert len(list((tmp_path / "typeface").iterdir())) == 2


def test_a_folder_that_is_not_there_is_not_made(tmp_path):
    assert unpacked_at_start(tmp_path / "data") == BOTH
    assert not (tmp_path / "data").exists()


def test_a_folder_that_cannot_be_written_changes_nothing(tmp_path):
    (tmp_path / "typeface").write_text("a file where the folder would be")
    assert unpacked_at_start(tmp_path) == BOTH
