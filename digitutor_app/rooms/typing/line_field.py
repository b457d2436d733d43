"""A field of one line: it shows what the rows say and hands every key to the typist."""

from PySide6.QtCore import QPoint, QSize
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.rooms.typing.written_field import WrittenField
from digitutor_app.ui_kit.look import Role


class LineField(WrittenField, QLineEdit):
    """Shows one field; the target ``field:<id>``."""

    KIND = "QLineEdit"

    def __init__(self, typist: Typist, field_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDragEnabled(False)
        self._begin(typist, field_id)
        self.textChanged.connect(self._on_text_changed)

    def written_text(self) -> str:
        return self.text()

    def show_written(self) -> None:
        written = self._typist.state.rows.written(self.field_id)
        self._showing = True
        if written.text != self.text():
            self.setText(written.text)
        caret, anchor = max(0, written.caret), max(0, written.anchor)
        if (caret, anchor) != self._place():
            if caret == anchor:
                self.setCursorPosition(caret)
            else:
                self.setSelection(anchor, caret - anchor)
        self._showing = False

    def _point(self, place: int) -> QPoint:
        text = self.text()
        metrics = self.fontMetrics()
        here = metrics.horizontalAdvance(text[: self.cursorPosition()])
        there = metrics.horizontalAdvance(text[:place])
        nudge = 3 if place == len(text) else -3 if place == 0 else 0
        x = self.cursorRect().center().x() + there - here + nudge
        # In the middle of what can be seen: large text may leave a part of the field outside.
        y = self.visibleRegion().boundingRect().center().y()
        return QPoint(min(max(x, 4), self.width() - 4), y)

    def move_caret(self, event: QKeyEvent) -> None:
        """Let Qt move the caret; it does not know Ctrl+Home and Ctrl+End in a line."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return
        ends = {Qt.Key.Key_Home: self.home, Qt.Key.Key_End: self.end}.get(Qt.Key(event.key()))
        if ends is not None:
            ends(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)
        self._tell_place("keys", click=False)

    def _place(self) -> tuple[int, int]:
        caret = self.cursorPosition()
        if not self.hasSelectedText():
            return caret, caret
        begin, end = self.selectionStart(), self.selectionEnd()
        return caret, end if caret == begin else begin

    def sizeHint(self) -> QSize:
        look = self._desk.look
        return QSize(round(260 * look.scale), look.grown(48, Role.LARGE))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._typist.key_pressed(self, event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        text = event.commitString()
        super().inputMethodEvent(QInputMethodEvent() if text else event)
        if text:
            self._typist.committed(self, text)
