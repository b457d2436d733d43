"""Closes the tutor's store by itself: after quiet minutes, at the screen's lock, before sleep."""

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from digitutor_app.app.still_here import LIFE
from digitutor_app.services.idle_lock import IdleLock

if TYPE_CHECKING:
    from digitutor_app.app.screen_lock import ScreenLock
    from digitutor_app.app.screen_lock_windows import WindowsScreenLock

_LOOK_MS: Final = 10_000


class Locking(QObject):
    """Watches from ``watch`` on, which is called when the store has been opened.

    It costs nothing before: a laptop on which nobody opens the tutor's store never asks a bus.
    ``lock`` closes the store; called again it does nothing.
    """

    def __init__(self, idle: IdleLock, lock: Callable[[], None]) -> None:
        super().__init__()
        self._idle = idle
        self._lock = lock
        self._heard: QWindow | None = None
        self._screen: ScreenLock | WindowsScreenLock | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    def watch(self, window: QWidget) -> None:
        """The store is open: from now on it may be locked. Acts come through ``window``."""
        self._idle.touch()
        if self._screen is None:
            self._screen = _listen(window)
            self._screen.locked.connect(self.lock)
        handle = window.windowHandle()
        if handle is not None and handle is not self._heard:
            handle.installEventFilter(self)
            self._heard = handle
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Lock, when it is time to."""
        if self._idle.due():
            self.lock()

    def lock(self) -> None:
        """Lock now."""
        self._timer.stop()
        self._lock()

    def close(self) -> None:
        """Watch no more."""
        self._timer.stop()
        if self._heard is not None and shiboken6.isValid(self._heard):
            self._heard.removeEventFilter(self)
        self._heard = None
        if self._screen is not None:
            self._screen.close()
            self._screen.deleteLater()
            self._screen = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in LIFE:
            self._idle.touch()
        return super().eventFilter(watched, event)


def _listen(window: QWidget) -> "ScreenLock | WindowsScreenLock":
    if sys.platform == "win32":
        from digitutor_app.app.screen_lock_windows import WindowsScreenLock

        return WindowsScreenLock(window)
    else:  # noqa: RET505 - each system is checked by types on its own
        from digitutor_app.app.screen_lock import ScreenLock

        return ScreenLock()
