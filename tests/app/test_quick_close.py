"""The program ends in good order however soon it is closed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

OPEN_AND_CLOSE = """
import sys
from pathlib import Path
from digitutor_app.ui_kit.fonts import FontReading
fonts = FontReading()
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from digitutor_app.app import start
from digitutor_app.app.data_folder import DataFolder

class Closed(start.Program):
    def open(self):
        super().open()
        QTimer.singleShot(int(sys.argv[2]), QApplication.quit)

start.Program = Closed
sys.exit(start.start(DataFolder(Path(sys.argv[1])), fonts))
"""


@pytest.mark.parametrize("milliseconds", [0, 300, 1500])
def test_closed_right_after_the_start(tmp_path: Path, milliseconds: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", OPEN_AND_CLOSE, str(tmp_path / "data"), str(milliseconds)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
