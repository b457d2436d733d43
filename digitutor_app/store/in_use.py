"""Whether somebody has a store open, found out without touching the file."""

import os
import sys
import threading
from pathlib import Path

from digitutor_app.store.errors import StoreInUseError

# SQLite's shared lock bytes: whoever has a store open exclusively holds all of them.
_FIRST_BYTE = 0x40000002
_BYTES = 510

_open_here: set[Path] = set()
_guard = threading.Lock()


def claim(path: Path) -> None:
    """Note that this process opens the store; raise StoreInUseError when it already has it open.

    A second reader in one process would drop the first one's POSIX locks when it closes the file.
    """
    with _guard:
        if path.resolve() in _open_here:
            raise StoreInUseError(path, "open in this process")
        _open_here.add(path.resolve())


def release(path: Path) -> None:
    """Forget that this process has the store open."""
    with _guard:
        _open_here.discard(path.resolve())


def held_elsewhere(path: Path) -> bool:
    """Whether another process holds the store's lock at this moment."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        _try_lock(descriptor)
    except (BlockingIOError, PermissionError):
        return True
    finally:
        os.close(descriptor)
    return False


if sys.platform == "win32":
    import msvcrt

    def _try_lock(descriptor: int) -> None:
        os.lseek(descriptor, _FIRST_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        os.lseek(descriptor, _FIRST_BYTE, os.SEEK_SET)
        msvcrt.locking(descriptor, msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _try_lock(descriptor: int) -> None:
        # Closing the file gives the lock back.
        fcntl.lockf(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB, _BYTES, _FIRST_BYTE)
