"""The replicated tables, described once; the statements that write them are made from this."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a column holds. Times and days may be None; every other kind has an empty value."""

    TEXT = "text"
    INT = "int"
    LIST = "list"
    MAP = "map"
    BLOB = "blob"
    TIME = "time"
    DAY = "day"


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """One payload column; ``cap`` is the most characters (or bytes) that its value may have."""

    name: str
    kind: Kind = Kind.TEXT
    cap: int = 200


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """One replicated table. A fact is never changed; a mutable row has versions.

    ``attempt_in`` names the column that tells which attempt a fact is a part of, "" for none.

    Each is one thing compared by identity: statements made from it are remembered by it.
    """

    name: str
    mutable: bool
    columns: tuple[Column, ...]
    attempt_in: str = ""


def _facts(name: str, *columns: Column, attempt_in: str = "") -> Table:
    return Table(name, False, columns, attempt_in)


def _rows(name: str, *columns: Column) -> Table:
    return Table(name, True, columns)


PERSON = _rows(
    "person",
    Column("code"),
    Column("first_name"),
    Column("language"),
    Column("display", Kind.MAP, 2_000),
    Column("merged_into"),
)
VISIT = _rows(
    "visit",
    Column("arrived", Kind.TIME),
    Column("last_seen", Kind.TIME),
    Column("left", Kind.TIME),
    Column("paused", Kind.TIME),
    Column("laptop"),
    Column("workshop_id"),
)
CALL = _rows(
    "call",
    Column("called", Kind.TIME),
    Column("exercise"),
    Column("step"),
    Column("end"),
    Column("ended", Kind.TIME),
)
COMING = _rows(
    "coming",
    Column("about"),
    Column("since", Kind.TIME),
    Column("ended", Kind.TIME),
)
WORKSHOP = _rows(
    "workshop",
    Column("name"),
    Column("place"),
    Column("day", Kind.DAY),
    Column("organisers", Kind.LIST, 4_000),
)
STEP_DONE = _facts(
    "step_done",
    Column("attempt_id"),
    Column("exercise"),
    Column("step"),
    Column("number", Kind.INT),
    Column("of", Kind.INT),
    Column("mode"),
    Column("at", Kind.TIME),
    Column("hint", Kind.INT),
    Column("mistakes", Kind.MAP, 8_000),
    attempt_in="attempt_id",
)
ATTEMPT = _facts(
    "attempt",
    Column("exercise"),
    Column("content_version"),
    Column("data_set"),
    Column("mode"),
    Column("end"),
    Column("started", Kind.TIME),
    Column("ended", Kind.TIME),
    Column("steps_done", Kind.INT),
    Column("hint", Kind.INT),
    Column("asked", Kind.INT),
    Column("undos", Kind.INT),
    Column("way"),
    Column("device"),
    Column("skills", Kind.LIST, 8_000),
    Column("mistakes", Kind.MAP, 8_000),
    attempt_in="id",
)
CERTIFICATE = _facts(
    "certificate",
    Column("workshop_id"),
    Column("content", Kind.MAP, 64_000),
    Column("pdf", Kind.BLOB, 16_000_000),
    Column("replaces"),
)
NOTE = _rows("note", Column("text", cap=4_000), Column("day", Kind.DAY))
OBSERVATION = _facts("observation", Column("skill"), Column("day", Kind.DAY), Column("behind"))
WITHDRAWN = _facts(
    "withdrawn",
    Column("kind"),
    Column("at", Kind.TIME),
    # Where an attempt was moved: to whom, and the id of the copy there.
    Column("moved_to"),
    Column("copy_id"),
)

TABLES = (
    PERSON,
    VISIT,
    CALL,
    COMING,
    WORKSHOP,
    STEP_DONE,
    ATTEMPT,
    CERTIFICATE,
    NOTE,
    OBSERVATION,
    WITHDRAWN,
)
EXTRA = Column("extra", Kind.MAP, 64_000)
#: What no payload column and no unknown field may be called.
KEY_NAMES = frozenset(("id", "subject", "sha", "v", "deleted", "edited_at"))
