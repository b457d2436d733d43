"""A look at a store before it is opened, which leaves the file and its neighbours untouched."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

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


@dataclass(frozen=True, slots=True)
class Look:
    """What was seen: whether there is a store, and which migrations it still needs."""

    exists: bool
    pending: tuple[str, ...] = ()


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
            return _look_at_copy(path, key)
        return _look_with(engine.connect(path, key, look_only=True), path)
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


def _look_at_copy(path: Path, key: bytes) -> Look:
    """After a crash the log holds the newest state; only opening it for writing would read it."""
    import shutil
    import tempfile

    with tempfile.TemporaryDirectory(prefix="digitutor-") as folder:
        copy = Path(folder) / path.name
        shutil.copyfile(path, copy)
        shutil.copyfile(wal_of(path), wal_of(copy))
        connection = engine.connect(copy, key)
        with engine.translated(path):
            connection.execute("PRAGMA locking_mode=EXCLUSIVE").fetchone()
        return _look_with(connection, path)


def _look_with(connection: Any, path: Path) -> Look:
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
    return Look(exists=True, pending=tuple(name for name in NAMES if name not in recorded))
