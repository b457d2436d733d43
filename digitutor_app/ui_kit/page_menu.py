"""The menu of pages at the side of a page, and what a screen reader is told about it."""

from typing import Final

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QPainter, QPaintEvent
from PySide6.QtWidgets import QAccessibleWidget, QVBoxLayout, QWidget

from digitutor_app.i18n import _
from digitutor_app.ui_kit.choices import ChoiceButton, ChoiceShape
from digitutor_app.ui_kit.flow import CardGrid
from digitutor_app.ui_kit.look import Look

_PADDING: Final = 14
_installed = False


class PageTab(ChoiceButton):
    """Shows the name of a page; the checked one is the page that is open.

    Spoken as a page tab that is selected or not. Each is a stop of the Tab key, and arrows open no
    page on the way to another.
    """

    def __init__(self, look: Look, name: str, *, current: bool) -> None:
        _install()
        super().__init__(look, name, ChoiceShape.NAV)
        self.setAutoExclusive(False)
        self.setChecked(current)


class PageMenu(QWidget):
    """The tabs one below the other, on white with a thin line towards the page; or a strip."""

    def __init__(self, look: Look) -> None:
        _install()
        super().__init__()
        self._look = look
        self.stacked = False
        self.setAccessibleName(_("Sivut"))
        self._tabs = CardGrid(look, columns=3, narrowest=150, gap=2)
        self._rows = QVBoxLayout(self)
        self._rows.addWidget(self._tabs)
        self._rows.addStretch(1)
        self.set_stacked(stacked=False)

    def add(self, tab: PageTab) -> None:
        self._tabs.add(tab)

    def set_stacked(self, *, stacked: bool) -> None:
        """Be a column beside the page, or a strip above what it is about."""
        self.stacked = stacked
        padding = 0 if stacked else _PADDING
        self._rows.setContentsMargins(padding, padding + 8 if padding else 0, padding, padding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.stacked:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.colour("card"))
        line = self._look.colour("line")
        painter.fillRect(self.width() - 1, 0, 1, self.height(), line)
        painter.end()


class _Face(QAccessibleWidget):
    """A page tab: which one is open is told as selected, not as ticked."""

    def state(self) -> QAccessible.State:
        state = super().state()
        tab = self.object()
        if isinstance(tab, PageTab) and shiboken6.isValid(tab):
            state.checkable = state.checked = False
            state.selectable = True
            state.selected = tab.isChecked()
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        return [QAccessibleWidget.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:  # noqa: N802 - Qt's name
        tab = self.object()
        if name == QAccessibleWidget.pressAction() and isinstance(tab, PageTab):
            tab.click()
        else:
            super().doAction(name)


def _face(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if isinstance(thing, PageTab):
        return _Face(thing, QAccessible.Role.PageTab)
    if isinstance(thing, PageMenu):
        return QAccessibleWidget(thing, QAccessible.Role.PageTabList)
    return None


def _install() -> None:
    global _installed  # noqa: PLW0603 - Qt asks one factory for the whole program
    if not _installed:
        _installed = True
        QAccessible.installFactory(_face)
