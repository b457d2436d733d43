"""The drawn pictures of the boards: calm lines in the colours of the practice computer."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from digitutor_app.room_kit.colours import DeskColours

Draw = Callable[[QPainter, DeskColours], None]
#: Pictures are drawn in a square of this side and brought to size.
_SIDE: Final = 64


def draw(
    painter: QPainter, kind: str, place: QRectF, colours: DeskColours, line: float = 2.5
) -> None:
    """Draw the picture ``kind`` into a square; a kind that is not known is a box."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / _SIDE, place.height() / _SIDE)
    painter.setPen(_pen(colours.ink, line))
    painter.setBrush(QColor(colours.paper))
    _BY_KIND.get(kind, _box)(painter, colours)
    painter.restore()


def draw_lamp(painter: QPainter, place: QRectF, colours: DeskColours, *, lit: bool) -> None:
    """A lamp on a wall; lit it has a full globe and rays."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / _SIDE, place.height() / _SIDE)
    painter.setPen(_pen(colours.ink, 2.5))
    painter.setBrush(QColor(colours.paper))
    painter.drawRoundedRect(QRectF(22, 46, 20, 9), 2, 2)
    painter.drawLine(QPointF(26, 59), QPointF(38, 59))
    painter.setBrush(QColor(colours.target if lit else colours.window))
    globe = QPainterPath(QPointF(24, 46))
    globe.cubicTo(24, 39, 15, 36, 15, 27)
    globe.cubicTo(15, 5, 49, 5, 49, 27)
    globe.cubicTo(49, 36, 40, 39, 40, 46)
    globe.closeSubpath()
    painter.drawPath(globe)
    if lit:
        for x1, y1, x2, y2 in (
            *((4, 27, 9, 27), (55, 27, 60, 27), (32, 1, 32, 5)),
            *((11, 7, 14.5, 10.5), (53, 7, 49.5, 10.5)),
        ):
            painter.drawLine(QPointF(x1, y1), QPointF(x2, y2))
    painter.restore()


def draw_bell(
    painter: QPainter, place: QRectF, colours: DeskColours, *, calling: bool, answered: bool
) -> None:
    """A call bell on a button; calling it has waves, answered a tick."""
    painter.save()
    painter.translate(place.topLeft())
    painter.scale(place.width() / _SIDE, place.height() / _SIDE)
    painter.setPen(_pen(colours.ink, 3))
    painter.setBrush(QColor(colours.target if calling else colours.paper))
    if answered:
        painter.drawPolyline(QPolygonF([QPointF(14, 33), QPointF(27, 46), QPointF(50, 18)]))
        painter.restore()
        return
    bell = QPainterPath(QPointF(16, 44))
    bell.cubicTo(22, 38, 17, 18, 32, 17)
    bell.cubicTo(47, 18, 42, 38, 48, 44)
    bell.closeSubpath()
    painter.drawPath(bell)
    painter.drawLine(QPointF(32, 12), QPointF(32, 17))
    painter.drawArc(QRectF(27, 41, 10, 10), 180 * 16, 180 * 16)
    if calling:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for left, begin in ((3, 120), (39, -60)):
            painter.drawArc(QRectF(left, 13, 22, 22), begin * 16, 120 * 16)
    painter.restore()


def draw_pointer(painter: QPainter, shape: str, place: QRectF, colours: DeskColours) -> None:
    """A shape of the pointer, large: arrow, hand, text, busy, resize."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / _SIDE, place.height() / _SIDE)
    painter.setPen(_pen(colours.ink, 3))
    painter.setBrush(QColor(colours.paper))
    _POINTERS.get(shape, _arrow)(painter, colours)
    painter.restore()


