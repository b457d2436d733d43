"""A table in words whose rows can be pressed; in a narrow place each row becomes a few lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.ui_kit.column import empty
from digitutor_app.ui_kit.look import UNBOUND, Look, Role
from digitutor_app.ui_kit.row_button import Placed, RowButton
from digitutor_app.ui_kit.typesetting import SetText

#: Below this width, grown with the text, a row becomes lines; logical pixels.
_NARROW: Final = 640
_GAP: Final = 16
_PADDING: Final = 12
_SIDE: Final = 8


@dataclass(frozen=True, slots=True)
class FactRow:
    """One row: its key, one text for each column ("" where there is nothing to say)."""

    key: str
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Columns:
    """The headings of a table and the share of the width that each column takes."""

    headings: tuple[str, ...]
    shares: tuple[int, ...]

    def places(self, width: float) -> list[tuple[float, float]]:
        """Left edge and width of each column, logical pixels."""
        free = width - 2 * _SIDE - _GAP * (len(self.shares) - 1)
        left, places = float(_SIDE), []
        for share in self.shares:
            own = free * share / sum(self.shares)
            places.append((left, own))
            left += own + _GAP
        return places


class _Heads(QWidget):
    def __init__(self, look: Look, columns: Columns) -> None:
        super().__init__()
        self._look = look
        self._columns = columns
        self.setAccessibleName(", ".join(filter(None, columns.headings)))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(max(text.height for _, text in self._texts(width))) + 10

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(UNBOUND))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 24)

    def _texts(self, width: int) -> list[tuple[float, SetText]]:
        columns = zip(self._columns.headings, self._columns.places(width), strict=True)
        return [
            (left, self._look.set_text(heading, Role.STRONG, int(own)))
            for heading, (left, own) in columns
        ]

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self._look.colour("muted"))
        for left, text in self._texts(self.width()):
            text.paint(painter, QRectF(left, 0, text.width, text.height))
        painter.end()


class FactLine(RowButton):
    """One row of the table as a button; a screen reader says the cells with their headings."""

    def __init__(self, look: Look, columns: Columns, row: FactRow) -> None:
        self._columns = columns
        self.row = row
        super().__init__(look, row.cells[0])
        self.show_row(row)

    def show_row(self, row: FactRow) -> None:
        """Show other words in the same place."""
        self.row = row
        self.set_text(row.cells[0])
        said = zip(self._columns.headings[1:], row.cells[1:], strict=True)
        spoken = [f"{heading}: {cell}" if heading else cell for heading, cell in said if cell]
        self.setAccessibleName(", ".join((row.cells[0], *spoken)))
        self.update()

    def placed(self, width: int) -> list[Placed]:
        if not is_narrow(self.look, width):
            cells = zip(self.row.cells, self._columns.places(width), strict=True)
            return [
                (left, float(_PADDING), self._cell(number, cell, own), "ink")
                for number, (cell, (left, own)) in enumerate(cells)
            ]
        top = float(_PADDING)
        placed: list[Placed] = []
        for number, cell in enumerate(self.row.cells):
            if cell:
                heading = self._columns.headings[number] if number else ""
                words = f"{heading}: {cell}" if heading else cell
                text = self._cell(number, words, width - 2 * _SIDE)
                placed.append((float(_SIDE), top, text, "ink"))
                top += text.height
        return placed

    def _cell(self, number: int, text: str, width: float) -> SetText:
        return self.look.set_text(text, Role.BODY if number else Role.STRONG, int(width))

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        ground = look.colour("hover")
        if not (self.underMouse() or self.isDown()):
            ground = look.colour("paper")
        self.paint_ground(painter, ground, ground, line=0.0, corner=6.0)
        if not self.hasFocus():
            painter.fillRect(0, 0, self.width(), 1, look.colour("line"))
        painter.setPen(look.colour("ink"))
        for left, top, text, _tone in self.placed(self.width()):
            text.paint(painter, QRectF(left, top, text.width, text.height))
        painter.end()


class FactTable(QWidget):
    """Shows headings and rows; emits ``picked(key)`` when a row is pressed."""

    picked = Signal(str)

    def __init__(
        self,
        look: Look,
        headings: Sequence[str],
        shares: Sequence[int],
        parent: QWidget | None = None,
    ) -> None:
        """``shares`` divide the width among the columns."""
        super().__init__(parent)
        self._look = look
        self._columns = Columns(tuple(headings), tuple(shares))
        self._heads = _Heads(look, self._columns)
        self._shown: list[FactLine] = []
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self._heads)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        rows.addLayout(self._lines)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self._arrange)

    def show_rows(self, rows: Sequence[FactRow]) -> None:
        """Show these rows; the row that had the keyboard keeps it, by its key.

        Where the keys are the same as before, the lines stay and show their new words.
        """
        if [line.row.key for line in self._shown] == [row.key for row in rows]:
            for line, row in zip(self._shown, rows, strict=True):
                if line.row != row:
                    line.show_row(row)
            return
        focus = next((line.row.key for line in self._shown if line.hasFocus()), None)
        empty(self._lines)
        self._shown.clear()
        for row in rows:
            line = FactLine(self._look, self._columns, row)
            line.clicked.connect(self._on_pressed)
            self._lines.addWidget(line)
            line.show()  # now, not with the next event: the keyboard may go there
            self._shown.append(line)
            if row.key == focus:
                line.setFocus(Qt.FocusReason.OtherFocusReason)

    def lines(self) -> list[FactLine]:
        """The rows from top to bottom."""
        return list(self._shown)

    def _on_pressed(self) -> None:
        line = self.sender()
        if isinstance(line, FactLine):
            self.picked.emit(line.row.key)

    def _arrange(self) -> None:
        self._heads.setVisible(not is_narrow(self._look, self.width()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)


def is_narrow(look: Look, width: int) -> bool:
    """Whether a table of this width shows its rows as lines, without headings above."""
    return width < _NARROW * look.scale
