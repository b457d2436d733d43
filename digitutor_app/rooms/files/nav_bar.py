"""The upper bar of the file manager: back, up, the trail of folders, the search field."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.nodes import Node
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.pictures import name_lines
from digitutor_app.rooms.files.fields import TextField
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.tool_bar import ToolButton
from digitutor_app.rooms.files.words import command_word
from digitutor_app.ui_kit.look import Role

_GAP = 6
_SIDE = 12
_ARROW = 16


class ArrowButton(DeskButton):
    """A button of 48 px with a drawn arrow; its words are for a screen reader."""

    def __init__(self, hands: Hands, command: str, parent: QWidget) -> None:
        super().__init__(hands.desk, f"button:{command}", "", parent)
        self._command = command
        self._hands = hands
        self.acted.connect(self._on_acted)
        self.set_words()

    def set_words(self) -> None:
        self.set_text("", command_word(self._command))
        self.setToolTip(command_word(self._command))

    def sizeHint(self) -> QSize:
        side = self.desk.look.grown(48, Role.DETAIL)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self.colours.ink), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.translate(QRectF(self.rect()).center())
        painter.scale(self.desk.look.scale**0.5, self.desk.look.scale**0.5)
        painter.rotate(0 if self._command == "back" else 90)
        painter.drawLine(QPointF(-8, 0), QPointF(8, 0))
        painter.drawPolyline([QPointF(-2, -6), QPointF(-8, 0), QPointF(-2, 6)])
        painter.end()

    def _on_acted(self, by: str) -> None:
        self._hands.command(self._command, "button" if by == "pointer" else by)


class TrailPart(DeskButton):
    """One folder of the trail; the last one is bold."""

    def __init__(self, hands: Hands, node: Node, parent: QWidget) -> None:
        super().__init__(hands.desk, f"trail:{node.id}", "", parent)
        self.node = node
        self.last = False
        self._hands = hands
        hands.desk.targets.add(f"trail:{node.id}", self)
        self.acted.connect(self._on_acted)

    def words_font(self) -> QFont:
        font = QFont(self.desk.look.font(Role.DETAIL))
        font.setBold(self.last)
        return font

    def sizeHint(self) -> QSize:
        self.setFont(self.words_font())
        width = self.fontMetrics().horizontalAdvance(self.text()) + 10
        return QSize(max(width, 48), self.desk.look.grown(46, Role.DETAIL))

    def height_for(self, width: int) -> int:
        """The height that holds the name in this width."""
        lines = name_lines(self.text(), self.words_font(), width - 8)
        line = self.desk.look.pixels(Role.DETAIL) * 1.3
        return max(self.sizeHint().height(), round(line * len(lines)) + 8)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.near():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 6, -2, -6), 6, 6)
        painter.setFont(self.words_font())
        painter.setPen(QColor(self.colours.ink))
        lines = name_lines(self.text(), self.words_font(), self.width() - 8)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "\n".join(lines))
        self.paint_ring(painter)
        painter.end()

    def _on_acted(self, by: str) -> None:
        self._hands.open(self.node, by, "trail")


class Trail(QWidget):
    """Shows "Työpöytä › Esimerkkilä › Saapuneet" in a frame; every part can be pressed."""

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        self.parts: list[TrailPart] = []
        self.setAccessibleName(_("Polku"))

    def refresh(self) -> None:
        path = self._hands.computer.files.path(self._hands.state.place)
        if [part.node.id for part in self.parts] != [node.id for node in path]:
            self._rebuild(path)
        for part, node in zip(self.parts, path, strict=True):
            part.last = part is self.parts[-1]
            part.set_text(self._hands.computer.words.name(node))
        self.updateGeometry()
        self._arrange()

    def _rebuild(self, path: list[Node]) -> None:
        for part in self.parts:
            self._hands.desk.targets.clear(part)
            part.hide()
            part.deleteLater()
        self.parts = [TrailPart(self._hands, node, self) for node in path]
        for part in self.parts:
            part.show()

    def wanted_width(self) -> int:
        """The width in which it stands on one line, logical pixels."""
        return sum(part.sizeHint().width() + _ARROW for part in self.parts) - _ARROW + 8

    def height_for(self, width: int) -> int:
        places = self._places(width)
        return max((place.bottom() for place in places), default=46) + 2

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        left, top, row = 4, 1, 0
        for part in self.parts:
            wide = min(part.sizeHint().width(), width - 8)
            if left > 4 and left + wide > width - 4:
                left, top, row = 4, top + row, 0
            high = part.height_for(wide)
            places.append(QRect(left, top, wide, high))
            left += wide + _ARROW
            row = max(row, high)
        return places

    def _arrange(self) -> None:
        for part, place in zip(self.parts, self._places(self.width()), strict=True):
            part.setGeometry(place)
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


class NavBar(QWidget):
    """Back, up, trail, search, menu; the trail goes below when they do not fit side by side."""

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        self.back = ArrowButton(hands, "back", self)
        self.up = ArrowButton(hands, "up", self)
        self.trail = Trail(hands, self)
        self.menu = ToolButton(hands, "menu", self)
        self.search = TextField(hands.computer, hands.desk, "field:search", self)
        self.search.textChanged.connect(hands.search)
        self.search.cancelled.connect(self._on_cancelled)
        self.set_words()

    def set_words(self) -> None:
        self.back.set_words()
        self.up.set_words()
        self.menu.set_text(command_word("menu"))
        self.search.setPlaceholderText(_("Etsi"))
        self.search.setAccessibleName(_("Etsi nimen osalla"))

    def refresh(self) -> None:
        self.trail.refresh()
        self.search.show_text(self._hands.state.rows.view().search)

    def height_for(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width)) + 4

    def arrange(self) -> None:
        for widget, place in zip(self._children(), self._places(self.width()), strict=True):
            widget.setGeometry(place)

    def stops(self) -> list[QWidget]:
        """What the keyboard can come to, in order."""
        return [self.back, self.up, *self.trail.parts, self.search, self.menu]

    def _children(self) -> tuple[QWidget, ...]:
        return self.back, self.up, self.trail, self.search, self.menu

    def _places(self, width: int) -> list[QRect]:
        side = self.back.sizeHint()
        high = side.height()
        find = self.search.sizeHint().width()
        narrow = round(find * 0.66)
        top = 4
        back = QRect(_SIDE, top, side.width(), high)
        up = QRect(back.right() + 1 + _GAP, top, side.width(), high)
        left = up.right() + 1 + _GAP
        wide = self.menu.sizeHint().width()
        menu = QRect(width - _SIDE - wide, top, wide, high)
        right = menu.left() - _GAP
        if self.trail.wanted_width() <= right - left - _GAP - narrow:
            find = min(find, right - left - _GAP - self.trail.wanted_width())
            beside = right - left - _GAP - find
            trail = QRect(left, top, beside, high)
            return [back, up, trail, QRect(right - find, top, find, high), menu]
        find = min(right - left, round(find * 1.5))
        search = QRect(right - find, top, find, high)
        below = top + high + _GAP
        inner = width - 2 * _SIDE
        trail = QRect(_SIDE, below, inner, max(high, self.trail.height_for(inner)))
        return [back, up, trail, search, menu]

    def _on_cancelled(self) -> None:
        self._hands.search("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
