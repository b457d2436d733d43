"""Two things at the two ends of a line; one below the other when there is no room."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.folding import Folding, height_in
from digitutor_app.ui_kit.look import Look

_GAP: Final = 24


class Spread(Folding):
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
        self._ends = left, right
        self._lowest = lowest
        self._side = side
        self._padding = padding
        self._tight = 0
        self.hold(left)
        self.hold(right)
        look.changed.connect(self.rearrange)

    def set_tight(self, saved: int) -> None:
        """Be this much lower than usual, logical pixels, where the window is low."""
        if saved != self._tight:
            self._lowest += self._tight - saved
            self._padding += (self._tight - saved) // 2
            self._tight = saved
            self.rearrange()

    def places(self, width: int) -> Iterable[tuple[QWidget, QRect]]:
        left, right = self._ends
        inner = max(1, width - 2 * self._side)
        wishes = left.sizeHint().width(), right.sizeHint().width()
        if sum(wishes) + _GAP * (wishes[1] > 0) <= inner:
            return self._side_by_side(width, wishes)
        upper = QRect(self._side, self._padding, inner, height_in(left, inner))
        own = min(wishes[1], inner)
        top = upper.bottom() + 1 + max(self._padding, 4)
        return (left, upper), (right, QRect(self._side, top, own, height_in(right, own)))

    def _side_by_side(self, width: int, wishes: tuple[int, int]) -> Iterable[tuple[QWidget, QRect]]:
        heights = [height_in(end, wish) for end, wish in zip(self._ends, wishes, strict=True)]
        total = max(self._lowest, max(heights) + 2 * self._padding)
        lefts = self._side, width - self._side - wishes[1]
        for end, x, wish, height in zip(self._ends, lefts, wishes, heights, strict=True):
            yield end, QRect(x, (total - height) // 2, wish, height)

    def heightForWidth(self, width: int) -> int:
        return max(self._lowest, super().heightForWidth(width) + self._padding)

    def sizeHint(self) -> QSize:
        width = sum(end.sizeHint().width() for end in self._ends) + _GAP + 2 * self._side
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(least.width() + 2 * self._side, self._lowest)
