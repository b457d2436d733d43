"""One program at a time on one data folder: a lock that ends with the process that holds it."""

import hashlib
import os
import sys
from pathlib import Path

FILE = "digitutor.lock"


class FolderLock:
    """The lock of one data folder. The system gives it back when the process ends, however it
    ends."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._descriptor: int | None = None

    @property
    def name(self) -> str:
        """A short name for the folder, the same for every program that opens it."""
        whole = os.path.normcase(self._folder.resolve())
        return f"digitutor-{hashlib.sha256(whole.encode()).hexdigest()[:16]}"

    def take(self) -> bool:
        """Take the lock, or say False when another program holds it.

        A folder that cannot be written is nobody's: then True, and who opens it will say so.
        """
        if self._descriptor is not None:
            return True
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            flags = os.O_CREAT | os.O_RDWR | getattr(os, "O_CLOEXEC", 0)
            descriptor = os.open(self._folder / FILE, flags, 0o600)
        except OSError:
            return True
        try:
            _lock(descriptor)
        except (BlockingIOError, PermissionError):
            os.close(descriptor)
            return False
        except OSError:
            os.close(descriptor)
            return True  # a file system without locks
        self._descriptor = descriptor
        return True

    def release(self) -> None:
        """Let go of it."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


if sys.platform == "win32":
    import msvcrt

    def _lock(descriptor: int) -> None:
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
