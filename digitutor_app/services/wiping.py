"""Nothing of ours is left in a data folder: keys go first, and a broken-off wiping is noticed."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from digitutor_app.trust.new_file import write_new
from digitutor_app.trust.os_keyring import forget_in_keyring

#: Lies in a folder from the beginning of its wiping to the end (app.data_folder names it too).
MARK = "wiping.mark"
KEY = "practice.key"
#: What this program may have made in its folder; nothing else is touched. Keys go first: whatever
#: a broken deletion leaves behind cannot be read then. The lock stays: a program holds it.
_KEYS = ("practice.key*", "slots.json*", "gate.json*", "server.toml", "server.password")
_STORES = ("practice.db*", "tutor.db*", "*.damaged*")
_REHEARSAL = "rehearsal"
_FOLDERS = ("backups", "damaged", "restoring-*", "waiting", _REHEARSAL, "typeface")
_OTHERS = ("digitutor.log*", "demo.txt", f"{MARK}.*")


def wipe(folder: Path) -> list[str]:
    """Remove everything of ours from a data folder whose stores are closed, and the keys from the
    system's keyring. It may take seconds.

    Returns the names of what the machine did not let go of. The folder itself goes when nothing
    else lies in it. Where a power cut comes in between, the mark tells it, and wiping again goes
    on.
    """
    if not folder.is_dir():
        return []
    try:
        _mark(folder)
    except OSError:
        return [MARK]
    for place in (folder, folder / _REHEARSAL):
        forget_in_keyring(place / KEY)
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
        if not refused:
            (folder / MARK).unlink(missing_ok=True)
            folder.rmdir()
    return refused


def _mark(folder: Path) -> None:
    with suppress(FileExistsError):
        write_new(folder / MARK, b"")


def _ours(folder: Path) -> Iterator[Path]:
    for pattern in (*_KEYS, *_STORES):
        yield from sorted(folder.glob(pattern))
    for pattern in _FOLDERS:
        yield from sorted(found for found in folder.glob(pattern) if found.is_dir())
    for pattern in _OTHERS:
        yield from sorted(folder.glob(pattern))


def _overwrite(file: Path) -> None:
    """A small secret file is written over before it goes (what a disk keeps besides, it keeps)."""
    if file.is_symlink() or not any(file.match(pattern) for pattern in _KEYS):
        return
    with file.open("r+b") as opened:
        opened.write(bytes(file.stat().st_size))
        opened.flush()
