"""The key of the practice store: random, made at the first start, in a file of this user only."""

import os
import stat
from contextlib import suppress
from pathlib import Path

from digitutor_app.trust.errors import (
    KeyDamagedError,
    KeyFileError,
    KeyMissingError,
    KeyUnreadableError,
)
from digitutor_app.trust.new_file import sweep_drafts, write_new
from digitutor_app.trust.os_keyring import keep_in_keyring, key_in_keyring

LENGTH = 32


def practice_key(path: Path, store: Path) -> bytes:
    """The 32 bytes that open ``store``; made if neither key nor store is there yet.

    Where the file does not give it, the system's keyring is asked for what ``keep_practice_key``
    has kept there. Raises KeyMissingError when the store is there without its key, KeyDamagedError
    when the file has another length, KeyUnreadableError when the machine refuses. Never replaces a
    file.
    """
    try:
        return _from_file(path, store)
    except KeyFileError:
        key = key_in_keyring(path) if store.exists() else None
        if key is None:
            raise
        return key


def keep_practice_key(path: Path, key: bytes) -> bool:
    """Keep the key of a store that has opened with it a second time: in its file, where that has
    gone, and in the system's keyring. Whether a keyring took it. Not on the screen's thread."""
    try:
        with suppress(FileExistsError):
            write_new(path, key)
    except OSError:
        pass  # the disk is full or refuses; the keyring may still take it
    return keep_in_keyring(path, key)


def _from_file(path: Path, store: Path) -> bytes:
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
    import secrets

    try:
        write_new(path, secrets.token_bytes(LENGTH))
    except FileExistsError:
        return  # another process was quicker: its key is the one to use


def _close_to_others(path: Path) -> None:
    """Take away what a copying program may have given to other users of the machine."""
    if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077:
        path.chmod(0o600)
