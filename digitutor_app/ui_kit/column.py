"""One below the other: the column that pages and cards are made of."""

from typing import Final

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QLayout, QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.ui_kit.buttons import Button
from digitutor_app.ui_kit.flow import GAP, Flow
from digitutor_app.ui_kit.labels import Heading

#: More room above a new part of the page, and above what can be pressed; logical pixels.
_ABOVE_HEADING: Final = 14
_ABOVE_BUTTONS: Final = 8


class Column(QWidget):
    """Holds children one below the other, at the top of the place it is given. Emits nothing."""

    def __init__(
        self,
        *children: QWidget,
        gap: int = GAP,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        """``margins`` are left, top, right and bottom, logical pixels."""
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*margins)
        self.rows = QVBoxLayout()
        self.rows.setSpacing(gap)
        outer.addLayout(self.rows)
        outer.addStretch(1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in children:
            self.add(child)

    def add(self, child: QWidget, gap_before: int = 0) -> None:
        """Put a child at the bottom; a button keeps its own width and stands on the left."""
        add_row(self.rows, child, gap_before)

    def clear(self) -> None:
        """Take all children away and let Qt delete them."""
        empty(self.rows)


def add_row(rows: QVBoxLayout, child: QWidget, gap_before: int = 0) -> None:
    """Put a child at the bottom of a column layout.

    A button keeps its own width and stands on the left; headings and buttons get some room above.
    """
    if rows.count():
        if isinstance(child, Heading):
            gap_before = gap_before or _ABOVE_HEADING
        elif isinstance(child, (Button, Flow)):
            gap_before = gap_before or _ABOVE_BUTTONS
    if gap_before:
        rows.addSpacing(gap_before)
    if isinstance(child, Button):
        rows.addWidget(child, alignment=Qt.AlignmentFlag.AlignLeft)
    else:
        rows.addWidget(child)


def empty(layout: QLayout) -> None:
    """Take all children out of a layout and let Qt delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
