"""The boards of an exercise as its start row tells them, read typed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, cast

from digitutor_app.domain.errors import OurMistakeError

#: How long the pointer rests on a lamp, and stays in a zone, before it counts; milliseconds.
DWELL_MS = 1000
VISIT_MS = 500
#: The side of a lamp or bell that names no size, logical pixels (domain/2, module 01).
LARGEST = 96


class Kind(StrEnum):
    """What is practised on a board."""

    LAMPS = "lamps"
    BELLS = "bells"
    SORT = "sort"
    LIST = "list"
    SHAPES = "shapes"


class Shape(StrEnum):
    """What a pointer can look like."""

    ARROW = "arrow"
    HAND = "hand"
    TEXT = "text"
    BUSY = "busy"
    RESIZE = "resize"


@dataclass(frozen=True, slots=True)
class Thing:
    """Something that lies on a board.

    ``at`` is where, in thousandths of the way that it could go from left to right and from top to
    bottom (None: in a row with the others); ``size`` the side of its picture, logical pixels.
    ``kind`` is the picture, or the shape of the pointer over it.
    """

    id: str
    at: tuple[int, int] | None = None
    size: int = LARGEST
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Zone:
    """A place for things; ``takes`` are the ids of those that belong there."""

    id: str
    takes: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a list: its words are the names of ``words``, joined."""

    id: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """One board; what its kind does not use is empty."""

    id: str
    kind: Kind
    things: tuple[Thing, ...] = ()
    zones: tuple[Zone, ...] = ()
    lines: tuple[Line, ...] = ()
    goal: str = ""
    back_to: str = ""
    dwell: int = DWELL_MS
    touchpad: bool = False

    def index(self, line_id: str) -> int:
        """The number of a row in the list; -1 when it is not there."""
        return next((n for n, line in enumerate(self.lines) if line.id == line_id), -1)


def read_boards(row: Mapping[str, Any] | None) -> tuple[Board, ...]:
    """The boards of a start row; raises OurMistakeError when the row tells none that we know."""
    tables = (row or {}).get("boards", ())
    try:
        boards = tuple(_board(cast(Mapping[str, Any], table)) for table in tables)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise OurMistakeError(f"the start row of the pointer is not one: {error!r}") from error
    ids = [board.id for board in boards]
    if len(set(ids)) != len(ids):
        raise OurMistakeError(f"two boards with one id: {ids}")
    return boards


def _board(table: Mapping[str, Any]) -> Board:
    kind = Kind(table["kind"])
    things = {
        Kind.LAMPS: table.get("lamps"),
        Kind.BELLS: table.get("bells"),
        Kind.SORT: table.get("items"),
        Kind.SHAPES: table.get("shapes"),
    }.get(kind)
    return Board(
        id=str(table.get("id", kind.value)),
        kind=kind,
        things=tuple(_thing(thing) for thing in things or ()),
        zones=tuple(
            Zone(str(z["id"]), tuple(z.get("takes", ())), str(z.get("kind", "")))
            for z in table.get("zones", ())
        ),
        lines=tuple(_line(line) for line in table.get("rows", ())),
        goal=str(table.get("goal", "")),
        back_to=str(table.get("back_to", "")),
        dwell=int(table.get("dwell", DWELL_MS)),
        touchpad=bool(table.get("touchpad", False)),
    )


def _thing(plain: str | Mapping[str, Any]) -> Thing:
    if isinstance(plain, str):
        return Thing(plain)
    at = cast(Sequence[int] | None, plain.get("at"))
    if at is not None and (len(at) != 2 or not all(0 <= part <= 1000 for part in at)):
        raise ValueError(f"{plain['id']}: at is two numbers of 0 to 1000")
    kind = str(plain.get("shape", plain.get("kind", "")))
    if "shape" in plain:
        kind = Shape(kind).value
    place = None if at is None else (int(at[0]), int(at[1]))
    return Thing(str(plain["id"]), place, int(plain.get("size", LARGEST)), kind)


def _line(plain: str | Mapping[str, Any]) -> Line:
    if isinstance(plain, str):
        return Line(plain, (plain,))
    return Line(str(plain["id"]), tuple(plain.get("words", (plain["id"],))))
