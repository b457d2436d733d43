"""A page with a menu at its side: bar above, banner, the menu, what the page is about."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.bars import Bar
from digitutor_app.ui_kit.column import Stack
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page_menu import PageMenu, PageTab
from digitutor_app.ui_kit.reading_order import order_focus
from digitutor_app.ui_kit.scroll import PageScroll
from digitutor_app.ui_kit.two_pane import STACKING_WIDTH

#: Width of the menu at 100 %, logical pixels.
_SIDE: Final = 208
#: Margins of what the page is about: left, top, right, bottom, logical pixels.
_MARGINS: Final = (28, 22, 28, 20)
#: In a window lower than this every line counts; what the bar gives up there, logical pixels.
_TIGHT_HEIGHT: Final = 700
_TIGHT_BAR: Final = 8


class SidePage(QWidget):
    """Shows a menu beside the page, above it from 150 % text or when narrow; the page scrolls.

    Put the page together with ``rows.add``. Emits ``chosen(key)`` for another page of the menu.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        top: Bar,
        pages: Sequence[tuple[str, str]],
        current: str,
        parent: QWidget | None = None,
    ) -> None:
        """``pages`` are (key, name); ``current`` is the key of this page."""
        super().__init__(parent)
        self.look = look
        self.banner = Banner(look)
        middle = QWidget()
        self.rows = Stack(middle, margins=_MARGINS)
        self.scroller = PageScroll(look, middle)
        self._top = top
        self._current = current
        self._menu = PageMenu(look)
        self._buttons: dict[str, PageTab] = {}
        for key, name in pages:
            button = PageTab(look, name, current=key == current)
            button.clicked.connect(self._on_pressed)
            self._buttons[key] = button
            self._menu.add(button)
        self._build()
        look.changed.connect(self._on_look_changed)

    def _build(self) -> None:
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(self._top)
        parts.addWidget(self.banner)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(0)
        self._beside.addWidget(self._menu)
        self._beside.addWidget(self.scroller, 1)
        parts.addLayout(self._beside, 1)

    @property
    def stacked(self) -> bool:
        """Whether the menu stands above the page now."""
        return self.look.stacks or self.width() < STACKING_WIDTH

    def _arrange(self) -> None:
        stacked = self.stacked
        if stacked != self._menu.stacked:
            self._menu.set_stacked(stacked=stacked)
            if stacked:
                self._beside.removeWidget(self._menu)
                self.rows.insertWidget(0, self._menu)
                self._menu.lower()
            else:
                self.rows.removeWidget(self._menu)
                self._beside.insertWidget(0, self._menu)
                self.scroller.raise_()
        if stacked:
            self._menu.setMinimumWidth(0)
            self._menu.setMaximumWidth(16_777_215)
        else:
            self._menu.setFixedWidth(round(_SIDE * self.look.scale))

    def _on_look_changed(self) -> None:
        self._arrange()
        self.update()

    def _on_pressed(self) -> None:
        sender = self.sender()
        pressed = next(key for key, button in self._buttons.items() if button is sender)
        # This page stays itself: the one that was chosen has a menu of its own.
        for key, button in self._buttons.items():
            button.setChecked(key == self._current)
        if pressed != self._current:
            self.chosen.emit(pressed)

    def focusNextPrevChild(self, next: bool) -> bool:
        order_focus(self)
        return super().focusNextPrevChild(next)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        tight = self.height() < _TIGHT_HEIGHT
        left, top, right, bottom = _MARGINS
        self.rows.setContentsMargins(left, top - 10 * tight, right, bottom - 8 * tight)
        self._top.set_tight(_TIGHT_BAR if tight else 0)
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("paper"))
        painter.end()
