"""Lamps that light when the pointer, or the keyboard, rests on them."""

from typing import Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen, Qt

from digitutor_app.i18n import _
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.boards import Board
from digitutor_app.rooms.pointer.drawings import draw_lamp
from digitutor_app.rooms.pointer.layout import spread
from digitutor_app.rooms.pointer.state import PointerState
from digitutor_app.rooms.pointer.thing import ThingView

#: The ring does not begin before this part of the rest has passed, so that nothing flickers.
_QUIET: Final = 0.15


class Lamp(ThingView):
    """A lamp, lit or not, and the ring that tells how far the rest has come (0 to 1)."""

    lit = False
    rest = 0.0

    def set_lit(self, lit: bool) -> None:
        self.lit = lit
        self.update()

    def set_rest(self, rest: float) -> None:
        if rest != self.rest:
            self.rest = rest
            self.update()

    def paint_picture(self, painter: QPainter, place: QRectF) -> None:
        colours = self.colours
        inner = place.adjusted(2, 2, -2, -2)
        painter.setPen(QPen(QColor(colours.border), 1.5))
        painter.setBrush(QColor(colours.hover if self.near or self.lit else colours.window))
        painter.drawEllipse(inner)
        if self.rest > _QUIET and not self.lit:
            pen = QPen(QColor(colours.selected_edge), 5)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(inner.adjusted(2, 2, -2, -2), 90 * 16, -round(360 * 16 * self.rest))
        side = place.width() * 0.2
        draw_lamp(painter, place.adjusted(side, side, -side, -side), colours, lit=self.lit)


class LampBoard(BoardView):
    """Shows the lamps of one board."""

    prefix = "lamp"

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__(desk, state, board)
        self._lamps: dict[str, Lamp] = {}
        #: By "pointer" and "keys": the lamp on which it rests, and since when (seconds).
        self._resting: dict[str, tuple[str, float]] = {}
        for thing in board.things:
            lamp = Lamp(desk, thing.id, f"lamp:{thing.id}", thing.size, self)
            lamp.rested.connect(self._on_rested)
            self._lamps[thing.id] = lamp
            self.add(lamp)
        self.set_words()
        self.show_state()

    def show_state(self) -> None:
        super().show_state()
        burning = self.state.rows.ids("lit")
        now = self.desk.touch.seconds()
        for lamp_id, lamp in self._lamps.items():
            if lamp.lit and lamp_id not in burning:
                # Peru put it out: the hand that is still there begins its rest anew.
                self._resting = {
                    by: (lamp_id, now) if resting == lamp_id else (resting, since)
                    for by, (resting, since) in self._resting.items()
                }
            lamp.set_lit(lamp_id in burning)
            spoken = _("{lamp}, lamppu palaa") if lamp.lit else _("{lamp}, lamppu ei pala")
            name = self.name(lamp_id)
            lamp.set_words(name, spoken.format(lamp=name))

    def set_words(self) -> None:
        self.setAccessibleName(_("Taulu, jossa on lamppuja"))
        self.show_state()
        self.arrange()

    def arrange(self) -> None:
        lamps = list(self._lamps.values())
        places = [thing.at for thing in self.board.things]
        cells = [lamp.cell(at) for lamp, at in zip(lamps, places, strict=True)]
        for lamp, placed in zip(lamps, spread(cells, self.area), strict=True):
            lamp.put(placed)

    def on_move(self, event: QMouseEvent) -> None:
        over = self.thing_at(event.position().toPoint())
        self._rest("pointer", over)
        super().on_move(event)

    def on_time(self, now: float) -> None:
        if not self.underMouse() and not self.state.rows.hand().over:
            self._resting.pop("pointer", None)
        for lamp in self._lamps.values():
            lamp.set_rest(0.0 if lamp.lit else self._part(lamp.thing_id, now))
        for by, (lamp_id, since) in tuple(self._resting.items()):
            ms = round((now - since) * 1000)
            if ms >= self.board.dwell and not self._lamps[lamp_id].lit:
                self.tell(self.state.light(lamp_id, ms, by))

    def _part(self, lamp_id: str, now: float) -> float:
        """How much of the rest on this lamp is over."""
        since = [begun for resting, begun in self._resting.values() if resting == lamp_id]
        return min(1.0, (now - min(since)) * 1000 / self.board.dwell) if since else 0.0

    def _rest(self, by: str, lamp_id: str) -> None:
        if not lamp_id:
            self._resting.pop(by, None)
        elif self._resting.get(by, ("", 0.0))[0] != lamp_id:
            self._resting[by] = (lamp_id, self.desk.touch.seconds())

    def _on_rested(self, lamp_id: str) -> None:
        self._rest("keys", lamp_id)
