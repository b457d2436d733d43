"""Which folder is meant?"""

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

#: Asks over this window; hands back the folder (or file), None when nobody wants to.
ChooseFolder = Callable[[QWidget], Path | None]


def folder_dialog(parent: QWidget, title: str = "") -> QFileDialog:
    """The system's own dialog; without a title it asks for the folder that laptops share."""
    speak_our_language()
    home = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    dialog = QFileDialog(parent, title or _("Valitse jaettu kansio"), home)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dress_as_parent(dialog)
    word_file_dialog(dialog, _("Valitse"))
    return dialog


def bundle_dialog(parent: QWidget) -> QFileDialog:
    """The same for one file that a machine has made."""
    dialog = folder_dialog(parent, _("Valitse tiedosto"))
    dialog.setOption(QFileDialog.Option.ShowDirsOnly, False)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(_("Koneen tiedosto (*.wb1)"))
    return dialog


def choose_folder(parent: QWidget) -> Path | None:
    """Ask for the shared folder, and wait for the answer."""
    return _answer(folder_dialog(parent))


def choose_place(parent: QWidget) -> Path | None:
    """Ask for a stick or any folder."""
    return _answer(folder_dialog(parent, _("Valitse tikku tai kansio")))


def choose_bundle(parent: QWidget) -> Path | None:
    """Ask for one file."""
    return _answer(bundle_dialog(parent))


def _answer(dialog: QFileDialog) -> Path | None:
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
