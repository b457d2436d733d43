"""How a store is opened: looked at first, then locked, brought up to date, or made anew."""

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import Any

from digitutor_app.domain.clock import Clock
from digitutor_app.store import engine
from digitutor_app.store.backup_files import before
from digitutor_app.store.backups import Backups
from digitutor_app.store.database import sqlite_utils_database
from digitutor_app.store.errors import StoreDeviceError
from digitutor_app.store.in_use import claim, release
from digitutor_app.store.looking import Look, look
from digitutor_app.store.merging_later import take_up_after_update
from digitutor_app.store.migrations import migrations
from digitutor_app.store.store import Store
from digitutor_app.trust.durable import name_without_replacing, sync_folder

_DRAFT = ".new-"


def open_store(path: Path, key: bytes, clock: Clock) -> Store:
    """Open the store, or make it where there is none yet.

    Raises StoreNewerError, StoreDamagedError, StoreNotOursError and StoreInUseError without
    having changed a byte of the file or beside it; StoreFullError, StoreDeviceError and
    StoreEngineError where the machine refuses.
    """
    claim(path)
    try:
        seen = look(path, key)
        if not seen.exists:
            make(path, key)
        connection = engine.open_locked(path, key)
        return finish_opening(connection, path, key, clock, seen)
    except BaseException:
        release(path)
        raise


def finish_opening(connection: Any, path: Path, key: bytes, clock: Clock, seen: Look) -> Store:
    """Bring the schema up to date (after a copy of the file) and make the Store."""
    try:
        if seen.pending:
            Backups(connection, path, key, clock).make(before(seen.pending[0]))
        if seen.pending or seen.version < engine.USER_VERSION:
            _migrate(connection, path)
        for draft in path.parent.glob(f"{path.name}{_DRAFT}*"):
            draft.unlink(missing_ok=True)  # left by a making that was cut short
        store = Store(connection, path, key, clock)
        take_up_after_update(store)
        return store
    except BaseException:
        connection.close()
        raise


def make(path: Path, key: bytes) -> None:
    """Make an empty store under another name and put it in its place in one move.

    So a store that is there is whole, and an empty file is never taken for a new store.
    """
    draft = path.with_name(f"{path.name}{_DRAFT}{secrets.token_hex(4)}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
        connection = engine.connect(draft, key)
        try:
            engine.prepare(connection, draft)
            _migrate(connection, draft)
        finally:
            connection.close()
        _put_in_place(draft, path)
    except (OSError, StoreDeviceError) as error:
        if path.exists():
            return  # another process was quicker, and has swept our draft away
        raise StoreDeviceError(path, str(error)) from error
    finally:
        draft.unlink(missing_ok=True)
        draft.with_name(draft.name + "-wal").unlink(missing_ok=True)


def _migrate(connection: Any, path: Path) -> None:
    with engine.translated(path):
        database = sqlite_utils_database(connection)
        connection.execute(f"PRAGMA application_id={engine.APPLICATION_ID}")
        migrations().apply(database)
        connection.execute(f"PRAGMA user_version={engine.USER_VERSION}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _put_in_place(draft: Path, path: Path) -> None:
    # Where another process was quicker, its store is the one to open.
    with suppress(FileExistsError):
        name_without_replacing(draft, path)
        sync_folder(path.parent)
