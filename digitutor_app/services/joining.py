"""How this laptop joins the workshop whose stick it sees: one press, nothing to type or compare."""

from collections.abc import Callable
from enum import StrEnum
from functools import partial

from msgspec.structs import replace

from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.cards import LaptopCard, take_number
from digitutor_app.exchange.stick.errors import NoStickError, OtherOrganiserError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.services.laptop import Laptop
from digitutor_app.services.pin import KEPT as PIN
from digitutor_app.services.whom_to_believe import brought_up_to_date, check, is_older
from digitutor_app.services.workshop_here import (
    WorkshopHere,
    keep_sheet,
    keep_workshop,
    workshop_here,
)
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.signing import SigningKey

_KEY = "workshop_public"


class Invitation(StrEnum):
    """What a stick is to this laptop."""

    #: A workshop in which it does not take part yet: "Liity työpajaan".
    NEW = "new"
    #: The workshop in which it takes part.
    OURS = "ours"


class Joining:
    """Joins workshops. ``identities`` tells which machine holds a store."""

    def __init__(
        self,
        worker: StoreWorker,
        laptop: Laptop,
        identities: Callable[[Store], Identities] = Identities,
    ) -> None:
        self._worker = worker
        self._laptop = laptop
        self.identities = identities

    @property
    def here(self) -> WorkshopHere | None:
        """The workshop in which this laptop takes part."""
        return self._worker.ask(workshop_here)

    def look(self, stick: Stick) -> tuple[Invitation, Sheet]:
        """What the stick is to us, and its sheet.

        Raises NoStickError and StickFileError, OtherOrganiserError where this laptop holds data of
        another organiser, StrangersSheetError where nobody whom we know has signed it.
        """
        signer, sheet = stick.sheet()
        here = self.here
        if here is None:
            return Invitation.NEW, sheet
        check(here.sheet, signer, sheet)
        same = here.sheet.event.id == sheet.event.id
        return (Invitation.OURS if same else Invitation.NEW), sheet

    def join(self, stick: Stick) -> WorkshopHere:
        """Take part: a number from the stick, its codes, its PIN, its workshop.

        Joining again changes only what the stick says otherwise now. Raises like ``look``, and
        NumbersTakenError and StickRefusedError.
        """
        _invitation, sheet = self.look(stick)
        return self._take_part(stick, sheet)

    def renew(self, stick: Stick) -> WorkshopHere:
        """What the stick of our organiser says now about the workshop in which we are already.

        At the stick of another workshop of the organiser the laptop stays in its own. Raises like
        ``look``; OtherOrganiserError also where it is in no workshop.
        """
        here = self.here
        signer, sheet = stick.sheet()
        if here is None:
            raise OtherOrganiserError(sheet.organiser)
        check(here.sheet, signer, sheet)
        if (here.sheet.event.id, here.sheet.rehearsal) != (sheet.event.id, sheet.rehearsal):
            return here
        return self._take_part(stick, sheet)

    def _take_part(self, stick: Stick, sheet: Sheet) -> WorkshopHere:
        here, (key, former) = self.here, self._worker.ask(self._keys)
        if here is not None and here.sheet.rehearsal != sheet.rehearsal:
            raise NoStickError("a rehearsal and a workshop never share a store")
        card = take_number(stick.folder, sheet.event.id, sheet.secret, key)
        sheet = self._worker.ask(partial(_save, here=here, sheet=sheet, card=card))
        self._laptop.give(str(card.number))
        same = here is not None and here.sheet.event.id == sheet.event.id
        copied = same and former not in ("", key.public.hex())
        was = here.number if here is not None and copied and here.number != card.number else 0
        return WorkshopHere(sheet, card.number, was)

    def _keys(self, store: Store) -> tuple[SigningKey, str]:
        """Our key, and (hex) that with which the number of now was taken, "" for none."""
        return self.identities(store).device().key, store.settings.get(_KEY)


def _save(store: Store, *, here: WorkshopHere | None, sheet: Sheet, card: LaptopCard) -> Sheet:
    """Keep what the sheet says; of the workshop that we are in, nothing that is older than what we
    have. Returns what holds now."""
    now, newest = store.clock.now(), sheet
    older = here is not None and is_older(here.sheet, sheet, now)
    if here is not None:
        newest = brought_up_to_date(here.sheet, sheet, now)
    with store.transaction():
        store.settings.put(_KEY, card.public)
        if here is not None and older and here.sheet.event.id == sheet.event.id:
            newest = replace(here.sheet, former=newest.former)
            keep_sheet(store, newest, card.number)
            return newest
        keep_workshop(store, newest, card.number)
        store.workshops.put(_workshop(newest))
        if newest.pin and not older:
            store.settings.put(PIN, newest.pin)
    return newest


def _workshop(sheet: Sheet) -> Workshop:
    event = sheet.event
    return Workshop(
        id=event.id,
        name=event.name,
        place=event.place,
        day=sheet.day,
        organisers=tuple(event.organisers),
    )
