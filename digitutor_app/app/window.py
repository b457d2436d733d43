"""The main window: a banner for news, and one page at a time."""

from collections.abc import Callable
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from digitutor_app.domain.display import USUAL
from digitutor_app.i18n import _
from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.scroll import PageScroll

if TYPE_CHECKING:
    from digitutor_app.ui_kit.hands import Hands
    from digitutor_app.ui_kit.pointers import Pointers
    from digitutor_app.ui_kit.read_aloud import ReadAloud

#: Shows a page in place of the one before.
ShowPage = Callable[[QWidget], None]
#: The smallest window that must work (decisions.md, "Interface").
SMALLEST = QSize(800, 520)


class MainWindow(QWidget):
    """Shows one page, or a second one over it. Emits ``closeFinished`` when the window has closed.

    Ctrl and plus or minus change the text size. Pointers and hands follow the look, from the first
    one that is not the usual.
    """

    closeFinished = Signal()

    #: Asked before the window closes; False keeps it open.
    may_close: Callable[[], bool] | None = None

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look = look
        self.banner = Banner(look)
        self._reader: ReadAloud | None = None
        self.page: QWidget | None = None
        self._below: QWidget | None = None
        self._had_keyboard: QWidget | None = None
        self._at_hand: tuple[Hands, Pointers] | None = None
        self.setWindowTitle(_("Digitaitojen perusteet"))
        self.setMinimumSize(SMALLEST)
        self.resize(1366, 728)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(0)
        self._parts.addWidget(self.banner)
        look.changed.connect(self._on_look_changed)
        self._on_look_changed()
        QShortcut(QKeySequence.StandardKey.ZoomIn, self, self._on_larger)
        QShortcut(QKeySequence("Ctrl+="), self, self._on_larger)
        QShortcut(QKeySequence.StandardKey.ZoomOut, self, self._on_smaller)

    @property
    def reader(self) -> "ReadAloud":
        """The voice of all its pages."""
        if self._reader is None:
            from digitutor_app.ui_kit.read_aloud import ReadAloud

            self._reader = ReadAloud(parent=self)
        return self._reader

    def show_page(self, page: QWidget) -> None:
        """Put this page in place of the one before, which is deleted."""
        for before in (self.page, self._below):
            self._drop(before)
        self._below = None
        self._open(page)

    def lay_over(self, page: QWidget) -> None:
        """Put this page over the one before, which waits as it is for ``uncover``."""
        if self._below is not None or self.page is None:
            self._drop(self.page)
        else:
            self._below = self.page
            self._had_keyboard = self.page.focusWidget()
            self._below.hide()
            self._parts.removeWidget(self._below)
        self._open(page)

    def uncover(self) -> None:
        """Show the page again that waits below, with the keyboard where it was."""
        below, self._below = self._below, None
        if below is not None:
            had = self._had_keyboard
            self._drop(self.page)
            # What had it may have gone meanwhile, or be hidden: then the page itself has it.
            if had is None or not shiboken6.isValid(had) or not had.isVisibleTo(below):
                had = below
            self._put(below, had)

    def _open(self, page: QWidget) -> None:
        """Show a new page from its top, with the keyboard where the page says it begins."""
        begin = page if page.focusProxy() is not None else page.focusWidget()
        self._put(page, begin or page)
        self._parts.activate()
        for scroller in page.findChildren(PageScroll):
            scroller.open_at_top()

    def _put(self, page: QWidget, keyboard: QWidget) -> None:
        self.page = page
        self._parts.addWidget(page, 1)
        page.show()
        keyboard.setFocus(Qt.FocusReason.OtherFocusReason)
        # It has said where to begin. Kept, it would skip what stands before it in every round of
        # the Tab key.
        page.setFocusProxy(None)  # type: ignore[arg-type] # Qt takes it, its stub forgets

    def _drop(self, page: QWidget | None) -> None:
        if page is not None:
            # A second press on its way to the old page must not be heard any more.
            page.setEnabled(False)
            page.hide()
            self._parts.removeWidget(page)
            page.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.may_close is not None and not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        for help_at_hand in self._at_hand or ():
            help_at_hand.let_go()
        if self._reader is not None:
            self._reader.close()
        self.closeFinished.emit()

    def _on_look_changed(self) -> None:
        self.look.dress(self)
        if self._at_hand is None and self.look.display != USUAL:
            from digitutor_app.ui_kit.hands import Hands
            from digitutor_app.ui_kit.pointers import Pointers

            self._at_hand = Hands(self.look, self), Pointers(self.look, self)

    def _on_larger(self) -> None:
        self.look.step_scale(1)

    def _on_smaller(self) -> None:
        self.look.step_scale(-1)
