"""What stands on a page in words: labels, buttons, and what a screen reader says of the rest."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from digitutor_app.ui_kit.labels import Instruction, Label


def spoken_name(widget: QWidget) -> str:
    """What a screen reader calls the widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return "" if interface is None else str(interface.text(QAccessible.Text.Name))


def button(page: QWidget, name: str) -> QAbstractButton | None:
    """The visible button with this name; None when there is none."""
    for found in page.findChildren(QAbstractButton):
        if found.isVisibleTo(page) and spoken_name(found) == name:
            return found
    return None


def said(page: QWidget) -> str:
    """Every visible word of labels and buttons, one text a line."""
    labels = [w.text() for w in page.findChildren(Label) if w.isVisibleTo(page)]
    buttons = [spoken_name(w) for w in page.findChildren(QAbstractButton) if w.isVisibleTo(page)]
    return "\n".join(labels + buttons)


def large_words(page: QWidget) -> str:
    """The large words of the guide card."""
    shown = [w for w in page.findChildren(Instruction) if w.isVisibleTo(page)]
    return "\n".join(label.text() for label in shown)


def every_name(page: QWidget) -> list[str]:
    """The names of all visible widgets that have one, and the texts of all labels."""
    visible = [w for w in page.findChildren(QWidget) if w.isVisibleTo(page) and not w.isWindow()]
    names = [spoken_name(w) for w in visible]
    labels = [w.text() for w in visible if isinstance(w, Label)]
    return [name for name in names + labels if name]
