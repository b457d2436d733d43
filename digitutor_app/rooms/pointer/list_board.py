"""A long list with its own scroll bar: turned, pulled, or gone through with keys."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.observation import Observation
from digitutor_app.i18n import _
from digitutor_app.room_kit.keys import key_name
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.boards import Board
from digitutor_app.rooms.pointer.list_painting import RowFace, paint_bar, paint_row
from digitutor_app.rooms.pointer.rows import View
from digitutor_app.rooms.pointer.scrolling import Turns
from digitutor_app.rooms.pointer.state import FLOOR, PointerState
from digitutor_app.ui_kit.look import Role

#: The width of the scroll bar, logical pixels: life-like, because finding it is what is learned.
BAR: Final = 36
_NOTCH: Final = 120
_ROWS_A_NOTCH: Final = 3
_LEAST_GRIP: Final = 48
_REPEAT: Final = 0.5  # a held arrow scrolls on after this, seconds
_STEPS: Final = {"Down": 1, "Up": -1}
_PAGES: Final = {"PgDown": 1, "PgUp": -1}
_ENDS: Final = {"Home": -1, "End": 10_000}


class ListBoard(BoardView):
    """Shows one list; its rows are painted, and the one that the keyboard is on has a ring."""

    prefix = "row"

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__(desk, state, board)
        self._turns = Turns()
        self._current = 0
        self._ring = False
        self._rest = 0
        self._grip_from: tuple[int, int] | None = None
        targets = desk.targets
        targets.add_area("list", self, _list_area)
        for part in ("up", "down", "grip"):
            targets.add_area(f"bar:{part}", self, _BarPart(part))
        for line in board.lines:
            targets.add_area(f"row:{line.id}", self, _RowArea(line.id))
        self.set_words()

    # Measures

    @property
    def row_height(self) -> int:
        return max(48, QFontMetrics(self.desk.look.font(Role.BODY)).height() + 14)

    @property
    def shown(self) -> int:
        """How many rows can be seen whole."""
        return max(1, min(self.height() // self.row_height, len(self.board.lines)))

    @property
    def first(self) -> int:
        return min(self.state.rows.view().first, self.last_first)

    @property
    def last_first(self) -> int:
        """The first row when the list stands at its end."""
        return max(0, len(self.board.lines) - self.shown)

    def row_rect(self, number: int) -> QRect:
        """Where a row stands; empty when it cannot be seen whole."""
        if not self.first <= number < self.first + self.shown:
            return QRect()
        top = (number - self.first) * self.row_height
        return QRect(0, top, self.width() - BAR, self.row_height)

    def bar_rect(self, part: str) -> QRect:
        """Where "up", "down" or "grip" of the scroll bar is."""
        left, way = self.width() - BAR, self.height() - 2 * BAR
        if part == "up":
            return QRect(left, 0, BAR, BAR)
        if part == "down":
            return QRect(left, self.height() - BAR, BAR, BAR)
        size = max(min(_LEAST_GRIP, way), way * self.shown // max(len(self.board.lines), 1))
        top = (way - size) * self.first // max(self.last_first, 1)
        return QRect(left + 4, BAR + top, BAR - 8, size)

    # Scrolling

    def scroll_to(self, first: int, by: str) -> None:
        """Show this row first, or as near to it as the list goes."""
        before, saw = self.first, self._sees_goal()
        if first == before:
            return
        direction, first = "down" if first > before else "up", min(max(first, 0), self.last_first)
        self._current = min(max(self._current, first), first + self.shown - 1)
        self.state.scroll_to(View(first, self.shown))
        self._say_current()
        at, now = self._stands(first), self.desk.touch.seconds()
        told = self._turns.turn(now, direction, at, moved=first != before)
        if told is not None or at != self._stands(before):
            stuck = told is not None and told.stuck
            more: dict[str, str | bool] = {"direction": direction, "at": at, "stuck": stuck}
            self.tell(Observation("scroll", "list", {**more, "by": by}))
        self._tell_goal(by, saw=saw)
        self.update()

    def _stands(self, first: int) -> str:
        """Where the list stands with this row first."""
        return "top" if first == 0 else "bottom" if first == self.last_first else "middle"

    def _sees_goal(self) -> bool:
        return not self.row_rect(self.board.index(self.board.goal)).isEmpty()

    def _tell_goal(self, by: str, *, saw: bool) -> None:
        """The goal came into sight, or it is no longer there: the hand went past it."""
        chosen = self.state.rows.word("row") == self.board.goal
        if self._sees_goal() != saw and not (saw and chosen):
            verb = "overshoot" if saw else "see"
            self.tell(Observation(verb, f"row:{self.board.goal}", {"by": by}))

    # Showing

    def set_words(self) -> None:
        self._say_current()
        self.update()

    def show_state(self) -> None:
        self._current = min(max(self._current, self.first), self.first + self.shown - 1)
        self._say_current()
        self.update()

    def arrange(self) -> None:
        self.show_state()

    def words(self, number: int) -> str:
        return " – ".join(self.name(word) for word in self.board.lines[number].words)

    def _say_current(self) -> None:
        if not self.board.lines:
            return
        self.desk.targets.set_current(self, f"row:{self.board.lines[self._current].id}")
        of = len(self.board.lines)
        words = _("Lista, rivi {number} / {of}: {words}").format(
            number=self._current + 1, of=of, words=self.words(self._current)
        )
        if words != self.accessibleName():
            self.setAccessibleName(words)

    # The hand

    def thing_at(self, point: QPoint) -> str:
        number = self.first + point.y() // self.row_height
        seen = number < self.first + self.shown and point.x() < self.width() - BAR
        return self.board.lines[number].id if seen and number < len(self.board.lines) else ""

    def target_at(self, point: QPoint) -> str:
        if point.x() >= self.width() - BAR:
            parts = [p for p in ("up", "down", "grip") if self.bar_rect(p).contains(point)]
            return f"bar:{parts[0]}" if parts else "bar:way"
        row = self.thing_at(point)
        return f"row:{row}" if row else FLOOR

    def clicked(self, target: str, by: str) -> None:
        prefix, _colon, name = target.partition(":")
        if prefix == "row":
            if self.desk.may(target):
                self._current = self.board.index(name)
                self.tell(self.state.choose(name, View(self.first, self.shown), by))
        elif prefix == "bar" and name in ("up", "down"):
            self.scroll_to(self.first + (1 if name == "down" else -1), by)
        elif name == "way":
            below = self.pressing.at.y() > self.bar_rect("grip").center().y()
            self.scroll_to(self.first + (self.shown if below else -self.shown), by)
        elif prefix != "bar":
            super().clicked(target, by)

    def on_press(self, event: QMouseEvent) -> None:
        self._ring = False
        self._grip_from = None
        if self.pressing.target == "bar:grip" and event.button() is Qt.MouseButton.LeftButton:
            self._grip_from = (event.position().toPoint().y(), self.first)

    def on_move(self, event: QMouseEvent) -> None:
        if self._grip_from is not None and self.pressing.down:
            begun, first = self._grip_from
            way = self.height() - 2 * BAR - self.bar_rect("grip").height()
            moved = event.position().toPoint().y() - begun
            self.scroll_to(first + round(moved * self.last_first / max(way, 1)), "drag")

    def on_time(self, now: float) -> None:  # noqa: ARG002 - the press knows its own time
        held = self.pressing.target if self.pressing.lasted >= _REPEAT else ""
        if held in ("bar:up", "bar:down") and not self.pressing.moved:
            self.scroll_to(self.first + (1 if held == "bar:down" else -1), "pointer")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        on_bar = self.pressing.target.startswith("bar:")
        if on_bar and (self._grip_from is not None or self.pressing.lasted >= _REPEAT):
            # Pulling the grip and holding an arrow are what the bar is for.
            self._grip_from = None
            self.pressing.forget()
            return
        super().mouseReleaseEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        # A touchpad sends small parts of a notch.
        self._rest -= event.angleDelta().y() * _ROWS_A_NOTCH
        rows = int(self._rest / _NOTCH)
        self._rest -= rows * _NOTCH
        if rows:
            self.scroll_to(self.first + rows, "pointer")
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        self._ring = True
        if name in _STEPS:
            self._step(_STEPS[name])
        elif name in _PAGES:
            self.scroll_to(self.first + _PAGES[name] * self.shown, "keys")
        elif name in _ENDS:
            self.scroll_to(_ENDS[name], "keys")
            self._current = 0 if name == "Home" else len(self.board.lines) - 1
            self._say_current()
        elif name in ("Enter", "Space") and not event.isAutoRepeat():
            self.clicked(f"row:{self.board.lines[self._current].id}", "keys")
        else:
            super().keyPressEvent(event)
        self.update()

    def _step(self, step: int) -> None:
        """The keyboard's row goes on by one; the list follows it."""
        wanted = self._current + step
        if not self.first <= wanted < self.first + self.shown:
            self.scroll_to(self.first + step, "keys")
        self._current = min(max(wanted, self.first), self.first + self.shown - 1)
        self._say_current()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.desk.look.font(Role.BODY))
        chosen, over = self.state.rows.word("row"), self.state.rows.hand().over
        for number in range(self.first, min(self.first + self.shown, len(self.board.lines))):
            line = self.board.lines[number].id
            face = RowFace(
                words=self.words(number),
                chosen=line == chosen,
                near=line == over,
                ring=self._ring and self.hasFocus() and number == self._current,
            )
            paint_row(painter, QRectF(self.row_rect(number)), face, self.colours)
        whole = QRectF(self.width() - BAR, 0, BAR, self.height())
        parts = {part: QRectF(self.bar_rect(part)) for part in ("up", "down", "grip")}
        paint_bar(painter, whole, parts, self.colours)
        painter.end()


class _RowArea:
    """Gives the place of one row without holding the list."""

    def __init__(self, line_id: str) -> None:
        self._line_id = line_id

    def __call__(self, view: QWidget) -> QRect:
        if not isinstance(view, ListBoard):
            return QRect()
        return view.row_rect(view.board.index(self._line_id))


class _BarPart:
    """Gives the place of one part of the bar without holding the list."""

    def __init__(self, part: str) -> None:
        self._part = part

    def __call__(self, view: QWidget) -> QRect:
        return view.bar_rect(self._part) if isinstance(view, ListBoard) else QRect()


def _list_area(view: QWidget) -> QRect:
    return view.rect().adjusted(0, 0, -BAR, 0)
