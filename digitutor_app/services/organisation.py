"""Whose data this is: the organisation's keys on a tutor's machine, and the machines it believes.

Kept among the settings of the tutor's store, so all of it is locked with the passphrase.
"""

from threading import get_ident
from typing import Annotated

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import replace

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import new_id
from digitutor_app.exchange.importing import clean_backups
from digitutor_app.exchange.stick.sheet import (
    MOST_HEIRS,
    Heir,
    Id,
    Line,
    Public,
    TutorMachine,
    heir_of,
)
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.store.merging import Role
from digitutor_app.store.settings import Settings
from digitutor_app.store.store import Store
from digitutor_app.trust.sealing import Identity
from digitutor_app.trust.signing import SigningKey

_KEPT = "organisation"
_DEVICE = "device:"
#: Before the id of each workshop that was put on a stick (see services.stick_desk).
STICK_SECRET = "stick_secret:"


class Keys(Struct, frozen=True, kw_only=True):
    """What the tutor's store keeps. ``former_secrets`` open bundles that were sealed before a
    tutor was removed; ``former_tutors`` signed erasures that hold for ever; ``heirs`` tell laptops
    which keys of this machine followed older ones."""

    id: Id
    seed: Public
    secret: str
    recovery: str = ""
    former_secrets: list[str] = []
    former_tutors: list[Public] = []
    others: list[TutorMachine] = []
    heirs: list[Heir] = []


class Device(Struct, frozen=True, kw_only=True):
    """A practice laptop as this machine knows it. ``number`` is 0 for one without; ``sequence``
    and ``sha`` are of its last bundle taken in (0 and "" for none), ``erasures`` the hash of whom
    it had forgotten then, ``heard`` when that was, ``given_back`` when the tutor said that it is
    used no more, "" for one in use (ISO times)."""

    public: Public
    number: Annotated[int, Meta(ge=0)] = 0
    workshop: str = ""
    name: Line = ""
    sequence: int = 0
    sha: str = ""
    erasures: str = ""
    heard: str = ""
    given_back: str = ""
    rehearsal: bool = False


