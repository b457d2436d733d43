"""Which picture is the logo?"""

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

#: Asks over this window; hands back the path, None when nobody wants to.
ChoosePicture = Callable[[QWidget], Path | None]


def picture_dialog(parent: QWidget) -> QFileDialog:
    """The system's own dialog."""
    speak_our_language()
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = _("Kuvat (*.png *.jpg *.jpeg)")
    dialog = QFileDialog(parent, _("Valitse logo"), pictures, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dress_as_parent(dialog)
    word_file_dialog(dialog, _("Valitse"))
    return dialog


def choose_picture(parent: QWidget) -> Path | None:
    """Ask, and wait for the answer."""
    dialog = picture_dialog(parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
