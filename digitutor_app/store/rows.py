"""How replicated rows are written and merged: facts are added, mutable rows have versions.

The rule (design, data 2.2): a fact is keyed by id, subject and sha and never changes. A mutable
row carries ``v``: 12 hex digits of its row clock (milliseconds) and 16 of its sha; the larger
``v`` wins wherever two meet. Nothing about an erased subject is ever written again.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any

from digitutor_app.domain.clock import minute
from digitutor_app.store import values
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.moves import of_the_erased
from digitutor_app.store.tables import EXTRA, Table

CLOCK_DIGITS = 12
#: The first millisecond of the year 2200: no row clock is later, in whatever store. Wall clocks
#: stop a year before, so that a row can always be edited once more.
LAST_CLOCK = 7_258_118_400_000
_LAST_WALL = LAST_CLOCK - 366 * 86_400_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What one row says. ``values`` holds payload columns, ``extra`` what we do not know."""

    id: str
    subject: str
    values: Mapping[str, Any]
    extra: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """One version of a mutable row: its row clock in milliseconds and when a person made it."""

    at: int
    edited_at: datetime
    deleted: bool = False


def wall_clock(now: datetime) -> int:
    """Milliseconds since 1970 of the minute: no stored time about a person is more exact."""
    return min(max(0, int(minute(now).timestamp()) * 1000), _LAST_WALL)


def add_fact(database: StoreDatabase, table: Table, row: Row) -> bool:
    """Add a fact; False when it was there already or its subject has been erased."""
    fitted = values.fit(table, row.values, row.extra)
    digest = values.sha(values.payload(table, fitted))
    key = [values.fit_id(table, row.id), values.fit_id(table, row.subject), digest]
    parameters = [*key, *fitted.values(), row.subject]
    if table.attempt_in:
        attempt_id = row.id if table.attempt_in == "id" else fitted[table.attempt_in]
        moved = [*parameters, row.subject, attempt_id]
        if database.run(_unmoved_statement(table), moved) == 1:
            return True
        if of_the_erased(database, row.subject, attempt_id):
            return False
    return database.run(fact_statement(table), parameters) == 1


def edit(database: StoreDatabase, table: Table, row: Row, now: datetime) -> bool:
    """Write what a row says now, as a version after the one seen here.

    False when it says that already, or when its subject has been erased. What newer programs
    wrote into ``extra`` stays.
    """
    key = _key(table, row.id, row.subject)
    seen = _seen(database, table, key)
    fitted = values.fit(table, row.values, {**_extra(seen), **row.extra})
    if seen.alive and fitted == seen.fitted:
        return False
    return _write(database, table, key, _after(seen, now), fitted)


def delete(database: StoreDatabase, table: Table, key: tuple[str, str], now: datetime) -> bool:
    """Delete the row of this id and subject: a version that says nothing any more."""
    seen = _seen(database, table, key)
    if not seen.alive:
        return False
    version = _after(seen, now, deleted=True)
    return _write(database, table, key, version, values.blank(table))


def merge(database: StoreDatabase, table: Table, row: Row, version: Version) -> bool:
    """Write this version unless a later one is here; False when it did not win."""
    fitted = values.blank(table) if version.deleted else values.fit(table, row.values, row.extra)
    return _write(database, table, _key(table, row.id, row.subject), version, fitted)


