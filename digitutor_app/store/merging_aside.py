"""What a merge could not take in: rows that are not right, and rows only newer programs know.

The first are kept on this laptop for people to look at. The second wait here, whole, until this
program knows their table, and travel on as they came.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Self

from digitutor_app.store import values
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_wire import check_version

LONGEST_RAW = 4_000
LONGEST_PARKED = 1_000_000
#: More than so many rows are not kept, only told of.
MOST = 10_000
_RAW = json.JSONEncoder(sort_keys=True, separators=(",", ":"), default=repr)

_PUT = """
    INSERT INTO "put_aside"
        ("id", "table", "row_id", "subject", "reason", "device", "at", "raw")
    SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM "put_aside") < ?
    ON CONFLICT ("id") DO NOTHING
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
        raw = line if isinstance(line, str) else _RAW.encode(line)
        return cls(
            table=name,
            row_id=row_id,
            subject=subject,
            reason=str(error),
            device=device,
            raw=raw.encode("ascii", "backslashreplace").decode("ascii")[:LONGEST_RAW],
        )


def put_aside(database: StoreDatabase, aside: PutAside, now: datetime) -> None:
    """Keep a row for people to look at; the same one again changes nothing."""
    digest = values.sha({"raw": aside.raw, "reason": aside.reason})
    said = aside.table, aside.row_id, aside.subject, aside.reason, aside.device
    raw = aside.raw.replace("\x00", "\\x00")
    database.run(_PUT, [digest, *said, values.time_text(now), raw, MOST])


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


def parked_lines(database: StoreDatabase) -> Iterator[dict[str, Any]]:
    """The waiting rows as they travel on; ``r`` says so where no tutor's key has signed one."""
    for raw, role in database.each(_PARKED):
        line: dict[str, Any] = json.loads(raw)
        yield line | {"r": "practice"} if role == "practice" else line
