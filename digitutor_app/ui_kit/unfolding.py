"""A row of a list that tells more when it is pressed."""

from typing import Final

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent

from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.look import UNBOUND, Look, Role
from digitutor_app.ui_kit.marks import MarkKind, paint_mark
from digitutor_app.ui_kit.row_button import Placed, RowButton

_SIDE: Final = 8
_ABOVE: Final = 13
_GAP: Final = 18
#: The word on the right takes at most this share of the row; a longer one goes below.
_WORD_SHARE: Final = 0.42


class RowHead(RowButton):
    """What is always seen of the row: a mark, the text, a muted word on the right, and muted lines
    below; at the end a triangle that points where the rest will appear."""

    BELOW = _ABOVE

    def __init__(
        self, look: Look, text: str, word: str, mark: MarkKind | None, detail: str, *, line: bool
    ) -> None:
        self._word = word
        self._kind = mark
        self._detail = detail
        self._line = line
        super().__init__(look, text)
        self.setCheckable(True)
        said = (text, word, detail.replace("\n", " "))
        self.setAccessibleName(", ".join(filter(None, said)))

    @property
    def indent(self) -> int:
        """Where the text begins, logical pixels."""
        return _SIDE + (self._mark_side() + _GAP if self._kind else 0)

    def _mark_side(self) -> int:
        return round(self.look.pixels(Role.BODY) * 0.75)

    def _arrow_side(self) -> int:
        return round(self.look.pixels(Role.BODY) * 0.55)

    def placed(self, width: int) -> list[Placed]:
        look, left = self.look, float(self.indent)
        right = width - _SIDE - self._arrow_side() - _GAP
        word = look.set_text(self._word, Role.DETAIL, UNBOUND)
        beside = bool(self._word) and word.width <= (right - left) * _WORD_SHARE
        room = right - left - (word.width + _GAP if beside else 0)
        text = look.set_text(self.text(), Role.STRONG, int(room))
        placed: list[Placed] = [(left, float(_ABOVE), text, "ink")]
        if beside:
            drop = (text.line_height - word.line_height) * 0.7
            placed.append((right - word.width, _ABOVE + drop, word, "muted"))
        top = _ABOVE + text.height
        below = [self._detail] if beside or not self._word else [self._word, self._detail]
        for words in filter(None, below):
            lines = look.set_text(words, Role.DETAIL, int(right - left))
            placed.append((left, top, lines, "muted"))
            top += lines.height
        return placed

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        near = self.underMouse() or self.isDown()
        ground = look.colour("hover" if near else "paper")
        self.paint_ground(painter, ground, ground, line=0.0, corner=6.0)
        if self._line and not self.hasFocus():
            painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        placed = self.placed(self.width())
        middle = _ABOVE + placed[0][2].line_height / 2
        if self._kind is not None:
            side = self._mark_side()
            place = QRectF(_SIDE, middle - side / 2, side, side)
            paint_mark(painter, self._kind, place, look.colour("accent"))
        for left, top, text, tone in placed:
            painter.setPen(look.colour(tone))
            text.paint(painter, QRectF(left, top, text.width, text.height))
        self._paint_arrow(painter, middle)
        painter.end()

    def _paint_arrow(self, painter: QPainter, middle: float) -> None:
        side = self._arrow_side()
        kind = MarkKind.TRIANGLE if self.isChecked() else MarkKind.TRIANGLE_DOWN
        place = QRectF(self.width() - _SIDE - side, middle - side / 2, side, side)
        paint_mark(painter, kind, place, self.look.colour("muted"))


class UnfoldingRow(Column):
    """Shows a head; pressed it shows ``inside`` below, pressed again it hides it.

    Emits ``unfolded(key)`` the first time, before it opens: whoever listens fills ``inside``.
    """

    unfolded = Signal(str)

    def __init__(
        self,
        look: Look,
        key: str,
        text: str,
        word: str = "",
        mark: MarkKind | None = None,
        *,
        detail: str = "",
        line_above: bool = True,
    ) -> None:
        self.key = key
        self.head = RowHead(look, text, word, mark, detail, line=line_above)
        self.inside = Column(gap=6)
        super().__init__(self.head, self.inside, gap=0)
        self._filled = False
        self.inside.hide()
        self._indent()
        self.head.clicked.connect(self._on_pressed)
        look.changed.connect(self._indent)

    @property
    def is_open(self) -> bool:
        return not self.inside.isHidden()

    def unfold(self) -> None:
        """Open it."""
        self.head.setChecked(True)
        self._on_pressed()

    def _on_pressed(self) -> None:
        if not self._filled:
            self._filled = True
            self.unfolded.emit(self.key)
        self.inside.setVisible(self.head.isChecked())

    def _indent(self) -> None:
        self.inside.rows.setContentsMargins(self.head.indent, 0, _SIDE, 16)
