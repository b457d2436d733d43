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
from digitutor_app.store.tables import EXTRA, Table

CLOCK_DIGITS = 12
_CLOCK_END = 16**CLOCK_DIGITS


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
    return max(0, int(minute(now).timestamp()) * 1000)


def add_fact(database: StoreDatabase, table: Table, row: Row) -> bool:
    """Add a fact; False when it was there already or its subject has been erased."""
    fitted = values.fit(table, row.values, row.extra)
    digest = values.sha(values.payload(table, fitted))
    key = [values.fit_id(table, row.id), values.fit_id(table, row.subject), digest]
    statement = _fact_statement(table)
    return database.run(statement, [*key, *fitted.values(), row.subject]) == 1


def edit(database: StoreDatabase, table: Table, row: Row, now: datetime) -> bool:
    """Write what a row says now, as a version after the one seen here.

    False when it says that already, or when its subject has been erased. What newer programs
    wrote into ``extra`` stays.
    """
    seen = _seen(database, table, row.id, row.subject)
    extra = {**seen.extra, **row.extra}
    if seen.alive and values.fit(table, row.values, extra) == seen.fitted:
        return False
    version = Version(at=max(wall_clock(now), seen.at + 1), edited_at=now)
    newer = Row(id=row.id, subject=row.subject, values=row.values, extra=extra)
    return merge(database, table, newer, version)


def delete(database: StoreDatabase, table: Table, key: tuple[str, str], now: datetime) -> bool:
    """Delete the row of this id and subject: a version that says nothing any more."""
    row_id, subject = key
    seen = _seen(database, table, row_id, subject)
    if not seen.alive:
        return False
    version = Version(at=max(wall_clock(now), seen.at + 1), edited_at=now, deleted=True)
    return merge(database, table, Row(id=row_id, subject=subject, values={}), version)


def merge(database: StoreDatabase, table: Table, row: Row, version: Version) -> bool:
    """Write this version unless a later one is here; False when it did not win."""
    if not 0 <= version.at < _CLOCK_END:
        raise UnfitValueError(f"{table.name}.v", "clock out of range")
    fitted = values.blank(table) if version.deleted else values.fit(table, row.values, row.extra)
    edited_at = values.time_text(version.edited_at)
    key = [values.fit_id(table, row.id), values.fit_id(table, row.subject)]
    stamp = _stamp(version, edited_at, values.payload(table, fitted))
    parameters = [*key, stamp, int(version.deleted), edited_at, *fitted.values(), row.subject]
    return database.run(_merge_statement(table), parameters) == 1


def find(
    database: StoreDatabase, table: Table, where: str, parameters: Sequence[Any] = ()
) -> list[Row]:
    """The rows for which ``where`` (our own SQL, never data) holds; deleted ones are left out."""
    condition = f'({where}) AND "deleted" = 0' if table.mutable else where
    return [
        Row(
            id=found[0],
            subject=found[1],
            values={
                column.name: values.unpack(column, value)
                for column, value in zip(table.columns, found[3:], strict=True)
            },
            extra=values.unpack(EXTRA, found[2]),
        )
        for found in database.rows(f"{_select(table)} WHERE {condition}", parameters)
    ]


@dataclass(frozen=True, slots=True)
class _Seen:
    """The version of a row that is here: its clock (-1 for none) and its payload."""

    at: int
    alive: bool
    fitted: dict[str, Any]
    extra: dict[str, Any]


def _seen(database: StoreDatabase, table: Table, row_id: str, subject: str) -> _Seen:
    names = [column.name for column in (*table.columns, EXTRA)]
    found = database.first(
        f'SELECT "v", "deleted", {_quoted(names)} FROM "{table.name}" '
        'WHERE "id" = ? AND "subject" = ?',
        [row_id, subject],
    )
    if found is None:
        return _Seen(-1, False, {}, {})
    fitted = dict(zip(names, found[2:], strict=True))
    clock = int(found[0][:CLOCK_DIGITS], 16)
    return _Seen(clock, not found[1], fitted, values.unpack(EXTRA, fitted[EXTRA.name]))


def _stamp(version: Version, edited_at: str, said: Mapping[str, Any]) -> str:
    whole = {"deleted": int(version.deleted), "edited_at": edited_at, "payload": said}
    return f"{version.at:0{CLOCK_DIGITS}x}{values.sha(whole)}"


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


@cache
def _insert(table: Table) -> str:
    key = ["id", "subject", "v", "deleted", "edited_at"] if table.mutable else _FACT_KEY
    names = [*key, *(column.name for column in table.columns), EXTRA.name]
    marks = ", ".join("?" for _ in names)
    return (
        f'INSERT INTO "{table.name}" ({_quoted(names)}) SELECT {marks} '
        'WHERE NOT EXISTS (SELECT 1 FROM "erased" WHERE "erased"."subject" = ?)'
    )


_FACT_KEY = ["id", "subject", "sha"]


@cache
def _fact_statement(table: Table) -> str:
    return f'{_insert(table)} ON CONFLICT ("id", "subject", "sha") DO NOTHING'


@cache
def _merge_statement(table: Table) -> str:
    names = ["v", "deleted", "edited_at", *(c.name for c in table.columns), EXTRA.name]
    changes = ", ".join(f'"{name}" = "excluded"."{name}"' for name in names)
    return (
        f'{_insert(table)} ON CONFLICT ("id", "subject") DO UPDATE SET {changes} '
        f'WHERE "excluded"."v" > "{table.name}"."v"'
    )


@cache
def _select(table: Table) -> str:
    names = ["id", "subject", EXTRA.name, *(column.name for column in table.columns)]
    return f'SELECT {_quoted(names)} FROM "{table.name}"'
