"""A text field that uses the clipboard of the practice computer and never the real one."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.room import Desk
from digitutor_app.ui_kit.look import Role

_OURS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class TextField(QLineEdit):
    """One line of text. Emits ``cancelled`` for Esc; Enter is Qt's ``returnPressed``.

    Ctrl+Z is left to the exercise screen (Peru).
    """

    cancelled = Signal()

    def __init__(
        self, computer: Computer, desk: Desk, name: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._computer = computer
        self._desk = desk
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        desk.targets.add(name, self)
        desk.look.changed.connect(self.dress)
        self.dress()

    def dress(self) -> None:
        """Show theme and text scale."""
        colours = desk_colours(self._desk.look.theme)
        self.setFont(self._desk.look.font(Role.DETAIL))
        self.setStyleSheet(
            f"QLineEdit {{ background: {colours.window}; color: {colours.ink};"
            f" placeholder-text-color: {colours.muted};"
            f" border: 1px solid {colours.border}; border-radius: 6px; padding: 0 8px;"
            f" selection-background-color: {colours.selected}; selection-color: {colours.ink}; }}"
            f"QLineEdit:focus {{ border: 3px solid {colours.ink}; padding: 0 6px; }}"
        )
        self.updateGeometry()

    def show_text(self, text: str) -> None:
        """Show what the rows say, without touching the cursor when it is there already."""
        if text != self.text():
            self.setText(text)

    def sizeHint(self) -> QSize:
        look = self._desk.look
        return QSize(round(150 * look.scale), look.grown(48, Role.DETAIL))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        wishes = event.type() == QEvent.Type.ShortcutOverride
        if wishes and isinstance(event, QKeyEvent) and any(event.matches(key) for key in _OURS):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if any(event.matches(key) for key in _OURS):
            event.ignore()
        elif event.matches(keys.Copy) or event.matches(keys.Cut):
            self._take(cut=event.matches(keys.Cut))
        elif event.matches(keys.Paste):
            self._paste()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            # Not to the parents: the list would open something, a dialog press its default.
            super().keyPressEvent(event)
            event.accept()
        else:
            super().keyPressEvent(event)
            event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The middle button would paste from the real system.
        if event.button() is Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)

    def _take(self, *, cut: bool) -> None:
        if self.hasSelectedText():
            self._computer.clipboard.take(Clip(Held.TEXT, text=self.selectedText()))
            if cut:
                self.insert("")

    def _paste(self) -> None:
        clip = self._computer.clipboard.clip
        if clip.held is Held.TEXT:
            self.insert(clip.text)
