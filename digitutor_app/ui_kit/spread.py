"""Two things at the two ends of a line; one below the other when there is no room."""

from typing import Final

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.look import Look

_GAP: Final = 24


class Spread(QWidget):
    """Places one child on the left and one on the right, in the middle of its height.

    Emits nothing. ``lowest`` is its least height, ``side`` and ``padding`` the room around.
    """

    def __init__(
        self,
        look: Look,
        left: QWidget,
        right: QWidget,
        *,
        lowest: int = 0,
        side: int = 0,
        padding: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._left = left
        self._right = right
        self._lowest = lowest
        self._side = side
        self._padding = padding
        left.setParent(self)
        right.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        look.changed.connect(self.rearrange)

    def rearrange(self) -> None:
        """Place the children anew, after one of them changed its wishes."""
        self.updateGeometry()
        for child, place in zip((self._left, self._right), self._places(self.width()), strict=True):
            child.setGeometry(place)
        self.update()

    def _places(self, width: int) -> tuple[QRect, QRect]:
        inner = max(1, width - 2 * self._side)
        wishes = self._left.sizeHint().width(), self._right.sizeHint().width()
        if sum(wishes) + _GAP * (wishes[1] > 0) <= inner:
            heights = [_height(self._left, wishes[0]), _height(self._right, wishes[1])]
            total = max(self._lowest, max(heights) + 2 * self._padding)
            left = QRect(self._side, (total - heights[0]) // 2, wishes[0], heights[0])
            top = (total - heights[1]) // 2
            return left, QRect(width - self._side - wishes[1], top, wishes[1], heights[1])
        upper = QRect(self._side, self._padding, inner, _height(self._left, inner))
        own = min(wishes[1], inner)
        top = upper.bottom() + 1 + max(self._padding, 4)
        return upper, QRect(self._side, top, own, _height(self._right, own))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bottom = max(place.bottom() + 1 for place in self._places(width))
        return max(self._lowest, bottom + self._padding)

    def sizeHint(self) -> QSize:
        wishes = self._left.sizeHint().width() + self._right.sizeHint().width()
        width = wishes + _GAP + 2 * self._side
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(widest + 2 * self._side, self._lowest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rearrange()
        super().resizeEvent(event)

    def event(self, event: QEvent) -> bool:
        # A child that was given other words asks for another place.
        if event.type() == QEvent.Type.LayoutRequest:
            self.rearrange()
        return super().event(event)


def _height(child: QWidget, width: int) -> int:
    if child.hasHeightForWidth():
        return child.heightForWidth(width)
    return child.sizeHint().height()
