"""A layer: what lies for a while over the whole desktop and takes every press (menu, dialog)."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QWidget


class Layer(QWidget):
    """Covers the desktop. Emits ``chosen`` with an id and "pointer" or "keys", or
    ``dismissed`` for Esc or a press beside.

    It only asks: whoever made it writes into the book that it is gone, and takes it off.
    """

    chosen = Signal(str, str)
    dismissed = Signal()

    def __init__(self) -> None:
        super().__init__(None)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def take_focus(self) -> None:
        """Give the keyboard to the first thing inside; called when the layer is shown."""

    def arrange(self) -> None:
        """Place what is inside; called when the layer is shown and when the desktop changes."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.dismissed.emit()
        else:
            event.ignore()
