"""Keruukierros on the tutor's machine: bundles from a stick or a folder become one picture."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from pathlib import Path

from msgspec.structs import replace

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.exchange.bundle import Bundle, Kind
from digitutor_app.exchange.errors import (
    BundleStrangerError,
    BundleTornError,
    NewerSchemaError,
    PlaceError,
)
from digitutor_app.exchange.gathering import Found, Opener, gather, keep_for_later, waiting
from digitutor_app.exchange.place import FolderPlace, Place
from digitutor_app.exchange.stick.cards import LaptopCard, cards
from digitutor_app.exchange.stick.errors import OtherOrganiserError, StrangersSheetError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.receipts import Receipt, Receipts, written_receipts
from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.services.collected import Arrived, Collected, Refused
from digitutor_app.services.erasing import Erasing
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.services.same_person import SamePerson
from digitutor_app.services.taking_in import TakingIn
from digitutor_app.store.merging import outgoing
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

#: In this folder beside the stores lie bundles that only a newer program can read.
WAITING = "waiting"
#: A file may become whole, a machine may be introduced: such a file is opened the next time too.
_LOOK_AGAIN = (BundleTornError, BundleStrangerError, PlaceError)


#: A round takes minutes: a laptop heard of so much before the others was passed by in this one.
A_ROUND = timedelta(minutes=30)


class Collecting:
    """On the open stores of a tutor's machine. As slow as the place: not on the screen's thread."""

    def __init__(
        self, practice: StoreWorker, tutor: StoreWorker, clock: Clock, waiting: Path
    ) -> None:
        """``waiting``: the folder for bundles of newer programs."""
        self._practice = practice
        self._tutor = tutor
        self._clock = clock
        self._taking_in = TakingIn(practice, tutor, clock)
        self._same_person = SamePerson(practice, Erasing(practice, tutor, clock).due)
        self._waiting = waiting
        self._seen: set[str] = set()

    # By hand: first look, then take

    def look(self, place: Place, *, old_too: bool = False) -> Collected:
        """What lies in this place and what it would bring; nothing changes.

        ``old_too``: those older than 180 days count too. Raises PlaceGoneError and StoreError.
        """
        return self._round(place, self._taking_in.look, old_too=old_too)

    def take(self, place: Place, *, old_too: bool = False) -> Collected:
        """Take in everything that ``look`` shows; the same again changes nothing."""
        taken = self._round(place, self._taking_in.take, old_too=old_too)
        joined = self._same_person.join_by_code()
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
        taken = self._round(place, self._taking_in.take, known=frozenset(self._seen))
        joined = self._same_person.join_by_code() if taken.arrived else 0
        return Collected(taken.arrived, taken.refused, joined=joined)

    # The workshop's stick

    def is_ours(self, stick: Stick) -> bool:
        """Whether one of our machines has prepared this stick; raises StickError, as where it says
        that it is ours and was signed with a key that does not count (any more)."""
        try:
            self._sheet(stick)
        except OtherOrganiserError:
            return False
        return True

    def collect(self, stick: Stick) -> Collected:
        """Introduce the laptops of the stick, take in what they delivered, answer them.

        When it returns, the stick may be pulled out. Raises StickError (like ``is_ours``, and
        OtherOrganiserError), PlaceError, StoreError; then nothing is lost and it may be called
        again.
        """
        sheet = self._sheet(stick)
        known = list(cards(stick.folder, sheet.event.id, sheet.secret))
        self._tutor.ask(lambda store: _introduce(Organisation(store), sheet, known))
        taken = self.take(FolderPlace(stick.bundles))
        self._answer(stick, sheet)
        heard = self._tutor.ask(self._heard_today) | self._rehearsed(taken.arrived)
        known = self._in_use(known)
        missing = tuple(card.number for card in known if card.public not in heard)
        numbers = tuple(card.number for card in known)
        behind = _behind(
            {card.number: heard[card.public] for card in known if card.public in heard}
        )
        return Collected(taken.arrived, taken.refused, missing, taken.joined, numbers, behind)

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

    def _in_use(self, known: Iterable[LaptopCard]) -> list[LaptopCard]:
        """Nobody waits for a laptop that was given back."""
        devices = self._tutor.ask(lambda store: Organisation(store).devices())
        gone = {device.public for device in devices if device.given_back}
        return [card for card in known if card.public not in gone]

    def _heard_today(self, store: Store) -> dict[str, datetime]:
        today, known = self._clock.now().date(), Organisation(store).devices()
        heard = {each.public: datetime.fromisoformat(each.heard) for each in known if each.heard}
        return {public: at for public, at in heard.items() if at.date() == today}

    def _rehearsed(self, arrived: Iterable[Arrived]) -> dict[str, datetime]:
        """Nothing of a rehearsal is kept, yet who delivered in it is not missing in it."""
        now = self._clock.now()
        made = {
            each.device.public: each.bundle.header.created.astimezone(now.tzinfo)
            for each in arrived
            if each.rehearsal
        }
        return {public: at for public, at in made.items() if at.date() == now.date()}

    def _sheet(self, stick: Stick) -> Sheet:
        """The sheet that one of our machines has written there."""
        signer, sheet = stick.sheet()
        ours = self._tutor.ask(Organisation)
        if sheet.organisation != ours.id:
            raise OtherOrganiserError(sheet.organiser)
        if signer.hex() not in {machine.public for machine in ours.machines()}:
            raise StrangersSheetError(sheet.organiser)
        return sheet

    # One bundle after the other

    def _round(
        self,
        place: Place,
        act: Callable[[Bundle, Trusted], Arrived],
        *,
        known: frozenset[str] = frozenset(),
        old_too: bool = False,
    ) -> Collected:
        ours, trusted = self._tutor.ask(_ours_and_trusted)
        own = ours.key.public.hex()
        opener = Opener(
            identities=ours.identities,
            trusted=trusted,
            organisation=ours.id,
            now=None if old_too else self._clock.now(),
        )
        arrived, refused = [], []
        for found in _newest(gather(place, opener, known)):
            if found.bundle is not None and found.bundle.header.device != own:
                arrived.append(act(found.bundle, trusted))
            elif found.error is not None:
                refused.append(Refused(found.candidate.entry.name, found.error))
            if self._done_with(found):
                self._seen.add(found.candidate.mark)
        return Collected(arrived, refused)

    def _done_with(self, found: Found) -> bool:
        """Whether this file need not be opened the next time."""
        if not isinstance(found.error, NewerSchemaError):
            return not isinstance(found.error, _LOOK_AGAIN)
        try:
            keep_for_later(self._waiting, found.content)
        except OSError:
            return False  # no room: the next time
        return True


def _newest(found: Iterable[Found]) -> Iterator[Found]:
    """Of each machine its newest full bundle (it holds everything that older ones hold), and those
    before it in the order of their names: a name's moment is that of a clock which may be wrong."""
    done: dict[str, int] = {}
    for each in found:
        if each.bundle is None or each.bundle.header.kind is Kind.TODAY:
            yield each
            continue
        header = each.bundle.header
        if header.sequence > done.get(header.device, 0):
            done[header.device] = header.sequence
            yield each


def _behind(heard: Mapping[int, datetime]) -> tuple[tuple[int, datetime], ...]:
    """Those of an earlier round: joining in the morning is no delivery in the afternoon."""
    newest = max(heard.values(), default=None)
    if newest is None:
        return ()
    return tuple((number, at) for number, at in sorted(heard.items()) if newest - at > A_ROUND)


def _introduce(ours: Organisation, sheet: Sheet, known: Iterable[LaptopCard]) -> None:
    for card in known:
        before = ours.device(card.public) or Device(public=card.public)
        after = replace(
            before, number=card.number, workshop=sheet.event.id, rehearsal=sheet.rehearsal
        )
        if after != before:
            ours.note(after)


def _ours_and_trusted(store: Store) -> tuple[Organisation, Trusted]:
    ours = Organisation(store)
    return ours, ours.trusted()
