"""The key of the tutor store, in a slot for each passphrase and for the recovery key.

Every change writes the whole file anew and puts it in place in one move: after a power cut there
is the old file or the new one.
"""

import secrets
import unicodedata
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.trust.cost import SMALL, Cost, cost_here
from digitutor_app.trust.errors import (
    KeyDamagedError,
    KeyMissingError,
    KeyUnreadableError,
    SlotsExistError,
    TooLittleMemoryError,
    WrongPassphraseError,
)
from digitutor_app.trust.new_file import sweep_drafts, write_new, write_over
from digitutor_app.trust.slot_file import (
    KEY_LENGTH,
    LARGEST_FILE,
    SALT_LENGTH,
    Slot,
    SlotKind,
    from_bytes,
    to_text,
)


@dataclass(frozen=True, slots=True)
class Words:
    """A passphrase with its label and what it opens: somebody's own words, or the recovery key."""

    passphrase: str
    label: str
    kind: SlotKind = SlotKind.TUTOR


@dataclass(frozen=True, slots=True)
class Unlocked:
    """What a passphrase opened: the store's key, and which slot let it in."""

    key: bytes
    slot: Slot


class Slots:
    """The slots in one file. Whatever takes a passphrase takes as long as the cost: call it on a
    worker.

    All methods may raise KeyMissingError, KeyDamagedError, SlotsNewerError, KeyUnreadableError and
    TooLittleMemoryError.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether there are slots (whether or not they can be read)."""
        return self.path.exists()

    def create(
        self,
        passphrase: str,
        label: str,
        cost: Cost | None = None,
        *more: Words,
        key: bytes = b"",
    ) -> bytes:
        """Make a random key (or take this one), put it into a slot for each of these words, and
        return it.

        Raises SlotsExistError where there are slots. The cost is that of this machine unless given.
        """
        if self.exists():
            raise SlotsExistError(self.path)
        key = key or secrets.token_bytes(KEY_LENGTH)
        slots = [self.make(key, words, cost) for words in (Words(passphrase, label), *more)]
        try:
            write_new(self.path, to_text(slots).encode())
        except FileExistsError as error:
            raise SlotsExistError(self.path) from error
        except OSError as error:
            raise KeyUnreadableError(self.path, str(error)) from error
        return key

    def open(self, passphrase: str) -> bytes:
        """The key, from the first slot that this passphrase opens; else WrongPassphraseError."""
        return self.unlock(passphrase).key

    def unlock(self, passphrase: str, kind: SlotKind | None = None) -> Unlocked:
        """The key and the first slot that this passphrase opens, of one kind or of any.

        Raises WrongPassphraseError.
        """
        for slot in self.all():
            if kind in (None, slot.kind):
                key = self._unwrap(slot, passphrase)
                if key is not None:
                    return Unlocked(key, slot)
        raise WrongPassphraseError(self.path)

    def all(self) -> list[Slot]:
        """The slots in the order of the file."""
        return self._read()

    def labels(self) -> list[str]:
        """Whose passphrases open the store, in the order of the file."""
        return [slot.label for slot in self._read() if slot.kind is SlotKind.TUTOR]

    def make(self, key: bytes, words: Words, cost: Cost | None = None) -> Slot:
        """A slot for the store's ``key``; it opens nothing until it is put into the file."""
        from nacl.public import PrivateKey
        from nacl.secret import SecretBox

        cost = cost or cost_here()
        salt = secrets.token_bytes(SALT_LENGTH)
        try:
            lock = self._derive(words.passphrase, salt, cost)
        except TooLittleMemoryError:
            cost = SMALL
            lock = self._derive(words.passphrase, salt, cost)
        private = PrivateKey.generate()
        public = bytes(private.public_key)
        wrap = bytes(SecretBox(lock).encrypt(bytes(private)))
        return Slot(words.kind, words.label, cost, salt, public, wrap, _seal(key, public))

    def add(self, slot: Slot) -> None:
        """Put one more slot into the file; another recovery slot takes the place of the one
        before, whose sheet then opens nothing any more."""
        recovery = slot.kind is SlotKind.RECOVERY
        kept = [s for s in self._read() if not recovery or s.kind is not SlotKind.RECOVERY]
        self._write([*kept, slot])

    def change(self, slot_id: str, slot: Slot) -> None:
        """Put a slot in the place of another."""
        slots = self._read()
        slots[_place(slots, slot_id)] = slot
        self._write(slots)

    def give_new_key(self, key: bytes, without: str, known: Collection[bytes]) -> list[Slot]:
        """Seal another key of the store into every slot but the one called ``without``.

        Only public halves that are ``known`` get it: a slot that somebody wrote into the file from
        outside must not. Returns the slots that are left.
        """
        slots = self._read()
        _place(slots, without)
        kept = [s for s in slots if s.id != without and s.public in known]
        if not any(slot.kind is SlotKind.TUTOR for slot in kept):
            raise OurMistakeError("nobody would be left who can open the store")
        sealed = [replace(slot, sealed=_seal(key, slot.public)) for slot in kept]
        self._write(sealed)
        return sealed

    def _unwrap(self, slot: Slot, passphrase: str) -> bytes | None:
        from nacl.exceptions import CryptoError
        from nacl.public import PrivateKey, SealedBox
        from nacl.secret import SecretBox

        lock = self._derive(passphrase, slot.salt, slot.cost)
        try:
            private = PrivateKey(SecretBox(lock).decrypt(slot.wrap))
        except CryptoError:
            return None
        try:
            return SealedBox(private).decrypt(slot.sealed)
        except CryptoError as error:
            # The words are right, so what they should open is broken.
            raise KeyDamagedError(self.path, "sealed key") from error

    def _derive(self, passphrase: str, salt: bytes, cost: Cost) -> bytes:
        from nacl import exceptions
        from nacl.pwhash import argon2id

        # A broken character is a wrong passphrase like any other.
        secret = forgiving(passphrase).encode("utf-8", "surrogatepass")
        if not secret:
            raise OurMistakeError("an empty passphrase")
        try:
            return argon2id.kdf(KEY_LENGTH, secret, salt, cost.passes, cost.memory)
        except (MemoryError, exceptions.RuntimeError) as error:
            # With sane numbers only memory can be short.
            raise TooLittleMemoryError(self.path, cost.memory) from error

    def _read(self) -> list[Slot]:
        try:
            if self.path.stat().st_size > LARGEST_FILE:
                raise KeyDamagedError(self.path, "too large")
            content = self.path.read_bytes()
        except FileNotFoundError as error:
            raise KeyMissingError(self.path) from error
        except OSError as error:
            raise KeyUnreadableError(self.path, str(error)) from error
        return from_bytes(content, self.path)

    def _write(self, slots: Sequence[Slot]) -> None:
        try:
            write_over(self.path, to_text(slots).encode())
            sweep_drafts(self.path)
        except OSError as error:
            raise KeyUnreadableError(self.path, str(error)) from error


def forgiving(passphrase: str) -> str:
    """The passphrase without its spaces, in NFC: how words were spaced must not matter."""
    return unicodedata.normalize("NFC", "".join(passphrase.split()))


def _seal(key: bytes, public: bytes) -> bytes:
    from nacl.public import PublicKey, SealedBox

    return SealedBox(PublicKey(public)).encrypt(key)


def _place(slots: Sequence[Slot], slot_id: str) -> int:
    for place, slot in enumerate(slots):
        if slot.id == slot_id:
            return place
    raise OurMistakeError("no such slot")
