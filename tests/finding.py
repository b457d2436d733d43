"""Finds what a person would press or write in, by the name that a screen reader says."""

from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from tests.looks import spoken_name

W = TypeVar("W", bound=QWidget)


def find(window: QWidget, name: str, kind: type[W] = QAbstractButton) -> W:
    """The one visible widget of this kind that is called ``name``.

    Fails with the names that are there, when there is none or more than one.
    """
    seen = [w for w in window.findChildren(kind) if w.isVisibleTo(window) and not w.isWindow()]
    found = [w for w in seen if spoken_name(w) == name]
    if len(found) != 1:
        names = sorted(spoken_name(w) for w in seen)
        raise AssertionError(f"{len(found)} × {kind.__name__} {name!r}; there are: {names}")
    return found[0]


def field(window: QWidget, name: str) -> QLineEdit:
    """The line to write in with this label."""
    return find(window, name, QLineEdit)


def said(window: QWidget) -> str:
    """Every visible word of labels and buttons, one text a line, from top to bottom."""
    from digitutor_app.ui_kit.labels import Label

    labels = [w for w in window.findChildren(Label) if w.isVisibleTo(window)]
    buttons = [w for w in window.findChildren(QAbstractButton) if w.isVisibleTo(window)]
    texts = [w.text() for w in labels] + [spoken_name(w) for w in buttons]
    return "\n".join(texts)
