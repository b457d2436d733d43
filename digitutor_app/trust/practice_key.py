"""The key of the practice store: random, made at the first start, in a file of this user only."""

import os
import secrets
import stat
from pathlib import Path

from digitutor_app.trust.errors import KeyDamagedError, KeyMissingError, KeyUnreadableError
from digitutor_app.trust.new_file import sweep_drafts, write_new

LENGTH = 32


def practice_key(path: Path, store: Path) -> bytes:
    """The 32 bytes that open ``store``; made if neither key nor store is there yet.

    Raises KeyMissingError when the store is there without its key, KeyDamagedError when the file
    has another length, KeyUnreadableError when the machine refuses. Never replaces a file.
    """
    try:
        if not path.exists() and not path.is_symlink():
            if store.exists():
                raise KeyMissingError(path, store)
            _make(path)
        key = path.read_bytes()
        if len(key) != LENGTH:
            raise KeyDamagedError(path, f"{len(key)} bytes")
        _close_to_others(path)
        sweep_drafts(path)
    except OSError as error:
        raise KeyUnreadableError(path, str(error)) from error
    return key


def _make(path: Path) -> None:
    try:
        write_new(path, secrets.token_bytes(LENGTH))
    except FileExistsError:
        return  # another process was quicker: its key is the one to use


def _close_to_others(path: Path) -> None:
    """Take away what a copying program may have given to other users of the machine."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        path.chmod(0o600)
