"""A list in words: rows parted by thin lines."""

from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitutor_app.ui_kit.column import Column, empty
from digitutor_app.ui_kit.labels import Body, Muted, Strong
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.marks import Mark, MarkKind


class Row(QWidget):
    """Shows a drawn sign, a text and, on the right, a muted word. Emits nothing.

    With a ``detail`` below it the text is bold.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        word: str = "",
        kind: MarkKind | None = None,
        *,
        detail: str = "",
        line_above: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._line_above = line_above
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 13, 0, 13)
        row.setSpacing(18)
        if kind is not None:
            mark = Mark(look, kind, word or text)
            row.addWidget(mark, alignment=Qt.AlignmentFlag.AlignTop)
        if detail:
            row.addWidget(Column(Strong(look, text), Muted(look, detail), gap=0), 1)
        else:
            row.addWidget(Body(look, text), 1)
        if word:
            side = Muted(look, word, small=True)
            middle = Qt.AlignmentFlag.AlignTop if detail else Qt.AlignmentFlag.AlignVCenter
            side.setAlignment(Qt.AlignmentFlag.AlignRight | middle)
            row.addWidget(side)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._line_above:
            painter = QPainter(self)
            painter.fillRect(0, 0, self.width(), 1, self._look.colour("line"))
            painter.end()


class RowList(QWidget):
    """Shows rows one below the other. Emits nothing."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)

    def add(
        self, text: str, word: str = "", kind: MarkKind | None = None, detail: str = ""
    ) -> None:
        first = self._rows.count() == 0
        row = Row(self._look, text, word, kind, detail=detail, line_above=not first)
        self._rows.addWidget(row)

    def clear(self) -> None:
        empty(self._rows)
