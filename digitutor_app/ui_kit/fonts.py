"""Our typeface, FiraGO, from the package that carries it, regular and bold."""

import hashlib
import os
from contextlib import suppress
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from threading import Event, Thread
from typing import Final

from digitutor_app.domain.errors import WorldError

FAMILY: Final = "FiraGO"
_PACKAGE: Final = "pymupdf_fonts"
_NAMES: Final = ("FiraGO_Regular", "FiraGO_Bold")
_DIGITS: Final = 32


class FontReading:
    """Reads the typeface on a second thread, so that it costs the start little.

    Begin it as early as possible, even before Qt is imported; ``finish`` it once the application
    object exists and before the first window is shown. Unpacking takes as long as much of Qt's
    import, so the font files stay in ``kept`` (where that folder is there already) for next time.
    """

    def __init__(self, kept: Path | None = None) -> None:
        self._kept = kept
        self._found: list[Path | bytes] = []
        self._ready = Event()
        Thread(target=self._read, name="fonts", daemon=True).start()

    def finish(self) -> str:
        """Wait for the fonts, give them to Qt and return the family's name.

        Raises WorldError when the typeface is missing or Qt cannot read it.
        """
        from PySide6.QtGui import QFontDatabase

        self._ready.wait()
        if len(self._found) != len(_NAMES):
            raise WorldError("the typeface is missing from this installation")
        for font in self._found:
            if isinstance(font, Path):
                number = QFontDatabase.addApplicationFont(str(font))
            else:
                number = QFontDatabase.addApplicationFontFromData(font)
            if number < 0:
                raise WorldError("the typeface cannot be read")
        return FAMILY

    def _read(self) -> None:
        unpacked: dict[str, bytes] = {}
        try:
            for name in _NAMES:
                font = _kept_font(self._kept, name) if self._kept is not None else None
                if font is None:
                    font = unpacked[name] = import_module(f"{_PACKAGE}.{name}").fontbuffer
                self._found.append(font)
        except ImportError:
            return
        finally:
            self._ready.set()
        # Without them the next start takes a little longer, and nothing else.
        with suppress(OSError):
            for name, content in unpacked.items():
                if self._kept is not None and self._kept.parent.is_dir():
                    _keep(self._kept, name, content)


def load_fonts() -> str:
    """Load the typeface here and now, unless it is there. Returns the family's name."""
    from PySide6.QtGui import QFontDatabase

    # Asked first for what the program itself has loaded: the system's own may be thousands.
    if FAMILY in QFontDatabase.applicationFontFamilies(0) or FAMILY in QFontDatabase.families():
        return FAMILY
    return FontReading().finish()


def _kept_font(folder: Path, name: str) -> Path | None:
    """The file that an earlier start has kept, if it still is what its name says."""
    with suppress(OSError):
        for path in folder.glob(f"{name}-{_source(name)}-*.ttf"):
            if path.stem.endswith(f"-{_digest(path.read_bytes())}"):
                return path
    return None


def _keep(folder: Path, name: str, content: bytes) -> None:
    """Keep the unpacked font in place of those of other versions; raises OSError."""
    folder.mkdir(mode=0o700, exist_ok=True)
    for old in folder.glob(f"{name}-*"):
        old.unlink(missing_ok=True)
    path = folder / f"{name}-{_source(name)}-{_digest(content)}.ttf"
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(content)
    draft.replace(path)


def _source(name: str) -> str:
    """What tells the packed font of one version from that of another: size and time."""
    spec = find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise ImportError(name)
    known = Path(spec.origin).with_name(f"{name}.py").stat()
    return f"{known.st_size:x}-{known.st_mtime_ns:x}"


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()[:_DIGITS]
