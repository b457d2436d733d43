"""Forgets people whose seven days are over: when the tutor's store opens, and once an hour."""

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from digitutor_app.domain.errors import WorldError
from digitutor_app.services.context import Background
from digitutor_app.services.erasing import Erasing

_LOOK_MS: Final = 3_600_000


class DueErasures(QObject):
    """Looks now and every hour, beside the screen's thread, until it is closed.

    Emits ``done(count)`` when so many people have been forgotten, ``failed(error)`` when that did
    not work: the next look tries again.
    """

    done = Signal(int)
    failed = Signal(object)

    def __init__(
        self, erasing: Erasing, background: Background, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._erasing = erasing
        self._background = background
        self._open = True
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """Forget whoever is due."""
        self._background.run(self._erasing.carry_out, self._on_done, self._on_failed)

    def close(self) -> None:
        """Look no more; what is being forgotten goes on at the next opening of the store."""
        self._open = False
        self._timer.stop()

    def _on_done(self, count: int) -> None:
        if self._open:
            self.done.emit(count)

    def _on_failed(self, error: Exception) -> None:
        if not self._open:
            return  # the store was locked meanwhile
        if not isinstance(error, WorldError):
            raise error
        self.failed.emit(error)
