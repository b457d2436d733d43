"""What lies below the items of the list, and the field in which a name is typed."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QFocusEvent, QMouseEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.rooms.files.fields import TextField
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.item import FileItem


class Ground(QWidget):
    """The white ground under the items; a press on it takes the selection away."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._presses = Presses(hands.desk.touch)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._presses.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        if gesture is Gesture.RIGHT_CLICK:
            self._hands.open_menu(None, event.globalPosition().toPoint(), "pointer")
        elif gesture is not None:
            self._hands.press_ground()


class NameField(TextField):
    """The name of one item, open for typing, over the name itself.

    Enter finishes, Esc takes it back; every letter is kept in the rows. While the name is as it
    was, it is selected whenever the keyboard comes, so that typing replaces it.
    """

    def __init__(self, hands: Hands, item: FileItem, text: str, parent: QWidget) -> None:
        super().__init__(hands.computer, hands.desk, "field:name", parent)
        self._ground = parent
        self._hands = hands
        self._came_by_mouse = False
        self.item = item
        self._before = item.name + item.node.ending
        self.setAccessibleName(_("Nimi"))
        self.show_text(text)
        self.textChanged.connect(hands.type_name)
        self.returnPressed.connect(self._on_finished)
        self.cancelled.connect(hands.cancel_name)

    def begin(self, *, with_keyboard: bool) -> None:
        """Come into sight; with the keyboard, the name is selected and its ending left out."""
        self.show()
        self.raise_()
        if with_keyboard:
            self.setFocus()

    def show_text(self, text: str) -> None:
        """What was not typed here (Peru, the end of a demonstration) may be a name to replace."""
        if text != self.text():
            super().show_text(text)
            if self.hasFocus():
                self._select_name()

    def place(self) -> None:
        """Stand over the name, wide enough for it and inside the ground."""
        ground = self._ground
        width = max(self.fontMetrics().averageCharWidth() * 26, self.item.width())
        width = min(width, ground.width() - 4)
        middle = self.item.geometry().center().x()
        left = min(max(2, middle - width // 2), ground.width() - width - 2)
        top = self.item.mapToParent(QPoint(0, self.item.name_rect().top())).y() - 6
        high = self.sizeHint().height()
        self.setGeometry(left, min(top, max(0, ground.height() - high - 2)), width, high)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._came_by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._select_name()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if self._came_by_mouse and not self.hasSelectedText():
            self._select_name()
        self._came_by_mouse = False

    def _select_name(self) -> None:
        end = max(0, len(self.text()) - len(self.item.node.ending))
        if self.text() == self._before:
            self.setSelection(0, end)
        elif not self._came_by_mouse:
            self.setCursorPosition(end)

    def _on_finished(self) -> None:
        self._hands.finish_name("keys")
