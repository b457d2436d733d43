"""Keruukierros on the tutor's machine: bundles from a stick or a folder become one picture."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from msgspec.structs import replace

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.exchange.bundle import Bundle, Kind
from digitutor_app.exchange.errors import (
    BundleError,
    BundleStrangerError,
    BundleTornError,
    NewerSchemaError,
    PlaceError,
)
from digitutor_app.exchange.gathering import Found, Opener, gather, keep_for_later, waiting
from digitutor_app.exchange.importing import (
    Preview,
    clean_backups,
    look_into,
    preview,
    take_into,
)
from digitutor_app.exchange.place import FolderPlace, Place
from digitutor_app.exchange.stick.cards import LaptopCard, cards
from digitutor_app.exchange.stick.errors import OtherOrganiserError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.receipts import Receipt, Receipts, written_receipts
from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.services.same_person import SamePerson
from digitutor_app.store.merging import outgoing
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

#: In this folder beside the stores lie bundles that only a newer program can read.
WAITING = "waiting"
#: A file may become whole, a machine may be introduced: such a file is opened the next time too.
_LOOK_AGAIN = (BundleTornError, BundleStrangerError, PlaceError)


@dataclass(frozen=True, slots=True)
class Arrived:
    """One bundle: from which laptop, what it brings or has brought."""

    device: Device
    preview: Preview
    bundle: Bundle

    @property
    def rehearsal(self) -> bool:
        """Of a rehearsal: it is shown and never taken in."""
        return self.bundle.header.rehearsal


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in, and why."""

    name: str
    error: BundleError | PlaceError


@dataclass(frozen=True, slots=True)
class Collected:
    """A whole round. ``missing``: numbers that have delivered nothing today; ``joined``: how many
    came back with their code on another laptop."""

    arrived: Sequence[Arrived] = ()
    refused: Sequence[Refused] = ()
    missing: Sequence[int] = ()
    joined: int = 0
    numbers: Sequence[int] = field(default=())


