"""Which folder do the laptops share?"""

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

#: Asks over this window; hands back the folder, None when nobody wants to.
ChooseFolder = Callable[[QWidget], Path | None]


def folder_dialog(parent: QWidget) -> QFileDialog:
    """The system's own dialog."""
    speak_our_language()
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    dialog = QFileDialog(parent, _("Valitse jaettu kansio"), home)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dress_as_parent(dialog)
    word_file_dialog(dialog, _("Valitse"))
    return dialog


def choose_folder(parent: QWidget) -> Path | None:
    """Ask, and wait for the answer."""
    dialog = folder_dialog(parent)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
