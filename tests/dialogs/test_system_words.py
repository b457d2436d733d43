"""Qt's own dialogs speak the language of the program and wear its theme."""

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from digitutor_app.dialogs.choose_file import pdf_dialog
from digitutor_app.dialogs.choose_picture import picture_dialog
from digitutor_app.dialogs.choose_printer import printer_dialog
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.theme import DARK


@pytest.fixture
def window(qtbot):
    load_fonts()
    shown = QWidget()
    shown.resize(1093, 614)
    look = Look()
    look.set_theme(DARK)
    look.set_scale(2.0)
    look.dress(shown)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def words(dialog):
    return {b.text().replace("&", "") for b in dialog.findChildren(QPushButton)}


@pytest.mark.parametrize(
    ("make", "verb"),
    [(lambda window: pdf_dialog(window, "todistus.pdf"), "Tallenna"), (picture_dialog, "Valitse")],
    ids=["pdf", "picture"],
)
def test_a_file_dialog_is_finnish_and_has_room(window, qtbot, make, verb):
    dialog = make(window)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    assert words(dialog) >= {verb, "Takaisin"}
    labels = QFileDialog.DialogLabel
    assert dialog.labelText(labels.LookIn) == "Kansio:"
    assert dialog.labelText(labels.FileType) == "Tyyppi:"
    assert dialog.width() > 900
    assert dialog.palette().color(QPalette.ColorRole.Window).name() == DARK.paper.lower()


def test_a_print_dialog_is_finnish(window, qtbot):
    dialog, _printer = printer_dialog(window)
    qtbot.addWidget(dialog)
    dialog.show()
    assert "Peru" in words(dialog)
    assert "Cancel" not in words(dialog)


def test_qt_speaks_once_for_all_dialogs(window, qtbot):
    for _time in range(3):
        qtbot.addWidget(pdf_dialog(window, "todistus.pdf"))
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Peru"
    assert len(QCoreApplication.instance().findChildren(QTranslator)) == 1
