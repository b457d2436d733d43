"""The system's dialog for a file, answered as a person would."""

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from digitutor_app.dialogs.choose_file import choose_pdf


@pytest.fixture
def answer(qtbot, monkeypatch):
    """Asks over a window; ``act`` gets the open dialog."""

    def ask(act):
        window = QWidget()
        qtbot.addWidget(window)

        def reply():
            dialog = QApplication.activeModalWidget()
            assert isinstance(dialog, QFileDialog)
            act(dialog)

        QTimer.singleShot(0, reply)
        return choose_pdf(window, "todistus_vihreä-kuusi-14.pdf")

    return ask


def test_the_suggested_name_stands_there_and_the_answer_is_a_path(answer, tmp_path):
    seen = []

    def act(dialog):
        line = dialog.findChild(QLineEdit)
        seen.append(line.text())
        dialog.setDirectory(str(tmp_path))
        line.setText("oma")
        dialog.accept()

    assert answer(act) == tmp_path / "oma.pdf"
    assert seen == ["todistus_vihreä-kuusi-14.pdf"]


def test_escape_means_nowhere(answer, qtbot):
    assert answer(lambda dialog: qtbot.keyClick(dialog, Qt.Key.Key_Escape)) is None