def find(
    database: StoreDatabase, table: Table, where: str, parameters: Sequence[Any] = ()
) -> list[Row]:
    """The rows for which ``where`` (our own SQL, never data) holds; deleted ones are left out."""
    condition = f'({where}) AND "deleted" = 0' if table.mutable else where
    return [
        Row(
            id=found[0],
            subject=found[1],
            values=values.unpack_all(table, found[3:]),
            extra=values.unpack(EXTRA, found[2]),
        )
        for found in database.rows(f"{_select(table)} WHERE {condition}", parameters)
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The version of a row that is here: its clock (-1 for none) and its SQL values."""

    at: int
    alive: bool
    fitted: dict[str, Any]


def _key(table: Table, row_id: str, subject: str) -> tuple[str, str]:
    return values.fit_id(table, row_id), values.fit_id(table, subject)


def _seen(database: StoreDatabase, table: Table, key: tuple[str, str]) -> _Seen:
    found = database.first(_seen_statement(table), key)
    if found is None:
        return _Seen(-1, False, values.blank(table))
    fitted = dict(zip(values.blank(table), found[2:], strict=True))
    return _Seen(int(found[0][:CLOCK_DIGITS], 16), not found[1], fitted)


def _extra(seen: _Seen) -> dict[str, Any]:
    extra: dict[str, Any] = values.unpack(EXTRA, seen.fitted[EXTRA.name])
    return extra


def _after(seen: _Seen, now: datetime, *, deleted: bool = False) -> Version:
    at = min(max(wall_clock(now), seen.at + 1), LAST_CLOCK)
    return Version(at=at, edited_at=now, deleted=deleted)


def _write(
    database: StoreDatabase,
    table: Table,
    key: tuple[str, str],
    version: Version,
    fitted: Mapping[str, Any],
) -> bool:
    edited_at, stamp = _stamp(table, version, fitted)
    parameters = [*key, stamp, int(version.deleted), edited_at, *fitted.values(), key[1]]
    return database.run(merge_statement(table), parameters) == 1


def _stamp(table: Table, version: Version, fitted: Mapping[str, Any]) -> tuple[str, str]:
    """The texts of ``edited_at`` and ``v``."""
    if not 0 <= version.at <= LAST_CLOCK:
        raise UnfitValueError(f"{table.name}.v", "clock out of range")
    edited_at = values.time_text(version.edited_at)
    said = values.payload(table, fitted)
    whole = {"deleted": int(version.deleted), "edited_at": edited_at, "payload": said}
    return edited_at, f"{version.at:0{CLOCK_DIGITS}x}{values.sha(whole)}"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _insert(table: Table) -> str:
    names = _names(table)
    marks = ", ".join("?" for _ in names)
    return (
        f'INSERT INTO "{table.name}" ({_quoted(names)}) SELECT {marks} '
        'WHERE NOT EXISTS (SELECT 1 FROM "erased" WHERE "erased"."subject" = ?)'
    )


def _names(table: Table) -> list[str]:
    key = ["id", "subject", "v", "deleted", "edited_at"] if table.mutable else _FACT_KEY
    return [*key, *(column.name for column in table.columns), EXTRA.name]


_FACT_KEY = ["id", "subject", "sha"]


@cache
def fact_statement(table: Table) -> str:
    """Adds a fact: id, subject, sha, the SQL values and the subject again."""
    return f'{_insert(table)} ON CONFLICT ("id", "subject", "sha") DO NOTHING'


@cache
def merged_fact_statement(table: Table) -> str:
    """Adds a fact about somebody who is known not to be erased: id, subject, sha, the SQL values.

    Of many rows it takes two thirds of the time.
    """
    names = _names(table)
    marks = ", ".join("?" for _ in names)
    return (
        f'INSERT INTO "{table.name}" ({_quoted(names)}) VALUES ({marks}) '
        'ON CONFLICT ("id", "subject", "sha") DO NOTHING'
    )


@cache
def _unmoved_statement(table: Table) -> str:
    """The same for a part of an attempt that was not moved: then its subject and the attempt's id.

    Nearly every row is one, and so needs no question of its own.
    """
    moved = """SELECT 1 FROM "withdrawn" WHERE "subject" = ? AND "id" = ? AND "moved_to" <> ''"""
    return (
        f'{_insert(table)} AND NOT EXISTS ({moved}) ON CONFLICT ("id", "subject", "sha") DO NOTHING'
    )


@cache
def merge_statement(table: Table) -> str:
    """Writes a version: id, subject, v, deleted, edited_at, the SQL values, the subject again."""
    names = ["v", "deleted", "edited_at", *(c.name for c in table.columns), EXTRA.name]
    changes = ", ".join(f'"{name}" = "excluded"."{name}"' for name in names)
    return (
        f'{_insert(table)} ON CONFLICT ("id", "subject") DO UPDATE SET {changes} '
        f'WHERE "excluded"."v" > "{table.name}"."v"'
    )


@cache
def _seen_statement(table: Table) -> str:
    names = ["v", "deleted", *(column.name for column in table.columns), EXTRA.name]
    return f'SELECT {_quoted(names)} FROM "{table.name}" WHERE "id" = ? AND "subject" = ?'


@cache
def _select(table: Table) -> str:
    names = ["id", "subject", EXTRA.name, *(column.name for column in table.columns)]
    return f'SELECT {_quoted(names)} FROM "{table.name}"'