class Organisation:
    """The organisation on the open tutor's store: made on its worker, where laptops are asked for
    and everything is changed. The keys alone may be read on any thread.
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self._thread = get_ident()
        kept = store.settings.get(_KEPT)
        self._keys = msgspec.json.decode(kept, type=Keys) if kept else self._make()

    @property
    def _settings(self) -> Settings:
        if get_ident() != self._thread:
            raise OurMistakeError("the tutor's store is read on its worker alone")
        return self._store.settings

    def _make(self) -> Keys:
        keys = Keys(id=new_id(), seed=SigningKey.new().seed.hex(), secret=Identity.new().secret)
        self._save(keys)
        return keys

    @property
    def id(self) -> str:
        return self._keys.id

    @property
    def key(self) -> SigningKey:
        """With which this machine signs sheets, receipts, erasures and its own bundles."""
        return SigningKey(bytes.fromhex(self._keys.seed))

    @property
    def identities(self) -> list[Identity]:
        """What opens bundles: the key of today first, then those of before."""
        return [Identity.of(text) for text in (self._keys.secret, *self._keys.former_secrets)]

    @property
    def recovery(self) -> str:
        """The age recipient of the recovery key, "" for none."""
        return self._keys.recovery

    def machines(self, name: str = "") -> list[TutorMachine]:
        """The tutor machines that get everything: this one, called ``name``, and the others."""
        own = TutorMachine(
            public=self.key.public.hex(),
            recipient=Identity.of(self._keys.secret).recipient,
            name=name,
        )
        return [own, *self._keys.others]

    @property
    def recipients(self) -> list[str]:
        """For whom bundles are sealed."""
        own = [machine.recipient for machine in self.machines()]
        return [*own, self.recovery] if self.recovery else own

    def trusted(self) -> Trusted:
        """Whose bundles and erasures count here."""
        roles = dict.fromkeys((device.public for device in self.devices()), Role.PRACTICE)
        roles |= dict.fromkeys((machine.public for machine in self.machines()), Role.TUTOR)
        return Trusted(roles, frozenset(self._keys.former_tutors))

    def recover_with(self, recipient: str) -> None:
        """From now on bundles are sealed for this recovery key too."""
        self._save(replace(self._keys, recovery=recipient))

    @property
    def former(self) -> list[str]:
        """The keys of tutor machines that are believed no more, this one's own among them."""
        return list(self._keys.former_tutors)

    @property
    def heirs(self) -> list[Heir]:
        """Which keys of this machine followed older ones, in order."""
        return list(self._keys.heirs)

    @property
    def settled(self) -> bool:
        """Whether laptops, sticks or other machines count on its number already."""
        sticks = self._settings.starting(STICK_SECRET)
        return bool(self._keys.others or self.devices() or sticks)

    def belong_to(self, organisation: str) -> None:
        """Be of another machine's organisation; only before anybody counts on this one's."""
        self._save(replace(self._keys, id=organisation))

    def introduce(self, machine: TutorMachine) -> None:
        """Another tutor's machine of this organisation, after its four words were compared."""
        others = [other for other in self._keys.others if other.public != machine.public]
        former = [public for public in self._keys.former_tutors if public != machine.public]
        self._save(replace(self._keys, others=[*others, machine], former_tutors=former))

    def part_with(self, public: str) -> None:
        """A tutor's machine that gets nothing any more; what it erased stays erased."""
        others = [other for other in self._keys.others if other.public != public]
        former = sorted({*self._keys.former_tutors, public})
        self._save(replace(self._keys, others=others, former_tutors=former))

    def renew(self) -> None:
        """New keys for this machine: somebody who could read the old ones has left.

        Said again after a power cut it only renews once more.
        """
        keys, key = self._keys, SigningKey.new()
        heir = heir_of(self.key, key.public, keys.id)
        self._save(
            replace(
                keys,
                seed=key.seed.hex(),
                heirs=[*keys.heirs, heir][-MOST_HEIRS:],
                secret=Identity.new().secret,
                former_secrets=[keys.secret, *keys.former_secrets],
                former_tutors=sorted({*keys.former_tutors, self.key.public.hex()}),
            )
        )

    # Laptops

    def devices(self) -> list[Device]:
        """The practice laptops that were introduced, by number."""
        kept = self._settings.starting(_DEVICE).values()
        known = [msgspec.json.decode(text, type=Device) for text in kept]
        return sorted(known, key=_by_number)

    def device(self, public: str) -> Device | None:
        """The laptop with this key, or None."""
        kept = self._settings.get(_DEVICE + public)
        return msgspec.json.decode(kept, type=Device) if kept else None

    def note(self, device: Device) -> None:
        """Save what is known of a laptop now."""
        self._settings.put(_DEVICE + device.public, msgspec.json.encode(device).decode())

    def forget(self, public: str) -> None:
        """A laptop that is not believed any more."""
        self._settings.forget(_DEVICE + public)

    # Erasing

    def erase(self, store: Store, subject: str) -> tuple[str, ...]:
        """Forget somebody in a store and its backups, with this machine's signature; returns the
        subjects. On that store's worker; cut short, it is done by being said again."""
        key = self.key
        gone = store.erasures.add(subject, key.public.hex(), key.sign)
        clean_backups(store)
        return gone

    def _save(self, keys: Keys) -> None:
        self._keys = keys
        self._settings.put(_KEPT, msgspec.json.encode(keys).decode())


def renew_organisation(store: Store) -> None:
    """New keys after a tutor was removed (see Gate.after_removal)."""
    Organisation(store).renew()


def _by_number(device: Device) -> tuple[str, int, str]:
    return device.workshop, device.number, device.public
