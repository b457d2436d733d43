"""Visits: one person at one workshop on one day, and how many hours that makes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

QUARTER = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One stay at a laptop, from arriving to leaving; times rounded to minutes.

    ``left`` is None while the person is here. ``last_seen`` is the last moment at which the person
    certainly was here (a saved step): it ends a visit that a power cut left open.
    """

    id: str
    person_id: str
    arrived: datetime
    last_seen: datetime
    left: datetime | None = None
    workshop_id: str = ""

    @property
    def end(self) -> datetime:
        return self.left or self.last_seen


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
