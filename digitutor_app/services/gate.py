"""The tutor gate: who may open the tutor's store, with which words, and how that is changed."""

import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.services.carried_keys import recovery_words, renew_keys, seal_as_slots_say
from digitutor_app.services.errors import (
    CannotRemoveError,
    RemovalFailedError,
    ShortPassphraseError,
)
from digitutor_app.services.gate_rescue import GateRescue, OnMended
from digitutor_app.services.gate_wait import GateWait, WrongTries
from digitutor_app.services.kept_slots import KeptSlots
from digitutor_app.services.known_slots import (
    being_removed,
    know,
    know_no_others,
    known_slots,
    note_removal,
)
from digitutor_app.store.errors import StoreError, StoreTroubleError
from digitutor_app.store.opening import open_store
from digitutor_app.store.rekeying import finish_rekeying, write_rekeyed
from digitutor_app.store.store import Store
from digitutor_app.store.worker import OnFailure, OnTrouble, StoreWorker
from digitutor_app.trust import recovery
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.errors import KeyFileError, KeyMissingError, WrongPassphraseError
from digitutor_app.trust.slot_file import KEY_LENGTH, SlotKind
from digitutor_app.trust.slots import Unlocked, Words, forgiving

SHORTEST = 12
STORE = "tutor.db"
SLOTS = "slots.json"
TRIES = "gate.json"


@dataclass(frozen=True, slots=True)
class Tutor:
    """Somebody who can open the store; ``me`` for whoever has opened it now."""

    id: str
    name: str
    me: bool


