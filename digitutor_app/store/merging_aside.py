"""What a merge could not take in: rows that are not right, and rows only newer programs know.

The first are kept on this laptop for people to look at. The second wait here, whole, until this
program knows their table, and travel on as they came.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from digitutor_app.domain.clock import Clock
from digitutor_app.store import values
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_wire import check_version

LONGEST_RAW = 4_000
LONGEST_PARKED = 1_000_000
#: More than so many rows are neither kept nor told of: one bundle may hold millions.
MOST = 10_000
_RAW = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=repr)

_PUT = """
    INSERT INTO "put_aside"
        ("id", "table", "row_id", "subject", "reason", "device", "at", "raw")
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT ("id") DO NOTHING
"""
_CAME_WELL = 'DELETE FROM "put_aside" WHERE "table" = ? AND "row_id" = ? AND "subject" = ?'
_ALL = """
    SELECT "table", "row_id", "subject", "reason", "device", "raw", "at" FROM "put_aside"
    ORDER BY unixepoch("at") DESC, "id"
"""
_PARK = """
    INSERT INTO "parked" ("table", "subject", "row_id", "stamp", "role", "v", "raw")
    VALUES (?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT ("table", "subject", "row_id", "stamp", "role") DO UPDATE SET
        "v" = "excluded"."v", "raw" = "excluded"."raw" WHERE "excluded"."v" > "parked"."v"
"""
_PARKED = """
    SELECT "raw", "role" FROM "parked" ORDER BY "table", "subject", "row_id", "stamp", "role"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class PutAside:
    """One row that was not taken in. ``table``, ``row_id`` and ``subject`` are "" where they could
    not be read; ``raw`` is its beginning."""

    table: str
    row_id: str
    subject: str
    reason: str
    device: str
    raw: str

    @classmethod
    def of(cls, line: Any, error: UnfitValueError, device: str) -> Self:
        said = line if isinstance(line, dict) else {}
        name, row_id, subject = (
            value if isinstance(value := said.get(key), str) and values.is_id(value) else ""
            for key in ("t", "id", "s")
        )
        raw = line if isinstance(line, str) else _raw(line)
        return cls(
            table=name,
            row_id=row_id,
            subject=subject,
            reason=_plain(str(error)),
            device=device,
            raw=_plain(raw),
        )


def _raw(line: Any) -> str:
    try:
        return _RAW.encode(line)
    except (TypeError, ValueError, RecursionError):
        return repr(type(line))


def _plain(text: str) -> str:
    """As it can be stored anywhere, whatever came."""
    safe = text[:LONGEST_RAW].encode("ascii", "backslashreplace").decode("ascii")
    return safe.replace("\x00", "\\x00")[:LONGEST_RAW]


class Aside:
    """The rows that were put aside, as a merge writes them."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        found = database.first('SELECT count(*) FROM "put_aside"')
        self._count = int(found[0]) if found else 0

    def put(self, aside: PutAside) -> None:
        """Keep a row for people to look at; the same one again changes nothing."""
        if self._count >= MOST:
            return
        digest = values.sha({"raw": aside.raw, "reason": aside.reason})
        said = aside.table, aside.row_id, aside.subject, aside.reason, aside.device
        now = values.time_text(self._clock.now())
        self._count += self._database.run(_PUT, [digest, *said, now, aside.raw])

    def came_well(self, name: str, rows: Iterable[Sequence[Any]]) -> None:
        """Rows of this table (each begins with its id and its subject) have come as they
        should."""
        if self._count:
            for row in rows:
                self._count -= self._database.run(_CAME_WELL, [name, row[0], row[1]])


def all_put_aside(database: StoreDatabase) -> list[tuple[PutAside, datetime]]:
    """Everything that was put aside and never came well, and when, the newest first."""
    return [
        (
            PutAside(
                table=found[0],
                row_id=found[1],
                subject=found[2],
                reason=found[3],
                device=found[4],
                raw=found[5],
            ),
            datetime.fromisoformat(found[6]),
        )
        for found in database.rows(_ALL)
    ]


def park(database: StoreDatabase, line: Mapping[str, Any], role: str) -> bool:
    """Keep a row of a table that this program does not know, until one does; False when it was
    here. Raises UnfitValueError where it is not even a row."""
    name = line["t"]
    if not values.is_id(name):
        raise UnfitValueError("?", "not a table")
    said = line.get("p")
    values.fit_json(name, said, LONGEST_PARKED)
    if not isinstance(said, dict):
        raise UnfitValueError(name, "without a payload")
    raw = {key: value for key, value in line.items() if key in _KEYS}
    if "v" in line:
        stamp, version = "", check_version(name, line)[0]
    else:
        stamp, version = values.sha(said), ""
        if stamp != line.get("h"):
            raise UnfitValueError(f"{name}.sha", "does not fit what the row says")
    role = "practice" if line.get("r") == "practice" else str(role)
    key = name, line["s"], line["id"], stamp, role
    return database.run(_PARK, [*key, version, values.canonical(raw)]) == 1


_KEYS = frozenset(("t", "id", "s", "h", "v", "d", "e", "p"))


def parked_of(database: StoreDatabase, name: str) -> list[dict[str, Any]]:
    """Take the waiting rows of one table out, to be merged now."""
    found = database.rows('SELECT "raw", "role" FROM "parked" WHERE "table" = ?', [name])
    database.run('DELETE FROM "parked" WHERE "table" = ?', [name])
    return [_as_it_came(raw, role) for raw, role in found]


def parked_lines(database: StoreDatabase) -> Iterator[dict[str, Any]]:
    """The waiting rows as they travel on; ``r`` says so where no tutor's key has signed one."""
    for raw, role in database.each(_PARKED):
        yield _as_it_came(raw, role)


def _as_it_came(raw: str, role: str) -> dict[str, Any]:
    line: dict[str, Any] = json.loads(raw)
    return line | {"r": role} if role == "practice" else line
