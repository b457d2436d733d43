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
        self._arrange()

    def lines_for(self, width: int) -> int:
        """How many lines the longest path takes in this width."""
        computer = self._hands.computer
        paths = [computer.files.path(node.id) for node, _level in folders(computer)]
        return max(self._places(path, width)[-1].top() + 1 for path in (*paths, self._path()))

    def height_for(self, width: int) -> int:
        """A button's height, or more when the longest path takes more than two lines."""
        look = self._hands.desk.look
        line = round(look.pixels(Role.DETAIL) * 1.3)
        return max(look.grown(48, Role.DETAIL), self.lines_for(width) * line + 4)

    # Inside

    def _path(self) -> list[Node]:
        return self._hands.computer.files.path(self._hands.state.place)

    def _rebuild(self, path: list[Node]) -> None:
        for part in self.parts:
            self._hands.desk.targets.clear(part)
            part.hide()
            part.deleteLater()
        self.parts = [TrailPart(self._hands, node, self) for node in path]
        for part in self.parts:
            part.show()

    def _places(self, path: list[Node], width: int) -> list[QRect]:
        """Left and width of each part in pixels; top is the number of its line."""
        look, places = self._hands.desk.look, []
        left = line = 0
        for node in path:
            name = self._hands.computer.words.name(node)
            natural = look.advance(name, Role.DETAIL, bold=node is path[-1]) + _ROOM
            wide = round(min(natural, width - 2 * _EDGE))
            if left and left + wide > width - 2 * _EDGE:
                left, line = 0, line + 1
            places.append(QRect(left + _EDGE, line, wide, 1))
            left += wide + _ARROW
        return places

    def _arrange(self) -> None:
        places = self._places([part.node for part in self.parts], self.width())
        lines = places[-1].top() + 1
        high = (self.height() - 2) // lines
        for part, place in zip(self.parts, places, strict=True):
            part.setGeometry(place.left(), 1 + place.top() * high, place.width(), high)
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
