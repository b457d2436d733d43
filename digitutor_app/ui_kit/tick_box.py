"""A yes or no that stands by itself."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.look import UNBOUND, Look, Role
from digitutor_app.ui_kit.marks import MarkKind, paint_mark
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.typesetting import SetText

_SIDE: Final = 26
_GAP: Final = 14
_EDGE: Final = 6
_LOWEST: Final = 48


class TickBox(Pressable):
    """Shows a square, ticked or empty, and the words beside it; emits ``toggled`` (Qt's)."""

    def __init__(
        self, look: Look, text: str, *, ticked: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(look, text, parent)
        self.setCheckable(True)
        self.setChecked(ticked)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _box(self) -> int:
        return round(_SIDE * min(self.look.scale, 1.5))

    def _left(self) -> int:
        return _EDGE + self._box() + _GAP

    def set_for(self, width: int) -> SetText:
        """The words as they are set in this width, logical pixels."""
        return self.look.set_text(self.text(), Role.BODY, width - self._left() - _EDGE)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(_LOWEST, round(self.set_for(width).height) + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        width = self._left() + int(self.set_for(UNBOUND).width) + 2 + _EDGE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        words = self.look.widest_word(self.text(), Role.BODY) + 2
        return QSize(self._left() + min(words, 300) + _EDGE, _LOWEST)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look, ticked = self.look, self.isChecked()
        painter = QPainter(self)
        clear = look.colour("hover")
        if not self.underMouse():
            clear.setAlpha(0)
        self.paint_ground(painter, clear, clear, line=0.0, corner=8.0)
        words = self.set_for(self.width())
        side = self._box()
        top = (self.height() - words.height) / 2
        line = words.line_height
        box = QRectF(_EDGE, top + (line - side) / 2, side, side)
        painter.setPen(QPen(look.colour("accent" if ticked else "border"), 2))
        painter.setBrush(look.colour("accent" if ticked else "card"))
        painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 5, 5)
        if ticked:
            inner = side * 0.24
            sign = box.adjusted(inner, inner, -inner, -inner)
            paint_mark(painter, MarkKind.TICK, sign, look.colour("on_accent"))
        painter.setPen(look.colour("ink"))
        words.paint(painter, QRectF(self._left(), top, words.width, words.height))
        painter.end()
