"""One below the other: the column that pages and cards are made of."""

from typing import Final

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QHBoxLayout, QLayout, QSizePolicy, QVBoxLayout, QWidget

from digitutor_app.ui_kit.buttons import Button, LinkButton
from digitutor_app.ui_kit.flow import GAP, Flow
from digitutor_app.ui_kit.labels import Heading

#: More room above a new part of the page, and above what can be pressed; logical pixels.
_ABOVE_HEADING: Final = 14
_ABOVE_BUTTONS: Final = 8


class Stack(QVBoxLayout):
    """Places children one below the other, at the top of its place.

    A button keeps its own width and stands on the left; headings and buttons get some room above.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = GAP,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
    ) -> None:
        """``margins`` are left, top, right and bottom, logical pixels."""
        super().__init__()
        if parent is not None:
            parent.setLayout(self)
        self.setSpacing(gap)
        self.setContentsMargins(*margins)
        self.addStretch(1)

    def add(self, child: QWidget | QLayout, gap_before: int = 0, stretch: int = 0) -> None:
        """Put a child at the bottom; with ``stretch`` it takes the height that is left."""
        gap = gap_before or self._room_above(child)
        if gap:
            self.insertSpacing(self.count() - 1, gap)
        place = self.count() - 1
        if stretch:
            self.setStretch(place, 0)
        if isinstance(child, QLayout):
            self.insertLayout(place, child, stretch)
        elif isinstance(child, Button):
            corner = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
            self.insertWidget(place, child, stretch, corner)
        else:
            self.insertWidget(place, child, stretch)

    def add_link(self, link: LinkButton) -> None:
        """Put a link at the bottom with its words at the edge of this column: its ground and its
        ring reach into the margin, which must be there."""
        row = QHBoxLayout()
        row.addSpacing(-link.inset)
        row.addWidget(link)
        row.addStretch(1)
        self.add(row, gap_before=_ABOVE_BUTTONS)

    def add_space(self) -> None:
        """Let what follows sink to the bottom."""
        self.setStretch(self.count() - 1, 0)
        self.insertStretch(self.count() - 1, 1)

    def clear(self) -> None:
        """Take all children away and let Qt delete them."""
        empty(self)
        self.addStretch(1)

    def _room_above(self, child: QWidget | QLayout) -> int:
        if self.count() == 1:
            return 0
        if isinstance(child, Heading):
            return _ABOVE_HEADING
        return _ABOVE_BUTTONS if isinstance(child, (Button, Flow)) else 0


class Column(QWidget):
    """Holds children one below the other (see Stack). Emits nothing."""

    def __init__(
        self,
        *children: QWidget,
        gap: int = GAP,
        margins: tuple[int, int, int, int] = (0, 0, 0, 0),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.rows = Stack(self, gap=gap, margins=margins)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in children:
            self.rows.add(child)


def empty(layout: QLayout) -> None:
    """Take all children out of a layout and let Qt delete them."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
