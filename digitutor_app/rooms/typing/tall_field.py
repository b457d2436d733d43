"""A field of several lines: it shows what the rows say and hands every key to the typist."""

from PySide6.QtCore import QEvent, QMimeData, QPoint, QSize
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    Qt,
    QTextCursor,
    QTextOption,
)
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from digitutor_app.rooms.typing.line_field import UNDO, WINDOW_REASONS, field_style
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.ui_kit.look import Role


class TallField(QPlainTextEdit):
    """Shows one field of ``lines`` lines; the target ``field:<id>``."""

    def __init__(
        self, typist: Typist, field_id: str, lines: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.field_id = field_id
        self._typist = typist
        self._desk = typist.desk
        self._lines = lines
        self._showing = False
        self._pressed = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.textChanged.connect(self._on_text_changed)
        self._desk.targets.add(f"field:{field_id}", self)
        self._desk.look.changed.connect(self.dress)
        self.dress()
        self.show_written()

    def dress(self) -> None:
        """Show theme and text scale."""
        self.setFont(self._desk.look.font(Role.LARGE))
        self.setStyleSheet(field_style(self._desk, "QPlainTextEdit"))
        self.setCursorWidth(2)
        self.updateGeometry()

    def show_written(self) -> None:
        """Show what the rows say."""
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

    def caret_point(self, where: str) -> QPoint:
        """Where to press so that the caret stands at the "start", the "end" or behind these
        words."""
        text = self.toPlainText()
        return self._point({"start": 0, "end": len(text)}.get(where, min(len(where), len(text))))

    def rest_of(self, text: str) -> str:
        """What of the text a hand still has to type here."""
        return self._typist.rest_of(self.field_id, text)

    def focus_point(self) -> QPoint:
        """Where to press so that the caret stays where it is."""
        caret = self._typist.state.rows.written(self.field_id).caret
        return self._point(caret if caret >= 0 else len(self.toPlainText()))

    def _point(self, place: int) -> QPoint:
        cursor = self.textCursor()
        cursor.setPosition(place)
        point = self.viewport().mapTo(self, self.cursorRect(cursor).center())
        seen = self.visibleRegion().boundingRect()
        return QPoint(point.x(), min(max(point.y(), seen.top() + 2), seen.bottom() - 2))

    def move_caret(self, event: QKeyEvent) -> None:
        """Let Qt move the caret."""
        super().keyPressEvent(event)
        self._tell_place("keys", click=False)

    def _place(self) -> tuple[int, int]:
        cursor = self.textCursor()
        return cursor.position(), cursor.anchor()

    def _tell_place(self, by: str, *, click: bool) -> None:
        caret, anchor = self._place()
        self._typist.place(self.field_id, caret, anchor, by, click=click)

    def _on_text_changed(self) -> None:
        # Only assistive technology gets here: keys are the typist's.
        if not self._showing:
            told = self._typist.state.replace_all(self.field_id, self.toPlainText(), "keys")
            self._typist.tell(told)
            self.show_written()

    def sizeHint(self) -> QSize:
        look = self._desk.look
        line = self.fontMetrics().lineSpacing()
        return QSize(round(260 * look.scale), line * self._lines + 26)

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:  # noqa: ARG002, N802 - Qt's own
        """Nothing comes in from the real system."""
        return False

    def event(self, event: QEvent) -> bool:
        wishes = event.type() == QEvent.Type.ShortcutOverride
        if wishes and isinstance(event, QKeyEvent) and any(event.matches(key) for key in UNDO):
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self._typist.key_pressed(self, event))

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._typist.key_released(self, event)
        super().keyReleaseEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        text = event.commitString()
        self._showing = True  # what it shows before it is chosen is not in the text yet
        super().inputMethodEvent(QInputMethodEvent() if text else event)
        self._showing = False
        if text:
            self._typist.committed(self, text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in WINDOW_REASONS:
            self._typist.focused(self.field_id, event.reason())
        self.show_written()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typist.left()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mine = event.button() is Qt.MouseButton.LeftButton
        self._pressed = mine and self._desk.may(f"field:{self.field_id}")
        if self._pressed:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            # Qt would drag what is selected.
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed or self._desk.may(f"field:{self.field_id}"):
            self._pressed = True
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self._pressed:
            self._pressed = False
            super().mouseReleaseEvent(event)
            self._tell_place("pointer", click=True)
