"""Whether a copy of a store is whole: opened with its key, read to the end, and counted."""

from pathlib import Path
from typing import Any

from digitutor_app.store import engine
from digitutor_app.store.errors import StoreDamagedError


def prove(copy: Path, key: bytes, counts: dict[str, int] | None = None) -> None:
    """Raise StoreError unless the copy reads, and has so many rows in each table (None: any)."""
    connection = engine.connect(copy, key, look_only=True)
    try:
        with engine.translated(copy):
            answer = connection.execute("PRAGMA quick_check").fetchall()
            found = counts_of(connection)
    finally:
        connection.close()
    if answer != [("ok",)] or counts not in (None, found):
        raise StoreDamagedError(copy, str(answer[:3]))


def counts_of(connection: Any) -> dict[str, int]:
    """The rows of each table, of whatever schema."""
    return {
        table: int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        for table in tables_of(connection)
    }


def tables_of(connection: Any) -> list[str]:
    """The names of the tables, of whatever schema."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    return [str(row[0]) for row in connection.execute(query)]
