"""The key of the tutor store, wrapped in a slot for each passphrase that may open it.

``slots.json`` is ``{"format": 1, "slots": [{"label", "kdf": {"name", "passes", "memory",
"salt"}, "wrap"}]}``; salt and wrap are base64. A wrap is the 72 bytes of a SecretBox (nonce, tag
and the 32-byte key), locked with Argon2id of the passphrase. Each slot carries its own cost.
"""

import base64
import binascii
import json
import secrets
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.trust.cost import SMALL, Cost, cost_here
from digitutor_app.trust.errors import (
    KeyDamagedError,
    KeyMissingError,
    KeyUnreadableError,
    SlotsExistError,
    SlotsNewerError,
    TooLittleMemoryError,
    WrongPassphraseError,
)
from digitutor_app.trust.new_file import write_new

FORMAT = 1
KDF = "argon2id13"
KEY_LENGTH = 32
SALT_LENGTH = 16
WRAP_LENGTH = 72
LARGEST_FILE = 1_000_000


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrap of the key. ``label`` says whose passphrase it is; it is not secret."""

    label: str
    cost: Cost
    salt: bytes
    wrap: bytes


class Slots:
    """The slots in one file."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def exists(self) -> bool:
        """Whether there are slots (whether or not they can be read)."""
        return self.path.exists()

    def create(self, passphrase: str, label: str, cost: Cost | None = None) -> bytes:
        """Make a random key, wrap it in the first slot and return it.

        Raises SlotsExistError where there are slots, KeyUnreadableError where the disk refuses.
        The cost is that of this machine unless given.
        """
        if self.exists():
            raise SlotsExistError(self.path)
        key = secrets.token_bytes(KEY_LENGTH)
        slot = self._wrap(key, passphrase, label, cost or cost_here())
        try:
            write_new(self.path, _text([slot]).encode())
        except FileExistsError as error:
            raise SlotsExistError(self.path) from error
        except OSError as error:
            raise KeyUnreadableError(self.path, str(error)) from error
        return key

    def open(self, passphrase: str) -> bytes:
        """The key, from the first slot that this passphrase opens.

        Raises WrongPassphraseError, KeyDamagedError, SlotsNewerError, KeyMissingError,
        KeyUnreadableError or TooLittleMemoryError. Takes as long as the slots' cost: call it on a
        worker.
        """
        for slot in self._read():
            key = self._unwrap(slot, passphrase)
            if key is not None:
                return key
        raise WrongPassphraseError(self.path)

    def labels(self) -> list[str]:
        """Whose passphrases open the store, in the order of the file."""
        return [slot.label for slot in self._read()]

    def _wrap(self, key: bytes, passphrase: str, label: str, cost: Cost) -> Slot:
        from nacl.secret import SecretBox

        salt = secrets.token_bytes(SALT_LENGTH)
        try:
            lock = self._derive(passphrase, salt, cost)
        except TooLittleMemoryError:
            cost = SMALL
            lock = self._derive(passphrase, salt, cost)
        return Slot(label, cost, salt, bytes(SecretBox(lock).encrypt(key)))

    def _unwrap(self, slot: Slot, passphrase: str) -> bytes | None:
        from nacl.exceptions import CryptoError
        from nacl.secret import SecretBox

        lock = self._derive(passphrase, slot.salt, slot.cost)
        try:
            return SecretBox(lock).decrypt(slot.wrap)
        except CryptoError:
            return None

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
        return _parse(content, self.path)


def forgiving(passphrase: str) -> str:
    """The passphrase without its spaces, in NFC: how words were spaced must not matter."""
    return unicodedata.normalize("NFC", "".join(passphrase.split()))


def _text(slots: Iterable[Slot]) -> str:
    listed = [
        {
            "label": slot.label,
            "kdf": {
                "name": KDF,
                "passes": slot.cost.passes,
                "memory": slot.cost.memory,
                "salt": base64.b64encode(slot.salt).decode("ascii"),
            },
            "wrap": base64.b64encode(slot.wrap).decode("ascii"),
        }
        for slot in slots
    ]
    return json.dumps({"format": FORMAT, "slots": listed}, ensure_ascii=False, indent=2) + "\n"


def _parse(content: bytes, path: Path) -> list[Slot]:
    try:
        said = json.loads(content)
        number = said["format"]
        if isinstance(number, int) and number > FORMAT:
            raise SlotsNewerError(path, number)
        slots = [_slot(one) for one in said["slots"]]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise KeyDamagedError(path, str(error)) from error
    if number != FORMAT or not slots:
        raise KeyDamagedError(path, "no slots")
    return slots


def _slot(said: dict[str, object]) -> Slot:
    """One slot; raises ValueError, KeyError or TypeError for anything we would not write."""
    kdf = said["kdf"]
    label = said["label"]
    if not isinstance(kdf, dict) or not isinstance(label, str) or kdf["name"] != KDF:
        raise ValueError("unknown kind of slot")
    if not isinstance(kdf["passes"], int) or not isinstance(kdf["memory"], int):
        raise TypeError("cost")
    cost = Cost(kdf["passes"], kdf["memory"])
    slot = Slot(label, cost, _bytes(kdf["salt"]), _bytes(said["wrap"]))
    if not cost.sane() or len(slot.salt) != SALT_LENGTH or len(slot.wrap) != WRAP_LENGTH:
        raise ValueError("impossible slot")
    return slot


def _bytes(text: object) -> bytes:
    if not isinstance(text, str):
        raise TypeError("not text")
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
