"""The trail of folders: "Työpöytä › Esimerkkilä › Saapuneet"."""

from functools import partial

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.nodes import Node
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.pictures import name_lines
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.listing import folders
from digitutor_app.ui_kit.look import Role

_ARROW = 16
_EDGE = 4
#: Both sides of the words of a part together.
_ROOM = 10
Widths = tuple[float, ...]


class TrailPart(DeskButton):
    """One folder of the trail; the last one is bold."""

    def __init__(self, hands: Hands, node: Node, parent: QWidget) -> None:
        super().__init__(hands.desk, f"trail:{node.id}", "", parent)
        self.node = node
        self.last = False
        self._hands = hands
        self.acted.connect(self._on_acted)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.near():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        look = self.desk.look
        painter.setFont(look.font(Role.DETAIL, bold=self.last))
        painter.setPen(QColor(self.colours.ink))
        measure = partial(look.advance, role=Role.DETAIL, bold=self.last)
        lines = name_lines(self.text(), measure, self.width() - _ROOM + 2)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        self.paint_ring(painter)
        painter.end()

    def _on_acted(self, by: str) -> None:
        self._hands.open(self.node, by, "trail")


class Trail(QWidget):
    """Shows where the window is; every part can be pressed.

    Its height is that of the longest path of this computer, so that nothing moves under the hand
    when another folder is opened. Two lines stand in the height of a button.
    """

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        self.parts: list[TrailPart] = []
        self._lengths: set[Widths] = set()
        self.set_words()

    def set_words(self) -> None:
        self.setAccessibleName(_("Polku"))

    def refresh(self) -> None:
        path = self._hands.computer.files.path(self._hands.state.place)
        if [part.node.id for part in self.parts] != [node.id for node in path]:
            self._rebuild(path)
        for part, node in zip(self.parts, path, strict=True):
            part.last = part is self.parts[-1]
            part.set_text(self._hands.computer.words.name(node))
        computer = self._hands.computer
        paths = [computer.files.path(node.id) for node, _level in folders(computer)]
        self._lengths = {self._widths(way) for way in (*paths, path)}
        self._arrange()

    def lines_for(self, width: int) -> int:
        """How many lines the longest path takes in this width."""
        ends = (_places(widths, width)[-1] for widths in self._lengths)
        return max((end.top() + 1 for end in ends), default=1)

    def height_for(self, width: int) -> int:
        """A button's height, or more when the longest path takes more than two lines."""
        look = self._hands.desk.look
        line = round(look.pixels(Role.DETAIL) * 1.3)
        return max(look.grown(48, Role.DETAIL), self.lines_for(width) * line + 4)

    # Inside

    def _rebuild(self, path: list[Node]) -> None:
        for part in self.parts:
            self._hands.desk.targets.clear(part)
            part.hide()
            part.deleteLater()
        self.parts = [TrailPart(self._hands, node, self) for node in path]
        for part in self.parts:
            part.show()

    def _widths(self, path: list[Node]) -> Widths:
        """How wide the parts of a path like to be, logical pixels."""
        look, name = self._hands.desk.look, self._hands.computer.words.name
        return tuple(
            look.advance(name(node), Role.DETAIL, bold=node is path[-1]) + _ROOM for node in path
        )

    def _arrange(self) -> None:
        places = _places(self._widths([part.node for part in self.parts]), self.width())
        lines = places[-1].top() + 1
        high = (self.height() - 2) // lines
        before = [part.geometry() for part in self.parts]
        for part, place in zip(self.parts, places, strict=True):
            part.setGeometry(place.left(), 1 + place.top() * high, place.width(), high)
        if before != [part.geometry() for part in self.parts]:
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.line), 1.5))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.setPen(QPen(QColor(colours.muted), 1.8))
        for part in self.parts[:-1]:
            x = part.geometry().right() + _ARROW / 2
            y = part.geometry().center().y() + 1
            painter.drawPolyline(
                [QPointF(x - 2.5, y - 5), QPointF(x + 2.5, y), QPointF(x - 2.5, y + 5)]
            )
        painter.end()


def _places(widths: Widths, width: int) -> list[QRect]:
    """Left and width of each part in pixels; top is the number of its line."""
    places: list[QRect] = []
    left = line = 0
    for natural in widths:
        wide = round(min(natural, width - 2 * _EDGE))
        if left and left + wide > width - 2 * _EDGE:
            left, line = 0, line + 1
        places.append(QRect(left + _EDGE, line, wide, 1))
        left += wide + _ARROW
    return places
