"""Which picture is the logo?"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from digitutor_app.i18n import _

#: Asks over this window; hands back the path, None when nobody wants to.
ChoosePicture = Callable[[QWidget], Path | None]


def choose_picture(parent: QWidget) -> Path | None:
    """Ask in the system's own dialog."""
    pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
    kinds = _("Kuvat (*.png *.jpg *.jpeg)")
    dialog = QFileDialog(parent, _("Valitse logo"), pictures, kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    chosen = dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if accepted and chosen else None
