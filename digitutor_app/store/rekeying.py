"""A store written anew under another key, so that the old key opens nothing of it any more.

First a complete, proven copy under the new key lies beside the store; then whoever keeps the keys
changes over to the new one; then the copy takes the store's place. After a power cut at any point
``finish_rekeying`` knows from the first bytes of both files (engine.salt_of) what is left to do.
"""

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store import engine
from digitutor_app.store.backup_files import FOLDER
from digitutor_app.store.errors import StoreDamagedError, StoreDeviceError, StoreFullError
from digitutor_app.store.in_use import claim, release
from digitutor_app.store.looking import look, wal_of
from digitutor_app.store.proving import counts_of, prove
from digitutor_app.trust.durable import sync_file, sync_folder

_COPY = ".rekeyed"
_SALT = 16
_FULL, _IO = "database or disk is full", "disk I/O error"


def copy_of(path: Path) -> Path:
    """Where the copy under the new key lies until it takes the store's place."""
    return path.with_name(path.name + _COPY)


def write_rekeyed(path: Path, key: bytes, new_key: bytes) -> None:
    """Write the closed store into a copy under the new key, and prove the copy.

    The store itself stays as it is. Raises StoreError; then no copy is left.
    """
    if key == new_key:
        raise OurMistakeError("the same key again")
    claim(path)
    try:
        if not look(path, key).exists:
            raise StoreDamagedError(path, "no store to write anew")
        _write(path, key, new_key)
    except BaseException:
        drop_copy(path)
        raise
    finally:
        release(path)


def finish_rekeying(path: Path, key: bytes) -> None:
    """Do what is left of a re-keying, if any, for the key that holds; the store must be closed.

    A copy under this key takes the place of the store, whose backups go too: the old key would
    open them. A copy of a re-keying that never came to hold is deleted. Raises StoreDeviceError.
    """
    copy = copy_of(path)
    try:
        if not copy.exists():
            return
        salt = engine.salt_of(key)
        if _salt(path) != salt and _salt(copy) == salt:
            _drop_backups(path)
            # Closed stores have no log; one that a fault left belongs to the old key.
            wal_of(path).unlink(missing_ok=True)
            copy.replace(path)
            sync_folder(path.parent)
        elif _salt(path) == salt:
            drop_copy(path)
    except OSError as error:
        raise StoreDeviceError(path, str(error)) from error


def drop_copy(path: Path) -> None:
    """Delete a copy that is not to be used."""
    copy = copy_of(path)
    for left in (copy, wal_of(copy), copy.with_name(copy.name + "-journal")):
        left.unlink(missing_ok=True)


def _write(path: Path, key: bytes, new_key: bytes) -> None:
    copy = copy_of(path)
    drop_copy(path)
    connection = engine.open_locked(path, key)
    try:
        with engine.translated(path):
            connection.execute(
                "ATTACH DATABASE ? AS rekeyed KEY ?", [str(copy), engine.key_text(new_key)]
            )
            _export(connection, path)
            for pragma in ("application_id", "user_version"):
                (number,) = connection.execute(f"PRAGMA {pragma}").fetchone()
                connection.execute(f"PRAGMA rekeyed.{pragma}={number}")
            connection.execute("DETACH DATABASE rekeyed")
            before = counts_of(connection)
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
    finally:
        connection.close()
    try:
        _make_durable(copy)
    except OSError as error:
        raise StoreDeviceError(copy, str(error)) from error
    _prove(copy, new_key, before)


def _export(connection: Any, path: Path) -> None:
    """Copy everything; the function of the library says why it failed in words only."""
    try:
        connection.execute("SELECT sqlcipher_export('rekeyed')").fetchall()
    except dbapi2.OperationalError as error:
        if str(error) == _FULL:
            raise StoreFullError(path, str(error)) from error
        if str(error) == _IO:
            raise StoreDeviceError(path, str(error)) from error
        raise


def _prove(copy: Path, key: bytes, counts: dict[str, int]) -> None:
    if _salt(copy) != engine.salt_of(key):
        raise StoreDamagedError(copy, "another salt")
    prove(copy, key, counts)


def _drop_backups(path: Path) -> None:
    """Delete the backups that open with the same key as the store in its place now."""
    old = _salt(path)
    for backup in (path.parent / FOLDER).glob(f"{path.stem}-*.db"):
        if old and _salt(backup) == old:
            backup.unlink()


def _salt(path: Path) -> bytes:
    if not path.exists():
        return b""
    with path.open("rb") as file:
        return file.read(_SALT)


def _make_durable(copy: Path) -> None:
    sync_file(copy)
    if os.name == "posix":
        copy.chmod(0o600)
    sync_folder(copy.parent)
