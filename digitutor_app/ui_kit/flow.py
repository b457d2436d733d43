"""Arrangements that fold: flowing rows, equal columns, two panes."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent, Qt
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QWidget,
)

from digitutor_app.ui_kit.look import Look

GAP: Final = 14
#: Two panes stand one above the other below this width (decisions.md, "Interface").
STACKING_WIDTH: Final = 1000


@dataclass(frozen=True, slots=True)
class _Row:
    items: list[tuple[QLayoutItem, int]]
    height: int

    def width(self, gap: int) -> int:
        return sum(width for _, width in self.items) + gap * (len(self.items) - 1)


class FlowLayout(QLayout):
    """Places children side by side and goes on below when the row is full.

    Children of one row are equally high. With ``columns`` the children are equally wide: as many
    columns as fit with ``narrowest`` pixels each, at most ``columns``.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        gap: int = GAP,
        columns: int = 0,
        narrowest: int = 240,
        from_right: bool = False,
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._columns = columns
        self._narrowest = narrowest
        self._from_right = from_right
        self.setContentsMargins(0, 0, 0, 0)

    def set_narrowest(self, narrowest: int) -> None:
        self._narrowest = narrowest
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        rows = self._rows(width - margins.left() - margins.right())
        inner = sum(row.height for row in rows) + self._gap * max(0, len(rows) - 1)
        return inner + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        shown = self._shown()
        count = len(shown)
        if self._columns:
            count = min(self._columns, count)
            width = self._narrowest * count
        else:
            width = sum(item.sizeHint().width() for item in shown)
        width += self._gap * max(0, count - 1)
        height = max((item.sizeHint().height() for item in shown), default=0)
        return QSize(width, height).grownBy(self.contentsMargins())

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        least = QSize(0, 0)
        for item in self._shown():
            least = least.expandedTo(item.minimumSize())
        return least.grownBy(self.contentsMargins())

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        super().setGeometry(rect)
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for row in self._rows(inner.width()):
            left = inner.left()
            if self._from_right:
                left += inner.width() - row.width(self._gap)
            for item, width in row.items:
                place = QRect(left, top, width, row.height)
                widget = item.widget()
                if widget is not None:
                    widget.setGeometry(place)
                else:
                    item.setGeometry(place)
                left += width + self._gap
            top += row.height + self._gap

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _rows(self, width: int) -> list[_Row]:
        shown = self._shown()
        if self._columns:
            fitting = (width + self._gap) // (self._narrowest + self._gap)
            columns = max(1, min(self._columns, fitting))
            groups = self._columned(shown, columns, width)
        else:
            groups = self._fold([(i, min(i.sizeHint().width(), width)) for i in shown], width)
        return [_Row(group, max(_height(item, w) for item, w in group)) for group in groups]

    def _columned(
        self, shown: list[QLayoutItem], columns: int, width: int
    ) -> list[list[tuple[QLayoutItem, int]]]:
        step = (width + self._gap) / columns
        edges = [round(step * number) for number in range(columns + 1)]
        widths = [right - left - self._gap for left, right in pairwise(edges)]
        measured = [(item, widths[i % columns]) for i, item in enumerate(shown)]
        return [measured[i : i + columns] for i in range(0, len(measured), columns)]

    def _fold(
        self, measured: list[tuple[QLayoutItem, int]], width: int
    ) -> list[list[tuple[QLayoutItem, int]]]:
        groups: list[list[tuple[QLayoutItem, int]]] = []
        used = 0
        for item, own in measured:
            if groups and used + self._gap + own <= width:
                groups[-1].append((item, own))
                used += self._gap + own
            else:
                groups.append([(item, own)])
                used = own
        return groups


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


class Flow(QWidget):
    """Holds children in flowing rows or equal columns. Emits nothing."""

    def __init__(
        self,
        *children: QWidget,
        gap: int = GAP,
        columns: int = 0,
        narrowest: int = 240,
        from_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.flow = FlowLayout(
            self, gap=gap, columns=columns, narrowest=narrowest, from_right=from_right
        )
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in children:
            self.add(child)

    def add(self, child: QWidget) -> None:
        """Put a child last; words stand in the middle of their row's height."""
        if isinstance(child, QLabel):
            child.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.flow.addWidget(child)

    def clear(self) -> None:
        """Take all children away and let Qt delete them."""
        while (item := self.flow.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.flow.invalidate()


class CardGrid(Flow):
    """Holds cards in equal columns; fewer of them when narrow or when the text is large."""

    def __init__(
        self, look: Look, *cards: QWidget, columns: int = 4, narrowest: int = 240, gap: int = 16
    ) -> None:
        self._look = look
        self._narrowest = narrowest
        super().__init__(*cards, gap=gap, columns=columns, narrowest=narrowest)
        self._on_look_changed()
        look.changed.connect(self._on_look_changed)

    def _on_look_changed(self) -> None:
        self.flow.set_narrowest(round(self._narrowest * self._look.scale))
        self.updateGeometry()


class TwoPane(QWidget):
    """Puts two children side by side, or one above the other from 150 % text or when narrow.

    ``shares`` are their stretches side by side. ``second_above`` puts the second child on top when
    stacked (the guide card above the practice frame). Emits nothing.
    """

    def __init__(
        self,
        look: Look,
        first: QWidget,
        second: QWidget,
        *,
        shares: tuple[int, int] = (1, 1),
        narrow: int = STACKING_WIDTH,
        second_above: bool = False,
        gap: int = 20,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._narrow = narrow
        self._shares = shares
        self._second_above = second_above
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(gap)
        self._box.addWidget(first)
        self._box.addWidget(second)
        self._arrange()
        look.changed.connect(self._arrange)

    @property
    def stacked(self) -> bool:
        """Whether the children stand one above the other now."""
        return self._look.stacks or self.width() < self._narrow

    def _arrange(self) -> None:
        towards = QBoxLayout.Direction
        if not self.stacked:
            self._box.setDirection(towards.LeftToRight)
        elif self._second_above:
            self._box.setDirection(towards.BottomToTop)
        else:
            self._box.setDirection(towards.TopToBottom)
        for index, share in enumerate(self._shares):
            self._box.setStretch(index, 0 if self.stacked and not self._second_above else share)

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        if self.stacked:
            return least
        return QSize(min(least.width(), self._narrow), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)
