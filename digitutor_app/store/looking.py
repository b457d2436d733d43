"""A look at a store before it is opened, which leaves the file and its neighbours untouched."""

from pathlib import Path
from typing import Any, NamedTuple

from digitutor_app.store import engine
from digitutor_app.store.errors import (
    NotOurs,
    StoreDamagedError,
    StoreDeviceError,
    StoreInUseError,
    StoreNewerError,
    StoreNotOursError,
)
from digitutor_app.store.in_use import held_elsewhere
from digitutor_app.store.migrations import NAMES, SET_NAME, TABLE

_PLAIN = b"SQLite format 3\x00"
# Two random salts agree in so many of 16 places about once in 10**15.
_SAME_PLACES = 8


class Look(NamedTuple):
    """What was seen: whether there is a store, which migrations it needs, its user_version."""

    exists: bool
    pending: tuple[str, ...] = ()
    version: int = engine.USER_VERSION


def wal_of(path: Path) -> Path:
    """The write-ahead log beside a store."""
    return path.with_name(path.name + "-wal")


def look(path: Path, key: bytes) -> Look:
    """Look at the store.

    Raises StoreNotOursError, StoreDamagedError, StoreNewerError, StoreInUseError or
    StoreDeviceError; whatever it raises, not a byte has changed.
    """
    try:
        if not path.exists():
            if _size(wal_of(path)):
                raise StoreDamagedError(path, "only the log is there")
            return Look(exists=False)
        _check_first_bytes(path, key)
        if held_elsewhere(path):
            raise StoreInUseError(path)
        if _size(wal_of(path)):
            return _look_in_place(path, key)
        return _look_from_outside(path, key)
    except OSError as error:
        raise StoreDeviceError(path, str(error)) from error


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _check_first_bytes(path: Path, key: bytes) -> None:
    with path.open("rb") as file:
        first = file.read(len(_PLAIN))
    if first == _PLAIN:
        raise StoreNotOursError(path, NotOurs.PLAIN)
    if _size(path) < engine.PAGE or not any(first):
        raise StoreDamagedError(path, "too short or blank")
    ours = engine.salt_of(key)
    same = sum(a == b for a, b in zip(first, ours, strict=True))
    if same < _SAME_PLACES:
        raise StoreNotOursError(path, NotOurs.OTHER_KEY)
    if first != ours:
        raise StoreDamagedError(path, "first bytes")


def _look_in_place(path: Path, key: bytes) -> Look:
    """After a crash the log holds the newest state, and only opening it for writing reads it."""
    connection = engine.connect(path, key)
    try:
        with engine.translated(path):
            connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
            return _judge(connection, path)
    finally:
        # An interrupted connection does not write the log back when it closes.
        connection.interrupt()
        connection.close()


def _look_from_outside(path: Path, key: bytes) -> Look:
    connection = engine.connect(path, key, look_only=True)
    try:
        with engine.translated(path):
            return _judge(connection, path)
    finally:
        connection.close()


def _judge(connection: Any, path: Path) -> Look:
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    (application,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if application != engine.APPLICATION_ID or TABLE not in tables:
        raise StoreNotOursError(path, NotOurs.OTHER_PROGRAM)
    recorded = [
        row[0]
        for row in connection.execute(
            f"SELECT name FROM {TABLE} WHERE migration_set = ? ORDER BY id", [SET_NAME]
        )
    ]
    unknown = tuple(name for name in recorded if name not in NAMES)
    if unknown or version > engine.USER_VERSION:
        raise StoreNewerError(path, unknown, version)
    pending = tuple(name for name in NAMES if name not in recorded)
    return Look(exists=True, pending=pending, version=version)
