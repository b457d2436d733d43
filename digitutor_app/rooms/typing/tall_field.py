"""A field of several lines: it shows what the rows say and hands every key to the typist."""

from PySide6.QtCore import QMimeData, QPoint, QSize
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QMouseEvent, Qt, QTextCursor, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.rooms.typing.written_field import WrittenField


class TallField(WrittenField, QPlainTextEdit):
    """Shows one field of ``lines`` lines; the target ``field:<id>``."""

    KIND = "QPlainTextEdit"

    def __init__(
        self, typist: Typist, field_id: str, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(2)
        self._begin(typist, field_id)
        self.textChanged.connect(self._on_text_changed)

    def written_text(self) -> str:
        return self.toPlainText()

    def show_written(self) -> None:
        written = self._typist.state.rows.written(self.field_id)
        self._showing = True
        if written.text != self.toPlainText():
            self.setPlainText(written.text)
        caret, anchor = max(0, written.caret), max(0, written.anchor)
        if (caret, anchor) != self._place():
            cursor = self.textCursor()
            cursor.setPosition(anchor)
            cursor.setPosition(caret, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
        self._showing = False

    def _point(self, place: int) -> QPoint:
        cursor = self.textCursor()
        cursor.setPosition(place)
        point = self.viewport().mapTo(self, self.cursorRect(cursor).center())
        seen = self.visibleRegion().boundingRect()
        return QPoint(point.x(), min(max(point.y(), seen.top() + 2), seen.bottom() - 2))

    def move_caret(self, event: QKeyEvent) -> None:
        super().keyPressEvent(event)
        self._tell_place("keys", click=False)

    def _place(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.position(), cursor.anchor()

    def sizeHint(self) -> QSize:
        look = self._desk.look
        line = self.fontMetrics().lineSpacing()
        return QSize(round(260 * look.scale), line * self._lines + 26)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002, N802 - Qt's own
        """Nothing comes in from the real system."""
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._typist.key_pressed(self, event))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        text = event.commitString()
        self._showing = True  # what it shows before it is chosen is not in the text yet
        super().inputMethodEvent(QInputMethodEvent() if text else event)
        self._showing = False
        if text:
            self._typist.committed(self, text)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._may_be_pressed(event):
            # Qt would drag what is selected.
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            QPlainTextEdit.mousePressEvent(self, event)
