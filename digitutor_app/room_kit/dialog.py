"""A small question inside the practice frame: title, words, perhaps a widget, buttons."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.room_kit.layer import Layer
from digitutor_app.room_kit.room import Desk
from digitutor_app.ui_kit.look import Role
from digitutor_app.ui_kit.typesetting import SetText, set_text

_PAD = 22
_GAP = 12
_WIDEST = 520
_SMALLEST_PIXELS = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Choice:
    """One button: its id and its words. Enter presses the ``default`` from anywhere inside."""

    id: str
    text: str
    default: bool = False


class _ChoiceButton(DeskButton):
    """A button of a dialog, 48 px high; the default one has a stronger edge."""

    def __init__(self, desk: Desk, choice: Choice, parent: QWidget) -> None:
        super().__init__(desk, f"dialog:{choice.id}", choice.text, parent)
        self.choice = choice

    def sizeHint(self) -> QSize:
        height = self.desk.look.grown(48, Role.DETAIL)
        return QSize(max(super().sizeHint().width() + 12, 96), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.choice.default:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self.colours.selected_edge), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 8, 8)
            self.paint_ring(painter, 8)
            painter.end()


class PracticeDialog(Layer):
    """Lies over the whole desktop. Emits ``chosen`` with the id of a choice and "pointer" or
    "keys"; Esc: ``dismissed``.

    Each button is the target ``dialog:<choice>``. ``body`` is a widget of the room's between the
    words and the buttons (a field, a tree); it gets the keyboard first. Enter that the body leaves
    alone presses the default choice.
    """

    def __init__(
        self,
        desk: Desk,
        title: str,
        text: str,
        choices: tuple[Choice, ...],
        body: QWidget | None = None,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._title = title
        self._text = text
        self._body = body
        self._box = QRect()
        self._set_text: SetText | None = None
        self._buttons = [_ChoiceButton(desk, choice, self) for choice in choices]
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        if body is not None:
            body.setParent(self)
        before = body
        for button in self._buttons:
            button.acted.connect(self._on_acted)
            if before is not None:
                QWidget.setTabOrder(before, button)
            before = button

    def set_choice_enabled(self, choice: str, *, enabled: bool) -> None:
        """Whether this choice can be pressed now."""
        for button in self._buttons:
            if button.choice.id == choice:
                button.setEnabled(enabled)
                button.update()

    def set_text(self, text: str) -> None:
        """Change the words (a name that is already taken)."""
        self._text = text
        self.setAccessibleDescription(text)
        self.arrange()

    def take_focus(self) -> None:
        first: QWidget | None = self._body
        if first is None:
            able = [button for button in self._buttons if button.isEnabled()]
            first = next((b for b in able if b.choice.default), able[0] if able else None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def arrange(self) -> None:
        look = self._desk.look
        width = min(round(_WIDEST * look.scale), self.width() - 2 * _GAP)
        inner = width - 2 * _PAD
        font = look.font(Role.DETAIL)
        self._set_text = set_text(
            self._text, font, Role.DETAIL.leading, inner, smallest=_SMALLEST_PIXELS
        )
        rows = self._rows(inner)
        row = look.grown(48, Role.DETAIL)
        words = round(self._set_text.height) if self._text else 0
        fixed = self._bar() + _PAD + words + _GAP + len(rows) * (row + _GAP) - _GAP + _PAD
        body = 0
        if self._body is not None:
            body = min(self._body.sizeHint().height(), max(48, self.height() - fixed - 4 * _GAP))
        height = fixed + (body + _GAP if body else 0)
        left, top = (self.width() - width) // 2, max(0, (self.height() - height) // 2)
        self._box = QRect(left, top, width, height)
        y = top + self._bar() + _PAD + words + (_GAP if words else 0)
        if self._body is not None:
            self._body.setGeometry(left + _PAD, y, inner, body)
            y += body + _GAP
        self._place_rows(rows, QRect(left + _PAD, y, inner, row))
        self.update()

    def _bar(self) -> int:
        return self._desk.look.grown(42, Role.DETAIL)

    def _rows(self, inner: int) -> list[list[_ChoiceButton]]:
        rows: list[list[_ChoiceButton]] = [[]]
        used = 0
        for button in self._buttons:
            wide = button.sizeHint().width()
            if rows[-1] and used + _GAP + wide > inner:
                rows.append([])
                used = 0
            used += wide + (_GAP if rows[-1] else 0)
            rows[-1].append(button)
        return rows

    def _place_rows(self, rows: list[list[_ChoiceButton]], place: QRect) -> None:
        for number, row in enumerate(rows):
            right = place.right() + 1
            for button in reversed(row):
                wide = min(button.sizeHint().width(), place.width())
                top = place.top() + number * (place.height() + _GAP)
                button.setGeometry(right - wide, top, wide, place.height())
                right -= wide + _GAP

    def _on_acted(self, by: str) -> None:
        button = self.sender()
        if isinstance(button, _ChoiceButton):
            self.chosen.emit(button.choice.id, by)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, look = desk_colours(self._desk.look.theme), self._desk.look
        painter = QPainter(self)
        shade = QColor(colours.shade)
        shade.setAlpha(70)
        painter.fillRect(self.rect(), shade)
        painter.fillRect(self._box, QColor(colours.window))
        bar = QRect(self._box.topLeft(), QSize(self._box.width(), self._bar()))
        painter.fillRect(bar, QColor(colours.title))
        painter.setPen(QPen(QColor(colours.edge), 1))
        painter.drawRect(self._box)
        painter.setPen(QColor(colours.ink))
        painter.setFont(look.font(Role.DETAIL))
        inner = bar.adjusted(_PAD, 0, -_PAD, 0)
        words = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideMiddle, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)
        if self._set_text is not None:
            top = bar.bottom() + _PAD
            place = QRectF(bar.left() + _PAD, top, inner.width(), self._set_text.height)
            self._set_text.paint(painter, place)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # Pressing beside a question does not answer it.
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        default = next((b for b in self._buttons if b.choice.default), None)
        if event.key() in _ENTER and default is not None and not event.isAutoRepeat():
            event.accept()
            default.act("keys")
        else:
            super().keyPressEvent(event)
