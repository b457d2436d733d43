"""What a thing is to a screen reader, where Qt knows it only as a widget."""

from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

_ROLE: Final = "spoken_role"
_installed = False


def speak_as(widget: QWidget, role: QAccessible.Role) -> None:
    """Let the widget be spoken as this; its accessible name says the rest."""
    global _installed  # noqa: PLW0603 - Qt asks one factory for the whole program
    if not _installed:
        _installed = True
        QAccessible.installFactory(_face)
    widget.setProperty(_ROLE, role.value)


def _face(_class_name: str, thing: QObject) -> QAccessibleInterface | None:
    if not isinstance(thing, QWidget):
        return None
    role = thing.property(_ROLE)
    return None if role is None else QAccessibleWidget(thing, QAccessible.Role(role))
