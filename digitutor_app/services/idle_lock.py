"""When the tutor's store has to close by itself: nobody has touched the laptop for some minutes."""

from datetime import timedelta
from typing import Final

from digitutor_app.domain.clock import Clock
from digitutor_app.store.worker import StoreWorker

#: The minutes that can be chosen, and those that hold until somebody chooses.
CHOICES: Final = (5, 15, 30, 60)
USUAL: Final = 15
_SETTING: Final = "lock_minutes"


class IdleLock:
    """The minutes are a setting of this laptop, in the practice store."""

    def __init__(self, worker: StoreWorker, clock: Clock) -> None:
        self._worker = worker
        self._clock = clock
        self._minutes: int | None = None
        self._touched = clock.seconds()
        self._wall = clock.now()

    @property
    def minutes(self) -> int:
        """After so many minutes the store closes."""
        if self._minutes is None:
            kept = self._worker.ask(lambda store: store.settings.get(_SETTING))
            self._minutes = int(kept) if kept in map(str, CHOICES) else USUAL
        return self._minutes

    def choose(self, minutes: int) -> None:
        """Keep another of CHOICES; raises StoreError."""
        self._worker.ask(lambda store: store.settings.put(_SETTING, str(minutes)))
        self._minutes = minutes

    def touch(self) -> None:
        """Somebody pressed, moved or typed."""
        self._touched = self._clock.seconds()
        self._wall = self._clock.now()

    def due(self) -> bool:
        """Whether it is time to close.

        The clock that never jumps stands still while a laptop sleeps, so the wall clock counts
        too; setting that one back delays nothing.
        """
        limit = timedelta(minutes=self.minutes)
        quiet = timedelta(seconds=self._clock.seconds() - self._touched)
        return quiet >= limit or self._clock.now() - self._wall >= limit
