"""Our typeface, FiraGO, from the package that carries it, regular and bold."""

from importlib import import_module
from threading import Thread
from typing import Final

from digitutor_app.domain.errors import WorldError

FAMILY: Final = "FiraGO"
_MODULES: Final = ("pymupdf_fonts.FiraGO_Regular", "pymupdf_fonts.FiraGO_Bold")


class FontReading:
    """Unpacks the typeface on a second thread, so that it costs the start nothing.

    Begin it as early as possible, even before Qt is imported; ``finish`` it once the application
    object exists and before the first window is shown.
    """

    def __init__(self) -> None:
        self._data: list[bytes] = []
        self._thread = Thread(target=self._read, name="fonts", daemon=True)
        self._thread.start()

    def finish(self) -> str:
        """Wait for the bytes, give them to Qt and return the family's name.

        Raises WorldError when the typeface is missing or Qt cannot read it.
        """
        from PySide6.QtGui import QFontDatabase

        self._thread.join()
        if len(self._data) != len(_MODULES):
            raise WorldError("the typeface is missing from this installation")
        for data in self._data:
            if QFontDatabase.addApplicationFontFromData(data) < 0:
                raise WorldError("the typeface cannot be read")
        return FAMILY

    def _read(self) -> None:
        for name in _MODULES:
            try:
                self._data.append(import_module(name).fontbuffer)
            except ImportError:
                return


def load_fonts() -> str:
    """Load the typeface here and now; for tests and small programs. Returns the family's name."""
    from PySide6.QtGui import QFontDatabase

    if FAMILY in QFontDatabase.families():
        return FAMILY
    return FontReading().finish()
