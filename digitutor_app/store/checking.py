"""The check of the whole store after it has opened: one table at a time, between saves."""

from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress

from digitutor_app.store.damage import note_damage
from digitutor_app.store.errors import StoreDamagedError
from digitutor_app.store.store import Store
from digitutor_app.store.values import time_text
from digitutor_app.store.worker import StoreWorker

#: The setting that says when the whole store was found sound.
CHECKED = "store.checked"


def table_names(store: Store) -> list[str]:
    """Every table of the store."""
    query = "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
    return [name for (name,) in store.database.rows(query)]


def check_table(store: Store, name: str) -> None:
    """Read every page of a table and its indexes; raises StoreDamagedError, and notes the damage
    for the next start."""
    quoted = name.replace("'", "''")
    try:
        answer = store.database.rows(f"PRAGMA quick_check('{quoted}')")
        if answer != [("ok",)]:
            raise StoreDamagedError(store.path, f"{name}: {answer[:3]}")
    except StoreDamagedError:
        with suppress(OSError):
            note_damage(store.path)
        raise


class StoreCheck:
    """Checks table after table on an idle worker; ``finished`` holds the first damage, if any.

    A store that was sound to its end keeps the moment as the setting CHECKED.
    """

    def __init__(self, worker: StoreWorker) -> None:
        self.finished: Future[None] = Future()
        self._worker = worker
        self._left: deque[str] = deque()
        self._then(worker.when_idle(self._begin))

    def _begin(self, store: Store) -> None:
        self._left.extend(table_names(store))

    def _check_one(self, store: Store) -> None:
        check_table(store, self._left.popleft())
        if not self._left:
            store.settings.put(CHECKED, time_text(store.clock.now()))

    def _then(self, piece: "Future[None]") -> None:
        piece.add_done_callback(self._on_piece)

    def _on_piece(self, piece: "Future[None]") -> None:
        if piece.cancelled():
            self.finished.cancel()
        elif (error := piece.exception()) is not None:
            self.finished.set_exception(error)
        elif self._left:
            self._then(self._next_piece(self._check_one))
        else:
            self.finished.set_result(None)

    def _next_piece(self, job: Callable[[Store], None]) -> "Future[None]":
        return self._worker.when_idle(job)
