"""Where sticks may be: the volumes that this machine has mounted just now."""

import os
import sys
from pathlib import Path
from typing import Final

from PySide6.QtCore import QStorageInfo

import digitutor_app

#: In this folder of a volume lies a workshop (exchange.stick.place names it too; nothing of the
#: exchange is imported before there is one).
FOLDER, FILE = "DIGITUTOR", "workshop.dgt"
#: Where systems mount what is plugged in.
_STICKS: Final = tuple(map(Path, ("/media", "/run/media", "/mnt", "/Volumes")))


def mounted() -> list[Path]:
    """The roots of all mounted volumes that can be read. May wait for a slow one: not on the
    screen's thread."""
    return [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady()
    ]


def removable() -> list[Path]:
    """Those of the mounted volumes that may be sticks: not the system's own, and writable."""
    return [root for root in mounted() if _may_be_stick(root)]


def _may_be_stick(root: Path) -> bool:
    volume = QStorageInfo(str(root))
    if volume.isRoot() or volume.isReadOnly():
        return False
    if os.name == "nt":
        return root.drive.upper() != os.environ.get("SYSTEMDRIVE", "C:").upper()
    return any(root.is_relative_to(place) for place in _STICKS)


def with_workshop(roots: list[Path]) -> list[Path]:
    """Those of the places on which a workshop lies."""
    return [root for root in roots if _is_there(root / FOLDER / FILE)]


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False


def runs_from(root: Path) -> bool:
    """Whether this program was started from the stick with this root, from our own folder there."""
    own = (Path(sys.executable), Path(digitutor_app.__file__))
    folder = (root / FOLDER).resolve()
    return any(path.resolve().is_relative_to(folder) for path in own)
