"""Where sticks may be: the volumes that this machine has mounted just now."""

from pathlib import Path

from PySide6.QtCore import QStorageInfo

#: In this folder of a volume lies a workshop (exchange.stick.place names it too; nothing of the
#: exchange is imported before there is one).
FOLDER, FILE = "DIGITUTOR", "workshop.dgt"


def mounted() -> list[Path]:
    """The roots of all mounted volumes that can be read. May wait for a slow one: not on the
    screen's thread."""
    return [
        Path(volume.rootPath())
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid() and volume.isReady()
    ]


def with_workshop(roots: list[Path]) -> list[Path]:
    """Those of the places on which a workshop lies."""
    return [root for root in roots if _is_there(root / FOLDER / FILE)]


def _is_there(file: Path) -> bool:
    try:
        return file.is_file()
    except OSError:
        return False
