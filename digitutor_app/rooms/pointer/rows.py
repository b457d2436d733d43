"""What the boards remember: their rows in the book, read and written typed."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import cast

from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.pointer.boards import Board, read_boards

PROGRAM = "pointer"
_ITEM = "pointer.item:"


@dataclass(frozen=True, slots=True)
class Hand:
    """Ids: what the pointer is over, what it holds, and the zone above which it holds it."""

    over: str = ""
    held: str = ""
    above: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an item of the sorting lies: in a zone, or at a place in thousandths as in
    ``boards.Thing.at``. ``order`` grows towards the top: what was put last lies on the others."""

    zone: str = ""
    x: int = -1
    y: int = -1
    order: int = 0


@dataclass(frozen=True, slots=True)
class View:
    """The first row of the list that can be seen, and how many can be seen whole (0: nobody has
    scrolled yet)."""

    first: int = 0
    shown: int = 0


class Rows:
    """The rows of the room; what is written outside a deed belongs to the deed before (Book)."""

    def __init__(self, computer: Computer) -> None:
        self._book = computer.book
        self._started: object = None
        self._boards: tuple[Board, ...] = ()

    @property
    def boards(self) -> tuple[Board, ...]:
        row = self._book.row(PROGRAM)
        if row is not self._started:
            self._started, self._boards = row, read_boards(row)
        return self._boards

    def board_index(self) -> int:
        row = self._book.row("pointer.board")
        return 0 if row is None else cast(int, row["index"])

    def put_board_index(self, index: int) -> None:
        self._book.write("pointer.board", {"index": index})

    def hand(self) -> Hand:
        row = self._book.row("pointer.hand")
        if row is None:
            return Hand()
        return Hand(str(row["over"]), str(row["held"]), str(row["above"]))

    def put_hand(self, hand: Hand) -> None:
        if hand != self.hand():
            self._book.write("pointer.hand", asdict(hand))

    def ids(self, name: str) -> tuple[str, ...]:
        """A list of ids: "lit", "answered", "visited"."""
        row = self._book.row(f"pointer.{name}")
        return () if row is None else tuple(cast(Sequence[str], row["ids"]))

    def add_id(self, name: str, thing_id: str) -> None:
        self._book.write(f"pointer.{name}", {"ids": [*self.ids(name), thing_id]})

    def word(self, name: str) -> str:
        """One id or "": "picked" (an item), "moving" (an item), "row" (the row chosen)."""
        row = self._book.row(f"pointer.{name}")
        return "" if row is None else str(row["id"])

    def put_word(self, name: str, thing_id: str) -> None:
        if thing_id:
            self._book.write(f"pointer.{name}", {"id": thing_id})
        else:
            self._book.erase(f"pointer.{name}")

    def spot(self, item: str) -> Spot:
        row = self._book.row(_ITEM + item)
        if row is None:
            return Spot()
        x, y, order = (cast(int, row[name]) for name in ("x", "y", "order"))
        return Spot(str(row["zone"]), x, y, order)

    def put_spot(self, item: str, spot: Spot) -> None:
        """Put it there, on top of everything that was put before."""
        others = [self.spot(key.removeprefix(_ITEM)).order for key in self._book.keys(_ITEM)]
        spot = replace(spot, order=max(others, default=0) + 1)
        self._book.write(_ITEM + item, asdict(spot))

    def view(self) -> View:
        row = self._book.row("pointer.list")
        return View() if row is None else View(cast(int, row["first"]), cast(int, row["shown"]))

    def put_view(self, view: View) -> None:
        if view != self.view():
            self._book.write("pointer.list", asdict(view))

    def slid(self) -> int:
        row = self._book.row("pointer.slid")
        return 0 if row is None else cast(int, row["times"])

    def put_slid(self, times: int) -> None:
        self._book.write("pointer.slid", {"times": times})

    def blinks(self) -> bool:
        """Whether the bell that calls blinks."""
        return self._book.row("pointer.still") is None

    def put_blinks(self, blinks: bool) -> None:
        if blinks:
            self._book.erase("pointer.still")
        else:
            self._book.write("pointer.still", {"still": True})
