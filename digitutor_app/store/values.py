"""The one check of every value on its way into a replicated row, and its canonical form."""

import base64
import hashlib
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any

import msgspec

from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.tables import EXTRA, Column, Kind, Table

MOST = 2**63
SHA_LENGTH = 16
_ID = re.compile(r"[0-9A-Za-z_-]{1,64}")
_HALF = re.compile("[\ud800-\udfff]")
_DEEPEST = 8
_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODE = msgspec.json.Decoder().decode
_EMPTY: dict[Kind, str | int | bytes | None] = {
    Kind.TEXT: "",
    Kind.INT: 0,
    Kind.LIST: "[]",
    Kind.MAP: "{}",
    Kind.BLOB: b"",
    Kind.TIME: None,
    Kind.DAY: None,
}


def fit_id(table: Table, value: str) -> str:
    """The id itself; raises UnfitValueError for anything but a short plain word."""
    if not isinstance(value, str) or not _ID.fullmatch(value):
        raise UnfitValueError(f"{table.name}.id", "not an id")
    return value


def is_id(value: str) -> bool:
    """Whether this is a short plain word."""
    return _ID.fullmatch(value) is not None


def fit(table: Table, values: Mapping[str, Any], extra: Mapping[str, Any]) -> dict[str, Any]:
    """Payload columns and ``extra`` as SQL values; raises UnfitValueError.

    A missing column gets its empty value. Text is brought into NFC; times lose their seconds.
    """
    row = blank(table)
    fitters = _fitters(table)
    for name, value in values.items():
        if name not in fitters:
            raise UnfitValueError(f"{table.name}.{name}", "no such column")
        where, fitter, cap = fitters[name]
        row[name] = fitter(where, value, cap)
    if extra:
        if not fitters.keys().isdisjoint(extra):
            raise UnfitValueError(table.name, "a column of ours among the unknown fields")
        row[EXTRA.name] = _fit_json_map(f"{table.name}.{EXTRA.name}", extra, EXTRA.cap)
    return row


def blank(table: Table) -> dict[str, Any]:
    """The payload of a deleted row."""
    return dict(_blank(table))


def unpack(column: Column, value: Any) -> Any:
    """A column's SQL value as what was put in (None stays None)."""
    if value is None:
        return None
    packed = _UNPACK.get(column.kind)
    return value if packed is None else packed(value)


def unpack_all(table: Table, found: Sequence[Any]) -> dict[str, Any]:
    """The payload columns' SQL values, in the order of the columns, as what was put in."""
    names, packed = _packed(table)
    row = dict(zip(names, found, strict=True))
    for name, unpacked in packed:
        value = row[name]
        if value is not None:
            row[name] = unpacked(value)
    return row


