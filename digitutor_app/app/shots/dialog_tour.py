"""The small questions over a page: the laptop's number, closing, where to save, which printer."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from digitutor_app.app.demo.workshop import PIN
from digitutor_app.app.shots.learner_tour import start
from digitutor_app.app.shots.stop import Stop
from digitutor_app.app.shots.visitor import Visitor
from digitutor_app.dialogs.choose_file import pdf_dialog
from digitutor_app.dialogs.choose_folder import folder_dialog
from digitutor_app.dialogs.choose_picture import picture_dialog
from digitutor_app.dialogs.choose_printer import printer_dialog
from digitutor_app.dialogs.close_anyway import close_question
from digitutor_app.dialogs.laptop_number import LaptopNumberDialog
from digitutor_app.dialogs.laptop_questions import (
    clear_away_question,
    end_rehearsal_question,
    return_question,
)
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.i18n import _
from digitutor_app.screens.trouble_words import saving_trouble
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.store.errors import StoreFullError

_NOT_A_NUMBER = "kolme"
_UNSAVED = 3
_PEOPLE = 4


def dialog_tour(v: Visitor) -> Iterator[Stop]:
    """Behind the PIN of a practice laptop, each question once, answered with Takaisin."""
    start(v)
    v.press(_("Tutorille"))
    v.write(_("PIN"), PIN)
    v.press(_("Avaa"))
    v.wait(lambda: isinstance(v.page, NowScreen))
    yield from _laptop_number(v)
    title, _sentence = saving_trouble(StoreFullError(v.program.folder.practice_store))
    yield from _shown(v, "close-anyway", close_question(v.window.look, v.window, title, _UNSAVED))
    for name, ask in (
        ("return-laptop", return_question),
        ("end-rehearsal", end_rehearsal_question),
    ):
        yield from _shown(v, name, ask(v.window.look, v.window))
    question = clear_away_question(v.window.look, v.window, _PEOPLE)
    yield from _shown(v, "clear-away", question)
    for name, dialog in (
        ("save-pdf", pdf_dialog(v.window, "todistus.pdf")),
        ("choose-picture", picture_dialog(v.window)),
        ("choose-folder", folder_dialog(v.window)),
    ):
        # What lies in the folders of this machine is nobody's business.
        dialog.setDirectory(str(v.program.folder.path))
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        yield from _shown(v, name, dialog, foreign=True)
    printers, _printer = printer_dialog(v.window)
    yield from _shown(v, "choose-printer", printers, foreign=True)


def _laptop_number(v: Visitor) -> Iterator[Stop]:
    v.press(_("Kone {number}. Vaihda numero.").partition("{")[0])
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, LaptopNumberDialog):
        raise OurMistakeError("nobody asks for the laptop's number")
    yield Stop("laptop-number", dialog)
    dialog.field.set_text(_NOT_A_NUMBER)
    dialog.typed.emit(_NOT_A_NUMBER)
    v.settle()
    yield Stop("laptop-number-not-taken", dialog)
    dialog.reject()
    v.settle()


def _shown(v: Visitor, name: str, dialog: QDialog, *, foreign: bool = False) -> Iterator[Stop]:
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
    v.settle()
    yield Stop(name, dialog, moving=foreign, foreign=foreign)
    dialog.reject()
    dialog.deleteLater()
    v.settle()
