"""The order in which a page is read, and in which the Tab key goes through it."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtGui import Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.two_pane import TwoPane


def order_focus(page: QWidget) -> None:
    """Let the Tab key go through the page in reading order, however its parts came together."""
    stops = [w for w in _read(page) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    for before, after in pairwise(stops):
        QWidget.setTabOrder(before, after)


def _read(widget: QWidget) -> Iterator[QWidget]:
    children = [child for child in widget.children() if isinstance(child, QWidget)]
    if isinstance(widget, TwoPane):
        children = list(widget.panes())
    for child in children:
        if not child.isWindow():
            yield child
            yield from _read(child)
