"""Where sticks may be: the volumes of devices that this machine has mounted just now.

Only the list of mounts is read. A network share may be dead, and whoever asks it anything waits;
Qt would hold every thread of the program while it waits.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import digitutor_app

#: In this folder of a volume lies a workshop (exchange.stick.place names it too; nothing of the
#: exchange is imported before there is one).
FOLDER, FILE = "DIGITUTOR", "workshop.dgt"
#: Where systems mount what is plugged in.
_STICKS: Final = tuple(map(Path, ("/media", "/run/media", "/mnt", "/Volumes")))
_MOUNTS: Final = Path("/proc/self/mountinfo")
_ESCAPED: Final = re.compile(rb"\\([0-7]{3})")


def _mounts(listed: bytes) -> Iterator[tuple[Path, bool]]:
    """The mounted devices of a list in the kernel's form (proc(5), mountinfo): where, and whether
    they may be written."""
    for line in listed.splitlines():
        before, _, after = line.partition(b" - ")
        words, source = before.split(b" "), after.split(b" ")
        if len(words) > 5 and len(source) > 1 and source[1].startswith(b"/dev/"):
            where = _ESCAPED.sub(_letter, words[4]).decode("utf-8", "surrogateescape")
            yield Path(where), b"rw" in words[5].split(b",")


def _letter(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 8) & 0xFF])


if sys.platform == "win32":
    import ctypes
    import os
    from string import ascii_uppercase

    #: Of GetDriveTypeW: what can be taken out, and what is built in; no network drives.
    _REMOVABLE, _FIXED = 2, 3
    #: Of SetThreadErrorMode: an empty card reader opens no window of the system.
    _SAY_NOTHING = 1

    def _drives(kinds: tuple[int, ...]) -> list[Path]:
        kernel = ctypes.windll.kernel32
        kernel.SetThreadErrorMode(_SAY_NOTHING, None)
        there = kernel.GetLogicalDrives()
        letters = [letter for n, letter in enumerate(ascii_uppercase) if there >> n & 1]
        roots = [f"{letter}:\\" for letter in letters]
        return [Path(root) for root in roots if kernel.GetDriveTypeW(root) in kinds]

    def mounted() -> list[Path]:
        """The roots of all mounted devices. Not on the screen's thread."""
        return _drives((_REMOVABLE, _FIXED))

    def removable() -> list[Path]:
        """Those of the mounted devices that may be sticks: not the system's own."""
        system = os.environ.get("SYSTEMDRIVE", "C:").upper()
        return [root for root in mounted() if root.drive.upper() != system]

else:

    def mounted() -> list[Path]:
        """The roots of all mounted devices. Not on the screen's thread."""
        return [root for root, _writable in _mounts(_list())]

    def removable() -> list[Path]:
        """Those of the mounted devices that may be sticks: where sticks are mounted, and
        writable."""
        return [
            root
            for root, writable in _mounts(_list())
            if writable and any(root.is_relative_to(place) for place in _STICKS)
        ]

    def _list() -> bytes:
        try:
            return _MOUNTS.read_bytes()
        except OSError:
            return b""


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
