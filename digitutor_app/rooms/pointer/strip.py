"""The line above a board: what is going on in it, and its buttons."""

from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.boards import Board, Kind
from digitutor_app.rooms.pointer.drawings import draw_pointer, draw_touchpad
from digitutor_app.rooms.pointer.shape_board import shape_word
from digitutor_app.rooms.pointer.state import PointerState
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

#: How high the button is at the least, logical pixels (domain/7-accessibility, "Targets").
_BUTTON: Final = 48


class Strip(QWidget):
    """Shows one line of words, for a touchpad or a shape a picture, and the board's button."""

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__()
        self._desk = desk
        self._state = state
        self._board = board
        self.words = Label(desk.look, "", Role.DETAIL)
        self.words.setAlignment(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)
        self._picture = _Picture(desk, board, self)
        self.button: DeskButton | None = None
        inside = QHBoxLayout(self)
        inside.setContentsMargins(12, 6, 12, 6)
        inside.setSpacing(12)
        inside.addWidget(self._picture)
        inside.addWidget(self.words, 1)
        name = {Kind.SORT: "button:move", Kind.BELLS: "button:blink"}.get(board.kind)
        if name:
            self.button = DeskButton(desk, name, "")
            self.button.setMinimumHeight(_BUTTON)
            inside.addWidget(self.button)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.refresh()

    def refresh(self) -> None:
        """Say what is true now."""
        self.words.setText(self._words())
        self._picture.show_shape(self._shape())
        if self.button is not None and self._board.kind is Kind.SORT:
            self.button.set_text(_("Siirrä"))
            rows = self._state.rows
            self.button.setEnabled(bool(rows.word("picked") or rows.word("moving")))
        elif self.button is not None:
            still = not self._state.rows.blinks()
            self.button.set_text(_("Vilkkuminen päälle") if still else _("Vilkkuminen pois"))
            self.button.setVisible(self._desk.look.moves)

    def _words(self) -> str:
        rows, names, board = self._state.rows, self._state.names, self._board
        words = ""
        if board.touchpad and board.kind is Kind.LIST:
            words = _("Liu'uta kahta sormea kosketuslevyllä.")
        elif board.touchpad and board.kind is Kind.LAMPS:
            words = _("Liu'uta yhtä sormea kosketuslevyllä.")
        elif board.kind is Kind.LAMPS:
            burning = sum(thing.id in rows.ids("lit") for thing in board.things)
            words = _("Lamppuja palaa {lit} / {of}").format(lit=burning, of=len(board.things))
        elif board.kind is Kind.BELLS:
            calling = self._state.calling()
            words = _("Nyt kutsuu: {room}").format(room=names.get(calling, calling))
            words = words if calling else _("Kaikki kutsut on kuitattu.")
        elif board.kind is Kind.SORT:
            words = self._words_of_sorting()
        elif board.kind is Kind.SHAPES:
            shape = self._shape()
            words = shape_word(shape) if shape else _("Vie osoitin kuvan päälle.")
        elif board.kind is Kind.LIST:
            words = _("Listassa on {of} riviä.").format(of=len(board.lines))
        return words

    def _words_of_sorting(self) -> str:
        rows, names = self._state.rows, self._state.names
        moving, picked = rows.word("moving"), rows.word("picked")
        if moving:
            return _("Napsauta nyt paikkaa: {item}").format(item=names.get(moving, moving))
        if picked:
            return _("Valittu: {item}").format(item=names.get(picked, picked))
        return _("Raahaa kuva, tai napsauta sitä ja paina Siirrä.")

    def _shape(self) -> str:
        if self._board.kind is not Kind.SHAPES:
            return ""
        over = self._state.rows.hand().over
        return next((t.kind or "arrow" for t in self._board.things if t.id == over), "")


class _Picture(QWidget):
    """A drawn touchpad, or the shape that the pointer has now; as high as a button."""

    def __init__(self, desk: Desk, board: Board, strip: QWidget) -> None:
        super().__init__(strip)
        self._desk = desk
        self._fingers = (2 if board.kind is Kind.LIST else 1) if board.touchpad else 0
        self._shape = ""
        self.setVisible(bool(self._fingers) or board.kind is Kind.SHAPES)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_shape(self, shape: str) -> None:
        if shape != self._shape:
            self._shape = shape
            self.update()

    def sizeHint(self) -> QSize:
        side = self._desk.look.grown(44, Role.DETAIL)
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._desk.look.theme)
        painter, place = QPainter(self), QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._fingers:
            draw_touchpad(painter, place, colours, fingers=self._fingers)
        elif self._shape:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(place, 6, 6)
            draw_pointer(painter, self._shape, place.adjusted(5, 5, -5, -5), colours)
        painter.end()
