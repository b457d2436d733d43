"""The page around the practice computer: bars above and below, the frame, the card beside it."""

from itertools import pairwise

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.room_kit.keys import takes_tab
from digitutor_app.screens.frame import LearnerBar, LearnerTop
from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.scroll import PageScroll
from digitutor_app.ui_kit.two_pane import TwoPane

#: How low the frame may get when the card stands above it, logical pixels at 100 % text: at the
#: least, and when there is room for it in the window.
LOWEST = 200
COMFORTABLE = 290
#: In a window lower than this the bars give up some height.
TIGHT_HEIGHT = 700
TIGHT_BARS = 12
#: Width of the card beside the frame, logical pixels: long words fit, and nothing jumps from step
#: to step.
NARROWEST = 370
#: No limit to a height, for Qt.
_TALL = 16_777_215


class SideCard(QWidget):
    """A card beside the frame: it scrolls its words, or is as high as they need."""

    scroller: PageScroll

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._whole = False
        self._wishes: tuple[bool, int, QSize] | None = None

    def hold(self, card: Card, name: str) -> None:
        """Show this card; a screen reader says the name."""
        self._card = card
        self.scroller = PageScroll(self._look, card)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.scroller)
        self.setAccessibleName(name)
        self._look.changed.connect(self.fit)

    def show_whole(self, *, whole: bool) -> None:
        """Whether to be as high as the words need, rather than to scroll them."""
        if whole != self._whole:
            self._whole = whole
            self.fit()

    def fit(self) -> None:
        """Take the height that the words need now."""
        if self._whole:
            self.scroller.setFixedHeight(self._card.heightForWidth(self.width()))
        else:
            self.scroller.setMinimumHeight(0)
            self.scroller.setMaximumHeight(_TALL)
        wishes = self._whole, self.scroller.maximumHeight(), self.minimumSizeHint()
        if wishes != self._wishes:
            # Else the page around need not arrange itself anew.
            self._wishes = wishes
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(max(least.width(), NARROWEST), least.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class QuietScroll(PageScroll):
    """Follows the keyboard but never moves under a hand that presses."""

    def reveal(self, widget: QWidget) -> None:
        if QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            super().reveal(widget)


class _Above(QWidget):
    """Holds the bar above at the height that it needs, and asks for no more (a layout would let
    the whole page ask for the height that it likes best)."""

    def __init__(self, bar: LearnerTop) -> None:
        super().__init__()
        self._bar = bar
        bar.setParent(self)

    def fit(self) -> None:
        self.setFixedHeight(self._bar.heightForWidth(max(self.width(), 1)))
        self._bar.setGeometry(self.rect())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()


class PracticePage(QWidget):
    """Side by side the card scrolls, one above the other the page does. Emits ``scrolled``."""

    scrolled = Signal()

    def __init__(
        self,
        look: Look,
        top: LearnerTop,
        frame: PracticeFrame,
        card: SideCard,
        bar: LearnerBar,
    ) -> None:
        super().__init__()
        self._look = look
        self._top = top
        self._card = card
        self.frame = frame
        self.bar = bar
        self.banner = Banner(look)
        self._panes = TwoPane(look, frame, card, shares=(2, 1), second_above=True)
        self._stops: list[QWidget] = []
        self._middle = QVBoxLayout()
        self._middle.addWidget(self._panes)
        self._build()
        look.changed.connect(self.fit)
        self._scroller.verticalScrollBar().valueChanged.connect(self.scrolled)

    def _build(self) -> None:
        page = QWidget()
        # The bar above scrolls away with the page, so that large text leaves room for practice.
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        self._above = _Above(self._top)
        rows.addWidget(self._above)
        rows.addLayout(self._middle, 1)
        self._scroller = QuietScroll(self._look, page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.banner)
        whole.addWidget(self._scroller, 1)
        whole.addWidget(self.bar)

    @property
    def scrolls(self) -> bool:
        """Whether the page is higher than its window."""
        return self._scroller.scrolls

    def order_keyboard(self) -> None:
        """Let Tab come to the card before the bar below, also to buttons that came later."""
        inside = (w for part in (self._card, self.bar) for w in part.findChildren(QWidget))
        stops = [w for w in inside if takes_tab(w)]
        if stops == self._stops:
            return
        self._stops = stops
        for before, after in pairwise(stops):
            QWidget.setTabOrder(before, after)

    def show_frame(self) -> None:
        """Scroll so that the practice computer is in sight (it is, while nothing scrolls)."""
        self._scroller.reveal(self.frame)

    def show_card(self) -> None:
        """Scroll so that the card is in sight."""
        self._scroller.reveal(self._card)

    def fit(self) -> None:
        """Arrange everything for the window and the text size of now."""
        tight = self.window().height() < TIGHT_HEIGHT
        for bar in (self._top, self.bar):
            bar.set_tight(TIGHT_BARS if tight else 0)
        self._middle.setContentsMargins(28, 10 if tight else 20, 28, 10 if tight else 20)
        self._above.fit()
        stacked, scale = self._panes.stacked, self._look.scale
        self._card.show_whole(whole=stacked)
        room = self._scroller.viewport().height()
        least = min(max(round(LOWEST * scale), room), round(COMFORTABLE * scale))
        self.frame.setMinimumHeight(least if stacked else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)