class Collecting:
    """On the open stores of a tutor's machine. As slow as the place: not on the screen's thread."""

    def __init__(
        self, practice: StoreWorker, tutor: StoreWorker, clock: Clock, waiting: Path
    ) -> None:
        """``waiting``: the folder for bundles of newer programs."""
        self._practice = practice
        self._tutor = tutor
        self._clock = clock
        self._waiting = waiting
        self._seen: set[str] = set()

    # By hand: first look, then take

    def look(self, place: Place, *, old_too: bool = False) -> Collected:
        """What lies in this place and what it would bring; nothing changes.

        ``old_too``: those older than 180 days count too. Raises PlaceGoneError and StoreError.
        """
        return self._round(place, self._look_at, old_too=old_too)

    def take(self, place: Place, *, old_too: bool = False) -> Collected:
        """Take in everything that ``look`` shows; the same again changes nothing."""
        taken = self._round(place, self._take, old_too=old_too)
        joined = SamePerson(self._practice).join_by_code()
        return Collected(taken.arrived, taken.refused, joined=joined)

    def take_waiting(self) -> Collected:
        """Try again what newer programs have written; what is no longer too new goes away."""
        if not (files := waiting(self._waiting)):
            return Collected()
        taken = self.take(FolderPlace(self._waiting), old_too=True)
        newer = {each.name for each in taken.refused if isinstance(each.error, NewerSchemaError)}
        for file in files:
            if file.name not in newer:
                file.unlink(missing_ok=True)
        return taken

    # A shared folder

    def follow(self, place: Place) -> Collected:
        """Take in what has come into this place since the last time."""
        taken = self._round(place, self._take, known=frozenset(self._seen))
        joined = SamePerson(self._practice).join_by_code() if taken.arrived else 0
        return Collected(taken.arrived, taken.refused, joined=joined)

    # The workshop's stick

    def is_ours(self, stick: Stick) -> bool:
        """Whether one of our machines has prepared this stick; raises StickError."""
        signer, sheet = stick.sheet()
        return self._signed_by_us(signer, sheet)

    def collect(self, stick: Stick) -> Collected:
        """Introduce the laptops of the stick, take in what they delivered, answer them.

        When it returns, the stick may be pulled out. Raises OtherOrganiserError and other
        StickErrors, PlaceError, StoreError; then nothing is lost and it may be called again.
        """
        signer, sheet = stick.sheet()
        if not self._signed_by_us(signer, sheet):
            raise OtherOrganiserError(sheet.organiser)
        known = list(cards(stick.folder, sheet.event.id, sheet.secret))
        self._tutor.ask(lambda store: _introduce(Organisation(store), sheet, known))
        taken = self.take(FolderPlace(stick.bundles))
        self._answer(stick, sheet)
        heard = self._tutor.ask(self._heard_today)
        missing = tuple(card.number for card in known if card.public not in heard)
        numbers = tuple(card.number for card in known)
        return Collected(taken.arrived, taken.refused, missing, taken.joined, numbers)

    def _answer(self, stick: Stick, sheet: Sheet) -> None:
        erased = self._practice.ask(lambda store: list(outgoing(store, tables=())))

        def written(store: Store) -> bytes:
            ours = Organisation(store)
            receipts = [
                Receipt(public=device.public, sequence=device.sequence, sha=device.sha)
                for device in ours.devices()
                if device.sequence
            ]
            now = minute(self._clock.now()).isoformat(timespec="minutes")
            said = Receipts(
                made=now, organisation=sheet.organisation, receipts=receipts, erased=erased
            )
            return written_receipts(said, ours.key)

        stick.answer(self._tutor.ask(written))

    def _heard_today(self, store: Store) -> set[str]:
        today, known = self._clock.now().date(), Organisation(store).devices()
        heard = {each.public: datetime.fromisoformat(each.heard) for each in known if each.heard}
        return {public for public, at in heard.items() if at.date() == today}

    def _signed_by_us(self, signer: bytes, sheet: Sheet) -> bool:
        ours = self._tutor.ask(Organisation)
        machines = {machine.public for machine in ours.machines()}
        return sheet.organisation == ours.id and signer.hex() in machines

    # One bundle after the other

    def _round(
        self,
        place: Place,
        act: Callable[[Bundle], Arrived],
        *,
        known: frozenset[str] = frozenset(),
        old_too: bool = False,
    ) -> Collected:
        ours = self._tutor.ask(Organisation)
        own = ours.key.public.hex()
        opener = Opener(
            identities=ours.identities,
            trusted=ours.trusted(),
            organisation=ours.id,
            now=None if old_too else self._clock.now(),
        )
        arrived, refused = [], []
        for found in _newest(gather(place, opener, known)):
            if not isinstance(found.error, _LOOK_AGAIN):
                self._seen.add(found.candidate.mark)
            if found.bundle is not None and found.bundle.header.device != own:
                arrived.append(act(found.bundle))
            elif found.error is not None:
                refused.append(Refused(found.candidate.entry.name, found.error))
                if isinstance(found.error, NewerSchemaError):
                    keep_for_later(self._waiting, found.content)
        return Collected(arrived, refused)

    def _look_at(self, bundle: Bundle) -> Arrived:
        trusted = self._tutor.ask(Organisation).trusted()
        parts = [
            worker.ask(partial(look_into, bundle=bundle, trusted=trusted, tutors=tutors))
            for worker, tutors in self._stores()
        ]
        return Arrived(self._device(bundle), preview(bundle, parts), bundle)

    def _take(self, bundle: Bundle) -> Arrived:
        if bundle.header.rehearsal:
            return self._look_at(bundle)
        trusted = self._tutor.ask(Organisation).trusted()
        known = self._practice.ask(_known)
        parts = [
            worker.ask(partial(take_into, bundle=bundle, trusted=trusted, tutors=tutors))
            for worker, tutors in self._stores()
        ]
        said = preview(bundle, parts)
        self._practice.ask(lambda store: _note_elsewhere(store, said.people - known))
        self._erase_too(said.to_erase_too)
        device = self._device(bundle)
        if bundle.header.kind is Kind.BUNDLE and bundle.header.sequence >= device.sequence:
            device = replace(
                device,
                sequence=bundle.header.sequence,
                sha=bundle.sha256,
                erasures=bundle.header.erasures,
                heard=bundle.header.created.astimezone(self._clock.now().tzinfo).isoformat(),
            )
            if device.public in trusted.roles:
                self._tutor.ask(lambda store: _note_laptop(Organisation(store), device))
        return Arrived(device, said, bundle)

    def _erase_too(self, people: Iterable[str]) -> None:
        """People joined with somebody who was erased: our signature makes it travel."""
        ours = self._tutor.ask(Organisation)
        for person_id in people:
            for worker, _tutors in self._stores():
                worker.ask(partial(_erase, ours=ours, person_id=person_id))
                worker.ask(clean_backups)

    def _device(self, bundle: Bundle) -> Device:
        header = bundle.header
        known = self._tutor.ask(lambda store: Organisation(store).device(header.device))
        number = int(header.laptop) if header.laptop.isdigit() else 0
        device = known or Device(public=header.device)
        return device if device.number else replace(device, number=number)

    def _stores(self) -> Iterator[tuple[StoreWorker, bool]]:
        yield self._practice, False
        yield self._tutor, True


def _newest(found: Iterable[Found]) -> Iterator[Found]:
    """Of each machine only its newest full bundle: it holds everything that older ones hold."""
    done = set()
    for each in found:
        if each.bundle is None or each.bundle.header.kind is Kind.TODAY:
            yield each
        elif each.bundle.header.device not in done:
            done.add(each.bundle.header.device)
            yield each


def _introduce(ours: Organisation, sheet: Sheet, known: Iterable[LaptopCard]) -> None:
    for card in known:
        before = ours.device(card.public) or Device(public=card.public)
        after = replace(
            before, number=card.number, workshop=sheet.event.id, rehearsal=sheet.rehearsal
        )
        if after != before:
            ours.note(after)


def _note_laptop(ours: Organisation, device: Device) -> None:
    """A tutor's machine is no laptop."""
    if device.public not in {machine.public for machine in ours.machines()}:
        ours.note(device)


def _erase(store: Store, *, ours: Organisation, person_id: str) -> None:
    ours.erase(store.erasures, person_id)


def _known(store: Store) -> frozenset[str]:
    return frozenset(each for (each,) in store.database.rows('SELECT "id" FROM "person"'))


def _note_elsewhere(store: Store, people: Iterable[str]) -> None:
    with store.transaction():
        store.elsewhere.note(sorted(people))
