"""Valmistele tikku: what the tutor's machine writes on the stick of a workshop."""

import secrets

from msgspec.structs import replace

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.codes import read_code
from digitutor_app.domain.ids import moved_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.errors import StickError
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import (
    LONGEST_LINE,
    MOST_FORMER,
    MOST_ORGANISERS,
    MOST_PEOPLE,
    Event,
    Participant,
    Sheet,
    is_language,
    written_sheet,
)
from digitutor_app.services.organisation import STICK_SECRET, Organisation
from digitutor_app.services.pin import KEPT as PIN
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


class StickDesk:
    """On a tutor's machine with its store open."""

    def __init__(self, practice: StoreWorker, tutor: StoreWorker, clock: Clock) -> None:
        self._practice = practice
        self._tutor = tutor
        self._clock = clock

    def prepare(
        self, stick: Stick, workshop: Workshop, organiser: str, *, rehearsal: bool = False
    ) -> int:
        """Write the sheet of a workshop; returns how many codes it knows.

        What laptops have delivered on the stick stays there. A rehearsal is a workshop of its own
        that laptops keep apart. Raises StickRefusedError.
        """
        people, pin = self._practice.ask(lambda store: (_participants(store), _pin(store)))
        made = minute(self._clock.now()).isoformat(timespec="minutes")
        event = Event(
            id=moved_id(workshop.id, "rehearsal") if rehearsal else workshop.id,
            name=workshop.name,
            place=workshop.place,
            day=workshop.day.isoformat(),
            organisers=[each[:LONGEST_LINE] for each in workshop.organisers][:MOST_ORGANISERS],
        )

        def written(store: Store) -> bytes:
            ours = Organisation(store)
            sheet = Sheet(
                made=made,
                organisation=ours.id,
                organiser=organiser,
                event=event,
                tutors=ours.machines(),
                recovery=ours.recovery,
                secret=_secret(store, event.id),
                pin=pin,
                rehearsal=rehearsal,
                people=people,
                former=ours.former[:MOST_FORMER],
                heirs=ours.heirs,
            )
            return written_sheet(sheet, ours.key)

        stick.prepare(self._tutor.ask(written))
        return len(people)

    def workshop_on(self, stick: Stick) -> Sheet | None:
        """The workshop that lies on the stick, None where there is none that can be read."""
        try:
            return stick.sheet()[1]
        except StickError:
            return None


def _participants(store: Store) -> list[Participant]:
    """Everybody with a code: no names, only how they like to see the screen.

    Rows of laptops may say anything: what no laptop would read is left out.
    """
    known = {
        person.code: _participant(person)
        for person in store.people.all_heads()
        if read_code(person.code) == person.code
    }
    return [known[code] for code in sorted(known)][:MOST_PEOPLE]


def _participant(person: Person) -> Participant:
    said = Participant(code=person.code, display=person.display.to_plain())
    return replace(said, language=person.language) if is_language(person.language) else said


def _pin(store: Store) -> str:
    return store.settings.get(PIN)


def _secret(store: Store, event_id: str) -> str:
    """The same for every stick of one workshop, so that all its laptops' cards hold."""
    kept = store.settings.get(STICK_SECRET + event_id)
    if not kept:
        kept = secrets.token_hex(32)
        store.settings.put(STICK_SECRET + event_id, kept)
    return kept
