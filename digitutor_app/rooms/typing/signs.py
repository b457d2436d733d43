"""What stands on the keys that type no letter: a word, or a drawn arrow."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QPolygonF, Qt

_WORDS: Final = {
    "caps": "Caps",
    "ctrl": "Ctrl",
    "ctrl_right": "Ctrl",
    "alt": "Alt",
    "alt_gr": "Alt Gr",
    "insert": "Insert",
    "home": "Home",
    "delete": "Delete",
    "end": "End",
}
#: Lines in a square of side 1, as they are printed on keys.
_LINES: Final[dict[str, tuple[tuple[tuple[float, float], ...], ...]]] = {
    "backspace": (((1.2, 0.5), (-0.2, 0.5)), ((0.2, 0.18), (-0.2, 0.5), (0.2, 0.82))),
    "tab": (
        ((-0.1, 0.3), (0.9, 0.3)),
        ((0.6, 0.1), (0.9, 0.3), (0.6, 0.5)),
        ((1.0, 0.1), (1.0, 0.5)),
        ((0.0, 0.75), (1.0, 0.75)),
        ((0.3, 0.55), (0.0, 0.75), (0.3, 0.95)),
        ((-0.1, 0.55), (-0.1, 0.95)),
    ),
    "enter": (((0.9, 0.1), (0.9, 0.6), (0.0, 0.6)), ((0.3, 0.35), (0.0, 0.6), (0.3, 0.85))),
    "up": (((0.5, 0.95), (0.5, 0.1)), ((0.2, 0.4), (0.5, 0.1), (0.8, 0.4))),
    "down": (((0.5, 0.05), (0.5, 0.9)), ((0.2, 0.6), (0.5, 0.9), (0.8, 0.6))),
    "left": (((0.95, 0.5), (0.1, 0.5)), ((0.4, 0.2), (0.1, 0.5), (0.4, 0.8))),
    "right": (((0.05, 0.5), (0.9, 0.5)), ((0.6, 0.2), (0.9, 0.5), (0.6, 0.8))),
    "menu": (
        ((0.1, 0.1), (0.9, 0.1), (0.9, 0.9), (0.1, 0.9), (0.1, 0.1)),
        ((0.3, 0.35), (0.7, 0.35)),
        ((0.3, 0.6), (0.7, 0.6)),
    ),
}
#: The hollow arrow of Shift.
_SHIFT: Final = ((0.5, 0.02), (1.0, 0.5), (0.72, 0.5), (0.72, 0.95), (0.28, 0.95), (0.28, 0.5),
                 (0.0, 0.5))  # fmt: skip
_WINDOWS: Final = ((0.0, 0.0), (0.55, 0.0), (0.0, 0.55), (0.55, 0.55))


def paint_sign(painter: QPainter, key_id: str, place: QRectF, ink: QColor, font: QFont) -> None:
    """Draw what stands on the key into its place; space has nothing."""
    if key_id in _WORDS:
        painter.setFont(_narrowed(font, _WORDS[key_id], place.width() - 9))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _WORDS[key_id])
        return
    side = min(place.width(), place.height(), 40.0) * 0.46
    box = QRectF(0, 0, side, side)
    box.moveCenter(place.center())
    pen = QPen(ink, max(1.6, side / 9))
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _LINES.get(key_id, ()):
        painter.drawPolyline(_inside(box, line))
    if key_id.startswith("shift"):
        painter.drawPolygon(_inside(box, _SHIFT))
    if key_id == "windows":
        for x, y in _WINDOWS:
            painter.fillRect(
                QRectF(box.left() + x * side, box.top() + y * side, side * 0.45, side * 0.45), ink
            )


def _inside(box: QRectF, points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF(
        [QPointF(box.left() + x * box.width(), box.top() + y * box.height()) for x, y in points]
    )


def _narrowed(font: QFont, word: str, room: float) -> QFont:
    """The font, with its letters set closer where the key is narrow."""
    wide = QFontMetricsF(font).horizontalAdvance(word)
    if wide <= room:
        return font
    narrow = QFont(font)
    narrow.setStretch(max(70, round(100 * room / wide)))
    return narrow
