"""Whatever is pressed like a button inside the practice frame."""

from PySide6.QtCore import QEvent, QRectF, QSize, Signal
from PySide6.QtGui import (
    QColor,
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    Qt,
)
from PySide6.QtWidgets import QAbstractButton, QWidget

from digitutor_app.room_kit.colours import DeskColours, desk_colours
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.ui_kit.look import Role

#: Width of the focus ring, logical pixels (domain/7-accessibility, "Keyboard").
RING = 3
#: The ring is shown when the keyboard or the program brought the focus, not for the pointer.
KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.PopupFocusReason,
    Qt.FocusReason.OtherFocusReason,
)
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class DeskButton(QAbstractButton):
    """A button with words. Emits ``acted`` with "pointer" or "keys" when training wheels allow it.

    It registers itself as the target ``name``; a press may slip 12 px, a second press within
    250 ms is nothing, the right button does nothing.
    """

    acted = Signal(str)

    def __init__(self, desk: Desk, name: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.name = name
        self._presses = Presses(desk.touch, button=True)
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.set_text(text)
        desk.targets.add(name, self)
        self.clicked.connect(self._on_clicked)
        desk.look.changed.connect(self._on_look_changed)

    @property
    def colours(self) -> DeskColours:
        return desk_colours(self.desk.look.theme)

    def set_text(self, text: str, spoken: str = "") -> None:
        """The words, and what a screen reader says when that is more."""
        self.setAccessibleName(spoken or text)
        if text != self.text():
            self.setText(text)
            self.setShortcut("")
            self.updateGeometry()
            self.update()

    def words_width(self) -> int:
        """How wide the words are, logical pixels."""
        return int(self.desk.look.advance(self.text(), Role.DETAIL) + 0.5)

    def act(self, by: str) -> None:
        """Press it; ``by`` is "pointer" or "keys"."""
        if self.isEnabled() and self.desk.may(self.name):
            self.acted.emit(by)

    def paint_ring(self, painter: QPainter, corner: float = 6.0, colour: str = "") -> None:
        """The focus ring, when the keyboard brought the focus here."""
        if self._ring and self.hasFocus():
            half = RING / 2
            painter.setPen(QPen(QColor(colour or self.colours.ink), RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            place = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(place, corner, corner)

    def near(self) -> bool:
        """Whether it should look touched: the pointer is on it, or it is held down."""
        return self.isEnabled() and (self.underMouse() or self._presses.started is not None)

    def _on_clicked(self) -> None:
        # Only assistive technology gets here: mouse and keys are handled below.
        self.act("keys")

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(max(self.words_width() + 30, 48), self.desk.look.grown(38, Role.DETAIL))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border if self.isEnabled() else colours.line), 1.5))
        painter.setBrush(QColor(colours.hover if self.near() else colours.window))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.setFont(self.desk.look.font(Role.DETAIL))
        painter.setPen(QColor(colours.ink if self.isEnabled() else colours.muted))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        self.paint_ring(painter, 8)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)
        self._ring = False
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._presses.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        self.update()
        if gesture is Gesture.CLICK:
            self.act("pointer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        self.update()
        if event.key() not in _PRESSING:
            event.ignore()
        elif not event.isAutoRepeat():
            self.act("keys")

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(event.key() in _PRESSING)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)
