"""The tutor gate: the tutor's store opens with a passphrase, which is chosen at the first time."""

from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.services.errors import ShortPassphraseError
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import OnFailure, OnTrouble, StoreWorker
from digitutor_app.trust.errors import KeyMissingError
from digitutor_app.trust.slots import Slots

SHORTEST = 12
STORE = "tutor.db"
SLOTS = "slots.json"


class Gate:
    """Opens the tutor's store. Both ways take a moment on purpose (Argon2id): not on the screen's
    own thread."""

    def __init__(
        self, folder: Path, clock: Clock, on_trouble: OnTrouble, on_failure: OnFailure
    ) -> None:
        self._clock = clock
        self._on_trouble = on_trouble
        self._on_failure = on_failure
        self._slots = Slots(folder / SLOTS)
        self._store = folder / STORE

    @property
    def is_set(self) -> bool:
        """Whether a passphrase has been chosen on this laptop.

        A store without its key counts too: a new passphrase could not open it.
        """
        return self._slots.exists() or self._store.exists()

    def choose(self, passphrase: str) -> StoreWorker:
        """Set the passphrase (at least SHORTEST characters) and make the store.

        Raises ShortPassphraseError, SlotsExistError when one is set already, KeyMissingError when
        there is a store that a new key would not open, and StoreError.
        """
        if len(passphrase.strip()) < SHORTEST:
            raise ShortPassphraseError
        if self._store.exists() and not self._slots.exists():
            raise KeyMissingError(self._slots.path, self._store)
        return self._open(self._slots.create(passphrase, "tutor"))

    def enter(self, passphrase: str) -> StoreWorker:
        """Open with the passphrase; raises KeyFileError (WrongPassphraseError…) and StoreError."""
        return self._open(self._slots.open(passphrase))

    def _open(self, key: bytes) -> StoreWorker:
        store = open_store(self._store, key, self._clock)
        return StoreWorker.start(
            lambda: store, on_trouble=self._on_trouble, on_failure=self._on_failure
        )
