"""One field with what it is called and what is to be written in it."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.rooms.typing.line_field import LineField
from digitutor_app.rooms.typing.rows import FieldSpec
from digitutor_app.rooms.typing.tall_field import TallField
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.rooms.typing.words import all_done_text, count_text, field_word
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_GAP: Final = 6
_WIDEST: Final = 520


class FieldRow(QWidget):
    """Shows a label, the model and the field: one above the other when it is the only one and has
    room, else side by side."""

    def __init__(self, typist: Typist, spec: FieldSpec, number: int, of: int) -> None:
        super().__init__()
        self._typist = typist
        self._spec = spec
        self._number, self._of = number, of
        #: How wide the words beside the fields are in all rows together.
        self.left = 0
        look = typist.desk.look
        role = Role.TITLE if spec.words else Role.HEADING if of == 1 else Role.STRONG
        self.label = Label(look, "", Role.DETAIL, tone="muted", parent=self)
        self.model = Label(look, "", role, parent=self)
        self.field: LineField | TallField
        if spec.tall:
            self.field = TallField(typist, spec.id, spec.tall, self)
        else:
            self.field = LineField(typist, spec.id, self)
        self.show_written()

    def show_written(self) -> None:
        """Show what the rows say, in the running language."""
        rows, spec = self._typist.state.rows, self._spec
        model = rows.model(spec)
        name = rows.words_of(spec.label) if spec.label else field_word(self._number, self._of)
        done = rows.written(spec.id).word
        words = name if spec.label else ""
        if spec.words:
            words = count_text(done, len(spec.words))
            self.model.setText(model or all_done_text())
        else:
            self.model.setText(model)
        self.label.setText(words)
        self.label.setVisible(bool(words))
        self.model.setVisible(bool(self.model.text()))
        self.field.setAccessibleName(name)
        self.field.setAccessibleDescription(
            _("Kirjoita: {model}").format(model=model) if model else ""
        )
        self.field.show_written()
        self._arrange()

    # Arranging

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width).values())

    def _shown(self) -> list[Label]:
        return [w for w in (self.label, self.model) if w.text()]

    def wants_left(self, width: int) -> int:
        """How wide the words are when they stand beside the field; 0 when they stand above it."""
        if not (self._of > 1 or self._spec.tall) or not self._shown():
            return 0
        words = max(w.sizeHint().width() for w in self._shown()) + 2 * _GAP
        return words if words + self._wants_field() <= width else 0

    def _wants_field(self) -> int:
        """So wide that what is to be written can be seen."""
        lines = self.model.text().splitlines() or [""]
        metrics = QFontMetrics(self._typist.desk.look.font(Role.LARGE))
        return max(metrics.horizontalAdvance(line) for line in lines) + 40

    def _places(self, width: int) -> dict[QWidget, QRect]:
        left = self.left
        if not self.wants_left(width) or left + self._wants_field() > width:
            left = 0
        column = left - 2 * _GAP if left else width
        places, y = self._words_places(column, beside=bool(left))
        high = self.field.sizeHint().height()
        if not left:
            y += _GAP if places else 0
            widest = width if self._of > 1 else round(_WIDEST * self._typist.desk.look.scale)
            places[self.field] = QRect(0, y, min(width, widest), high)
            return places
        whole = max(y, high)
        for place in places.values():
            place.translate(0, (whole - y) // 2)
        places[self.field] = QRect(left, (whole - high) // 2, width - left, high)
        return places

    def _words_places(self, column: int, *, beside: bool) -> tuple[dict[QWidget, QRect], int]:
        """Label and model: on one line when there is room and other fields need the height."""
        shown = self._shown()
        hints = [w.sizeHint() for w in shown]
        if len(shown) == 2 and not beside and self._of > 1:
            first, second = hints
            if first.width() + 2 * _GAP + second.width() <= column:
                high = max(first.height(), second.height())
                x = first.width() + 2 * _GAP
                return {
                    self.label: QRect(0, high - first.height(), first.width(), first.height()),
                    self.model: QRect(x, 0, second.width(), high),
                }, high
        places: dict[QWidget, QRect] = {}
        y = 0
        for words in shown:
            high = words.heightForWidth(column)
            places[words] = QRect(0, y, column, high)
            y += high
        return places, y

    def _arrange(self) -> None:
        for widget, place in self._places(max(self.width(), 1)).items():
            widget.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
