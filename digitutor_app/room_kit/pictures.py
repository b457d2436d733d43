"""The drawn pictures of the practice computer: folder, papers, bin, and the names below them."""

from collections.abc import Callable
from enum import Enum
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap

from digitutor_app.practice.nodes import BIN, Node, NodeKind
from digitutor_app.room_kit.colours import DeskColours, desk_colours
from digitutor_app.ui_kit.look import Look, Role


class Picture(Enum):
    """The family of pictures; all are drawn in a square."""

    FOLDER = "folder"
    TEXT = "text"
    PDF = "pdf"
    IMAGE = "image"
    TABLE = "table"
    BIN = "bin"
    BIN_FULL = "bin_full"
    PROGRAM = "program"


_BY_ENDING: Final = {
    ".pdf": Picture.PDF,
    ".png": Picture.IMAGE,
    ".jpg": Picture.IMAGE,
    ".ods": Picture.TABLE,
    ".xlsx": Picture.TABLE,
}


def picture_of(node: Node) -> Picture:
    """The picture of a file or folder; a bin is drawn empty."""
    if node.id == BIN:
        return Picture.BIN
    if node.kind is NodeKind.FOLDER:
        return Picture.FOLDER
    return _BY_ENDING.get(node.ending, Picture.TEXT)


def paint_picture(painter: QPainter, picture: Picture, place: QRectF, colours: DeskColours) -> None:
    """Draw a picture into a square ``place``."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(place.topLeft())
    painter.scale(place.width() / 64, place.height() / 64)
    pen = QPen(QColor(colours.picture_edge), 3)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    if picture is Picture.FOLDER:
        _folder(painter, colours)
    elif picture in (Picture.BIN, Picture.BIN_FULL):
        _bin(painter, colours, full=picture is Picture.BIN_FULL)
    elif picture is Picture.PROGRAM:
        _program(painter, colours)
    else:
        _paper(painter, colours)
        _on_paper(painter, picture, colours)
    painter.restore()


def _folder(painter: QPainter, colours: DeskColours) -> None:
    path = QPainterPath(QPointF(5, 14))
    for x, y in ((25, 14), (31, 20), (59, 20), (59, 53), (5, 53)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.setBrush(QColor(colours.folder))
    painter.drawPath(path)
    painter.drawLine(QPointF(5, 28), QPointF(59, 28))


def _paper(painter: QPainter, colours: DeskColours) -> None:
    path = QPainterPath(QPointF(10, 3))
    for x, y in ((40, 3), (54, 17), (54, 61), (10, 61)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.setBrush(QColor(colours.paper))
    painter.drawPath(path)


def _on_paper(painter: QPainter, picture: Picture, colours: DeskColours) -> None:
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if picture is Picture.TEXT:
        for y, right in ((25, 44), (35, 44), (45, 36)):
            painter.drawLine(QPointF(20, y), QPointF(right, y))
    elif picture is Picture.PDF:
        painter.setBrush(QColor(colours.picture_edge))
        painter.drawRect(QRectF(20, 24, 24, 10))
        painter.drawLine(QPointF(20, 45), QPointF(44, 45))
    elif picture is Picture.TABLE:
        painter.drawRect(QRectF(19, 26, 26, 24))
        painter.drawLine(QPointF(19, 38), QPointF(45, 38))
        painter.drawLine(QPointF(32, 26), QPointF(32, 50))
    else:
        painter.drawPolyline(
            [QPointF(17, 50), QPointF(27, 35), QPointF(34, 44), QPointF(39, 38), QPointF(47, 50)]
        )
        painter.drawEllipse(QPointF(37, 27), 4, 4)


def _bin(painter: QPainter, colours: DeskColours, *, full: bool) -> None:
    painter.setBrush(QColor(colours.paper))
    if full:
        painter.drawPolyline([QPointF(20, 19), QPointF(27, 7), QPointF(36, 12), QPointF(43, 19)])
    path = QPainterPath(QPointF(13, 19))
    for x, y in ((51, 19), (47, 60), (17, 60)):
        path.lineTo(x, y)
    path.closeSubpath()
    painter.drawPath(path)
    painter.drawLine(QPointF(8, 19), QPointF(56, 19))
    for top, bottom in ((26, 27.5), (32, 32), (38, 36.5)):
        painter.drawLine(QPointF(top, 29), QPointF(bottom, 51))


def _program(painter: QPainter, colours: DeskColours) -> None:
    painter.setBrush(QColor(colours.paper))
    painter.drawRoundedRect(QRectF(6, 10, 52, 44), 4, 4)
    painter.drawLine(QPointF(6, 22), QPointF(58, 22))


#: How wide a text is on one line, logical pixels.
Measure = Callable[[str], float]


def name_lines(name: str, measure: Measure, width: float) -> list[str]:
    """A name in lines: parted after spaces and _ - . only, and a part that is too long anywhere.

    Joined again the lines are the name (but for the spaces at line ends).
    """
    lines, line = [], ""
    for part in _parts(name):
        if measure((line + part).rstrip()) <= width:
            line += part
            continue
        if line:
            lines.append(line)
        line = part
        while measure(line.rstrip()) > width and len(line) > 1:
            room = next(
                n for n in range(len(line) - 1, 0, -1) if n == 1 or measure(line[:n]) <= width
            )
            lines.append(line[:room])
            line = line[room:]
    return [found.rstrip() for found in [*lines, line]]


def widest_part(name: str, measure: Measure) -> float:
    """The width in which ``name_lines`` breaks no part of the name, logical pixels."""
    return max((measure(part.rstrip()) for part in _parts(name)), default=0.0)


def _parts(name: str) -> list[str]:
    parts = [""]
    for letter in name:
        if parts[-1] and letter in "_-.":
            parts.append("")
        parts[-1] += letter
        if letter == " ":
            parts.append("")
    return [part for part in parts if part]


def carried_picture(picture: Picture, count: int, look: Look) -> QPixmap:
    """What hangs on the pointer while ``count`` things are dragged."""
    colours = desk_colours(look.theme)
    side = round(48 * look.scale)
    pixmap = QPixmap(side + 20, side + 8)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setOpacity(0.9)
    paint_picture(painter, picture, QRectF(2, 2, side, side), colours)
    if count > 1:
        painter.setOpacity(1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = look.font(Role.SMALL)
        wide = look.advance(str(count), Role.SMALL) + 14
        badge = QRectF(pixmap.width() - wide, 0, wide, font.pixelSize() + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.taskbar))
        painter.drawRoundedRect(badge, 6, 6)
        painter.setPen(QColor(colours.task_ink))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(count))
    painter.end()
    return pixmap
