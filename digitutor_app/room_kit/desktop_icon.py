"""One icon of the pretend desktop."""

import math
from functools import partial

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    Qt,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import KEYBOARD_REASONS, RING
from digitutor_app.room_kit.keys import key_name
from digitutor_app.room_kit.pictures import (
    Measure,
    Picture,
    name_lines,
    paint_picture,
    widest_part,
)
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.spoken import speak_as
from digitutor_app.room_kit.touch import Presses
from digitutor_app.ui_kit.look import Role


class DesktopIcon(QWidget):
    """Shows one file or folder. Emits ``gesture`` (a Gesture, and where on the screen),
    ``drag_begun`` with a place on the screen, and ``key`` with a key's name."""

    gesture = Signal(object, QPoint)
    drag_begun = Signal(QPoint)
    key = Signal(str)

    def __init__(self, desk: Desk, node_id: str, target: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.node_id = node_id
        self.target = target
        self.picture = Picture.FOLDER
        self.selected = False
        self._desk = desk
        self._name = ""
        self._ring = False
        self._presses = Presses(desk.touch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.ListItem)
        desk.targets.add(target, self)

    def show_state(self, name: str, picture: Picture, *, selected: bool) -> None:
        before = self._name, self.picture, self.selected
        self._name, self.picture, self.selected = name, picture, selected
        if before != (name, picture, selected):
            self.setAccessibleName(name)
            self.update()

    def forget_press(self) -> None:
        self._presses.forget()

    def natural_width(self) -> int:
        """The width in which no part of the name has to be broken."""
        return math.ceil(widest_part(self._name, self._measure())) + 10

    def heightForWidth(self, width: int) -> int:
        lines = name_lines(self._name, self._measure(), width - 8)
        return round(self._side() + 16 + len(lines) * self._line())

    def _measure(self) -> Measure:
        return partial(self._desk.look.advance, role=Role.DETAIL)

    def _line(self) -> float:
        return self._desk.look.pixels(Role.DETAIL) * 1.3

    def _side(self) -> float:
        return 48.0 * math.sqrt(self._desk.look.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, look = desk_colours(self._desk.look.theme), self._desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.selected:
            painter.setPen(QPen(QColor(colours.selected_edge), 1.5))
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(place, 6, 6)
        side = self._side()
        where = QRectF((self.width() - side) / 2, 6, side, side)
        paint_picture(painter, self.picture, where, colours)
        painter.setFont(look.font(Role.DETAIL))
        painter.setPen(QColor(colours.ink))
        top, line = side + 9, self._line()
        for text in name_lines(self._name, self._measure(), self.width() - 8):
            painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignCenter, text)
            top += line
        if self._ring and self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._presses.move(event):
            self.drag_begun.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        if gesture is not None:
            self.gesture.emit(gesture, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        self.update()
        name = key_name(event)
        if name in ("F6", "Ctrl+Tab", "Esc", ""):
            event.ignore()
        else:
            self.key.emit(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)
