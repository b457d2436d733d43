"""The PIN of a practice laptop: it gates the tutor's page about what this laptop knows."""

import re

from digitutor_app.domain.clock import Clock
from digitutor_app.services.errors import PinWaitError, UnfitPinError
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.cost import SMALL, Cost
from digitutor_app.trust.pin import pin_fits, pin_hash

LONGEST_WAIT = 300
#: The setting with the PIN's hash.
KEPT = "pin"
_WRONG = "pin_wrong"
_DIGITS = re.compile(r"[0-9]{4,8}")


class Pin:
    """Kept in the practice store. After a wrong PIN the next one waits 1, 2, 4 … 300 seconds.

    The wait is counted by the clock that never jumps, so setting the wall clock helps nobody; a
    restart begins the wait anew. ``choose`` and ``check`` take a moment on purpose (Argon2id): not
    on the screen's own thread.
    """

    def __init__(self, worker: StoreWorker, clock: Clock, cost: Cost = SMALL) -> None:
        self._worker = worker
        self._cost = cost
        self._clock = clock
        self._since = clock.seconds()

    @property
    def is_set(self) -> bool:
        """Whether a PIN has been chosen on this laptop."""
        return bool(self._worker.ask(lambda store: store.settings.get(KEPT)))

    def choose(self, pin: str) -> None:
        """Set the PIN, or another one: whoever asks must have been let in before.

        Raises UnfitPinError and StoreError.
        """
        if not _DIGITS.fullmatch(pin):
            raise UnfitPinError
        kept = pin_hash(pin, self._cost)

        def save(store: Store) -> None:
            with store.transaction():
                store.settings.put(KEPT, kept)
                store.settings.put(_WRONG, "0")

        self._worker.ask(save)

    def wait(self) -> int:
        """So many full seconds until a PIN is looked at again; 0 for now."""
        wrong = self._worker.ask(_wrong)
        if not wrong:
            return 0
        whole = min(2 ** min(wrong - 1, 30), LONGEST_WAIT)
        passed = self._clock.seconds() - self._since
        return max(0, -int(-(whole - passed) // 1))

    def check(self, pin: str) -> bool:
        """Whether it is the PIN. Raises PinWaitError while one has to wait, and StoreError.

        Each try is counted as wrong before it is looked at: pulling the plug in between gains
        nothing.
        """
        if seconds := self.wait():
            raise PinWaitError(seconds)
        kept = self._worker.ask(_count)
        self._since = self._clock.seconds()
        if not kept or not pin_fits(pin, kept):
            return False
        self._worker.ask(lambda store: store.settings.put(_WRONG, "0"))
        return True


def _wrong(store: Store) -> int:
    return int(store.settings.get(_WRONG, "0"))


def _count(store: Store) -> str:
    """Count one more wrong try; returns the hash to compare with."""
    store.settings.put(_WRONG, str(_wrong(store) + 1))
    return store.settings.get(KEPT)
