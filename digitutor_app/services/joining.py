"""How this laptop joins the workshop whose stick it sees: one press, nothing to type or compare."""

from collections.abc import Callable
from enum import StrEnum

from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.cards import take_number
from digitutor_app.exchange.stick.errors import OtherOrganiserError, StrangersSheetError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.services.laptop import Laptop
from digitutor_app.services.pin import KEPT as PIN
from digitutor_app.services.workshop_here import WorkshopHere, keep_workshop, workshop_here
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.signing import SigningKey


class Invitation(StrEnum):
    """What a stick is to this laptop."""

    #: A workshop in which it does not take part yet: "Liity työpajaan".
    NEW = "new"
    #: The workshop in which it takes part.
    OURS = "ours"


class Joining:
    """Joins workshops. ``key`` gives this machine's signing key, on the store's worker."""

    def __init__(
        self, worker: StoreWorker, laptop: Laptop, key: Callable[[Store], SigningKey]
    ) -> None:
        self._worker = worker
        self._laptop = laptop
        self._key = key

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
        check(here, signer, sheet)
        same = here.sheet.event.id == sheet.event.id
        return (Invitation.OURS if same else Invitation.NEW), sheet

    def join(self, stick: Stick) -> WorkshopHere:
        """Take part: a number from the stick, its codes, its PIN, its workshop.

        Joining again changes only what the stick says otherwise now. Raises like ``look``, and
        NumbersTakenError and StickRefusedError.
        """
        _invitation, sheet = self.look(stick)
        key = self._worker.ask(self._key)
        card = take_number(stick.folder, sheet.event.id, sheet.secret, key)

        def save(store: Store) -> None:
            with store.transaction():
                keep_workshop(store, sheet, card.number)
                store.workshops.put(_workshop(sheet))
                if sheet.pin:
                    store.settings.put(PIN, sheet.pin)

        self._worker.ask(save)
        self._laptop.give(str(card.number))
        return WorkshopHere(sheet, card.number)


def check(here: WorkshopHere, signer: bytes, sheet: Sheet) -> None:
    """Raise OtherOrganiserError or StrangersSheetError unless our tutors have written the sheet.

    A sheet older than the one we have may name tutors who have left: those are not believed.
    """
    if sheet.organisation != here.sheet.organisation:
        raise OtherOrganiserError(sheet.organiser)
    if signer not in here.tutors:
        raise StrangersSheetError(sheet.organiser)


def _workshop(sheet: Sheet) -> Workshop:
    event = sheet.event
    return Workshop(
        id=event.id,
        name=event.name,
        place=event.place,
        day=sheet.day,
        organisers=tuple(event.organisers),
    )
