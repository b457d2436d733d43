"""Keys by name ("Ctrl+X", "Shift+F10"), and the way of the keyboard through widgets."""

from collections.abc import Iterator, Sequence
from typing import Final, cast

from PySide6.QtCore import QKeyCombination
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.errors import OurMistakeError

_OURS: Final = {"Return": "Enter", "Del": "Delete", "Ins": "Insert"}
_QTS: Final = {"Enter": "Return", "Delete": "Del", "Insert": "Ins"}
_MODIFIERS: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)
_BARE: Final = (
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
)


def key_name(event: QKeyEvent) -> str:
    """The key as exercises name it: "F2", "Ctrl+C", "Shift+F10", "Enter"; "" for a bare modifier.

    The number pad's keys are called like the others.
    """
    key = Qt.Key(event.key())
    if key in _BARE:
        return ""
    if key == Qt.Key.Key_Enter:
        key = Qt.Key.Key_Return
    name = QKeySequence(QKeyCombination(event.modifiers() & _MODIFIERS, key)).toString(
        QKeySequence.SequenceFormat.PortableText
    )
    head, plus, last = name.rpartition("+")
    return head + plus + _OURS.get(last, last)


def key_of(name: str) -> QKeyCombination:
    """The key and its modifiers; raises OurMistakeError when no key is called so."""
    head, plus, last = name.rpartition("+")
    portable = QKeySequence.SequenceFormat.PortableText
    combinations = _combinations(QKeySequence(head + plus + _QTS.get(last, last), portable))
    if len(combinations) != 1 or combinations[0].key() == Qt.Key.Key_unknown:
        raise OurMistakeError(f"no key is called {name!r}")
    return combinations[0]


def _combinations(sequence: QKeySequence) -> list[QKeyCombination]:
    # QKeySequence can be indexed, but its type hints do not say so.
    each = cast(Sequence[QKeyCombination], sequence)
    return [each[n] for n in range(sequence.count())]


def takes_tab(widget: QWidget) -> bool:
    """Whether the keyboard can come to this widget by Tab now."""
    return (
        widget.isVisible()
        and widget.isEnabled()
        and bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.focusProxy() is None
    )


def tab_stops(inside: QWidget) -> list[QWidget]:
    """What inside can get the keyboard by Tab, in order; the widget itself comes first."""
    return list(_stops(inside))


def first_stop(inside: QWidget) -> QWidget | None:
    """What inside gets the keyboard first by Tab; None when nothing does."""
    return next(_stops(inside), None)


def _stops(inside: QWidget) -> Iterator[QWidget]:
    for widget in _chain(inside):
        if takes_tab(widget) and (widget is inside or inside.isAncestorOf(widget)):
            yield widget


def beyond(widget: QWidget, *, forward: bool) -> QWidget | None:
    """The next thing for Tab that lies outside the widget; None when there is nothing else."""
    for other in _chain(widget, forward=forward):
        if takes_tab(other) and other is not widget and not widget.isAncestorOf(other):
            return other
    return None


def _chain(start: QWidget, *, forward: bool = True) -> Iterator[QWidget]:
    yield start
    here = _neighbour(start, forward=forward)
    while here is not None and here is not start:
        yield here
        here = _neighbour(here, forward=forward)


def _neighbour(widget: QWidget, *, forward: bool) -> QWidget | None:
    there = widget.nextInFocusChain() if forward else widget.previousInFocusChain()
    parent = None if there is None else there.parentWidget()
    if there is not None and parent is not None:
        # PySide takes the widget that was asked for the parent of the one it returns, and would
        # keep both when they are deleted. To Qt this says nothing new.
        there.setParent(parent)
    return there
