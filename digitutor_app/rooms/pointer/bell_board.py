"""Bells that call one after the other until they are answered with a click."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from digitutor_app.i18n import _
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.boards import Board
from digitutor_app.rooms.pointer.drawings import draw_bell
from digitutor_app.rooms.pointer.layout import spread
from digitutor_app.rooms.pointer.state import PointerState
from digitutor_app.rooms.pointer.thing import ThingView

#: One blink, seconds: at most one in a second (domain/7-accessibility, "Motion & flash").
BLINK: Final = 2.0


class Bell(ThingView):
    """The button of a room: calling (a thick frame, waves, slow blinking), answered (a tick)."""

    calling = False
    answered = False
    blinks = True
    _painted_bright = True

    @property
    def bright(self) -> bool:
        """Whether this is the bright half of its blink; always without blinking."""
        blinks = self.blinks and self.desk.look.moves
        return not blinks or self.desk.clock.seconds() % BLINK < BLINK / 2

    def show_call(self, *, calling: bool, answered: bool, blinks: bool) -> None:
        if (calling, answered, blinks) != (self.calling, self.answered, self.blinks):
            self.calling, self.answered, self.blinks = calling, answered, blinks
            self.update()

    def blink(self) -> None:
        """Time has passed: paint the other half when it has come."""
        if self.calling and self.bright is not self._painted_bright:
            self.update()

    def paint_picture(self, painter: QPainter, place: QRectF) -> None:
        self._painted_bright = self.bright
        colours = self.colours
        thick = 4.0 if self.calling else 1.5
        painter.setPen(QPen(QColor(colours.ink if self.calling else colours.border), thick))
        ground = colours.hover if self.near else colours.window
        if self.calling and self.bright:
            ground = colours.folder
        painter.setBrush(QColor(ground))
        half = thick / 2 + 1
        painter.drawRoundedRect(place.adjusted(half, half, -half, -half), 10, 10)
        side = place.width() * 0.18
        inner = place.adjusted(side, side, -side, -side)
        draw_bell(painter, inner, colours, calling=self.calling, answered=self.answered)


class BellBoard(BoardView):
    """Shows the bells of one board."""

    prefix = "bell"

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__(desk, state, board)
        self._bells: dict[str, Bell] = {}
        for thing in board.things:
            bell = Bell(desk, thing.id, f"bell:{thing.id}", thing.size, self)
            self._bells[thing.id] = bell
            self.add(bell)
        self.set_words()

    def show_state(self) -> None:
        super().show_state()
        calling, answered = self.state.calling(), self.state.rows.ids("answered")
        blinks = self.state.rows.blinks()
        for bell_id, bell in self._bells.items():
            done = bell_id in answered
            bell.show_call(calling=bell_id == calling, answered=done, blinks=blinks)
            name = self.name(bell_id)
            spoken = _("{room}, kuitattu") if done else name
            if bell_id == calling:
                spoken = _("{room}, kutsuu")
            bell.set_words(name, spoken.format(room=name))

    def set_words(self) -> None:
        self.setAccessibleName(_("Taulu, jossa on huoneiden kutsuja"))
        self.show_state()
        self.arrange()

    def arrange(self) -> None:
        bells = list(self._bells.values())
        places = [thing.at for thing in self.board.things]
        cells = [bell.cell(at) for bell, at in zip(bells, places, strict=True)]
        for bell, placed in zip(bells, spread(cells, self.area), strict=True):
            bell.put(placed)

    def clicked(self, target: str, by: str) -> None:
        bell_id = target.partition(":")[2]
        if bell_id not in self._bells:
            super().clicked(target, by)
        elif self.desk.may(target):
            self.tell(self.state.click_bell(bell_id, by))

    def on_time(self, now: float) -> None:  # noqa: ARG002 - the blinking follows the clock
        bell = self._bells.get(self.state.calling())
        if bell is not None:
            bell.blink()
