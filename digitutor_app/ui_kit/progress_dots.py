"""How far one is: dots and words."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Muted
from digitutor_app.ui_kit.look import Look

_DOT: Final = 14
_STEP: Final = 22


class _Dots(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._done = 0
        self._total = 0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._on_look_changed)

    def set_progress(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        self._on_look_changed()

    def _on_look_changed(self) -> None:
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        scale = min(self._look.scale, 1.5)
        return QSize(round((self._total * _STEP - _STEP + _DOT) * scale), round(_DOT * scale))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._total * 10, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        step = self.width() / (self._total - 1 + _DOT / _STEP)
        side = min(step * _DOT / _STEP, float(self.height()))
        top = (self.height() - side) / 2
        accent = self._look.colour("accent")
        for number in range(self._total):
            now = number == self._done
            edge = self._look.colour("amber_ink") if now else accent
            painter.setPen(QPen(edge, 2))
            if number < self._done:
                painter.setBrush(accent)
            else:
                painter.setBrush(self._look.colour("now" if now else "card"))
            painter.drawEllipse(QRectF(number * step + 1, top + 1, side - 2, side - 2))
        painter.end()


class ProgressDots(QWidget):
    """Shows done steps as filled dots, the present one in amber, the rest as rings; and the words.

    Emits nothing. A screen reader says the words.
    """

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots = _Dots(look)
        self._words = Muted(look, small=True)
        rows = QHBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.addWidget(Flow(self._dots, self._words, gap=18))

    def show_progress(self, done: int, total: int, words: str) -> None:
        """Show ``done`` of ``total`` steps, with words such as "Vaihe 2 / 6" from the caller."""
        self._dots.set_progress(done, total)
        self._words.setText(words)
        self._dots.setAccessibleName(words)
        self.setAccessibleName(words)
