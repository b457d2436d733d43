"""Keruukierros on a laptop: it sees its organiser's stick, delivers everything, and learns what has
been taken in. Nobody presses anything.
"""

from dataclasses import dataclass, replace

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.carrying import own_names
from digitutor_app.exchange.identity import Device, Identities
from digitutor_app.exchange.importing import clean_backups
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.errors import NoStickError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.services.delivered import Delivery, acknowledge, delivery, digests, remember
from digitutor_app.services.delivering import Delivering
from digitutor_app.services.joining import Joining
from digitutor_app.services.whom_to_believe import check
from digitutor_app.services.workshop_here import WorkshopHere
from digitutor_app.store.merging import Role, RowRules, merge
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Gathered:
    """The laptop's number, and how many people's records lie on the stick now.

    ``was``: the number before, where it has a new one because another laptop is its copy; else 0.
    """

    number: int
    people: int
    was: int = 0


class Gathering:
    """The laptop's side. ``answer`` takes as long as the stick: not on the screen's thread."""

    def __init__(self, worker: StoreWorker, joining: Joining, clock: Clock) -> None:
        self._worker = worker
        self._joining = joining
        self._identities = joining.identities
        self._delivering = Delivering(worker, joining.identities)
        self._clock = clock

    def expected(self, stick: Stick) -> bool:
        """Whether this is a stick that this laptop delivers to; raises StickError where it is one
        of ours that cannot be believed."""
        here = self._joining.here
        if here is None:
            return False
        try:
            check(here.sheet, *stick.sheet())
        except NoStickError:
            return False
        return True

    def answer(self, stick: Stick) -> Gathered:
        """Deliver everything and take what the stick has for us. Where that was somebody to forget,
        deliver once more: what lies on the stick then tells that they are forgotten here.

        When it returns, the stick may be pulled out. Raises StickError, PlaceError, StoreError and
        BundleTooLargeError; nothing is lost then and it may be called again.
        """
        here = self._joining.renew(stick)
        bundles = FolderPlace(stick.bundles)
        if self._worker.ask(lambda store: _notice_copy(self._identities(store), bundles)):
            was, here = here.was, self._joining.renew(stick)
            here = replace(here, was=was or here.was)
        device, people = self._deliver(here, bundles)
        if self._take_receipts(stick, here, device):
            device, people = self._deliver(here, bundles)
        return Gathered(here.number, people, here.was)

    def _deliver(self, here: WorkshopHere, bundles: FolderPlace) -> tuple[Device, int]:
        """Leave everything there; returns as whom, and how many people that was."""
        now = self._clock.now()
        begun = self._delivering.begin(Kind.BUNDLE, now)
        if begun is None:
            raise OurMistakeError("everything is always delivered to a stick")
        rows, device = begun
        self._delivering.carry(rows, device, here, bundles, now=now)
        held, people = digests(rows.texts())
        self._worker.ask(lambda store: remember(store, device, held))
        return device, people

    def _take_receipts(self, stick: Stick, here: WorkshopHere, device: Device) -> bool:
        """Returns whether somebody has been forgotten by what was there."""
        found = stick.receipts()
        if found is None:
            return False
        signer, receipts = found
        if signer not in here.tutors or receipts.organisation != here.sheet.organisation:
            return False
        erased = [line for line in receipts.erased if line.get("t") == "erased"]
        # What was decided with a key of somebody who has left since holds.
        former = frozenset(here.sheet.former)
        trusted = Trusted({public.hex(): Role.TUTOR for public in here.tutors}, former)
        rules = RowRules(role=Role.TUTOR, erasure_holds=trusted.erasure_holds)
        receipt = receipts.of(device.key.public)

        def save(store: Store) -> bool:
            with store.transaction():
                report = merge(store, erased, rules)
                if receipt is not None:
                    acknowledge(store, receipt, device)
            if report.erased:
                store.database.empty_log()
            clean_backups(store)
            return bool(report.erased)

        return self._worker.ask(save)

    def delivery(self) -> Delivery:
        """What has reached the tutor's machine."""
        return self._worker.ask(delivery)

    def clear_away(self) -> int:
        """Remove the people who have been carried from this laptop (it forgets them here only, and
        would know them again by their code); returns how many."""

        def clear(store: Store) -> int:
            carried = delivery(store).carried
            open_now = {visit.person_id for visit in store.visits.open_visits()}
            gone = sorted(carried - open_now)
            with store.transaction():
                store.people.clear_away(gone)
            store.database.empty_log()
            return len(gone)

        return self._worker.ask(clear)


def _notice_copy(identities: Identities, place: FolderPlace) -> bool:
    """Whether another laptop goes about under our name; then this one has a new one now."""
    names = own_names(place, identities.device().public)
    return identities.notice_names(names) is not None
