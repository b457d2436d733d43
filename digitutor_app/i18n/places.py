"""Where the folders that come with the program are: resources and exercises."""

import sys
from pathlib import Path


def resources() -> Path:
    """The folder of pictures, fonts, code words and languages."""
    return _root() / "resources"


def exercises() -> Path:
    """The folder of modules, with their exercises inside."""
    return _root() / "exercises"


def _root() -> Path:
    # A frozen program (PyInstaller) unpacks its data beside the code and says where.
    unpacked = getattr(sys, "_MEIPASS", None)
    return Path(unpacked) if unpacked else Path(__file__).resolve().parents[2]