class Gate:
    """Opens the tutor's store and changes who can. Whatever takes a passphrase takes a moment on
    purpose (Argon2id): not on the screen's own thread.

    A passphrase may be refused with WrongPassphraseError or, after several wrong ones, with
    GateWaitError; keys and store raise KeyFileError and StoreError.
    """

    def __init__(
        self,
        folder: Path,
        clock: Clock,
        on_trouble: OnTrouble,
        on_failure: OnFailure,
        cost: Cost | None = None,
        *,
        on_mended: OnMended | None = None,
    ) -> None:
        """``cost`` is that of this machine unless given; ``on_mended`` hears of a damaged store
        that has been mended."""
        self._clock = clock
        self._on_trouble = on_trouble
        self._on_failure = on_failure
        self._cost = cost
        self._slots = KeptSlots(folder / SLOTS)
        self._store = folder / STORE
        self._rescue = GateRescue(self._store, clock, on_mended)
        self._tries = GateWait(folder / TRIES, clock)
        self._me = ""
        #: Done in the store once somebody has been removed; each may be done again after a power
        #: cut.
        self.after_removal: list[Callable[[Store], object]] = [renew_keys]

    @property
    def is_set(self) -> bool:
        """Whether a passphrase has been chosen on this laptop.

        A store without its key counts too: a new passphrase could not open it.
        """
        return self._slots.exists() or self._store.exists()

    # Opening

    def choose(self, passphrase: str, name: str = "Tutor", recovery_key: str = "") -> StoreWorker:
        """Set the first passphrase (at least SHORTEST characters), with the recovery key that has
        been printed, and make the store.

        Raises ShortPassphraseError, SlotsExistError when one is set already, KeyMissingError when
        there is a store that a new key would not open, and StoreError.
        """
        _long_enough(passphrase)
        if self._store.exists() and not self._slots.exists():
            raise KeyMissingError(self._slots.path, self._store)
        key = secrets.token_bytes(KEY_LENGTH)
        more = [recovery_words(recovery_key, key)] if recovery_key else []
        self._slots.create(passphrase, name, self._cost, *more, key=key)
        return self._open(Unlocked(key, self._slots.all()[0]))

    def enter(self, passphrase: str) -> StoreWorker:
        """Open with one's own words; raises GateDamagedError where the store does not read."""
        return self._open(self._unlock(passphrase))

    def rescue(self, passphrase: str) -> StoreWorker:
        """Put a sound store in the place of the damaged one, and open it."""
        opened = self._unlock(passphrase)
        return self._serve(opened, self._rescue.mended(opened.key))

    def wait(self) -> int:
        """So many full seconds until a passphrase is looked at again; 0 for now."""
        return self._tries.wait()

    @property
    def tries_before(self) -> WrongTries:
        """The wrong ones before the last right one."""
        return self._tries.before

    # The recovery key

    @property
    def has_recovery(self) -> bool:
        """Whether a recovery key opens the store."""
        return any(slot.kind is SlotKind.RECOVERY for slot in self._slots.all())

    def try_recovery(self, typed: str) -> str:
        """The recovery key as it was printed, if it opens the store.

        Raises RecoveryTypingError for what is no key at all, which is no guess either.
        """
        secret = recovery.checked(typed).secret
        self._unlock(secret, SlotKind.RECOVERY)
        return secret

    def recover(self, secret: str, tutor_id: str, name: str, passphrase: str) -> StoreWorker:
        """Open with the recovery key, and give new words to a tutor.

        An empty ``tutor_id`` makes another one called ``name``. Raises ShortPassphraseError.
        """
        _long_enough(passphrase)
        opened = self._unlock(secret, SlotKind.RECOVERY)
        old = {slot.id: slot for slot in self._slots.all()}.get(tutor_id)
        label = old.label if old else name
        slot = self._slots.make(opened.key, Words(passphrase, label), self._cost)
        if old:
            self._slots.change(tutor_id, slot)
        else:
            self._slots.add(slot)
        worker = self._open(Unlocked(opened.key, slot))
        worker.ask(lambda store: know(store, [slot, opened.slot], forget=old))
        return worker

    # Who can open

    def tutors(self) -> list[Tutor]:
        """Those who can open the store, in the order in which they were added."""
        return [
            Tutor(slot.id, slot.label, slot.id == self._me)
            for slot in self._slots.all()
            if slot.kind is SlotKind.TUTOR
        ]

    def confirm(self, own: str) -> None:
        """Only look whether these words open the store."""
        self._unlock(own)

    def add_tutor(self, worker: StoreWorker, own: str, name: str, passphrase: str) -> None:
        """Let one more tutor in; ``own`` are the words of whoever lets them in."""
        _long_enough(passphrase)
        opened = self._unlock(own)
        slot = self._slots.make(opened.key, Words(passphrase, name), self._cost)
        worker.ask(lambda store: know(store, [slot]))
        self._slots.add(slot)

    def change_words(self, worker: StoreWorker, own: str, passphrase: str) -> None:
        """Other words for whoever has these."""
        _long_enough(passphrase)
        opened = self._unlock(own)
        old = opened.slot
        slot = self._slots.make(opened.key, Words(passphrase, old.label), self._cost)
        worker.ask(lambda store: know(store, [slot]))
        self._slots.change(old.id, slot)
        worker.ask(lambda store: know(store, [], forget=old))
        if self._me == old.id:
            self._me = slot.id

    def new_recovery(self, worker: StoreWorker, own: str, secret: str) -> None:
        """Another recovery key, once it has been printed; the one before opens nothing then."""
        opened = self._unlock(own)
        slot = self._slots.make(opened.key, recovery_words(secret, opened.key), self._cost)
        worker.ask(lambda store: know(store, [slot]))
        self._slots.add(slot)
        worker.ask(lambda store: seal_as_slots_say(store, [slot], opened.key))

    def remove_tutor(self, worker: StoreWorker, own: str, tutor_id: str) -> StoreWorker:
        """Take a tutor's way in away: the store is written anew under another key.

        Closes ``worker`` and returns another one. Raises CannotRemoveError for one's own slot, and
        StoreTroubleError while saves wait; then, and for refused words, ``worker`` stays open.
        RemovalFailedError: the store is closed, and opens with the same words as before.
        """
        opened = self._unlock(own)
        if opened.slot.id == tutor_id:
            raise CannotRemoveError
        if worker.trouble is not None:
            raise worker.trouble
        known = worker.ask(known_slots)
        worker.ask(lambda store: note_removal(store, tutor_id))
        worker.close()
        try:
            return self._rekey(opened, tutor_id, known)
        except (StoreError, KeyFileError) as error:
            self._settle(own)
            raise RemovalFailedError(error) from error

    # Inside

    def _rekey(self, opened: Unlocked, tutor_id: str, known: set[bytes]) -> StoreWorker:
        new_key = secrets.token_bytes(KEY_LENGTH)
        write_rekeyed(self._store, opened.key, new_key)
        left = self._slots.give_new_key(new_key, tutor_id, known)
        me = next(slot for slot in left if slot.id == opened.slot.id)
        return self._open(Unlocked(new_key, me))

    def _finish_removal(self, store: Store) -> None:
        """What comes after a removal, also when the power went in between."""
        removing = being_removed(store)
        if not removing:
            return
        left = self._slots.all()
        with store.transaction():
            if removing not in {slot.id for slot in left}:
                know_no_others(store, left)
                for act in self.after_removal:
                    act(store)
            note_removal(store, "")

    def _settle(self, own: str) -> None:
        """The slots may have been written although it failed afterwards: then the copy holds."""
        with suppress(KeyFileError, StoreError):  # the next opening tries again
            finish_rekeying(self._store, self._slots.unlock(own).key)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        """Around a passphrase that is looked at."""
        self._tries.begin()
        try:
            yield
        except WrongPassphraseError:
            self._tries.refused()
            raise
        except BaseException:
            self._tries.not_a_guess()
            raise
        self._tries.right()

    def _unlock(self, passphrase: str, kind: SlotKind = SlotKind.TUTOR) -> Unlocked:
        with self._counted():
            return self._slots.unlock(passphrase, kind)

    def _open(self, opened: Unlocked) -> StoreWorker:
        finish_rekeying(self._store, opened.key)
        with self._rescue.offered(opened.key):
            store = open_store(self._store, opened.key, self._clock)
        return self._serve(opened, store)

    def _serve(self, opened: Unlocked, store: Store) -> StoreWorker:
        try:
            know(store, [opened.slot] if known_slots(store) else self._slots.all())
            seal_as_slots_say(store, self._slots.all(), opened.key)
            self._finish_removal(store)
        except StoreTroubleError:
            pass  # the disk is full; the next opening notes it
        except BaseException:
            store.close()
            raise
        self._me = opened.slot.id
        return StoreWorker.start(
            lambda: store,
            on_trouble=self._on_trouble,
            on_failure=self._on_failure,
            mend=partial(self._rescue.mended, opened.key),
        )


def _long_enough(passphrase: str) -> None:
    if len(forgiving(passphrase)) < SHORTEST:
        raise ShortPassphraseError
