"""One field with what it is called and what is to be written in it."""

from typing import Final

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
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
_BESIDE: Final = 540
_WIDEST: Final = 520


class FieldRow(QWidget):
    """Shows a label, the model and the field: one above the other when it is the only one and has
    room, else side by side."""

    def __init__(self, typist: Typist, spec: FieldSpec, number: int, of: int) -> None:
        super().__init__()
        self._typist = typist
        self._spec = spec
        self._number, self._of = number, of
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

    def _places(self, width: int) -> dict[QWidget, QRect]:
        scale = self._typist.desk.look.scale
        beside = self._of > 1 and width >= _BESIDE * scale and bool(self._shown())
        left = 0 if not beside else width * 2 // 5
        column = width if not beside else left - 2 * _GAP
        places: dict[QWidget, QRect] = {}
        y = 0
        for words in self._shown():
            high = words.heightForWidth(column)
            places[words] = QRect(0, y, column, high)
            y += high
        high = self.field.sizeHint().height()
        if not beside:
            y += _GAP if places else 0
            wide = min(width, round(_WIDEST * scale))
            places[self.field] = QRect(0, y, wide, high)
            return places
        whole = max(y, high)
        for place in places.values():
            place.translate(0, (whole - y) // 2)
        places[self.field] = QRect(left, (whole - high) // 2, width - left, high)
        return places

    def _arrange(self) -> None:
        for widget, place in self._places(max(self.width(), 1)).items():
            widget.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
