"""A small menu inside the practice frame."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.layer import Layer
from digitutor_app.room_kit.room import Desk
from digitutor_app.ui_kit.look import Role

_EDGE = 6


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One line: the command that it gives, its words, whether it can be given now.

    ``keys`` are shown on the right ("Ctrl+C"); ``line`` draws a line above it.
    """

    command: str
    text: str
    enabled: bool = True
    keys: str = ""
    line: bool = False


class _ItemButton(DeskButton):
    """One line of a menu; 48 px high."""

    def __init__(self, desk: Desk, item: MenuItem, parent: QWidget) -> None:
        super().__init__(desk, f"menu:{item.command}", item.text, parent)
        self.item = item
        self.setEnabled(item.enabled)

    def sizeHint(self) -> QSize:
        look = self.desk.look
        keys = look.advance(self.item.keys, Role.DETAIL) + 40.5 if self.item.keys else 0
        return QSize(self.words_width() + int(keys) + 48, look.grown(48, Role.DETAIL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.near() or (self.isEnabled() and self.hasFocus()):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 6, 6)
        if self.item.line:
            painter.fillRect(12, 0, self.width() - 24, 1, QColor(colours.border))
        painter.setFont(self.desk.look.font(Role.DETAIL))
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.border))
        inner = self.rect().adjusted(20, 0, -20, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignLeft, self.text())
        painter.drawText(inner, middle | Qt.AlignmentFlag.AlignRight, self.item.keys)
        self.paint_ring(painter)
        painter.end()


class PracticeMenu(Layer):
    """Shows its items beside a point of the screen. Emits ``chosen`` with an item's command and
    "pointer" or "keys".

    Each item is the target ``menu:<command>``. Up and Down go round, Enter chooses.
    """

    def __init__(
        self,
        desk: Desk,
        items: tuple[MenuItem, ...],
        at: Callable[[], QPoint],
        spoken: str,
        *,
        above: bool = False,
    ) -> None:
        """``at`` gives the point whenever the menu is arranged: what it stands beside may have
        come to its place only then. ``above``: it ends at the point. ``spoken`` is its name for a
        screen reader."""
        super().__init__()
        self._desk = desk
        self._at = at
        self._above = above
        self.setAccessibleName(spoken)
        self._buttons: list[_ItemButton] = []
        for item in items:
            button = _ItemButton(desk, item, self)
            button.acted.connect(self._on_acted)
            self._buttons.append(button)

    def take_focus(self) -> None:
        for button in self._buttons:
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.PopupFocusReason)
                return

    def arrange(self) -> None:
        hints = [button.sizeHint() for button in self._buttons]
        width = max((hint.width() for hint in hints), default=48)
        height = sum(hint.height() for hint in hints)
        corner = self.mapFromGlobal(self._at())
        left = max(_EDGE, min(corner.x(), self.width() - width - _EDGE))
        top = max(_EDGE, min(corner.y() - height * self._above, self.height() - height - _EDGE))
        for button, hint in zip(self._buttons, hints, strict=True):
            button.setGeometry(left, top, width, hint.height())
            top += hint.height()
        self.update()

    def _on_acted(self, by: str) -> None:
        button = self.sender()
        if isinstance(button, _ItemButton):
            self.chosen.emit(button.item.command, by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._desk.look.theme)
        around = QRect()
        for button in self._buttons:
            around = around.united(button.geometry())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.edge), 1.5))
        painter.setBrush(QColor(colours.window))
        painter.drawRoundedRect(QRectF(around).adjusted(-5, -5, 5, 5), 8, 8)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        able = [button for button in self._buttons if button.isEnabled()]
        if step is None or not able:
            super().keyPressEvent(event)
            return
        event.accept()
        now = next((i for i, button in enumerate(able) if button.hasFocus()), -step)
        able[(now + step) % len(able)].setFocus(Qt.FocusReason.TabFocusReason)
