"""The fields of an exercise, one below the other."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.rooms.typing.field_row import FieldRow

_GAP: Final = 6


class Sheet(QWidget):
    """Holds the rows; as high as they need."""

    def __init__(self, rows: Sequence[FieldRow]) -> None:
        super().__init__()
        self._rows = rows
        for row in rows:
            row.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        self._align(width)
        heights = [row.heightForWidth(width) for row in self._rows]
        return sum(heights) + _GAP * max(0, len(heights) - 1)

    def _align(self, width: int) -> None:
        """The fields stand below each other, right of the widest words."""
        left = max((row.wants_left(width) for row in self._rows), default=0)
        for row in self._rows:
            row.left = left

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(max(self.width(), 300)))

    def minimumSizeHint(self) -> QSize:
        return QSize(150, self.heightForWidth(max(self.width(), 150)))

    def arrange(self) -> None:
        """Put the rows where they belong."""
        self._align(self.width())
        y = 0
        for row in self._rows:
            high = row.heightForWidth(self.width())
            row.setGeometry(0, y, self.width(), high)
            y += high + _GAP

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
