"""Visits: one person at one workshop on one day; their hours, and how they are counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One stay at a laptop, from arriving to leaving; times rounded to minutes.

    ``left`` is None while the person is here. ``last_seen`` is the last moment at which the person
    certainly was here (a saved step): it ends a visit that a power cut left open. ``paused`` is
    when a break began that goes on. ``laptop`` is the number on the table, "" without one.
    """

    id: str
    person_id: str
    arrived: datetime
    last_seen: datetime
    left: datetime | None = None
    paused: datetime | None = None
    laptop: str = ""
    workshop_id: str = ""

    @property
    def end(self) -> datetime:
        return self.left or self.last_seen

    @property
    def last_sign(self) -> datetime:
        """The last sign of life, never before the arrival, even where a clock was set back."""
        return max(self.arrived, self.last_seen)


class TimesProblem(Enum):
    """Why times cannot be those of a visit."""

    LEFT_BEFORE_ARRIVING = "left_before_arriving"
    IN_THE_FUTURE = "in_the_future"
    OTHER_DAY = "other_day"
    OVERLAPS = "overlaps"


def times_problem(
    visit: Visit, others: Iterable[Visit], now: datetime
) -> tuple[TimesProblem, Visit] | None:
    """What is wrong with the visit's times, and the visit with which; None when all is well.

    ``others`` are the person's other visits; where one ends, the next one may begin.
    """
    if max(visit.arrived, visit.left or visit.arrived) > now:
        return TimesProblem.IN_THE_FUTURE, visit
    if visit.left is not None and visit.left < visit.arrived:
        return TimesProblem.LEFT_BEFORE_ARRIVING, visit
    if visit.left is not None and visit.left.date() != visit.arrived.date():
        return TimesProblem.OTHER_DAY, visit
    for other in others:
        if other.id != visit.id and _overlap(visit, other, now):
            return TimesProblem.OVERLAPS, other
    return None


def overlap(one: Visit, other: Visit) -> bool:
    """Whether somebody was at both at the same moment, as far as is known."""
    first, second = sorted((one, other), key=_begin)
    return second.arrived < max(first.end, first.last_sign)


def _overlap(one: Visit, other: Visit, now: datetime) -> bool:
    first, second = sorted((one, other), key=_begin)
    until = first.left or (now if first is one else first.last_sign)
    return second.arrived < until


def _begin(visit: Visit) -> tuple[datetime, datetime]:
    return visit.arrived, visit.end


def to_quarter(moment: datetime) -> datetime:
    """The full quarter hour nearest to the moment; visits are told in these (domain/5, 5.10)."""
    day = moment.replace(hour=0, minute=0, second=0, microsecond=0)
    return day + (moment - day + QUARTER / 2) // QUARTER * QUARTER


def attended(visits: Iterable[Visit]) -> timedelta:
    """Time spent, each moment counted once even where stays overlap.

    >>> attended([])
    datetime.timedelta(0)
    """
    total = timedelta()
    covered_until: datetime | None = None
    for visit in sorted(visits, key=lambda v: v.arrived):
        start = visit.arrived if covered_until is None else max(visit.arrived, covered_until)
        if visit.end > start:
            total += visit.end - start
            covered_until = visit.end
    return total


def quarter_hours(visits: Iterable[Visit]) -> int:
    """Full quarter hours attended, rounded down over the whole sum (domain/5, 5.7)."""
    return attended(visits) // QUARTER


def visit_days(visits: Iterable[Visit]) -> list[date]:
    """The days on which the person was here; several arrivals a day are one (domain/1, 1.3)."""
    return sorted({visit.arrived.date() for visit in visits})


@dataclass(frozen=True, slots=True)
class VisitCounts:
    """Visits as they are reported (domain/1, 1.3).

    ``visits`` is V with the anonymous ones, ``people`` is U: how many have a code, ``anonymous``
    is N, ``repeated`` is R = (V - N) - U, ``returned`` is P2+: people with two visits or more.
    """

    visits: int
    people: int
    anonymous: int
    repeated: int
    returned: int


def count_visits(visits: Iterable[Visit], with_code: Iterable[str]) -> VisitCounts:
    """Count stays by the rule of domain/1, 1.3: one person at one workshop on one day is one
    visit, however often they arrived. ``with_code`` are the ids of those who have a code.

    A stay of which nobody knows the workshop belongs to the others of that person and day.
    """
    events: dict[tuple[str, date], set[str]] = {}
    for visit in visits:
        events.setdefault((visit.person_id, visit.arrived.date()), set()).add(visit.workshop_id)
    known, counted = set(with_code), dict[str, int]()
    for (person_id, _day), workshops in events.items():
        counted[person_id] = counted.get(person_id, 0) + max(1, len(workshops - {""}))
    of_known = {person_id: count for person_id, count in counted.items() if person_id in known}
    total, named = sum(counted.values()), sum(of_known.values())
    return VisitCounts(
        visits=total,
        people=len(of_known),
        anonymous=total - named,
        repeated=named - len(of_known),
        returned=sum(count > 1 for count in of_known.values()),
    )
