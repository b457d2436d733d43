"""The encrypted SQLite engine: its connections, its version guard, what its errors mean."""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store.errors import (
    StoreDamagedError,
    StoreDeviceError,
    StoreEngineError,
    StoreError,
    StoreFullError,
    StoreInUseError,
)

# Older libraries can damage a WAL file (design: the WAL-reset bug, fixed in 3.51.3).
OLDEST_SAFE = (3, 51, 3)
APPLICATION_ID = 0x44675472
USER_VERSION = 1
PAGE = 4096
KEY_BYTES = 32

_ERRORS: dict[int, type[StoreError]] = {
    5: StoreInUseError,
    6: StoreInUseError,
    8: StoreDeviceError,
    10: StoreDeviceError,
    11: StoreDamagedError,
    13: StoreFullError,
    14: StoreDeviceError,
    26: StoreDamagedError,
}

# The order matters: the lock before the first read, WAL before anything is written.
_SEQUENCE = (
    "locking_mode=EXCLUSIVE",
    "journal_mode=WAL",
    "synchronous=FULL",
    "fullfsync=ON",
    "checkpoint_fullfsync=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
    "temp_store=MEMORY",
    "secure_delete=ON",
    "cache_size=-65536",
    "busy_timeout=5000",
    "wal_autocheckpoint=1000",
)


def salt_of(key: bytes) -> bytes:
    """The 16 first bytes of every store with this key.

    SQLCipher writes the salt in clear at the start of the file. Derived from the key, it tells a
    store of another key from a damaged one before anything is opened; the key itself is random,
    so its hash says nothing about it.
    """
    return hashlib.sha256(b"digitutor store salt" + key).digest()[:16]


def key_text(key: bytes) -> str:
    """The key with its salt in the library's own form: raw, so that nothing is derived from it."""
    return f"x'{key.hex()}{salt_of(key).hex()}'"


def check_engine(path: Path, version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Raise StoreEngineError when the library is older than the first safe one."""
    if tuple(version) < OLDEST_SAFE:
        raise StoreEngineError(path, f"SQLite {version} is older than {OLDEST_SAFE}")


def connect(path: Path, key: bytes, *, look_only: bool = False) -> Any:
    """A connection with its key, in autocommit, usable from any one thread at a time.

    ``look_only`` opens without locks, journals or any change to the file or beside it.
    """
    if len(key) != KEY_BYTES:
        raise OurMistakeError(f"a store key has {KEY_BYTES} bytes, not {len(key)}")
    check_engine(path)
    suffix = "?mode=ro&immutable=1" if look_only else ""
    uri = path.absolute().as_uri() + suffix
    with translated(path):
        connection = dbapi2.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=0
        )
        connection.execute("PRAGMA cipher_log_level=NONE")
        connection.execute(f'PRAGMA key="{key_text(key)}"')
        cipher = connection.execute("PRAGMA cipher_version").fetchone()
    if not cipher or not cipher[0]:
        connection.close()
        raise StoreEngineError(path, "no encryption in the library")
    return connection


def open_locked(path: Path, key: bytes) -> Any:
    """The working connection to a store that has been looked at."""
    connection = connect(path, key)
    try:
        prepare(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def prepare(connection: Any, path: Path) -> None:
    """Bring a fresh connection into the state in which we work, holding the only lock."""
    with translated(path):
        for pragma in _SEQUENCE:
            connection.execute(f"PRAGMA {pragma}").fetchall()
        mode = connection.execute("PRAGMA journal_mode").fetchone()[0]
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if mode != "wal":
        raise StoreDeviceError(path, f"journal mode {mode}")


def in_our_words(error: dbapi2.Error, path: Path) -> Exception:
    """The error as one of ours; errors about SQL itself stay as they are."""
    code = getattr(error, "sqlite_errorcode", None)
    ours = _ERRORS.get(code & 0xFF) if isinstance(code, int) else None
    return ours(path, str(error)) if ours else error


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Turn the library's errors into ours."""
    try:
        yield
    except dbapi2.Error as error:
        ours = in_our_words(error, path)
        if ours is error:
            raise
        raise ours from error
