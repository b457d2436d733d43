"""The windows of the practice computer: which are open, where, and which lies on top."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from typing import cast

from digitutor_app.domain.plain import Row
from digitutor_app.practice.book import Book

_PREFIX = "window:"


class Shape(StrEnum):
    """How a window fills the desktop."""

    NORMAL = "normal"
    MAXIMISED = "maximised"
    MINIMISED = "minimised"


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One window. ``place`` is left, top, width, height in thousandths of the desktop.

    ``id`` is ``program`` or ``program:argument`` (``document:plan``). ``order`` grows towards the
    top. ``before`` is the shape to return to from minimised.
    """

    id: str
    place: tuple[int, int, int, int] = (150, 40, 810, 890)
    shape: Shape = Shape.NORMAL
    before: Shape = Shape.NORMAL
    order: int = 0

    @property
    def program(self) -> str:
        return self.id.partition(":")[0]

    @property
    def argument(self) -> str:
        return self.id.partition(":")[2]


class Windows:
    """Opens, moves and closes windows; each call is (part of) a deed."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def get(self, window_id: str) -> Window | None:
        row = self._book.row(_PREFIX + window_id)
        return None if row is None else _read(window_id, row)

    def all(self) -> list[Window]:
        """Every open window in the order of opening (the order of the taskbar)."""
        found = [key.removeprefix(_PREFIX) for key in self._book.keys(_PREFIX)]
        return [window for name in found if (window := self.get(name)) is not None]

    def top(self) -> Window | None:
        """The window that has the keyboard: the topmost that is not minimised."""
        shown = [w for w in self.all() if w.shape is not Shape.MINIMISED]
        return max(shown, key=lambda w: w.order, default=None)

    def open(self, window_id: str, place: tuple[int, int, int, int] | None = None) -> Window:
        """Open the window, or bring it to the front; nothing happens when it is there already."""
        window, top = self.get(window_id), self.top()
        if window is not None and top is not None and top.id == window_id:
            return window
        with self._book.deed():
            if window is None:
                window = Window(id=window_id, place=place or self._cascade())
            if window.shape is Shape.MINIMISED:
                window = replace(window, shape=window.before)
            return self._put(replace(window, order=self._next_order()))

    def raise_(self, window_id: str) -> None:
        """Bring to the front; nothing happens to a window that is not open."""
        if self.get(window_id) is not None:
            self.open(window_id)

    def close(self, window_id: str) -> None:
        with self._book.deed():
            self._book.erase(_PREFIX + window_id)

    def minimise(self, window_id: str) -> None:
        """Put away to the taskbar; ``open`` brings it back in the shape that it had."""
        window = self.get(window_id)
        if window is not None and window.shape is not Shape.MINIMISED:
            self._change(window_id, lambda w: replace(w, before=w.shape, shape=Shape.MINIMISED))

    def maximise(self, window_id: str) -> None:
        """Fill the desktop, or return to the place from before."""
        self._change(
            window_id,
            lambda w: replace(
                w, shape=Shape.NORMAL if w.shape is Shape.MAXIMISED else Shape.MAXIMISED
            ),
        )

    def put(self, window_id: str, place: tuple[int, int, int, int]) -> None:
        """Give the window a new place (thousandths of the desktop)."""
        self._change(window_id, lambda w: replace(w, place=place, shape=Shape.NORMAL))

    def _change(self, window_id: str, how: Callable[[Window], Window]) -> None:
        window = self.get(window_id)
        if window is not None:
            with self._book.deed():
                self._put(how(window))

    def _put(self, window: Window) -> Window:
        row = asdict(window)
        del row["id"]
        row["place"] = list(window.place)
        self._book.write(_PREFIX + window.id, row)
        return window

    def _next_order(self) -> int:
        return max((w.order for w in self.all()), default=0) + 1

    def _cascade(self) -> tuple[int, int, int, int]:
        """A new window leaves the first column of desktop icons free."""
        step = 30 * (len(self.all()) % 4)
        return 150 + step, 40 + step, 810 - step, 890 - step


def _read(window_id: str, row: Row) -> Window:
    left, top, width, height = cast(list[int], row["place"])
    return Window(
        id=window_id,
        place=(left, top, width, height),
        shape=Shape(str(row["shape"])),
        before=Shape(str(row["before"])),
        order=cast(int, row["order"]),
    )
