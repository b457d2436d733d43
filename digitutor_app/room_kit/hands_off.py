"""Keeps real hands off a desktop while the program itself plays on it."""

from typing import Final, cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent, QSinglePointEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.keys import key_name

_POINTER: Final = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
)
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class HandsOff(QObject):
    """While ``on``, what comes from the system does not reach the desktop; what the program sends
    does. Emits ``held(name of the key)`` when a key was kept from the desktop, so that nobody
    who has only a keyboard is held as well."""

    held = Signal(str)

    def __init__(self, desktop: Desktop) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._on = False

    @property
    def on(self) -> bool:
        return self._on

    def set_on(self, *, on: bool) -> None:
        """Begin or end to hold hands off."""
        if on is self._on:
            return
        self._on = on
        app = cast(QApplication, QApplication.instance())
        # The filter that comes last is asked first: before anybody sends an event again.
        app.installEventFilter(self) if on else app.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _POINTER and kind not in _KEYS:
            return False
        if not event.spontaneous():
            return False
        if isinstance(watched, QWindow):
            kept = self._aims_at_desktop(watched, event)
        else:
            kept = isinstance(watched, QWidget) and self._holds(watched)
        if kept and kind == QEvent.Type.KeyPress:
            self.held.emit(key_name(cast(QKeyEvent, event)))
        return kept

    def _aims_at_desktop(self, window: QWindow, event: QEvent) -> bool:
        own = self._desktop.window().windowHandle()
        if own is not window:
            return False
        if event.type() in _KEYS:
            focus = QApplication.focusWidget()
            return focus is not None and self._holds(focus)
        point = cast(QSinglePointEvent, event).globalPosition().toPoint()
        return self._desktop.rect().contains(self._desktop.mapFromGlobal(point))

    def _holds(self, widget: QWidget) -> bool:
        return widget is self._desktop or self._desktop.isAncestorOf(widget)
