"""An item under the hand: presses become gestures; keyboard and pointer leave their marks."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QEnterEvent, QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.rooms.files.faces import SpokenItem


class PressedItem(SpokenItem):
    """What items of the list and of the tree share; each says what a gesture means to it."""

    def __init__(self, presses: Presses, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presses = presses
        self._ring = False

    def on_gesture(self, gesture: Gesture, event: QMouseEvent) -> None:
        """A press has ended as this gesture."""
        raise NotImplementedError

    def on_drag(self, event: QMouseEvent) -> None:
        """A drag with the left button begins."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._ring = False
        self._presses.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._presses.move(event):
            self.on_drag(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        if gesture is not None:
            self.on_gesture(gesture, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)
