"""One folder in the tree."""

from functools import partial

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.practice.nodes import Node
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import RING
from digitutor_app.room_kit.pictures import name_lines, paint_picture, picture_of
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.rooms.files.pressed_item import PressedItem
from digitutor_app.ui_kit.look import Role

_INDENT = 18
_PICTURE = 20
_GAP = 8
_SIDE = 10
#: A row is 48 px high where there is room, and never lower than this.
_LOWEST = 27
_DEEPEST = 3


class TreeRow(PressedItem):
    """One folder; the selected one is shown or chosen: blue ground, bold words.

    Emits ``acted`` with "pointer" or "keys" when training wheels allow it.
    """

    acted = Signal(str)
    role = QAccessible.Role.TreeItem

    def __init__(self, desk: Desk, prefix: str, node: Node, parent: QWidget) -> None:
        super().__init__(Presses(desk.touch, button=True), parent)
        self.desk = desk
        self.node = node
        self.level = 0
        self.name = ""
        self._target = f"{prefix}:{node.id}"
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for kind in {prefix, "tree"}:
            desk.targets.add(f"{kind}:{node.id}", self)

    def show_state(self, name: str, level: int, *, current: bool) -> None:
        self.set_selected(current)
        before = self.name, self.level
        self.name, self.level = name, min(level, _DEEPEST)
        if before != (self.name, self.level):
            self.setAccessibleName(name)
            self.update()

    def act(self, by: str) -> None:
        """Open or choose it; ``by`` is "pointer" or "keys"."""
        if self.desk.may(self._target):
            self.acted.emit(by)

    def wanted_width(self) -> int:
        """The width in which the name stands on one line, logical pixels."""
        words = self.desk.look.advance(self.name, Role.DETAIL, bold=True)
        return round(self._words_left() + words + _SIDE + 2)

    def lowest(self, width: int) -> int:
        """The lowest height that holds the name in this width."""
        return round(max(self._line() * len(self._lines(width)) + 5, _LOWEST))

    def _line(self) -> float:
        return self.desk.look.pixels(Role.DETAIL) * 1.3

    def _lines(self, width: int) -> list[str]:
        measure = partial(self.desk.look.advance, role=Role.DETAIL, bold=self.selected)
        return name_lines(self.name, measure, width - self._words_left() - _SIDE)

    def _side(self) -> float:
        return _PICTURE * min(self.desk.look.scale, 1.5)

    def _words_left(self) -> float:
        return _SIDE + self.level * _INDENT + self._side() + _GAP

    def sizeHint(self) -> QSize:
        return QSize(self.wanted_width(), self.desk.look.grown(48, Role.DETAIL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self.desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(3, 1, -3, -1)
        if self.selected:
            painter.setPen(QPen(QColor(colours.selected_edge), 1.5))
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(place, 6, 6)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(place, 6, 6)
        side = self._side()
        left = _SIDE + self.level * _INDENT
        picture = QRectF(left, (self.height() - side) / 2, side, side)
        paint_picture(painter, picture_of(self.node), picture, colours)
        self._paint_words(painter)
        if self._ring and self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 1.5, -2, -1.5), 7, 7)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        font = self.desk.look.font(Role.DETAIL, bold=self.selected)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(QColor(desk_colours(self.desk.look.theme).ink))
        lines = self._lines(self.width())
        top = (self.height() - self._line() * len(lines)) / 2
        base = (self._line() - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
        for line in lines:
            painter.drawText(QPointF(self._words_left(), top + base), line)
            top += self._line()

    # Hands

    def on_gesture(self, gesture: Gesture, event: QMouseEvent) -> None:  # noqa: ARG002
        if gesture is Gesture.CLICK:
            self.act("pointer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter on a folder that is chosen already is left to the dialog around."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Space or (enter and not self.selected):
            event.accept()
            if not event.isAutoRepeat():
                self.act("keys")
        else:
            event.ignore()
