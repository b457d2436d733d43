"""Keys to press, drawn as the caps of a keyboard."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.look import UNBOUND, Look, Role

_HEIGHT: Final = 46
_PADDING: Final = 16
_GAP: Final = 34
_CORNER: Final = 8.0


class KeyCaps(QWidget):
    """Shows keys that are pressed together ("Ctrl" and "X"). Emits nothing; nothing to press."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_keys(self, words: Sequence[str]) -> None:
        """Show these keys; none hides the picture."""
        self._words = tuple(words)
        self.setAccessibleName(_("Näppäin: {keys}").format(keys=" + ".join(words)))
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> tuple[str, ...]:
        return self._words

    def _widths(self) -> list[int]:
        least = self._look.grown(_HEIGHT, Role.STRONG)
        widths = (self._look.set_text(w, Role.STRONG, UNBOUND).width for w in self._words)
        return [max(least, round(width) + 2 * _PADDING) for width in widths]

    def sizeHint(self) -> QSize:
        gaps = _GAP * max(len(self._words) - 1, 0)
        return QSize(sum(self._widths()) + gaps + 2, self._look.grown(_HEIGHT, Role.STRONG) + 6)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._look.font(Role.STRONG))
        height, left = self._look.grown(_HEIGHT, Role.STRONG), 1.0
        for number, (word, width) in enumerate(zip(self._words, self._widths(), strict=True)):
            if number:
                plus = QRectF(left, 1, _GAP, height)
                painter.setPen(self._look.colour("ink"))
                painter.drawText(plus, Qt.AlignmentFlag.AlignCenter, "+")
                left += _GAP
            cap = QRectF(left, 1, width, height)
            painter.setPen(QPen(self._look.colour("ink"), 2))
            painter.setBrush(self._look.colour("card"))
            painter.drawRoundedRect(cap.adjusted(0, 4, 0, 4), _CORNER, _CORNER)
            painter.drawRoundedRect(cap, _CORNER, _CORNER)
            painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, word)
            left += width
        painter.end()
