"""The tutor's desk for visits: who was here on a day, mending times, ending the day."""

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Final

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.errors import OurMistakeError, WorldError
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import (
    TimesProblem,
    Visit,
    VisitCounts,
    count_visits,
    quarter_hours,
    times_problem,
    to_quarter,
)
from digitutor_app.services.help_calls import end_calls
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

_TIME: Final = re.compile(r"(?:klo|kello)?\s*(\d{1,2})(?:\s*[.:,]\s*(\d{2})|(\d{2}))?", re.I)


class VisitTimesError(WorldError):
    """These times cannot be those of the visit: what is wrong, and the visit in the way."""

    def __init__(self, problem: TimesProblem, other: Visit) -> None:
        super().__init__(problem.value)
        self.problem = problem
        self.other = other


@dataclass(frozen=True, slots=True)
class Stay:
    """A visit with the person whose it is."""

    person: Person
    visit: Visit


@dataclass(frozen=True, slots=True)
class VisitDay:
    """The visits of one day in order of arrival, how they are counted, and the full quarter hours
    of all people together, rounded down for each person as on the certificate."""

    day: date
    stays: tuple[Stay, ...]
    counts: VisitCounts
    quarter_hours: int

    @property
    def open(self) -> tuple[Stay, ...]:
        return tuple(stay for stay in self.stays if stay.visit.left is None)


class VisitDesk:
    """Reads and mends visits of the practice store. Every change raises StoreError or is made."""

    def __init__(self, worker: StoreWorker, clock: Clock) -> None:
        self._worker = worker
        self._clock = clock

    def of_day(self, day: date) -> VisitDay:
        """The visits that began on this day."""
        stays = self._worker.ask(lambda store: _stays(store, store.visits.of_day(day)))
        by_person: dict[str, list[Visit]] = {}
        for stay in stays:
            by_person.setdefault(stay.person.id, []).append(
                replace(stay.visit, person_id=stay.person.id)
            )
        known = {stay.person.id for stay in stays if stay.person.code}
        visits = (visit for of_one in by_person.values() for visit in of_one)
        counts = count_visits(visits, known)
        return VisitDay(day, stays, counts, sum(map(quarter_hours, by_person.values())))

    def open_stays(self) -> tuple[Stay, ...]:
        """Every visit that nobody has ended, of earlier days too, in order of arrival."""
        return self._worker.ask(lambda store: _stays(store, store.visits.open_visits()))

    def stay(self, person_id: str, visit_id: str) -> Stay | None:
        """This visit as it is now, None when it is gone. ``person_id`` is the visit's."""

        def read(store: Store) -> tuple[Stay, ...]:
            visit = store.visits.get(person_id, visit_id)
            return _stays(store, [visit] if visit else [])

        return next(iter(self._worker.ask(read)), None)

    def leave_now(self, visit: Visit) -> Visit:
        """Merkitse lähteneeksi: the tutor has just seen the person leave."""
        return self._close(visit, minute(self._clock.now()))

    def leave_at_last_sign(self, visit: Visit) -> Visit:
        """Nobody saw the person leave: the visit ends where they certainly still were here."""
        return self._close(visit, visit.last_sign)

    def mend(self, visit: Visit, arrived: datetime, left: datetime | None) -> Visit:
        """Put other times; raises VisitTimesError when they cannot be. ``left`` None: still here.

        A time that is changed goes to the nearest full quarter hour (domain/5, 5.10), but not into
        the future.
        """
        arrived = self._quarter(arrived, visit.arrived)
        left = None if left is None else self._quarter(left, visit.left)
        seen = max(visit.last_seen, arrived)
        mended = replace(
            visit, arrived=arrived, left=left, last_seen=seen if left is None else min(seen, left)
        )
        if mended.left is not None:
            mended = replace(mended, paused=None)
        others = self._worker.ask(lambda store: _same_person(store, visit))
        problem = times_problem(mended, others, self._clock.now())
        if problem is not None:
            raise VisitTimesError(*problem)
        self._save(mended)
        return mended

    def end_day(self) -> tuple[Stay, ...]:
        """Päätä päivä: end every open visit at its last sign of life; returns them as they were."""

        def save(store: Store) -> tuple[Stay, ...]:
            stays = _stays(store, store.visits.open_visits())
            with store.transaction():
                for stay in stays:
                    _end(store, stay.visit, stay.visit.last_sign)
            return stays

        return self._worker.ask(save)

    def _close(self, visit: Visit, left: datetime) -> Visit:
        if visit.left is not None:
            raise OurMistakeError("a visit that has ended already")
        left = max(left, visit.arrived)
        self._worker.ask(lambda store: _end(store, visit, left))
        return replace(visit, left=left, paused=None)

    def _save(self, visit: Visit) -> None:
        def save(store: Store) -> None:
            with store.transaction():
                store.visits.put(visit)
                if visit.left is not None:
                    end_calls(store, visit.person_id, visit.left)

        self._worker.ask(save)

    def _quarter(self, wished: datetime, before: datetime | None) -> datetime:
        now = minute(self._clock.now())
        if before is not None and wished == before:
            return wished
        return to_quarter(wished) if wished > now else min(to_quarter(wished), now)


def _end(store: Store, visit: Visit, left: datetime) -> None:
    with store.transaction():
        store.visits.put(replace(visit, left=left, paused=None))
        end_calls(store, visit.person_id, left)


def _stays(store: Store, visits: list[Visit]) -> tuple[Stay, ...]:
    """With the person who stands for all whom they were joined with."""
    found: dict[str, Person | None] = {}
    for visit in visits:
        if visit.person_id not in found:
            found[visit.person_id] = store.people.stands_for(visit.person_id)
    return tuple(Stay(person, v) for v in visits if (person := found[v.person_id]) is not None)


def _same_person(store: Store, visit: Visit) -> list[Visit]:
    ids = store.people.one_person(visit.person_id)
    return [other for person_id in ids for other in store.visits.of_person(person_id)]


def read_time(text: str) -> time | None:
    """The time of day that somebody typed, None when it is none: "9.15", "9:15", "915", "klo 9"."""
    found = _TIME.fullmatch(" ".join(text.split()))
    if found is None:
        return None
    hour, minutes = int(found[1]), int(found[2] or found[3] or 0)
    return time(hour, minutes) if hour < 24 and minutes < 60 else None
