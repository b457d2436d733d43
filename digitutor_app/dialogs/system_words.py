"""The system's own dialogs in the language of the program, and in its colours."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QDialog, QFileDialog

from digitutor_app import i18n
from digitutor_app.dialogs.near_places import offer_places
from digitutor_app.i18n import _

_PART_OF_WINDOW: Final = 0.85


def speak_our_language() -> None:
    """Let what Qt itself says be said in the language of the program, from now on.

    Qt comes with no words for some languages; there it stays with those that it has.
    """
    application = QCoreApplication.instance()
    if application is None:
        return
    name = f"qtbase_{i18n.current()}"
    for known in application.findChildren(QTranslator):
        if known.objectName() == name:
            return
        application.removeTranslator(known)
        known.deleteLater()
    words = QTranslator(application)
    words.setObjectName(name)
    words.load(name, QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    application.installTranslator(words)


def dress_as_parent(dialog: QDialog) -> None:
    """Let Qt's own dialog wear font and colours of the window below it."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_WindowPropagation)


def word_file_dialog(dialog: QFileDialog, verb: str) -> None:
    """Name what Qt has no Finnish words for; ``verb`` is on the button. Large text gets room."""
    label = QFileDialog.DialogLabel
    dialog.setLabelText(label.LookIn, _("Kansio:"))
    dialog.setLabelText(label.FileName, _("Tiedoston nimi:"))
    dialog.setLabelText(label.FileType, _("Tyyppi:"))
    dialog.setLabelText(label.Accept, verb)
    dialog.setLabelText(label.Reject, _("Takaisin"))
    window = dialog.parentWidget()
    if window is not None:
        dialog.resize(window.window().size() * _PART_OF_WINDOW)
    offer_places(dialog)