def draw_touchpad(painter: QPainter, place: QRectF, colours: DeskColours, *, fingers: int) -> None:
    """A touchpad under a keyboard's edge, with one or two finger tips and the way they go."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / _SIDE, place.height() / _SIDE)
    painter.setPen(_pen(colours.ink, 2.5))
    painter.setBrush(QColor(colours.paper))
    painter.drawRoundedRect(QRectF(4, 10, 56, 44), 5, 5)
    painter.setBrush(QColor(colours.target))
    for number in range(fingers):
        x = 32 + (number - (fingers - 1) / 2) * 16
        painter.drawEllipse(QPointF(x, 26), 6, 7)
    painter.drawLine(QPointF(32, 38), QPointF(32, 48))
    painter.drawPolyline(QPolygonF([QPointF(27, 44), QPointF(32, 49), QPointF(37, 44)]))
    painter.restore()


def _pen(colour: str, width: float) -> QPen:
    pen = QPen(QColor(colour), width)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen


def _towel(painter: QPainter, colours: DeskColours) -> None:
    """Rolled, seen from its end and side."""
    painter.setBrush(QColor(colours.selected))
    painter.drawRoundedRect(QRectF(6, 20, 52, 26), 13, 13)
    painter.setBrush(QColor(colours.paper))
    painter.drawEllipse(QRectF(6, 20, 26, 26))
    painter.drawEllipse(QRectF(13, 27, 12, 12))
    painter.drawLine(QPointF(44, 20), QPointF(44, 46))
    painter.drawLine(QPointF(49, 20), QPointF(49, 46))


def _sheet(painter: QPainter, colours: DeskColours) -> None:
    """Folded, in three layers."""
    for top in (36, 26, 16):
        painter.setBrush(QColor(colours.paper if top != 26 else colours.title))
        painter.drawRoundedRect(QRectF(6, top, 52, 12), 6, 6)
    painter.drawLine(QPointF(14, 22), QPointF(50, 22))


def _letter(painter: QPainter, _colours: DeskColours) -> None:
    painter.drawRoundedRect(QRectF(6, 16, 52, 34), 3, 3)
    painter.drawPolyline(QPolygonF([QPointF(7, 18), QPointF(32, 37), QPointF(57, 18)]))


def _paper(painter: QPainter, _colours: DeskColours) -> None:
    """A newspaper."""
    painter.drawRoundedRect(QRectF(12, 6, 40, 52), 2, 2)
    painter.drawLine(QPointF(18, 15), QPointF(46, 15))
    painter.drawRect(QRectF(18, 22, 12, 12))
    for y in (23, 28, 33):
        painter.drawLine(QPointF(35, y), QPointF(46, y))
    for y in (41, 47, 52):
        painter.drawLine(QPointF(18, y), QPointF(46, y))


def _cup(painter: QPainter, _colours: DeskColours) -> None:
    painter.drawEllipse(QRectF(40, 26, 16, 16))
    painter.drawRoundedRect(QRectF(12, 20, 34, 32), 6, 6)
    painter.drawLine(QPointF(8, 56), QPointF(50, 56))


def _plate(painter: QPainter, _colours: DeskColours) -> None:
    painter.drawEllipse(QRectF(6, 6, 52, 52))
    painter.drawEllipse(QRectF(17, 17, 30, 30))


def _book(painter: QPainter, colours: DeskColours) -> None:
    painter.setBrush(QColor(colours.selected))
    painter.drawRoundedRect(QRectF(12, 8, 40, 48), 3, 3)
    painter.drawLine(QPointF(19, 8), QPointF(19, 56))
    painter.drawLine(QPointF(27, 20), QPointF(44, 20))


def _box(painter: QPainter, _colours: DeskColours) -> None:
    painter.drawRoundedRect(QRectF(8, 16, 48, 38), 2, 2)
    painter.drawLine(QPointF(8, 27), QPointF(56, 27))
    painter.drawLine(QPointF(32, 16), QPointF(32, 27))


def _trolley(painter: QPainter, _colours: DeskColours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(QPolygonF([QPointF(4, 10), QPointF(10, 10), QPointF(14, 44)]))
    painter.drawLine(QPointF(12, 28), QPointF(58, 28))
    painter.drawLine(QPointF(14, 44), QPointF(58, 44))
    painter.drawLine(QPointF(58, 20), QPointF(58, 44))
    for x in (22, 50):
        painter.drawEllipse(QPointF(x, 52), 5, 5)


def _tray(painter: QPainter, _colours: DeskColours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF([QPointF(6, 24), QPointF(14, 50), QPointF(50, 50), QPointF(58, 24)])
    )
    painter.drawLine(QPointF(10, 37), QPointF(54, 37))


def _shelf(painter: QPainter, _colours: DeskColours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(8, 6, 48, 52))
    for y in (23, 41):
        painter.drawLine(QPointF(8, y), QPointF(56, y))


def _arrow(painter: QPainter, _colours: DeskColours) -> None:
    points = ((16, 6), (16, 50), (26, 40), (33, 57), (40, 54), (33, 38), (47, 38))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _hand(painter: QPainter, _colours: DeskColours) -> None:
    path = QPainterPath(QPointF(24, 36))
    path.lineTo(24, 10)
    path.arcTo(QRectF(24, 5, 8, 9), 180, -180)
    path.lineTo(32, 28)
    path.lineTo(46, 31)
    path.cubicTo(52, 32, 52, 36, 51, 40)
    path.lineTo(47, 58)
    path.lineTo(27, 58)
    path.lineTo(13, 40)
    path.cubicTo(11, 34, 18, 32, 21, 36)
    path.closeSubpath()
    painter.drawPath(path)


def _bar(painter: QPainter, _colours: DeskColours) -> None:
    painter.drawLine(QPointF(32, 10), QPointF(32, 54))
    for y, bend in ((8, 4), (56, -4)):
        painter.drawPolyline(QPolygonF([QPointF(22, y), QPointF(32, y + bend), QPointF(42, y)]))


def _busy(painter: QPainter, colours: DeskColours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(_pen(colours.line, 9))
    painter.drawEllipse(QRectF(10, 10, 44, 44))
    painter.setPen(_pen(colours.selected_edge, 9))
    painter.drawArc(QRectF(10, 10, 44, 44), 20 * 16, 110 * 16)


def _two_heads(painter: QPainter, _colours: DeskColours) -> None:
    painter.drawLine(QPointF(8, 32), QPointF(56, 32))
    for tip, back in ((6, 18), (58, 46)):
        head = [QPointF(back, 21), QPointF(tip, 32), QPointF(back, 43)]
        painter.drawPolyline(QPolygonF(head))


_BY_KIND: Final[dict[str, Draw]] = {
    "towel": _towel,
    "sheet": _sheet,
    "letter": _letter,
    "paper": _paper,
    "cup": _cup,
    "plate": _plate,
    "book": _book,
    "box": _box,
    "trolley": _trolley,
    "tray": _tray,
    "shelf": _shelf,
}
_POINTERS: Final[dict[str, Draw]] = {
    "arrow": _arrow,
    "hand": _hand,
    "text": _bar,
    "busy": _busy,
    "resize": _two_heads,
}
