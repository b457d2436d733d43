"""The drawn shapes: states of a skill, ticks, arrows, the loudspeaker. Never letters of a font."""

from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.look import Look, Role


class MarkKind(Enum):
    """The family of shapes; all are drawn in a square of side 1."""

    SQUARE = "square"
    DIAMOND = "diamond"
    TRIANGLE = "triangle"
    TRIANGLE_DOWN = "triangle_down"
    RING = "ring"
    DOT = "dot"
    TICK = "tick"
    CROSS = "cross"
    ARROW_LEFT = "arrow_left"
    ARROW_RIGHT = "arrow_right"
    SPEAKER = "speaker"
    ATTENTION = "attention"
    LETTERS = "letters"


_OUTLINES: Final[dict[MarkKind, tuple[tuple[float, float], ...]]] = {
    MarkKind.SQUARE: ((0.14, 0.14), (0.86, 0.14), (0.86, 0.86), (0.14, 0.86)),
    MarkKind.DIAMOND: ((0.5, 0.0), (1.0, 0.5), (0.5, 1.0), (0.0, 0.5)),
    MarkKind.TRIANGLE_DOWN: ((0.0, 0.06), (1.0, 0.06), (0.5, 0.94)),
    MarkKind.TRIANGLE: ((0.5, 0.06), (1.0, 0.94), (0.0, 0.94)),
}
_STROKES: Final[dict[MarkKind, tuple[tuple[tuple[float, float], ...], ...]]] = {
    MarkKind.TICK: (((0.08, 0.55), (0.38, 0.85), (0.92, 0.17)),),
    MarkKind.CROSS: (((0.15, 0.15), (0.85, 0.85)), ((0.85, 0.15), (0.15, 0.85))),
    MarkKind.ARROW_LEFT: (((0.92, 0.5), (0.08, 0.5)), ((0.42, 0.14), (0.08, 0.5), (0.42, 0.86))),
    MarkKind.ARROW_RIGHT: (((0.08, 0.5), (0.92, 0.5)), ((0.58, 0.14), (0.92, 0.5), (0.58, 0.86))),
    # A large and a small A.
    MarkKind.LETTERS: (
        ((0.0, 0.9), (0.22, 0.1), (0.44, 0.9)),
        ((0.09, 0.62), (0.35, 0.62)),
        ((0.97, 0.67), (0.91, 0.51), (0.76, 0.44), (0.61, 0.51), (0.55, 0.67)),
        ((0.55, 0.67), (0.61, 0.83), (0.76, 0.9), (0.91, 0.83), (0.97, 0.67)),
        ((0.98, 0.44), (0.98, 0.9)),
    ),
}


def paint_mark(painter: QPainter, kind: MarkKind, place: QRectF, colour: QColor) -> None:
    """Draw a shape into a square ``place`` in one colour."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width(), place.height())
    pen = QPen(colour, 0.13)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if kind in _OUTLINES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(_polygon(_OUTLINES[kind]))
    elif kind in _STROKES:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for stroke in _STROKES[kind]:
            painter.drawPolyline(_polygon(stroke))
    else:
        _paint_round(painter, kind, colour, pen)
    painter.restore()


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


def _paint_round(painter: QPainter, kind: MarkKind, colour: QColor, pen: QPen) -> None:
    painter.setPen(Qt.PenStyle.NoPen if kind is MarkKind.DOT else pen)
    painter.setBrush(colour if kind is MarkKind.DOT else Qt.BrushStyle.NoBrush)
    if kind is MarkKind.DOT:
        painter.drawEllipse(QRectF(0.03, 0.03, 0.94, 0.94))
    elif kind is MarkKind.RING:
        painter.drawEllipse(QRectF(0.09, 0.09, 0.82, 0.82))
    elif kind is MarkKind.ATTENTION:
        painter.drawEllipse(QRectF(0.07, 0.07, 0.86, 0.86))
        painter.drawLine(QPointF(0.5, 0.28), QPointF(0.5, 0.53))
        painter.drawLine(QPointF(0.5, 0.73), QPointF(0.5, 0.735))
    else:
        _paint_speaker(painter, colour, pen)


def _paint_speaker(painter: QPainter, colour: QColor, pen: QPen) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    horn = ((0.0, 0.34), (0.2, 0.34), (0.48, 0.1), (0.48, 0.9), (0.2, 0.66), (0.0, 0.66))
    painter.drawPolygon(_polygon(horn))
    pen.setWidthF(0.1)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    waves = QPainterPath()
    for radius in (0.24, 0.46):
        ring = QRectF(0.46 - radius, 0.5 - radius, 2 * radius, 2 * radius)
        waves.arcMoveTo(ring, 45)
        waves.arcTo(ring, 45, -90)
    painter.drawPath(waves)


class Mark(QWidget):
    """Shows one drawn shape; ``meaning`` is what a screen reader says for it. Emits nothing."""

    def __init__(
        self,
        look: Look,
        kind: MarkKind,
        meaning: str,
        *,
        tone: str = "accent",
        points: float = 10.5,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._kind = kind
        self._tone = tone
        self._points = points
        self.setAccessibleName(meaning)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._points * 96 / 72 * self._look.scale)
        line = round(self._look.pixels(Role.BODY) * Role.BODY.leading)
        return QSize(side, max(side, line))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        place = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_mark(painter, self._kind, place, self._look.colour(self._tone))
        painter.end()
