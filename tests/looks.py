"""Looks at a window as a person would: is a word cut, does something lie on something else?"""

from collections.abc import Iterator, Sequence
from itertools import combinations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QLineEdit,
    QWidget,
)

from digitutor_app.ui_kit.buttons import LinkButton
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.marks import Mark
from digitutor_app.ui_kit.picture import PictureView
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.scroll import PageScroll

_SPOKEN = (QAbstractButton, QLineEdit, QLabel, Mark, PictureView)


def settle(window: QWidget) -> None:
    """Let all layouts of a shown window come to rest."""
    for _round in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()
    window.repaint()


def cut_off(window: QWidget, skip: Sequence[QWidget] = ()) -> list[str]:
    """What is wrong with the visible widgets of a window, one line each; [] when all is well.

    Names every text that does not fit its place or had to be parted, every widget that sticks out
    of its parent or lies on a sibling, and everything that a screen reader could not name.
    ``skip`` are widgets not looked at, nor what is in them (the practice computer has windows that
    lie on each other on purpose). Call ``settle`` first.
    """
    troubles = _overlaps(window)
    for widget in _visible(window, skip):
        troubles += _word_troubles(widget)
        troubles += _place_troubles(widget)
        troubles += _overlaps(widget)
        if _must_be_spoken(widget) and not spoken_name(widget):
            troubles.append(f"no accessible name: {_called(widget)}")
    return troubles


def empty_ends(window: QWidget) -> list[str]:
    """The pages that can be scrolled further than there is anything to see, one line each."""
    troubles = []
    for scroller in window.findChildren(PageScroll):
        page = scroller.widget()
        own = page.heightForWidth(page.width())
        own = page.minimumSizeHint().height() if own < 0 else own
        needed = max(own, scroller.viewport().height())
        if scroller.isVisibleTo(window) and page.height() > needed:
            troubles.append(f"{page.height() - needed} px of nothing below {_called(page)}")
    return troubles


def small_targets(window: QWidget, least: int = 48, skip: Sequence[QWidget] = ()) -> list[str]:
    """The buttons and fields that are narrower or lower than ``least`` logical pixels."""
    return [
        f"{_called(widget)} is {widget.width()} x {widget.height()}"
        for widget in _visible(window, skip)
        if isinstance(widget, QAbstractButton) and min(widget.width(), widget.height()) < least
    ]


def at_the_edge(link: LinkButton, other: QWidget) -> bool:
    """Whether the words of a link begin where the other part begins, and its left edge is seen."""
    words = (link.width() - link.set_for(link.width()).width) / 2
    begins = link.mapTo(link.window(), QPoint()).x() + words
    there = other.mapTo(other.window(), QPoint()).x()
    return abs(begins - there) <= 1 and link.visibleRegion().boundingRect().left() == 0


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface else ""


def by_name(window: QWidget, name: str) -> QWidget:
    """The visible widget that a screen reader calls ``name``; fails when there is not just one."""
    found = [
        widget
        for widget in _visible(window, ())
        if isinstance(widget, (QAbstractButton, QLineEdit)) and spoken_name(widget) == name
    ]
    assert len(found) == 1, f"{len(found)} widgets are called {name!r}"
    return found[0]


def _visible(window: QWidget, skip: Sequence[QWidget]) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window) or widget.isWindow():
            continue
        if not any(other is widget or other.isAncestorOf(widget) for other in skip):
            yield widget


def _word_troubles(widget: QWidget) -> list[str]:
    name = _called(widget)
    if isinstance(widget, (Label, Pressable)):
        needed = widget.heightForWidth(widget.width())
        troubles = []
        if needed > widget.height():
            troubles.append(f"cut: {name} needs {needed} px of height, has {widget.height()}")
        troubles += [f"parted word: {name}" for part in _set_texts(widget) if part.broken]
        troubles += [
            f"cut: {name} needs {part.width:.0f} px of width, has {widget.width()}"
            for part in _set_texts(widget)
            if part.width > widget.width()
        ]
        return troubles
    if isinstance(widget, QLabel) and widget.text() and not widget.pixmap():
        lines = widget.fontMetrics().boundingRect(
            QRect(0, 0, widget.width(), 10_000), Qt.TextFlag.TextWordWrap, widget.text()
        )
        if lines.width() > widget.width() or lines.height() > widget.height():
            return [f"cut: {name}"]
    if isinstance(widget, QLineEdit) and widget.fontMetrics().height() > widget.height():
        return [f"cut: the line to write in {name}"]
    return []


def _set_texts(widget: QWidget) -> list:
    texts = widget.set_for(widget.width())
    return [part for part in texts if part] if isinstance(texts, tuple) else [texts]


def _place_troubles(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    if parent is None or widget.size().isEmpty():
        return []
    if _scrolled(widget):
        hidden = widget.width() - parent.width()
        return [f"{hidden} px hidden at the side: {_called(widget)}"] if hidden > 0 else []
    if not parent.rect().contains(widget.geometry()):
        return [f"sticks out: {_called(widget)} of {_called(parent)}"]
    return []


def _overlaps(widget: QWidget) -> list[str]:
    if isinstance(widget, QAbstractScrollArea):
        return []
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    children = [
        child
        for child in widget.findChildren(QWidget, options=direct)
        if child.isVisibleTo(widget) and not child.isWindow()
    ]
    return [
        f"overlap: {_called(one)} and {_called(other)}"
        for one, other in combinations(children, 2)
        if one.geometry().intersects(other.geometry())
    ]


def _scrolled(widget: QWidget) -> bool:
    area = widget.parentWidget().parentWidget()
    return isinstance(area, QAbstractScrollArea) and area.viewport() is widget.parentWidget()


def _must_be_spoken(widget: QWidget) -> bool:
    if isinstance(widget, QLabel) and not widget.text():
        return widget.pixmap() is not None and not widget.pixmap().isNull()
    if isinstance(widget, QAbstractScrollArea):
        return False
    by_keys = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return by_keys or isinstance(widget, _SPOKEN)


def _called(widget: QWidget) -> str:
    return f"{type(widget).__name__} {spoken_name(widget)[:40]!r}"
