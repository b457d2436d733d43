"""The system's dialogs for a printer and for a picture, answered as a person would."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from digitutor_app.dialogs.choose_picture import choose_picture
from digitutor_app.dialogs.choose_printer import choose_printer
from tests import cups

# Qt asks for the print service once in a process.
ASK = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QApplication, QSpinBox, QWidget
from digitutor_app.dialogs.choose_printer import choose_printer
application = QApplication([])
window = QWidget()
def reply():
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QPrintDialog), dialog
    [copies] = [box for box in dialog.findChildren(QSpinBox) if box.objectName() == "copies"]
    copies.setValue(3)
    dialog.accept()
QTimer.singleShot(0, reply)
print(choose_printer(window))
"""


@pytest.fixture
def asked(qtbot):
    """Asks over a window; ``act`` gets the open dialog."""

    def ask(choose, act):
        window = QWidget()
        qtbot.addWidget(window)

        def reply():
            act(QApplication.activeModalWidget())

        QTimer.singleShot(0, reply)
        return choose(window)

    return ask


def test_printer_and_copies_are_those_of_the_dialog():
    for service in cups.running():
        environment = {**os.environ, "CUPS_SERVER": service.address}
        done = subprocess.run(
            [sys.executable, "-c", ASK],
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        assert f"printer='{cups.QUEUE}', copies=3" in done.stdout


def test_escape_means_no_printing(asked, qtbot):
    order = asked(choose_printer, lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape))
    assert order is None


def test_a_picture_is_chosen(asked, tmp_path):
    (tmp_path / "logo.png").write_bytes(b"picture")

    def act(dialog):
        assert isinstance(dialog, QFileDialog)
        dialog.setDirectory(str(tmp_path))
        dialog.findChild(QLineEdit).setText("logo.png")
        dialog.accept()

    assert asked(choose_picture, act) == tmp_path / "logo.png"


def test_escape_means_no_picture(asked, qtbot):
    def act(dialog):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert asked(choose_picture, act) is None
