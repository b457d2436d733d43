"""A page with a menu at its side: bar above, banner, the menu, what the page is about."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from digitutor_app.ui_kit.banner import Banner
from digitutor_app.ui_kit.choices import ChoiceButton, ChoiceShape
from digitutor_app.ui_kit.column import Stack
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.scroll import PageScroll
from digitutor_app.ui_kit.two_pane import STACKING_WIDTH

#: Width of the menu at 100 %, logical pixels.
_SIDE: Final = 208
#: Margins of what the page is about: left, top, right, bottom, logical pixels.
_MARGINS: Final = (28, 22, 28, 20)
_PADDING: Final = 14


class _Menu(QWidget):
    """The column of choices, white with a thin line towards the page; a strip when stacked."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.rows = QVBoxLayout(self)
        self.rows.setSpacing(2)
        self.stacked = False
        self.stretch_below()

    def stretch_below(self) -> None:
        padding = 0 if self.stacked else _PADDING
        self.rows.setContentsMargins(padding, padding + 8 if padding else 0, padding, padding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.stacked:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("card"))
        line = self._look.colour("line")
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        painter.end()


class SidePage(QWidget):
    """Shows a menu beside the page, above it from 150 % text or when narrow; the page scrolls.

    Put the page together with ``rows.add``. Emits ``chosen(key)`` for another page of the menu.
    """

    chosen = Signal(str)

    def __init__(
        self,
        look: Look,
        top: QWidget,
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
        self._current = current
        self._menu = _Menu(look)
        self._buttons: dict[str, ChoiceButton] = {}
        for key, name in pages:
            button = ChoiceButton(look, name, ChoiceShape.NAV)
            button.setChecked(key == current)
            button.clicked.connect(self._on_pressed)
            self._buttons[key] = button
            self._menu.rows.addWidget(button)
        self._menu.rows.addStretch(1)
        self._build(top)
        look.changed.connect(self._on_look_changed)

    def _build(self, top: QWidget) -> None:
        parts = QVBoxLayout(self)
        parts.setContentsMargins(0, 0, 0, 0)
        parts.setSpacing(0)
        parts.addWidget(top)
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
            self._menu.stacked = stacked
            self._menu.stretch_below()
            if stacked:
                self._beside.removeWidget(self._menu)
                self.rows.insertWidget(0, self._menu)
            else:
                self.rows.removeWidget(self._menu)
                self._beside.insertWidget(0, self._menu)
        if stacked:
            self._menu.setMinimumWidth(0)
            self._menu.setMaximumWidth(16_777_215)
        else:
            self._menu.setFixedWidth(round(_SIDE * self.look.scale))

    def _on_look_changed(self) -> None:
        self._arrange()
        self.update()

    def _on_pressed(self) -> None:
        pressed = next(key for key, button in self._buttons.items() if button.isChecked())
        # This page stays itself: the one that was chosen has a menu of its own.
        self._buttons[self._current].setChecked(True)
        if pressed != self._current:
            self.chosen.emit(pressed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("paper"))
        painter.end()
