"""What the settings look like: pieces of text, pointers, colours, the hand at the mouse."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, Qt

from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.pointer_shapes import paint_pointer
from digitutor_app.ui_kit.press_guard import Patience
from digitutor_app.ui_kit.theme import Theme

_LETTERS: Final = "Aa"
#: Height and width of the arrow pointer at 100 %, logical pixels.
_ARROW: Final = QPointF(12, 19)


def text_sample(painter: QPainter, place: QRectF, look: Look, percent: int) -> None:
    """Two letters in the size that running text has at this text size."""
    font = QFont(look.font(Role.BODY))
    font.setPixelSize(round(Role.BODY.points * 96 / 72 * percent / 100))
    painter.setFont(font)
    painter.setPen(look.colour("ink"))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _LETTERS)


def pointer_sample(painter: QPainter, place: QRectF, _look: Look, percent: int) -> None:
    """The arrow in its own size."""
    point = place.center() - _ARROW * (percent / 200)
    paint_pointer(painter, Qt.CursorShape.ArrowCursor, point, percent)


def colour_sample(painter: QPainter, place: QRectF, look: Look, theme: Theme) -> None:
    """A small page in the colours of a theme."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    page = QRectF(0, 0, min(60.0, place.width()), place.height() - 2)
    page.moveCenter(place.center())
    painter.setPen(QPen(look.colour("border"), 1.5))
    painter.setBrush(QColor(theme.paper))
    painter.drawRoundedRect(page, 6, 6)
    font = QFont(look.font(Role.STRONG))
    font.setPixelSize(19)
    painter.setFont(font)
    painter.setPen(QColor(theme.ink))
    painter.drawText(page.adjusted(8, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, _LETTERS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.accent))
    painter.drawRoundedRect(QRectF(page.right() - 23, page.center().y() - 5, 16, 10), 4, 4)


def mouse_sample(painter: QPainter, place: QRectF, look: Look, *, left_handed: bool) -> None:
    """A keyboard with the mouse on one side; the button under the first finger is filled."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(look.colour("ink"), 2)
    painter.setPen(pen)
    painter.setBrush(look.colour("card"))
    side = -1 if left_handed else 1
    board = QRectF(0, 0, 82, 32)
    board.moveCenter(place.center() - QPointF(24 * side, 0))
    painter.drawRoundedRect(board, 5, 5)
    for row in range(2):
        for key in range(7):
            spot = board.topLeft() + QPointF(8 + 10.4 * key, 8 + 9 * row)
            painter.fillRect(QRectF(spot.x(), spot.y(), 5, 5), look.colour("ink"))
    mouse = QRectF(0, 0, 30, 46)
    mouse.moveCenter(place.center() + QPointF(50 * side, 0))
    body = QPainterPath()
    body.addRoundedRect(mouse, 14, 14)
    upper = QRectF(mouse.left(), mouse.top(), 15, 19)
    if left_handed:
        upper.moveLeft(mouse.center().x())
    half = QPainterPath()
    half.addRect(upper)
    painter.drawPath(body)
    painter.fillPath(body & half, look.colour("accent"))
    painter.drawLine(
        QPointF(mouse.left() + 1, mouse.top() + 19), QPointF(mouse.right() - 1, mouse.top() + 19)
    )
    painter.drawLine(
        QPointF(mouse.center().x(), mouse.top() + 1), QPointF(mouse.center().x(), mouse.top() + 19)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(body)


def patience_sample(painter: QPainter, place: QRectF, look: Look, patience: Patience) -> None:
    """The arrow in the room that a press has."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    point = place.center()
    painter.setPen(QPen(look.colour("accent"), 2, Qt.PenStyle.DashLine))
    painter.setBrush(look.colour("soft_accent"))
    painter.drawEllipse(point, patience.slack, patience.slack)
    paint_pointer(painter, Qt.CursorShape.ArrowCursor, point, 100)
