"""What screen readers are told about items: list items and tree items that can be selected."""

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleStateChangeEvent
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_installed = False


class SpokenItem(QWidget):
    """A widget that is one item of a list or tree; its accessible name says the rest."""

    role = QAccessible.Role.ListItem

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        _install()
        self.selected = False

    def set_selected(self, selected: bool) -> None:
        """Show it selected or not, and tell assistive technology."""
        if selected == self.selected:
            return
        self.selected = selected
        self.update()
        if QAccessible.isActive():
            changed = QAccessible.State()
            changed.selected = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, changed))


class _Face(QAccessibleWidget):
    """Tells role and selection; the name comes from the widget."""

    def state(self) -> QAccessible.State:
        state = super().state()
        widget = self.object()
        if isinstance(widget, SpokenItem) and shiboken6.isValid(widget):
            state.selectable = True
            state.selected = widget.selected
        return state


def _face(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    return _Face(thing, thing.role) if isinstance(thing, SpokenItem) else None


def _install() -> None:
    global _installed  # noqa: PLW0603 - Qt asks one factory for the whole program
    if not _installed:
        _installed = True
        QAccessible.installFactory(_face)
