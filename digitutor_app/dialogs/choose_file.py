"""Where should the paper be saved?"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from digitutor_app.dialogs.system_words import (
    dress_as_parent,
    speak_our_language,
    word_file_dialog,
)
from digitutor_app.i18n import _

#: Asks over this window, offers this file name; hands back the path, None when nobody wants to.
ChooseFile = Callable[[QWidget, str], Path | None]


def pdf_dialog(parent: QWidget, suggested: str) -> QFileDialog:
    """The system's own dialog, which also asks before it replaces a file."""
    speak_our_language()
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog = QFileDialog(parent, _("Tallenna PDF"), documents, _("PDF-tiedosto (*.pdf)"))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setDefaultSuffix("pdf")
    dialog.selectFile(suggested)
    dress_as_parent(dialog)
    word_file_dialog(dialog, _("Tallenna"))
    return dialog


def choose_pdf(parent: QWidget, suggested: str) -> Path | None:
    """Ask, and wait for the answer."""
    dialog = pdf_dialog(parent, suggested)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
