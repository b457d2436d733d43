"""How a list looks: its rows and its scroll bar."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from digitutor_app.room_kit.colours import DeskColours


@dataclass(frozen=True, slots=True, kw_only=True)
class RowFace:
    """What a row shows: its words, and whether it was chosen, lies under the pointer, or has the
    keyboard."""

    words: str
    chosen: bool
    near: bool
    ring: bool


def paint_row(painter: QPainter, place: QRectF, face: RowFace, colours: DeskColours) -> None:
    """Paint one row into its place."""
    if face.chosen or face.near:
        painter.fillRect(place, QColor(colours.selected if face.chosen else colours.hover))
    painter.setPen(QPen(QColor(colours.line), 1))
    painter.drawLine(place.bottomLeft(), place.bottomRight())
    if face.chosen:
        painter.fillRect(QRectF(0, place.top(), 6, place.height()), QColor(colours.ink))
    painter.setPen(QColor(colours.ink))
    painter.drawText(place.adjusted(18, 0, -8, 0), Qt.AlignmentFlag.AlignVCenter, face.words)
    if face.ring:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(colours.ink), 3))
        painter.drawRoundedRect(place.adjusted(2, 2, -2, -2), 4, 4)


def paint_bar(
    painter: QPainter, whole: QRectF, parts: Mapping[str, QRectF], colours: DeskColours
) -> None:
    """Paint a scroll bar; ``parts`` are the places of "up", "down" and "grip"."""
    painter.fillRect(whole, QColor(colours.title))
    painter.setPen(QPen(QColor(colours.border), 1.5))
    painter.drawLine(whole.topLeft(), whole.bottomLeft())
    painter.setBrush(QColor(colours.border))
    painter.drawRoundedRect(parts["grip"], 6, 6)
    for part, way in (("up", -1), ("down", 1)):
        place = parts[part].adjusted(2, 2, -2, -2)
        painter.setBrush(QColor(colours.window))
        painter.setPen(QPen(QColor(colours.border), 1.5))
        painter.drawRoundedRect(place, 5, 5)
        tip = [QPointF(-7, -4 * way), QPointF(7, -4 * way), QPointF(0, 5 * way)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.ink))
        painter.drawPolygon(QPolygonF([place.center() + point for point in tip]))
