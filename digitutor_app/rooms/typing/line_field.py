"""A field of one line: it shows what the rows say and hands every key to the typist."""

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import (
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    Qt,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.ui_kit.look import Role

UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
#: The focus came or went with the whole window: nobody has left the field.
WINDOW_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


def field_style(desk: Desk, kind: str) -> str:
    """How a field looks; ``kind`` is its class in Qt."""
    colours = desk_colours(desk.look.theme)
    return (
        f"{kind} {{ background: {colours.window}; color: {colours.ink};"
        f" border: 2px solid {colours.border}; border-radius: 8px; padding: 1px 11px;"
        f" selection-background-color: {colours.selected}; selection-color: {colours.ink}; }}"
        f"{kind}:focus {{ border: 3px solid {colours.selected_edge}; padding: 0 10px; }}"
    )


class LineField(QLineEdit):
    """Shows one field; the target ``field:<id>``."""

    def __init__(self, typist: Typist, field_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field_id = field_id
        self._typist = typist
        self._desk = typist.desk
        self._showing = False
        self._pressed = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setDragEnabled(False)
        self.setAcceptDrops(False)
        # A press that training wheels refuse must not take the keyboard away from elsewhere.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.textChanged.connect(self._on_text_changed)
        self._desk.targets.add(f"field:{field_id}", self)
        self._desk.look.changed.connect(self.dress)
        self.dress()
        self.show_written()

    def dress(self) -> None:
        """Show theme and text scale."""
        self.setFont(self._desk.look.font(Role.LARGE))
        self.setStyleSheet(field_style(self._desk, "QLineEdit"))
        self.updateGeometry()

    def show_written(self) -> None:
        """Show what the rows say."""
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

    def caret_point(self, where: str) -> QPoint:
        """Where to press so that the caret stands at the "start", the "end" or behind these
        words."""
        text = self.text()
        return self._point({"start": 0, "end": len(text)}.get(where, min(len(where), len(text))))

    def rest_of(self, text: str) -> str:
        """What of the text a hand still has to type here."""
        return self._typist.rest_of(self.field_id, text)

    def focus_point(self) -> QPoint:
        """Where to press so that the caret stays where it is."""
        caret = self._typist.state.rows.written(self.field_id).caret
        return self._point(caret if caret >= 0 else len(self.text()))

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
        """Caret and anchor."""
        caret = self.cursorPosition()
        if not self.hasSelectedText():
            return caret, caret
        begin, end = self.selectionStart(), self.selectionEnd()
        return caret, end if caret == begin else begin

    def _tell_place(self, by: str, *, click: bool) -> None:
        caret, anchor = self._place()
        self._typist.place(self.field_id, caret, anchor, by, click=click)

    def _on_text_changed(self, text: str) -> None:
        # Only assistive technology gets here: keys are the typist's.
        if not self._showing:
            self._typist.tell(self._typist.state.replace_all(self.field_id, text, "keys"))
            self.show_written()

    def sizeHint(self) -> QSize:
        look = self._desk.look
        return QSize(round(260 * look.scale), look.grown(48, Role.LARGE))

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

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
        super().inputMethodEvent(QInputMethodEvent() if text else event)
        if text:
            self._typist.committed(self, text)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in WINDOW_REASONS:
            self._typist.focused(self.field_id, event.reason())
        # Tab would have selected everything.
        self.show_written()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typist.left()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mine = event.button() is Qt.MouseButton.LeftButton
        self._pressed = mine and self._desk.may(f"field:{self.field_id}")
        if self._pressed:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            super().mousePressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self._pressed or self._desk.may(f"field:{self.field_id}"):
            self._pressed = True
            super().mouseDoubleClickEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed:
            super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        # The middle button would paste from the real system.
        if event.button() is Qt.MouseButton.LeftButton and self._pressed:
            self._pressed = False
            super().mouseReleaseEvent(event)
            self._tell_place("pointer", click=True)
