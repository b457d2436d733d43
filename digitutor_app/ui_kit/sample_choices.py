"""One out of a few that are shown as pictures of themselves."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.look import UNBOUND, Look, Role
from digitutor_app.ui_kit.marks import MarkKind, paint_mark
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.typesetting import SetText

#: Paints a sample into a place, in the colours of a look.
Drawing = Callable[[QPainter, QRectF, Look], None]

_PADDING: Final = 9
_GAP: Final = 4
_TICK: Final = 18


@dataclass(frozen=True, slots=True)
class Sample:
    """One choice: its key, its words, and the picture of itself."""

    key: str
    words: str
    draw: Drawing


class SampleButton(Pressable):
    """Shows one sample with its words below; emits ``clicked``.

    The chosen one has a soft ground, a strong edge, bold words and a tick.
    """

    def __init__(
        self, look: Look, sample: Sample, about: str, height: int, parent: QWidget | None = None
    ) -> None:
        """``height`` is that of the picture, logical pixels: a sample is shown in its own size,
        whatever the text scale. A screen reader says ``about`` before the words.
        """
        self._sample = sample
        self._height = height
        super().__init__(look, sample.words, parent)
        self.setAccessibleName(f"{about} {sample.words}")
        self.setCheckable(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_for(self, width: int) -> SetText:
        """The words as they are set in this width; measured in bold, so that nothing jumps."""
        return self._words(width, Role.BUTTON_STRONG)

    def _words(self, width: int, role: Role) -> SetText:
        return self.look.set_text(self.text(), role, width - 2 * _PADDING)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._height + round(self.set_for(width).height) + _GAP + 2 * _PADDING

    def sizeHint(self) -> QSize:
        width = int(self.set_for(UNBOUND).width) + 2 + 2 * _PADDING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        width = self.look.widest_word(self.text(), Role.BUTTON_STRONG) + 2 + 2 * _PADDING
        return QSize(width, self.heightForWidth(width))

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, chosen = self.look, self.isChecked()
        painter = QPainter(self)
        near = self.underMouse() and not chosen
        ground = look.colour("soft_accent" if chosen else "hover" if near else "card")
        edge = look.colour("accent" if chosen else "border")
        self.paint_ground(painter, ground, edge, line=3.0 if chosen else 2.0, corner=10.0)
        place = QRectF(_PADDING, _PADDING, self.width() - 2 * _PADDING, self._height)
        painter.save()
        self._sample.draw(painter, place, look)
        painter.restore()
        if chosen:
            tick = QRectF(self.width() - _TICK - 8, 8, _TICK, _TICK)
            paint_mark(painter, MarkKind.TICK, tick, look.colour("accent"))
        words = self._words(self.width(), Role.BUTTON_STRONG if chosen else Role.BUTTON)
        painter.setPen(look.colour("accent_ink" if chosen else "ink"))
        below = place.translated(0, self._height + _GAP)
        words.paint(painter, below, Qt.AlignmentFlag.AlignHCenter)
        painter.end()


class _EvenGrid(CardGrid):
    """Four in a row, two and two, or one below the other; never three and one."""

    def places(self, width: int) -> Iterable[tuple[QWidget, QRect]]:
        columns = max(1, len(self.shown()))
        while columns > 1 and columns * (self._narrowest + self._gap) - self._gap > width:
            columns = (columns + 1) // 2
        self._columns = columns
        return super().places(width)


class SampleChoices(QWidget):
    """Shows a few samples side by side, one of which holds; emits ``chosen(key)`` when a person
    picks another."""

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        about: str,
        samples: Sequence[Sample],
        *,
        height: int,
        narrowest: int = 96,
        parent: QWidget | None = None,
    ) -> None:
        """``height`` is that of the pictures and ``narrowest`` the least width of a choice at 100 %
        text, logical pixels; ``about`` is the question, for screen readers.
        """
        super().__init__(parent)
        self._current = ""
        self._buttons: dict[str, SampleButton] = {}
        grid = _EvenGrid(look, columns=len(samples), narrowest=narrowest, gap=10)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(grid)
        self.setAccessibleName(about)
        for sample in samples:
            button = SampleButton(look, sample, about, height)
            button.setProperty("key", sample.key)
            button.clicked.connect(self._on_clicked)
            self._buttons[sample.key] = button
            grid.add(button)

    @property
    def current(self) -> str:
        """The key of the sample that holds, "" while none does."""
        return self._current

    def button(self, key: str) -> SampleButton:
        return self._buttons[key]

    def choose(self, key: str) -> None:
        """Let this sample hold without telling anybody."""
        self._current = key
        for own, button in self._buttons.items():
            button.setChecked(own == key)

    def _on_clicked(self) -> None:
        button = self.sender()
        if not isinstance(button, SampleButton):
            return
        before = self._current
        # A second press on the same sample does not take it back.
        self.choose(str(button.property("key")))
        if self._current != before:
            self.chosen.emit(self._current)
