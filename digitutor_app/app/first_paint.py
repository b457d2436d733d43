"""The moment when a window can be seen for the first time."""

from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

#: A window that nobody sees (started as an icon) is not waited for, milliseconds.
PATIENCE: Final = 2000


class FirstPaint(QObject):
    """Watches a window. Emits ``painted`` once: when all of it has been painted, or when it has
    not been seen for a while.

    A timer of no time at all would not do: it comes before the system has shown the window, and
    what it begins would be waited for in front of nothing.
    """

    painted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._told = QEvent.registerEventType()
        self._waiting = QTimer(self)
        self._waiting.setSingleShot(True)
        self._waiting.timeout.connect(self._tell)
        self._waiting.start(PATIENCE)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and watched is self._window:
            watched.removeEventFilter(self)
            # Its turn comes when the window and all that is in it have been painted.
            QCoreApplication.postEvent(
                self, QEvent(QEvent.Type(self._told)), Qt.EventPriority.HighEventPriority.value
            )
        return False

    def customEvent(self, _event: QEvent) -> None:
        self._tell()

    def stop(self) -> None:
        """Watch no more; nothing is emitted."""
        self._waiting.stop()
        self._window.removeEventFilter(self)

    def _tell(self) -> None:
        if self._waiting.isActive() or self.sender() is self._waiting:
            self.stop()
            self.painted.emit()
