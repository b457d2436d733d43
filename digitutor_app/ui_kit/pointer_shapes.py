"""The pointers of the mouse as drawings: dark with a white edge, sharp at any size."""

from collections.abc import Callable, Sequence
from functools import cache
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF, Qt, QTransform

_INK: Final = QColor("#1B1B1B")
_EDGE: Final = QColor("#FFFFFF")
#: Width of the white edge at 100 %, logical pixels.
_EDGE_WIDTH: Final = 1.4
#: A pointer at 100 % is drawn within this many logical pixels to each side of its point.
REACH: Final = 22.0

_ARROW: Final = (
    (0, 0),
    (0, 16.4),
    (3.9, 12.7),
    (6.6, 18.9),
    (9.2, 17.7),
    (6.6, 11.7),
    (11.9, 11.7),
)
_GLASS: Final = ((-6, -9), (6, -9), (6, -6), (1.2, 0), (6, 6), (6, 9), (-6, 9), (-6, 6), (-1.2, 0))
_TWO_WAYS: Final = ((-10, 0), (-5, -5), (-5, -1.6), (5, -1.6), (5, -5), (10, 0))


def paint_pointer(
    painter: QPainter, shape: Qt.CursorShape, point: QPointF, percent: int, edge: QColor = _EDGE
) -> None:
    """Paint a pointer of this size with its point (what it presses with) at ``point``.

    A shape that has no drawing of its own is painted as the arrow.
    """
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(point)
    painter.scale(percent / 100, percent / 100)
    outline = _outline(shape)
    pen = QPen(edge, 2 * _EDGE_WIDTH)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.strokePath(outline, pen)
    painter.fillPath(outline, _INK)
    painter.restore()


def drawn_shape(shape: Qt.CursorShape) -> Qt.CursorShape:
    """The shape with a drawing of its own that stands for this one."""
    shape = _SAME.get(shape, shape)
    return shape if shape in _OUTLINES else Qt.CursorShape.ArrowCursor


@cache
def _outline(shape: Qt.CursorShape) -> QPainterPath:
    return _OUTLINES[drawn_shape(shape)]()


def _polygon(points: Sequence[tuple[float, float]]) -> QPainterPath:
    path = QPainterPath()
    path.addPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    path.closeSubpath()
    return path


def _box(left: float, top: float, width: float, height: float, corner: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(QRectF(left, top, width, height), corner, corner)
    return path


def _arrow() -> QPainterPath:
    return _polygon(_ARROW)


def _hand() -> QPainterPath:
    """A hand that points: its first finger ends in the point."""
    thumb = QTransform().translate(-6.2, 9.2).rotate(-38).map(_box(-1.6, 0, 3.4, 9, 1.7))
    path = _box(-1.7, -0.6, 3.4, 13, 1.7).united(thumb)
    for left, top in ((2.0, 6.2), (5.4, 7.0), (8.8, 8.2)):
        path = path.united(_box(left, top, 3.0, 7, 1.5))
    return path.united(_box(-2.2, 10.4, 14.0, 8.6, 3.4))


def _flat_hand() -> QPainterPath:
    """A hand that could take something; its point is in the middle."""
    path = _box(-6.5, -1.5, 13, 10, 4)
    for left, top in ((-5.6, -8.0), (-2.4, -9.4), (0.8, -8.8), (4.0, -6.4)):
        path = path.united(_box(left, top, 2.6, 10, 1.3))
    thumb = QTransform().translate(-9.4, -1.6).rotate(-40).map(_box(-1.3, 0, 2.8, 8, 1.4))
    return path.united(thumb)


def _fist() -> QPainterPath:
    path = _box(-6.5, -3, 13, 11, 4)
    for left in (-5.6, -2.4, 0.8, 4.0):
        path = path.united(_box(left, -5.2, 2.6, 6, 1.3))
    return path


def _beam() -> QPainterPath:
    path = _box(-0.9, -9, 1.8, 18, 0)
    return path.united(_box(-4.2, -10, 8.4, 1.8, 0.6)).united(_box(-4.2, 8.2, 8.4, 1.8, 0.6))


def _hourglass() -> QPainterPath:
    caps = _box(-7.4, -10.4, 14.8, 2.6, 0.8).united(_box(-7.4, 7.8, 14.8, 2.6, 0.8))
    return _polygon(_GLASS).united(caps)


def _busy() -> QPainterPath:
    """The arrow with a small hourglass beside it."""
    small = QTransform().translate(14.5, 9).scale(0.62, 0.62).map(_hourglass())
    return _arrow().united(small)


def _two_ways(degrees: float) -> QPainterPath:
    lower = [(x, -y) for x, y in reversed(_TWO_WAYS[1:-1])]
    return QTransform().rotate(degrees).map(_polygon((*_TWO_WAYS, *lower)))


def _across() -> QPainterPath:
    return _two_ways(0)


def _upright() -> QPainterPath:
    return _two_ways(90)


def _falling() -> QPainterPath:
    return _two_ways(45)


def _rising() -> QPainterPath:
    return _two_ways(-45)


def _all_ways() -> QPainterPath:
    return _two_ways(0).united(_two_ways(90))


def _cross() -> QPainterPath:
    return _box(-9, -0.9, 18, 1.8, 0).united(_box(-0.9, -9, 1.8, 18, 0))


def _not_here() -> QPainterPath:
    ring, hole = QPainterPath(), QPainterPath()
    ring.addEllipse(QPointF(0, 0), 9, 9)
    hole.addEllipse(QPointF(0, 0), 6.4, 6.4)
    bar = QTransform().rotate(45).map(_box(-7.6, -1.3, 15.2, 2.6, 0))
    return ring.subtracted(hole).united(bar)


_KIND = Qt.CursorShape
_OUTLINES: Final[dict[Qt.CursorShape, Callable[[], QPainterPath]]] = {
    _KIND.ArrowCursor: _arrow,
    _KIND.PointingHandCursor: _hand,
    _KIND.IBeamCursor: _beam,
    _KIND.WaitCursor: _hourglass,
    _KIND.BusyCursor: _busy,
    _KIND.SizeHorCursor: _across,
    _KIND.SizeVerCursor: _upright,
    _KIND.SizeFDiagCursor: _falling,
    _KIND.SizeBDiagCursor: _rising,
    _KIND.SizeAllCursor: _all_ways,
    _KIND.CrossCursor: _cross,
    _KIND.ForbiddenCursor: _not_here,
    _KIND.OpenHandCursor: _flat_hand,
    _KIND.ClosedHandCursor: _fist,
}
_SAME: Final = {
    _KIND.SplitHCursor: _KIND.SizeHorCursor,
    _KIND.SplitVCursor: _KIND.SizeVerCursor,
    _KIND.DragMoveCursor: _KIND.ClosedHandCursor,
    _KIND.DragCopyCursor: _KIND.ClosedHandCursor,
    _KIND.DragLinkCursor: _KIND.ClosedHandCursor,
}
