"""Brings what the store's worker has to say onto the screen's thread."""

from concurrent.futures import Future
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from digitutor_app.store.errors import StoreError, StoreTroubleError

if TYPE_CHECKING:
    from digitutor_app.store.restoring import Rescue


class SavingNews(QObject):
    """Emits ``troubleChanged`` with the error when saving stops working and with None when it works
    again; ``failureFinished`` with the error of a save that failed for good; ``checkFinished`` with
    the damage that the check of the store has found; ``backupFinished`` with the error when the
    day's copy could not be made and with None when it has been made; ``mendFinished`` with
    the Rescue when a damaged store has been mended."""

    troubleChanged = Signal(object)
    failureFinished = Signal(object)
    checkFinished = Signal(object)
    backupFinished = Signal(object)
    mendFinished = Signal(object)

    def on_trouble(self, error: StoreTroubleError | None) -> None:
        self.troubleChanged.emit(error)

    def on_failure(self, error: BaseException) -> None:
        self.failureFinished.emit(error)

    def on_backup(self, error: StoreError | None) -> None:
        self.backupFinished.emit(error)

    def on_mended(self, done: "Rescue") -> None:
        self.mendFinished.emit(done)

    def on_checked(self, check: "Future[None]") -> None:
        """The check of the store has ended; a sound store is no news."""
        error = None if check.cancelled() else check.exception()
        if error is not None:
            self.checkFinished.emit(error)
