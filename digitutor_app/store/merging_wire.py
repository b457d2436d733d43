"""Rows on their way between stores: the same JSON wherever it is made, taken in only as it is.

A fact is ``{"t", "id", "s", "h", "p"}``, a mutable row ``{"t", "id", "s", "v", "d", "e", "p"}``:
table, id, subject, sha or version, deleted, edited_at, payload. What comes must be what we would
write ourselves, letter by letter; otherwise its sha would change on the way to the next store.
"""

import base64
import binascii
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from digitutor_app.store import values
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.rows import CLOCK_DIGITS, LAST_CLOCK
from digitutor_app.store.tables import EXTRA, KEY_NAMES, Column, Kind, Table

#: "2026-03-02T09:00+02:00"
_TIME_LENGTH = 22
_VERSION = re.compile(f"[0-9a-f]{{{CLOCK_DIGITS + values.SHA_LENGTH}}}")


#: Whether a row is asked for, told from its line without what it says ("p").
Wanted = Callable[[dict[str, Any]], bool]


def wire_rows(
    database: StoreDatabase, table: Table, wanted: Wanted | None = None
) -> Iterator[dict[str, Any]]:
    """The rows of a table as they travel, in the order of subject and id: every one, or those
    that are wanted."""
    names = ["id", "subject", *_stamp_names(table), *(c.name for c in table.columns), EXTRA.name]
    quoted = ", ".join(f'"{name}"' for name in names)
    order = '"subject", "id"' if table.mutable else '"subject", "id", "sha"'
    first_value = 2 + len(_stamp_names(table))
    blank = values.blank(table)
    for found in database.each(f'SELECT {quoted} FROM "{table.name}" ORDER BY {order}'):
        line = {"t": table.name, "id": found[0], "s": found[1]}
        if table.mutable:
            line |= {"v": found[2], "d": found[3], "e": found[4]}
        else:
            line["h"] = found[2]
        if wanted is None or wanted(line):
            said = values.payload(table, dict(zip(blank, found[first_value:], strict=True)))
            yield line | {"p": said}


def check_version(where: str, line: Mapping[str, Any]) -> tuple[str, int, str]:
    """``v``, ``deleted`` and ``edited_at`` of a row; raises UnfitValueError."""
    version, deleted, edited_at = line.get("v"), line.get("d"), line.get("e")
    if not isinstance(version, str) or not _VERSION.fullmatch(version):
        raise UnfitValueError(f"{where}.v", "not a version")
    if int(version[:CLOCK_DIGITS], 16) > LAST_CLOCK:
        raise UnfitValueError(f"{where}.v", "a clock beyond the year 2200")
    if type(deleted) is not int or deleted not in (0, 1):
        raise UnfitValueError(f"{where}.deleted", "neither 0 nor 1")
    if not isinstance(edited_at, str) or not _is_time(edited_at):
        raise UnfitValueError(f"{where}.edited_at", "not a time as we write it")
    whole = {"deleted": deleted, "edited_at": edited_at, "payload": line["p"]}
    if values.sha(whole) != version[CLOCK_DIGITS:]:
        raise UnfitValueError(f"{where}.v", "does not fit what the row says")
    return version, deleted, edited_at


def payload_of(table: Table, line: Mapping[str, Any]) -> dict[str, Any]:
    """What the row says; raises UnfitValueError where that is no map."""
    said = line.get("p")
    if not isinstance(said, dict):
        raise UnfitValueError(table.name, "without a payload")
    return said


def fit_one(table: Table, column: Column, value: Any) -> Any:
    """One value from a payload as SQL value; raises UnfitValueError."""
    return FIT[column.kind](f"{table.name}.{column.name}", value, column.cap)


def fit_extra(table: Table, extra: Mapping[str, Any]) -> str:
    """Unknown fields as SQL value; raises UnfitValueError."""
    if not KEY_NAMES.isdisjoint(extra):
        raise UnfitValueError(table.name, "a column of ours among the unknown fields")
    return _same_json(f"{table.name}.{EXTRA.name}", extra, EXTRA.cap)


def _stamp_names(table: Table) -> tuple[str, ...]:
    return ("v", "deleted", "edited_at") if table.mutable else ("sha",)


def _text(where: str, value: Any, cap: int) -> str:
    text = values.fit_text(where, value, cap)
    if not text or text != value:
        raise UnfitValueError(where, "not written as we write it")
    return text


def _int(where: str, value: Any, _cap: int) -> int:
    if not (number := values.fit_int(where, value)):
        raise UnfitValueError(where, "a zero that is written")
    return number


def _list(where: str, value: Any, cap: int) -> str:
    if not isinstance(value, list) or not value:
        raise UnfitValueError(where, "not a list that says something")
    return _same_json(where, value, cap)


def _map(where: str, value: Any, cap: int) -> str:
    if not isinstance(value, dict) or not value:
        raise UnfitValueError(where, "not a map that says something")
    return _same_json(where, value, cap)


def _same_json(where: str, value: Any, cap: int) -> str:
    text = values.fit_json(where, value, cap)
    if text != written(where, value):
        raise UnfitValueError(where, "not written as we write it")
    return text


def written(where: str, value: Any) -> str:
    """Canonical JSON; raises UnfitValueError."""
    try:
        return values.canonical(value)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise UnfitValueError(where, "no JSON of ours") from error


def _blob(where: str, value: Any, cap: int) -> bytes:
    try:
        said = base64.b64decode(value, validate=True) if isinstance(value, str) else b""
    except (binascii.Error, ValueError):
        said = b""
    if not said or len(said) > cap or base64.b64encode(said).decode("ascii") != value:
        raise UnfitValueError(where, "not bytes as we write them")
    return said


def _time(where: str, value: Any, _cap: int) -> str:
    if not isinstance(value, str) or not _is_time(value):
        raise UnfitValueError(where, "not a time as we write it")
    return value


def _is_time(text: str) -> bool:
    return len(text) == _TIME_LENGTH and _is_day(text[:10]) and _is_clock(text[10:])


@lru_cache(4096)
def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text and 1900 <= int(text[:4]) <= 9000
    except ValueError:
        return False


@lru_cache(4096)
def _is_clock(text: str) -> bool:
    """Hours, minutes and zone as we write them, after any day."""
    try:
        moment = datetime.fromisoformat(f"2000-01-01{text}")
        return values.fit_time("", moment, 0) == f"2000-01-01{text}"
    except (ValueError, UnfitValueError):
        return False


def _day(where: str, value: Any, _cap: int) -> str:
    if not isinstance(value, str) or not _is_day(value):
        raise UnfitValueError(where, "not a day as we write it")
    return value


#: What checks a value of each kind as it came, and makes the SQL value of it.
FIT: dict[Kind, Callable[[str, Any, int], Any]] = {
    Kind.TEXT: _text,
    Kind.INT: _int,
    Kind.LIST: _list,
    Kind.MAP: _map,
    Kind.BLOB: _blob,
    Kind.TIME: _time,
    Kind.DAY: _day,
}
