"""Spares every import what Qt for Python would do for a way of writing that nobody here uses."""

import importlib
import sys
from types import ModuleType


def spare_sources() -> None:
    """Let Qt for Python take it that no module asks for its features (``from __feature__ import``).

    Otherwise it reads the source of every module that is imported, in search of its own name, and
    Python keeps what was read: 7 MiB once the program is furnished. To be called before the first
    module that can be late. Where Qt for Python has no such place, nothing changes.
    """
    importlib.import_module("PySide6.QtCore")
    features = sys.modules.get("shibokensupport.feature")
    if hasattr(features, "_mod_uses_pyside"):
        features._mod_uses_pyside = _asks_for_none  # type: ignore[union-attr] # its own name


def _asks_for_none(_module: ModuleType) -> bool:
    return False
