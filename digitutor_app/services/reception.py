"""Who sits at this laptop: arriving, taking a code, coming back, leaving."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.codes import new_code, read_code
from digitutor_app.domain.display import Display
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from digitutor_app.services.errors import NotACodeError
from digitutor_app.services.help_calls import end_calls
from digitutor_app.services.laptop import number_of
from digitutor_app.services.workshop_here import codes_in_use, event_of, participant
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

#: A visit that was cut off goes on after a gap of at most this. After a longer one a new visit
#: begins: nobody gets hours for the time between.
LONGEST_GAP = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Seat:
    """The person at the laptop and the visit that is going on."""

    person: Person
    visit: Visit


class Reception:
    """Opens and closes visits. One person sits here at a time."""

    def __init__(self, worker: StoreWorker, clock: Clock) -> None:
        self._worker = worker
        self._clock = clock
        self._random = random.SystemRandom()
        self.seat: Seat | None = None

    def cards(self) -> list[PersonOnStart]:
        """People with a code, for the start screen: names and codes, nothing they have done."""
        return self._worker.ask(lambda store: store.people.all_cards())

    def interrupted(self) -> Person | None:
        """Somebody without a code whose visit of today was cut off, if there is one."""
        today = self._clock.now().date()

        def look(store: Store) -> Person | None:
            for visit in reversed(_open_here(store)):
                person = store.people.get(visit.person_id)
                if person and not person.code and visit.arrived.date() == today:
                    return person
            return None

        return self._worker.ask(look)

    def arrive(self, language: str) -> Seat:
        """Aloita: a new person with no name and no code begins a visit."""
        return self._sit(Person(id=new_id(), language=language))

    def come_back(self, person_id: str) -> Seat:
        """Somebody pressed their own card; raises OurMistakeError when there is no such person."""
        person = self._worker.ask(lambda store: store.people.get(person_id))
        if person is None:
            raise OurMistakeError("a card of nobody")
        return self._sit(person)

    def come_with_code(self, typed: str, language: str) -> tuple[Seat, bool]:
        """Somebody typed a code. Also a code from another laptop is welcome: the records join later
        by code, and where the workshop knows the code the person's language and display come along.
        Returns the seat and whether the person was here before; raises NotACodeError.
        """
        code = read_code(typed)
        if code is None:
            raise NotACodeError(typed)
        known, invited = self._worker.ask(
            lambda store: (store.people.by_code(code), participant(store, code))
        )
        if known:
            return self._sit(known[0]), True
        person = Person(id=new_id(), code=code, language=language)
        if invited:
            display = Display.from_plain(invited.display)
            person = replace(person, language=invited.language, display=display)
        return self._sit(person), False

    def offer_code(self) -> str:
        """A code that nobody has whom this laptop or its workshop knows."""
        taken = self._worker.ask(codes_in_use)
        return new_code(self._random, taken)

    def take_code(self, code: str, first_name: str) -> Seat:
        """The person at the laptop takes the code, and a first name if they gave one."""
        return self._change(code=code, first_name=" ".join(first_name.split()))

    def speak(self, language: str) -> None:
        """The person at the laptop changed the language."""
        if self.seat is not None:
            self._change(language=language)

    def show(self, display: Display) -> None:
        """The person at the laptop changed how they see the screen or hold the mouse.

        Without anybody here, and without a change, it does nothing.
        """
        if self.seat is not None and self.seat.person.display != display:
            self._change(display=display)

    def leave(self) -> Visit:
        """Lähden nyt: close the visit; returns it."""
        seat = self.require()
        now = minute(self._clock.now())
        visit = replace(seat.visit, left=now, last_seen=now, paused=None)
        self._stand_up(visit)
        return visit

    def pause(self) -> None:
        """Tauko: nobody needs to look after somebody who has coffee."""
        self._rest(minute(self._clock.now()))

    def go_on(self) -> None:
        """The break is over."""
        self._rest(None)

    def make_room(self, last_act: datetime) -> None:
        """Somebody else sits here now: the visit has ended with the last act.

        Without a code it stays open until the next person begins, so that "Jatka tästä" leads back
        to the work, which nobody could find otherwise.
        """
        seat = self.require()
        end = max(minute(last_act), seat.visit.arrived)
        left = end if seat.person.code else None
        self._stand_up(replace(seat.visit, left=left, last_seen=end, paused=None))

    def _stand_up(self, visit: Visit) -> None:
        """The visit has ended (or waits for "Jatka tästä"), and with it the calls. What the store
        has learnt of it meanwhile stays: a number that the laptop has been given."""

        def save(store: Store) -> None:
            known = store.visits.get(visit.person_id, visit.id) or visit
            with store.transaction():
                store.visits.put(replace(visit, laptop=known.laptop))
                end_calls(store, visit.person_id, visit.end)

        self._worker.tell(save)
        self.seat = None

    def _sit(self, person: Person) -> Seat:
        """Open a visit, or go on with the one that was cut off; end the others that are open.

        Reading waits for the store, saving does not: with a full disk people still practise.
        """
        now = minute(self._clock.now())
        open_visits, laptop, workshop = self._worker.ask(
            lambda store: (_open_here(store, person.id), number_of(store), event_of(store, now))
        )
        mine = [
            v for v in open_visits if v.person_id == person.id and now - v.last_seen <= LONGEST_GAP
        ]
        found = (
            mine[-1]
            if mine
            else Visit(
                id=new_id(), person_id=person.id, arrived=now, last_seen=now, workshop_id=workshop
            )
        )
        visit = replace(found, last_seen=now, paused=None, laptop=laptop)
        stale = [replace(v, left=v.last_seen) for v in open_visits if v.id != visit.id]

        def save(store: Store) -> None:
            with store.transaction():
                for old in stale:
                    store.visits.put(old)
                    end_calls(store, old.person_id, now)
                store.people.put(person)
                store.visits.put(visit)
                store.elsewhere.sits_here(person.id)

        self._worker.tell(save)
        self.seat = Seat(person, visit)
        return self.seat

    def _rest(self, since: datetime | None) -> None:
        """A break begins or ends; both are signs of life."""
        seat = self.require()
        now = minute(self._clock.now())
        begun = replace(seat.visit, paused=since, last_seen=max(now, seat.visit.last_seen))
        self._worker.tell(lambda store: store.visits.put(begun))
        self.seat = Seat(seat.person, begun)

    def _change(self, **fields: Any) -> Seat:
        seat = self.require()
        person = replace(seat.person, **fields)
        self._worker.tell(lambda store: store.people.put(person))
        self.seat = Seat(person, seat.visit)
        return self.seat

    def require(self) -> Seat:
        """The seat; raises OurMistakeError when nobody sits here."""
        if self.seat is None:
            raise OurMistakeError("nobody sits at this laptop")
        return self.seat


def _open_here(store: Store, person_id: str = "") -> list[Visit]:
    """Open visits at this laptop, and of this person wherever they are."""
    return [
        visit
        for visit in store.visits.open_visits()
        if visit.person_id == person_id or not store.elsewhere.has(visit.person_id)
    ]
