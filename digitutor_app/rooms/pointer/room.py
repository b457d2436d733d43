"""The room ``pointer``: one window that shows one board after the other."""

import weakref

import shiboken6
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Window
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.room import Desk, Room
from digitutor_app.rooms.pointer.bell_board import BellBoard
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.boards import Board, Kind
from digitutor_app.rooms.pointer.lamp_board import LampBoard
from digitutor_app.rooms.pointer.list_board import ListBoard
from digitutor_app.rooms.pointer.shape_board import ShapeBoard
from digitutor_app.rooms.pointer.sort_board import SortBoard
from digitutor_app.rooms.pointer.state import PROGRAM, PointerState
from digitutor_app.rooms.pointer.strip import Strip
from digitutor_app.ui_kit.labels import Label

_VIEWS: dict[Kind, type[BoardView]] = {
    Kind.LAMPS: LampBoard,
    Kind.BELLS: BellBoard,
    Kind.SORT: SortBoard,
    Kind.LIST: ListBoard,
    Kind.SHAPES: ShapeBoard,
}


class PointerWindow(QWidget):
    """Shows the board that the rows name, with its strip above."""

    def __init__(self, room: "PointerRoom", state: PointerState) -> None:
        super().__init__()
        self._room = weakref.ref(room)
        self._desk = room.desk
        self._state = state
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self.strip: Strip | None = None
        self.view: BoardView | None = None
        self._nothing: Label | None = None
        self.refresh()

    def refresh(self) -> None:
        """Show what the rows say; another board when they name another."""
        board = self._state.board
        if board is None:
            self._show_nothing()
            return
        if self.view is None or self.view.board != board:
            self._show(board)
        elif self.strip is not None:
            self.view.show_state()
            self.strip.refresh()

    def set_words(self) -> None:
        """The language changed."""
        if self.view is not None and self.strip is not None:
            self.view.set_words()
            self.strip.refresh()
        if self._nothing is not None:
            self._nothing.setText(_("Taulussa ei ole nyt tehtävää."))

    def _show(self, board: Board) -> None:
        focus = QApplication.focusWidget()
        mine = focus is not None and self.isAncestorOf(focus)
        self._take_away(self.strip, self.view, self._nothing)
        self.strip = Strip(self._desk, self._state, board)
        self.view = _VIEWS[board.kind](self._desk, self._state, board)
        self.view.observed.connect(self._on_observed)
        if self.strip.button is not None:
            self.strip.button.acted.connect(self._on_button)
        self._inside.addWidget(self.strip)
        self._inside.addWidget(self.view, 1)
        if self.isVisible():
            # At once, and not when the event loop comes round: a hand may be here already.
            self.strip.show()
            self.view.show()
            self._inside.activate()
        if mine:
            self.view.setFocus()

    def _show_nothing(self) -> None:
        if self._nothing is None:
            self._take_away(self.strip, self.view)
            self.strip = self.view = None
            self._nothing = Label(self._desk.look, _("Taulussa ei ole nyt tehtävää."))
            self._nothing.setContentsMargins(16, 16, 16, 16)
            self._inside.addWidget(self._nothing)
            self._inside.addStretch()

    def _take_away(self, *widgets: QWidget | None) -> None:
        for widget in widgets:
            if widget is not None:
                self._inside.removeWidget(widget)
                widget.hide()
                widget.deleteLater()

    def _on_observed(self, observation: object) -> None:
        room = self._room()
        if room is not None:
            room.observed.emit(observation)

    def _on_button(self, by: str) -> None:
        board = self._state.board
        sorting = board is not None and board.kind is Kind.SORT
        self._on_observed(self._state.press_move(by) if sorting else self._state.press_blink(by))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(desk_colours(self._desk.look.theme).title))
        painter.end()


class PointerRoom(Room):
    """The program ``pointer``."""

    def __init__(self, computer: Computer, desk: Desk) -> None:
        super().__init__(computer, desk)
        self._state = PointerState(computer)
        self._shown: weakref.ref[PointerWindow] | None = None
        desk.look.changed.connect(self.set_words)

    def content(self, window: Window) -> QWidget:  # noqa: ARG002 - it has one window only
        shown = PointerWindow(self, self._state)
        self._shown = weakref.ref(shown)
        return shown

    def title(self, window: Window) -> str:  # noqa: ARG002 - and one title
        return _("Harjoitustaulu")

    def refresh(self, keys: frozenset[str]) -> None:
        shown = self._living()
        if shown is not None and any(key.startswith(PROGRAM) for key in keys):
            shown.refresh()

    def set_words(self) -> None:
        shown = self._living()
        if shown is not None:
            shown.set_words()

    def _living(self) -> PointerWindow | None:
        shown = None if self._shown is None else self._shown()
        return shown if shown is not None and shiboken6.isValid(shown) else None
