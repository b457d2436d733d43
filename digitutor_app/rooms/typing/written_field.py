"""What a field of one line and a field of several have in common: keys go to the typist, presses
through the practice computer, and the caret where the rows say."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.ui_kit.look import Role

if TYPE_CHECKING:
    _Widget = QWidget
else:
    # Beside the field of Qt, which is the widget.
    _Widget = object

UNDO = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
#: The focus came or went with the whole window: nobody has left the field.
WINDOW_REASONS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class WrittenField(_Widget):
    """Stands before a field of Qt among the bases; the target ``field:<id>``."""

    #: The field's class in Qt, for the style sheet.
    KIND = ""

    def _begin(self, typist: Typist, field_id: str) -> None:
        """To be called when the field of Qt is there and knows how it is drawn."""
        self.field_id = field_id
        self._typist = typist
        self._desk = typist.desk
        self._showing = False
        self._pressed = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setAcceptDrops(False)
        # A press that training wheels refuse must not take the keyboard away from elsewhere.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._desk.targets.add(f"field:{field_id}", self)
        self._desk.look.changed.connect(self.dress)
        self.dress()
        self.show_written()

    def written_text(self) -> str:
        """What the field of Qt holds."""
        raise NotImplementedError

    def show_written(self) -> None:
        """Show what the rows say."""
        raise NotImplementedError

    def move_caret(self, event: QKeyEvent) -> None:
        """Let Qt move the caret."""
        raise NotImplementedError

    def _point(self, place: int) -> QPoint:
        raise NotImplementedError

    def _place(self) -> tuple[int, int]:
        """Caret and anchor."""
        raise NotImplementedError

    def dress(self) -> None:
        """Show theme and text scale."""
        colours = desk_colours(self._desk.look.theme)
        self.setFont(self._desk.look.font(Role.LARGE))
        self.setStyleSheet(
            f"{self.KIND} {{ background: {colours.window}; color: {colours.ink};"
            f" border: 2px solid {colours.border}; border-radius: 8px; padding: 1px 11px;"
            f" selection-background-color: {colours.selected}; selection-color: {colours.ink}; }}"
            f"{self.KIND}:focus {{ border: 3px solid {colours.selected_edge}; padding: 0 10px; }}"
        )
        self.updateGeometry()

    def caret_point(self, where: str) -> QPoint:
        """Where to press so that the caret stands at the "start", the "end" or behind these
        words."""
        end = len(self.written_text())
        return self._point({"start": 0, "end": end}.get(where, min(len(where), end)))

    def focus_point(self) -> QPoint:
        """Where to press so that the caret stays where it is."""
        caret = self._typist.state.rows.written(self.field_id).caret
        return self._point(caret if caret >= 0 else len(self.written_text()))

    def rest_of(self, text: str) -> str:
        """What of the text a hand still has to type here."""
        return self._typist.rest_of(self.field_id, text)

    def _tell_place(self, by: str, *, click: bool) -> None:
        caret, anchor = self._place()
        self._typist.place(self.field_id, caret, anchor, by, click=click)

    def _on_text_changed(self) -> None:
        # Only assistive technology gets here: keys are the typist's.
        if not self._showing:
            told = self._typist.state.replace_all(self.field_id, self.written_text(), "keys")
            self._typist.tell(told)
            self.show_written()

    def minimumSizeHint(self) -> QSize:
        return QSize(140, self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        wishes = event.type() == QEvent.Type.ShortcutOverride
        if wishes and isinstance(event, QKeyEvent) and any(event.matches(key) for key in UNDO):
            event.ignore()
            return False
        return super().event(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._typist.key_released(self, event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() not in WINDOW_REASONS:
            self._typist.focused(self.field_id, event.reason())
        # Tab would have selected everything.
        self.show_written()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._typist.left()

    def _may_be_pressed(self, event: QMouseEvent) -> bool:
        """Take the keyboard and the press, where it is the main button and allowed."""
        mine = event.button() is Qt.MouseButton.LeftButton
        self._pressed = mine and self._desk.may(f"field:{self.field_id}")
        if self._pressed:
            self.setFocus(Qt.FocusReason.MouseFocusReason)
        return self._pressed

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._may_be_pressed(event):
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
