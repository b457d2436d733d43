"""Palauta kone: a borrowed laptop goes back as it came, once everything has been delivered."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.services.gathering import Gathering

#: What this program may have made in its folder; nothing else is touched. Keys go first: whatever
#: a broken deletion leaves behind cannot be read then.
_KEYS = ("practice.key*", "slots.json*", "gate.json*", "server.toml", "server.password")
_STORES = ("practice.db*", "tutor.db*", "*.damaged*")
_FOLDERS = ("backups", "waiting", "rehearsal", "typeface")
_OTHERS = ("digitutor.log*", "demo.txt", "digitutor.lock")


@dataclass(frozen=True, slots=True)
class MayReturn:
    """``waiting``: so many people's records have not reached the tutor's machine."""

    waiting: int

    @property
    def now(self) -> bool:
        return self.waiting == 0


class Returning:
    """Looks whether a laptop may be returned."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering

    def may(self) -> MayReturn:
        """Whether the receipts cover everything that was recorded here."""
        return MayReturn(len(self._gathering.delivery().waiting))


def wipe(folder: Path) -> list[str]:
    """Remove everything of ours from a data folder whose stores are closed.

    Returns the names of what the machine did not let go of. The folder itself goes when nothing
    else lies in it. Where a power cut comes in between, wiping again goes on.
    """
    refused = []
    for found in _ours(folder):
        try:
            if found.is_dir() and not found.is_symlink():
                shutil.rmtree(found)
            else:
                _overwrite(found)
                found.unlink(missing_ok=True)
        except OSError:
            refused.append(found.name)
    with suppress(OSError):  # somebody else's files may lie there too
        folder.rmdir()
    return refused


def _ours(folder: Path) -> Iterator[Path]:
    for pattern in (*_KEYS, *_STORES):
        yield from sorted(folder.glob(pattern))
    for name in _FOLDERS:
        if (folder / name).is_dir():
            yield folder / name
    for pattern in _OTHERS:
        yield from sorted(folder.glob(pattern))


def _overwrite(file: Path) -> None:
    """A small secret file is written over before it goes (what a disk keeps besides, it keeps)."""
    if file.is_symlink() or not any(file.match(pattern) for pattern in _KEYS):
        return
    with file.open("r+b") as opened:
        opened.write(bytes(file.stat().st_size))
        opened.flush()
