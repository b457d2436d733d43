"""What still reads of a damaged store, written into a sound one.

Every page carries a seal of the encryption, so what reads is what was written. Each table is read
from its beginning up to the first page that does not read, and then from its end, each time with a
connection of its own: one that has met such a page answers with zeros.
"""

import shutil
from pathlib import Path
from typing import Any

from digitutor_app.store import engine
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import StoreDamagedError, StoreError
from digitutor_app.store.looking import wal_of
from digitutor_app.store.store import Store

_OURS = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
_AT_ONCE = 500


def salvage(damaged: Path, key: bytes, sound: Store, work: Path) -> bool:
    """Copy what reads of ``damaged`` into ``sound``, a new and empty store; True where all of it
    did.

    The damaged file and its log stay as they are: what is opened is a copy in the folder ``work``.
    Raises StoreError and OSError only where ``sound`` or ``work`` cannot be written.
    """
    copy = work / "damaged.db"
    shutil.copyfile(damaged, copy)
    if wal_of(damaged).exists():
        shutil.copyfile(wal_of(damaged), wal_of(copy))
    try:
        return _salvage(copy, key, sound.database)
    finally:
        for left in (copy, wal_of(copy)):
            left.unlink(missing_ok=True)


def _salvage(copy: Path, key: bytes, sound: StoreDatabase) -> bool:
    whole = True
    for (table,) in sound.rows(_OURS):
        whole = _both_ways(copy, key, table, sound) and whole
    return whole


def _both_ways(copy: Path, key: bytes, table: str, sound: StoreDatabase) -> bool:
    """Copy a table; True where it read from beginning to end."""
    order = _order(sound, table)
    if _one_way(copy, key, table, _ordered(order, ""), sound):
        return True
    _one_way(copy, key, table, _ordered(order, " DESC"), sound)
    return False


def _one_way(copy: Path, key: bytes, table: str, order: str, sound: StoreDatabase) -> bool:
    """Copy rows until one does not read; True where all did."""
    try:
        connection = engine.open_locked(copy, key)
    except StoreError:
        return False
    taken: list[tuple[Any, ...]] = []
    whole, insert = True, ""
    try:
        with engine.translated(copy):
            columns = _columns(connection, table, sound)
            if not columns:
                return _sound_so_far(connection)  # a table that an older schema does not have
            insert = _insert(table, columns)
            for row in connection.execute(f'SELECT {_quoted(columns)} FROM "{table}" {order}'):
                if not _sound_so_far(connection):
                    whole = False
                    break
                taken.append(row)
                if len(taken) == _AT_ONCE:
                    _write(sound, insert, taken)
            whole = whole and _sound_so_far(connection)
    except StoreDamagedError:
        whole = False
    finally:
        connection.interrupt()
        connection.close()
    if taken:
        _write(sound, insert, taken)
    return whole


def _sound_so_far(connection: Any) -> bool:
    """Whether every page that was read had its seal (see StoreDatabase)."""
    return bool(connection.execute("PRAGMA cipher_status").fetchone() == ("1",))


def _columns(connection: Any, table: str, sound: StoreDatabase) -> list[str]:
    """The columns that both have: the damaged store may have an older schema."""
    known = {row[1] for row in sound.rows(f'PRAGMA table_info("{table}")')}
    found = connection.execute(f'PRAGMA table_info("{table}")').fetchall()
    return [str(row[1]) for row in found if row[1] in known]


def _order(sound: StoreDatabase, table: str) -> list[str]:
    """The columns in whose order the pages of the table stand."""
    found = sound.first("SELECT sql FROM sqlite_master WHERE name = ?", [table])
    if found is None or "WITHOUT ROWID" not in found[0]:
        return ["rowid"]
    described = sound.rows(f'PRAGMA table_info("{table}")')
    return [str(row[1]) for row in sorted(described, key=_place_in_key) if row[5]]


def _write(sound: StoreDatabase, insert: str, rows: list[tuple[Any, ...]]) -> None:
    with sound.transaction():
        sound.run_each(insert, rows)
    rows.clear()


def _insert(table: str, columns: list[str]) -> str:
    marks = ", ".join("?" for _ in columns)
    return f'INSERT OR IGNORE INTO "{table}" ({_quoted(columns)}) VALUES ({marks})'


def _place_in_key(described: tuple[Any, ...]) -> int:
    return int(described[5])


def _quoted(names: list[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


def _ordered(names: list[str], way: str) -> str:
    return "ORDER BY " + ", ".join(f'"{name}"{way}' for name in names)
