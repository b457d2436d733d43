"""Places over which the pointer changes its shape, each saying what can be done there."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPen

from digitutor_app.i18n import _
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.boards import VISIT_MS, Board, Shape
from digitutor_app.rooms.pointer.drawings import draw_pointer
from digitutor_app.rooms.pointer.layout import spread
from digitutor_app.rooms.pointer.state import PointerState
from digitutor_app.rooms.pointer.thing import ThingView

_CURSORS: Final = {
    Shape.ARROW: Qt.CursorShape.ArrowCursor,
    Shape.HAND: Qt.CursorShape.PointingHandCursor,
    Shape.TEXT: Qt.CursorShape.IBeamCursor,
    Shape.BUSY: Qt.CursorShape.BusyCursor,
    Shape.RESIZE: Qt.CursorShape.SizeHorCursor,
}
_SIDE: Final = 128


def shape_word(shape: str) -> str:
    """What a shape of the pointer is called."""
    words = {
        Shape.ARROW: _("Osoitin on nuoli"),
        Shape.HAND: _("Osoitin on käsi"),
        Shape.TEXT: _("Osoitin on pystyviiva"),
        Shape.BUSY: _("Osoitin on pyörivä rengas"),
        Shape.RESIZE: _("Osoitin on kaksipäinen nuoli"),
    }
    return words[Shape(shape)]


class ShapeZone(ThingView):
    """A small piece of a screen: a field, a link, an edge, a machine at work, plain ground."""

    shape = Shape.ARROW
    visited = False

    def show_visit(self, *, visited: bool) -> None:
        if visited != self.visited:
            self.visited = visited
            self.update()

    def paint_picture(self, painter: QPainter, place: QRectF) -> None:
        colours = self.colours
        painter.setPen(QPen(QColor(colours.selected_edge if self.near else colours.border), 2))
        painter.setBrush(QColor(colours.hover if self.near else colours.title_back))
        painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 10, 10)
        painter.save()
        painter.translate(place.topLeft())
        painter.scale(place.width() / _SIDE, place.height() / _SIDE)
        self._paint_piece(painter)
        painter.restore()
        if self.visited:
            self._paint_tick(painter, QPointF(place.right() - 18, place.top() + 18))

    def _paint_piece(self, painter: QPainter) -> None:
        colours = self.colours
        ink = QPen(QColor(colours.ink), 3)
        painter.setPen(ink)
        painter.setBrush(QColor(colours.paper))
        match self.shape:
            case Shape.TEXT:
                painter.drawRect(QRectF(16, 44, 96, 40))
                painter.drawLine(QPointF(26, 64), QPointF(72, 64))
            case Shape.HAND:
                painter.setPen(QPen(QColor(colours.selected_edge), 4))
                painter.drawLine(QPointF(24, 60), QPointF(104, 60))
                painter.drawLine(QPointF(24, 72), QPointF(104, 72))
            case Shape.RESIZE:
                painter.drawRect(QRectF(22, 30, 66, 68))
                painter.drawLine(QPointF(22, 44), QPointF(88, 44))
                painter.setPen(QPen(QColor(colours.selected_edge), 8))
                painter.drawLine(QPointF(90, 30), QPointF(90, 98))
            case Shape.BUSY:
                painter.drawRoundedRect(QRectF(26, 28, 76, 52), 4, 4)
                painter.drawLine(QPointF(16, 96), QPointF(112, 96))
                draw_pointer(painter, Shape.BUSY, QRectF(48, 38, 32, 32), colours)
            case Shape.ARROW:
                painter.drawRect(QRectF(18, 30, 92, 68))
                painter.drawLine(QPointF(18, 46), QPointF(110, 46))

    def _paint_tick(self, painter: QPainter, middle: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self.colours.ink))
        painter.drawEllipse(middle, 12, 12)
        painter.setPen(QPen(QColor(self.colours.window), 3))
        painter.drawPolyline(
            [middle + QPointF(-6, 0), middle + QPointF(-1, 5), middle + QPointF(6, -5)]
        )


class ShapeBoard(BoardView):
    """Shows the shapes of one board; the pointer really changes over them."""

    prefix = "shape"

    def __init__(self, desk: Desk, state: PointerState, board: Board) -> None:
        super().__init__(desk, state, board)
        self._zones: dict[str, ShapeZone] = {}
        self._since: tuple[str, float] = ("", 0.0)
        for thing in board.things:
            zone = ShapeZone(desk, thing.id, f"shape:{thing.id}", _SIDE, self)
            zone.shape = Shape(thing.kind or "arrow")
            self._zones[thing.id] = zone
            self.add(zone)
        self.set_words()

    def set_words(self) -> None:
        self.setAccessibleName(_("Taulu, jossa osoitin vaihtaa muotoa"))
        for zone_id, zone in self._zones.items():
            name = self.name(zone_id)
            zone.set_words(name, f"{name}. {shape_word(zone.shape)}")
        self.show_state()
        self.arrange()

    def show_state(self) -> None:
        super().show_state()
        visited = self.state.rows.ids("visited")
        for zone_id, zone in self._zones.items():
            zone.show_visit(visited=zone_id in visited)

    def arrange(self) -> None:
        zones = list(self._zones.values())
        places = [thing.at for thing in self.board.things]
        cells = [zone.cell(at) for zone, at in zip(zones, places, strict=True)]
        for zone, placed in zip(zones, spread(cells, self.area), strict=True):
            zone.put(placed)

    def on_move(self, event: QMouseEvent) -> None:
        over = self.thing_at(event.position().toPoint())
        zone = self._zones.get(over)
        self.setCursor(_CURSORS[Shape.ARROW if zone is None else zone.shape])
        if over != self._since[0]:
            self._since = (over, self.desk.touch.seconds())
        super().on_move(event)

    def on_time(self, now: float) -> None:
        over, since = self._since
        if over and self.state.rows.hand().over == over and (now - since) * 1000 >= VISIT_MS:
            self.tell(self.state.visit(over))
