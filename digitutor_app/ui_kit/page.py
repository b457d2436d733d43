"""A whole page: bar above, banner, what the page is about, bar below."""

from typing import Final

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.bars import Bar
from digitutor_app.ui_kit.column import Stack
from digitutor_app.ui_kit.flow import GAP
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.reading_order import order_focus
from digitutor_app.ui_kit.scroll import PageScroll

#: Margins of a learner's page: left, top, right, bottom, logical pixels.
MARGINS: Final = (64, 30, 64, 24)
#: The same in a small window, where every line counts.
_TIGHT_MARGINS: Final = (36, 14, 36, 12)
_TIGHT_HEIGHT: Final = 700
#: What a bar gives up in a small window, logical pixels.
_TIGHT_BARS: Final = 12


class Page(QWidget):
    """Shows the parts of a page from top to bottom; only the middle scrolls. Emits nothing.

    In a window lower than 700 px margins and bars get smaller by themselves.

    Put the middle together with ``rows.add``.
    ``ground`` is the theme's token of the paper, for example "soft_amber" for the call.
    """

    def __init__(
        self,
        look: Look,
        top: QWidget | None = None,
        bottom: QWidget | None = None,
        *,
        margins: tuple[int, int, int, int] = MARGINS,
        ground: str = "paper",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.look = look
        self._ground = ground
        self._margins = margins
        self._bars = [bar for bar in (top, bottom) if isinstance(bar, Bar)]
        self.banner = Banner(look)
        middle = QWidget()
        self.rows = Stack(middle, margins=margins)
        self.scroller = PageScroll(look, middle)
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        for part in (top, self.banner, self.scroller, bottom):
            if part is not None:
                parts.addWidget(part, 1 if part is self.scroller else 0)
        look.changed.connect(self.update)

    def focusNextPrevChild(self, next: bool) -> bool:
        order_focus(self)
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        tight = self.height() < _TIGHT_HEIGHT
        limits = _TIGHT_MARGINS if tight else self._margins
        self.rows.setContentsMargins(*map(min, self._margins, limits))
        self.rows.setSpacing(GAP - 4 if tight else GAP)
        for bar in self._bars:
            bar.set_tight(_TIGHT_BARS if tight else 0)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour(self._ground))
        painter.end()


def fill(owner: QWidget, page: QWidget) -> None:
    """Make the page the whole of a widget that has nothing else."""
    whole = QVBoxLayout(owner)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addWidget(page)
