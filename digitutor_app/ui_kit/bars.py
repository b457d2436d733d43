"""The strips above and below a page."""

from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look, Role

_SIDE: Final = 28
_GAP: Final = 24


class Bar(QWidget):
    """A strip with one child on the left and one on the right; when narrow, one below the other."""

    def __init__(
        self,
        look: Look,
        left: QWidget,
        right: QWidget,
        *,
        lowest: int,
        padding: int,
        line_below: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._left = left
        self._right = right
        self._lowest = lowest
        self._padding = padding
        self._line_below = line_below
        left.setParent(self)
        right.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
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
        inner = max(1, width - 2 * _SIDE)
        wishes = self._left.sizeHint().width(), self._right.sizeHint().width()
        if sum(wishes) + _GAP * (wishes[1] > 0) <= inner:
            heights = [_height(self._left, wishes[0]), _height(self._right, wishes[1])]
            total = max(self._lowest, max(heights) + 2 * self._padding)
            left = QRect(_SIDE, (total - heights[0]) // 2, wishes[0], heights[0])
            top = (total - heights[1]) // 2
            return left, QRect(width - _SIDE - wishes[1], top, wishes[1], heights[1])
        upper = QRect(_SIDE, self._padding, inner, _height(self._left, inner))
        own = min(wishes[1], inner)
        top = upper.bottom() + 1 + self._padding
        return upper, QRect(_SIDE, top, own, _height(self._right, own))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bottom = max(place.bottom() + 1 for place in self._places(width))
        return max(self._lowest, bottom + self._padding)

    def sizeHint(self) -> QSize:
        width = self._left.sizeHint().width() + self._right.sizeHint().width() + _GAP + 2 * _SIDE
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = max(self._left.minimumSizeHint().width(), self._right.minimumSizeHint().width())
        return QSize(widest + 2 * _SIDE, self._lowest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.rearrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("card"))
        edge = self.height() - 1 if self._line_below else 0
        painter.fillRect(0, edge, self.width(), 1, self._look.colour("line"))
        painter.end()


def _height(child: QWidget, width: int) -> int:
    if child.hasHeightForWidth():
        return child.heightForWidth(width)
    return child.sizeHint().height()


class TopBar(Bar):
    """Shows the page's name on the left; what is put to the right stays there. At least 64 px."""

    def __init__(
        self, look: Look, title: str, *right: QWidget, parent: QWidget | None = None
    ) -> None:
        self.title = Label(look, title, Role.BAR, tone="accent_ink")
        self.right = Flow(*right, gap=6)
        super().__init__(
            look,
            self.title,
            self.right,
            lowest=64,
            padding=8,
            line_below=True,
            parent=parent,
        )

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.rearrange()


class BottomBar(Bar):
    """Shows two groups of buttons, always in the order given. At least 84 px."""

    def __init__(
        self,
        look: Look,
        left: tuple[QWidget, ...] = (),
        right: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.left = Flow(*left)
        self.right = Flow(*right)
        super().__init__(
            look, self.left, self.right, lowest=84, padding=16, line_below=False, parent=parent
        )
