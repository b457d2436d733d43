"""Two panes side by side that become two storeys."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from digitutor_app.ui_kit.look import Look

#: Two panes stand one above the other in a narrower window (decisions.md, "Interface").
STACKING_WIDTH: Final = 1000


class TwoPane(QWidget):
    """Puts two children side by side, or one above the other from 150 % text or when narrow.

    ``narrow`` is the width of the window below which they stack, logical pixels. ``shares`` are
    the stretches side by side. ``second_above`` puts the second child on top when stacked (the
    guide card above the practice frame). ``gap`` is between them; ``gap_stacked``, if given,
    when they stack (0: two halves of one list). Emits nothing.
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
        gap_stacked: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._panes = first, second
        self._narrow = narrow
        self._shares = shares
        self._second_above = second_above
        self._gap = gap
        self._gap_stacked = gap if gap_stacked is None else gap_stacked
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(first)
        self._box.addWidget(second)
        self._stacked: bool | None = None
        self._arrange()
        look.changed.connect(self._arrange)

    @property
    def stacked(self) -> bool:
        """Whether the children stand one above the other now."""
        return self._look.stacks or self.window().width() < self._narrow

    def panes(self) -> tuple[QWidget, QWidget]:
        """The two children in the order in which they are read now."""
        first, second = self._panes
        return (second, first) if self.stacked and self._second_above else (first, second)

    def _arrange(self) -> None:
        if self.stacked is self._stacked:
            return
        self._stacked = self.stacked
        self._box.setSpacing(self._gap_stacked if self._stacked else self._gap)
        towards = QBoxLayout.Direction
        if not self._stacked:
            self._box.setDirection(towards.LeftToRight)
        elif self._second_above:
            self._box.setDirection(towards.BottomToTop)
        else:
            self._box.setDirection(towards.TopToBottom)
        shares = self._shares
        if self._stacked:
            # The practice frame below takes the height that is left; two columns take their own.
            shares = (1, 0) if self._second_above else (0, 0)
        for index, share in enumerate(shares):
            self._box.setStretch(index, share)
        self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """No wider than the wider child: when there is less room, the panes stack."""
        least = self._box.totalMinimumSize()
        widest = max(pane.minimumSizeHint().width() for pane in self._panes)
        return QSize(min(least.width(), max(widest, 0)), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)
