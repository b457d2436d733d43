"""One out of a few: the language switch, the pages of the tutor, the answers to a question."""

from collections.abc import Sequence
from enum import Enum
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.look import UNBOUND, Look, Role
from digitutor_app.ui_kit.marks import MarkKind, paint_mark
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.typesetting import SetText


class ChoiceShape(Enum):
    """Where a choice stands: TAB in a bar, NAV in a side column, ANSWER under a question."""

    TAB = "tab"
    NAV = "nav"
    ANSWER = "answer"


_HEIGHTS: Final = {ChoiceShape.TAB: 48, ChoiceShape.NAV: 48, ChoiceShape.ANSWER: 56}
_BAR: Final = 4


class ChoiceButton(Pressable):
    """Shows one choice; emits ``clicked`` and ``toggled``.

    The chosen one has a soft ground, bold words and a drawn sign (a bar, or a ring with a dot).
    """

    def __init__(
        self,
        look: Look,
        text: str,
        shape: ChoiceShape = ChoiceShape.ANSWER,
        parent: QWidget | None = None,
    ) -> None:
        self._shape = shape
        super().__init__(look, text, parent)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        wide = QSizePolicy.Policy.Expanding
        if shape is ChoiceShape.TAB:
            wide = QSizePolicy.Policy.Maximum
        policy = QSizePolicy(wide, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _left(self) -> int:
        if self._shape is ChoiceShape.ANSWER:
            return 20 + self._ring_side() + 14
        return 16

    def _ring_side(self) -> int:
        return round(22 * min(self.look.scale, 1.5))

    def set_for(self, width: int, *, bold: bool = True) -> SetText:
        """The words as they are set in this width; measured in bold, so that nothing jumps."""
        role = Role.BUTTON_STRONG if bold else Role.BUTTON
        room = width - self._left() - 16
        return self.look.set_text(self.text(), role, room)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lowest = self.look.grown(_HEIGHTS[self._shape])
        return max(lowest, round(self.set_for(width).height) + 20)

    def sizeHint(self) -> QSize:
        width = self._left() + int(self.set_for(UNBOUND).width) + 2 + 16
        return QSize(max(48, width), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = self.look.widest_word(self.text(), Role.BUTTON_STRONG) + 2
        return QSize(self._left() + min(widest, 300) + 16, self.look.grown(48))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, chosen = self.look, self.isChecked()
        painter = QPainter(self)
        answer = self._shape is ChoiceShape.ANSWER
        ground = look.colour("soft_accent" if chosen else "card")
        if not chosen and self.underMouse() and self.isEnabled():
            ground = look.colour("hover")
        elif not chosen and not answer:
            ground.setAlpha(0)
        edge = look.colour("accent" if chosen else "border")
        line = 2.0 if answer else 0.0
        self.paint_ground(painter, ground, edge, line=line, corner=10.0 if answer else 8.0)
        self._paint_sign(painter)
        words = self.set_for(self.width(), bold=chosen)
        painter.setPen(look.colour("accent_ink" if chosen else "ink"))
        top = (self.height() - words.height) / 2
        words.paint(painter, QRectF(self._left(), top, words.width, words.height))
        painter.end()

    def _paint_sign(self, painter: QPainter) -> None:
        accent = self.look.colour("accent" if self.isChecked() else "border")
        if self._shape is ChoiceShape.ANSWER:
            side = self._ring_side()
            place = QRectF(20, (self.height() - side) / 2, side, side)
            paint_mark(painter, MarkKind.RING, place, accent)
            if self.isChecked():
                inner = side * 0.27
                paint_mark(
                    painter, MarkKind.DOT, place.adjusted(inner, inner, -inner, -inner), accent
                )
        elif self.isChecked() and self._shape is ChoiceShape.NAV:
            painter.fillRect(QRectF(0, 8, _BAR, self.height() - 16), accent)
        elif self.isChecked():
            width = self.width() - 2 * self._left()
            painter.fillRect(QRectF(self._left(), self.height() - 7, width, 3), accent)


class Choices(QWidget):
    """Shows a few choices of which one holds; emits ``chosen(key)`` when a person picks another.

    An answer is told each time it is pressed: who gives the same answer again is answered again.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        choices: Sequence[tuple[str, str]],
        current: str = "",
        shape: ChoiceShape = ChoiceShape.ANSWER,
        parent: QWidget | None = None,
    ) -> None:
        """``choices`` are (key, words); ``current`` is the key that holds, "" for none."""
        super().__init__(parent)
        self._look = look
        self._shape = shape
        self._buttons: dict[str, ChoiceButton] = {}
        self._current = current
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(10)
        side_by_side = Flow(gap=6) if shape is ChoiceShape.TAB else None
        if side_by_side is not None:
            rows.addWidget(side_by_side)
        for key, words in choices:
            button = ChoiceButton(look, words, shape)
            button.setChecked(key == current)
            button.clicked.connect(self._on_clicked)
            self._buttons[key] = button
            if side_by_side is None:
                rows.addWidget(button)
            else:
                side_by_side.add(button)

    @property
    def current(self) -> str:
        """The key of the choice that holds, "" while none does."""
        return self._current

    def button(self, key: str) -> ChoiceButton:
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Let this choice hold without telling anybody."""
        self._current = key
        self._buttons[key].setChecked(True)

    def _on_clicked(self) -> None:
        for key, button in self._buttons.items():
            again = key == self._current and self._shape is not ChoiceShape.ANSWER
            if button.isChecked() and not again:
                self._current = key
                self.chosen.emit(key)
                return