def payload(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """What a row says, flat, as JSON values: known columns and ``extra`` side by side.

    Empty values are left out, so a column that a later version adds does not change what the
    rows without it say (and so neither their sha).
    """
    extra = row[EXTRA.name]
    said = {} if extra == _EMPTY[Kind.MAP] else _DECODE(extra)
    for name, empty, wire in _wire(table):
        value = row[name]
        if value != empty:
            said[name] = value if wire is None else wire(value)
    return said


def sha(said: Mapping[str, Any]) -> str:
    """The first 16 hex digits of SHA-256 over the canonical JSON of what a row says."""
    return hashlib.sha256(_ENCODER.encode(said)).hexdigest()[:SHA_LENGTH]


def shas(said: Sequence[Mapping[str, Any]]) -> list[str]:
    """The sha of each of many."""
    lines = _ENCODER.encode_lines(said).split(b"\n")[:-1]  # no JSON has a line feed in it
    return [hashlib.sha256(line).hexdigest()[:SHA_LENGTH] for line in lines]


def canonical(value: Any) -> str:
    """JSON text that is the same wherever it is made: sorted keys, no spaces, no escapes."""
    return _ENCODER.encode(value).decode()


def all_canonical(said: Sequence[Any]) -> list[str]:
    """The canonical JSON of each of many."""
    return _ENCODER.encode_lines(said).decode().split("\n")[:-1]


def fit_text(where: str, value: Any, cap: int) -> str:
    """Text in NFC; raises UnfitValueError for NUL, lone surrogates and too many characters."""
    if not isinstance(value, str):
        raise UnfitValueError(where, "not text")
    text = value if value.isascii() else _nfc(where, value)
    if "\x00" in text:
        raise UnfitValueError(where, "NUL in text")
    if len(text) > cap:
        raise UnfitValueError(where, f"longer than {cap}")
    return text


def _nfc(where: str, value: str) -> str:
    text = unicodedata.normalize("NFC", value)
    if _HALF.search(text):
        raise UnfitValueError(where, "half a character")
    return text


def fit_int(where: str, value: Any, _cap: int = 0) -> int:
    """A whole number of 64 bits; raises UnfitValueError."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise UnfitValueError(where, "not a whole number")
    if abs(value) >= MOST:
        raise UnfitValueError(where, "number too large")
    return value


def _fit_blob(where: str, value: Any, cap: int) -> bytes:
    if not isinstance(value, bytes):
        raise UnfitValueError(where, "not bytes")
    if len(value) > cap:
        raise UnfitValueError(where, f"longer than {cap}")
    return value


def fit_time(where: str, value: Any, _cap: int) -> str | None:
    """A time as it is stored; raises UnfitValueError."""
    if value is None:
        return None
    if not isinstance(value, datetime) or value.utcoffset() is None:
        raise UnfitValueError(where, "not a time with its zone")
    return time_text(value)


def time_text(moment: datetime) -> str:
    """A moment as it is stored: ISO, rounded down to the minute, with its zone."""
    return moment.isoformat(timespec="minutes")


def _fit_day(where: str, value: Any, _cap: int) -> str | None:
    if value is None:
        return None
    if not isinstance(value, date) or isinstance(value, datetime):
        raise UnfitValueError(where, "not a day")
    return value.isoformat()


def _fit_list(where: str, value: Any, cap: int) -> str:
    if not isinstance(value, list | tuple):
        raise UnfitValueError(where, "not a list")
    return fit_json(where, value, cap)


def _fit_json_map(where: str, value: Any, cap: int) -> str:
    if type(value) is not dict and not isinstance(value, Mapping):
        raise UnfitValueError(where, "not a map")
    return fit_json(where, value, cap)


def fit_json(where: str, value: Any, cap: int) -> str:
    """Canonical JSON of texts in NFC, whole numbers, truths, lists and maps; raises
    UnfitValueError."""
    text = canonical(_fit_inside(where, value, cap, _DEEPEST))
    if len(text) > cap:
        raise UnfitValueError(where, f"longer than {cap}")
    return text


def _fit_inside(where: str, value: Any, cap: int, deeper: int) -> Any:
    if not deeper:
        raise UnfitValueError(where, "nested too deep")
    kind = type(value)
    if kind is str or isinstance(value, str):
        return fit_text(where, value, cap)
    if value is None or kind is bool:
        return value
    if kind is int or isinstance(value, int):
        return fit_int(where, value)
    if kind is dict or isinstance(value, Mapping):
        return _fit_map(where, value, cap, deeper - 1)
    if isinstance(value, list | tuple):
        return [_fit_inside(where, item, cap, deeper - 1) for item in value]
    raise UnfitValueError(where, f"{type(value).__name__} cannot be stored")


def _fit_map(where: str, value: Mapping[Any, Any], cap: int, deeper: int) -> dict[str, Any]:
    fitted = {
        fit_text(where, name, cap): _fit_inside(where, item, cap, deeper)
        for name, item in value.items()
    }
    if len(fitted) != len(value):
        raise UnfitValueError(where, "the same name twice")
    return fitted


_FIT: dict[Kind, Callable[[str, Any, int], Any]] = {
    Kind.TEXT: fit_text,
    Kind.INT: fit_int,
    Kind.LIST: _fit_list,
    Kind.MAP: _fit_json_map,
    Kind.BLOB: _fit_blob,
    Kind.TIME: fit_time,
    Kind.DAY: _fit_day,
}


@cache
def _fitters(table: Table) -> dict[str, tuple[str, Callable[[str, Any, int], Any], int]]:
    """What fits each column's value, with its place in words and its cap."""
    return {
        column.name: (f"{table.name}.{column.name}", _FIT[column.kind], column.cap)
        for column in table.columns
    }


@cache
def _wire(table: Table) -> list[tuple[str, Any, Callable[[Any], Any] | None]]:
    """Name and empty value of each column, and what makes its SQL value a JSON value."""
    return [(c.name, _EMPTY[c.kind], _WIRE.get(c.kind)) for c in table.columns]


def _base64(value: bytes) -> str:
    return base64.b64encode(value).decode("ascii")


_WIRE: dict[Kind, Callable[[Any], Any]] = {
    Kind.BLOB: _base64,
    Kind.LIST: _DECODE,
    Kind.MAP: _DECODE,
}


def _plain(text: str) -> Any:
    """What canonical JSON says; most columns of most rows say nothing."""
    if text == "{}":
        return {}
    if text == "[]":
        return []
    return _DECODE(text)


_UNPACK: dict[Kind, Callable[[str], Any]] = {
    Kind.LIST: _plain,
    Kind.MAP: _plain,
    Kind.TIME: datetime.fromisoformat,
    Kind.DAY: date.fromisoformat,
}


@cache
def _packed(table: Table) -> tuple[list[str], list[tuple[str, Callable[[str], Any]]]]:
    """The names of the payload columns; those that lie otherwise than they are, and what unpacks
    them."""
    named = [(column.name, _UNPACK.get(column.kind)) for column in table.columns]
    return [name for name, _how in named], [(name, how) for name, how in named if how is not None]


@cache
def _blank(table: Table) -> dict[str, Any]:
    return {column.name: _EMPTY[column.kind] for column in (*table.columns, EXTRA)}
