"""When a store is copied: at the first quiet moment of a day, and whenever somebody asks for it."""

from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from typing import TYPE_CHECKING

from digitutor_app.domain.clock import Clock
from digitutor_app.store.backup_files import DAILY, Backup
from digitutor_app.store.errors import StoreError
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

if TYPE_CHECKING:
    from digitutor_app.store.merging import MergeReport

#: After so many seconds a copy that could not be made is tried again.
AGAIN = 30 * 60.0
#: Told on the worker's thread: why the day's copy could not be made, None when it has been made.
OnTrouble = Callable[[StoreError | None], None]


class BackingUp:
    """The copies of one store. Made for the practice store, and anew whenever the tutor's opens."""

    def __init__(
        self, worker: StoreWorker, clock: Clock, on_trouble: OnTrouble | None = None
    ) -> None:
        self._worker = worker
        self._clock = clock
        self._on_trouble = on_trouble
        self._done: date | None = None
        self._not_before = clock.seconds()
        self._waiting: Future[None] | None = None

    def look(self) -> None:
        """Copy the store once nothing else waits for it, unless today has its copy.

        Costs nothing when there is nothing to do: to be called now and then.
        """
        waits = self._waiting is not None and not self._waiting.done()
        quiet = self._clock.seconds() >= self._not_before
        if self._done != self._clock.now().date() and quiet and not waits:
            self._waiting = self._worker.when_idle(self._daily)

    def now(self) -> "Future[Backup]":
        """Copy the store now; the future holds StoreFullError where there is no room."""
        return self._worker.look(_make)

    def restore(self, backup: Backup) -> "MergeReport":
        """Merge a copy into the store: what was recorded since stays. Waits for the worker.

        Somebody whose erasing was taken back since stays too. Raises StoreError; then the store is
        as before.
        """
        from digitutor_app.services.erasing import ASKED
        from digitutor_app.store.restoring import restore

        def merge(store: Store) -> "MergeReport":
            asked = store.settings.starting(ASKED)
            report = restore(store, backup, store.backups.key)
            for person_id in store.settings.starting(ASKED).keys() - asked.keys():
                store.settings.forget(ASKED + person_id)
            return report

        return self._worker.ask(merge)

    def all(self) -> list[Backup]:
        """Every copy that is there, the newest first. Waits for the worker."""
        return self._worker.ask(_all)

    def _daily(self, store: Store) -> None:
        now = self._clock.now()
        today = now.date()
        newest = next(iter(store.backups.all()), None)
        if newest is not None and newest.made.astimezone(now.tzinfo).date() == today:
            self._done = today
            return
        if not store.backups.worthwhile():
            return
        try:
            store.backups.make(DAILY)
        except StoreError as error:
            self._not_before = self._clock.seconds() + AGAIN
            self._tell(error)
        else:
            self._done = today
            self._tell(None)

    def _tell(self, error: StoreError | None) -> None:
        if self._on_trouble is not None:
            self._on_trouble(error)


def _make(store: Store) -> Backup:
    return store.backups.make(DAILY)


def _all(store: Store) -> list[Backup]:
    return store.backups.all()
