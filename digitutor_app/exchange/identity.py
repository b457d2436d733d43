"""Who this machine is among the others: its signing key, and which bundles it has made.

Kept as one setting of a store, encrypted with it. A copied image must not go on under the same
name: it is noticed when the system's own number is another one than the identity was made on, or
when a bundle turns up under our key that this store has never made. Then the machine gets a new
key and counts from the beginning; the old one is remembered, and no row changes.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Annotated

import msgspec
from msgspec import Meta

from digitutor_app.exchange import machine
from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.carrying import DEVICE_LETTERS, BundleName
from digitutor_app.store.store import Store
from digitutor_app.trust.signing import SigningKey

SETTING = "exchange.identity"
#: So many own bundles of each kind, and former identities, are remembered.
MOST_OWN, MOST_FORMER = 60, 50


class Own(msgspec.Struct, frozen=True):
    """One bundle that this machine has made; ``erasures`` as in its header."""

    sequence: int
    sha256: str
    name: str
    erasures: str = ""


class Former(msgspec.Struct, frozen=True):
    """An identity that this store had before, and why it was given up."""

    public: str
    sequence: int
    why: str


class _Kept(msgspec.Struct, frozen=True, kw_only=True):
    seed: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    salt: str
    fingerprint: str
    sequence: int = 0
    own: tuple[Own, ...] = ()
    was: tuple[Former, ...] = ()


@dataclass(frozen=True, slots=True)
class Device:
    """This machine. ``sequence`` is that of its last bundle (0 for none yet), ``previous`` the
    SHA-256 of that file; ``was`` are the identities before."""

    key: SigningKey
    sequence: int
    previous: str
    own: tuple[Own, ...]
    was: tuple[Former, ...]

    @property
    def public(self) -> str:
        """Its public key (hex): its name everywhere."""
        return self.key.public.hex()


class Identities:
    """The identity of the machine that holds this store. Used where the store is used.

    ``machine_number`` stands in for the system's own number.
    """

    def __init__(self, store: Store, machine_number: str | None = None) -> None:
        self._store = store
        self._number = machine_number

    def device(self) -> Device:
        """Who this machine is: made at the first call, made anew on another machine."""
        with self._store.transaction():
            kept = self._read()
            if kept is None:
                kept = self._made(())
            elif self._elsewhere(kept):
                kept = self._renewed(kept, "machine")
            elif not kept.fingerprint:
                kept = self._write(msgspec.structs.replace(kept, fingerprint=self._mark(kept.salt)))
        return _device(kept)

    def begin(self) -> Device:
        """Take the next sequence number for a bundle; ``sequence`` is now that number.

        Saved before the bundle exists: a number is never used twice, though it may be left out.
        """
        with self._store.transaction():
            self.device()
            kept = self._known()
            kept = self._write(msgspec.structs.replace(kept, sequence=kept.sequence + 1))
        return _device(kept)

    def made(self, bundle: Own) -> None:
        """Remember a bundle, before it is carried anywhere."""
        with self._store.transaction():
            kept = self._known()
            own = _remembered((*kept.own, bundle))
            self._write(msgspec.structs.replace(kept, own=own))

    def renew(self, why: str) -> Device:
        """A new key from now on (also for the command that prepares an image)."""
        with self._store.transaction():
            kept = self._read()
            return _device(self._made(()) if kept is None else self._renewed(kept, why))

    def forget(self) -> None:
        """No identity until the next call of ``device``: for an image that will be copied."""
        self._store.settings.put(SETTING, "")

    def notice_names(self, names: Iterable[str]) -> Device | None:
        """A new identity if a file carries our name that we have not made; else None.

        ``names`` are those of ``carrying.own_names``; what is older than all that is remembered
        says nothing.
        """
        device = self.device()
        made = {BundleName.read(own.name) for own in device.own}
        for found in map(BundleName.read, names):
            if found is None or found.device != device.public[:DEVICE_LETTERS] or found in made:
                continue
            alike = [own.made for own in made if own and own.kind is found.kind]
            if len(alike) < MOST_OWN or found.made >= min(alike):
                return self.renew("copy")
        return None

    def _elsewhere(self, kept: _Kept) -> bool:
        here = self._mark(kept.salt)
        return bool(here and kept.fingerprint and here != kept.fingerprint)

    def _mark(self, salt: str) -> str:
        return machine.fingerprint(salt, self._number)

    def _renewed(self, kept: _Kept, why: str) -> _Kept:
        public = SigningKey(bytes.fromhex(kept.seed)).public.hex()
        return self._made((*kept.was, Former(public, kept.sequence, why))[-MOST_FORMER:])

    def _made(self, was: tuple[Former, ...]) -> _Kept:
        salt = secrets.token_hex(16)
        seed = SigningKey.new().seed.hex()
        return self._write(_Kept(seed=seed, salt=salt, fingerprint=self._mark(salt), was=was))

    def _known(self) -> _Kept:
        kept = self._read()
        return self._made(()) if kept is None else kept

    def _read(self) -> _Kept | None:
        text = self._store.settings.get(SETTING)
        return msgspec.json.decode(text, type=_Kept) if text else None

    def _write(self, kept: _Kept) -> _Kept:
        self._store.settings.put(SETTING, msgspec.json.encode(kept).decode())
        return kept


def _remembered(own: tuple[Own, ...]) -> tuple[Own, ...]:
    """The last ones of each kind: today's small files must not push out the full bundles."""
    left = dict.fromkeys(Kind, MOST_OWN)
    kept = []
    for each in reversed(own):
        name = BundleName.read(each.name)
        kind = name.kind if name else Kind.BUNDLE
        left[kind] -= 1
        if left[kind] >= 0:
            kept.append(each)
    return tuple(reversed(kept))


def _device(kept: _Kept) -> Device:
    previous = kept.own[-1].sha256 if kept.own else ""
    key = SigningKey(bytes.fromhex(kept.seed))
    return Device(key, kept.sequence, previous, kept.own, kept.was)
