"""Where a file dialog leads with one press: one's own folders, and the sticks that are in."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtWidgets import QFileDialog, QSplitter

#: Under these the system mounts what is plugged in, straight or in a folder of the user's.
_MOUNTS: Final = (Path("/media"), Path("/run/media"))
#: So many letters have room beside the list of files.
_LETTERS: Final = 18


def offer_places(dialog: QFileDialog, mounts: Iterable[Path] = _MOUNTS) -> None:
    """Put them beside the list; the system's own dialogs know them already."""
    own = QStandardPaths.StandardLocation
    kinds = (own.HomeLocation, own.DesktopLocation, own.DocumentsLocation)
    places = [Path(QStandardPaths.writableLocation(kind)) for kind in kinds]
    there = [place for place in places if place.is_dir()] + sticks(mounts)
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(place)) for place in dict.fromkeys(there)])
    splitter = dialog.findChild(QSplitter)
    if splitter is not None:
        side = dialog.fontMetrics().averageCharWidth() * _LETTERS
        splitter.setSizes([side, max(side, dialog.width() - side)])


def sticks(mounts: Iterable[Path]) -> list[Path]:
    """What is mounted under these folders, by name."""
    found = []
    for base in mounts:
        for folder in _folders(base):
            found += [each for each in (folder, *_folders(folder)) if os.path.ismount(each)]
    return found


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(each for each in folder.iterdir() if each.is_dir())
    except OSError:
        return []
