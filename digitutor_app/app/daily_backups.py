"""Looks every ten minutes whether the day's copies of the open stores have been made."""

from typing import Final

from PySide6.QtCore import QObject, QTimer

from digitutor_app.services.backing_up import BackingUp

_LOOK_MS: Final = 600_000


class DailyBackups(QObject):
    """Asks the stores for their copies, now and every ten minutes, until it is closed."""

    def __init__(self, *stores: BackingUp, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stores = stores
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)
        self.look()

    def look(self) -> None:
        """Let every store see to its copy."""
        for store in self._stores:
            store.look()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
