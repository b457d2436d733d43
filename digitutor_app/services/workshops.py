"""Workshops that the tutor has written down."""

import re
from datetime import date

from digitutor_app.domain.workshops import Workshop
from digitutor_app.store.worker import StoreWorker

_DAY = re.compile(
    r"(?:[a-zåäö]{2,11}\s+)?(\d{1,2})[./ -]+(\d{1,2})(?:[./ -]+(\d{4}|\d{2})?)?", re.I
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


class Workshops:
    """Keeps workshops in the tutor's store."""

    def __init__(self, tutor: StoreWorker) -> None:
        self._tutor = tutor

    def put(self, workshop: Workshop) -> None:
        self._tutor.ask(lambda store: store.workshops.put(workshop))

    def all(self) -> list[Workshop]:
        """Every workshop, the newest day first."""
        return sorted(
            self._tutor.ask(lambda store: store.workshops.all()), key=lambda w: w.day, reverse=True
        )


def read_day(text: str, today: date) -> date | None:
    """The day that somebody typed, None when it is none.

    Day before month, as Finns write: "24.11.2026", "24.11.26", "ti 24.11.", "24/11"; also
    "2026-11-24". Without a year it is the day of that date nearest to today.
    """
    plain = " ".join(text.split())
    if found := _ISO.fullmatch(plain):
        year, month, day = map(int, found.groups())
        return _date(year, month, day)
    found = _DAY.fullmatch(plain)
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    if found[3]:
        year = int(found[3])
        return _date(year if year > 99 else 2000 + year, month, day)
    near = (_date(today.year + step, month, day) for step in (-1, 0, 1))
    return min((d for d in near if d), key=lambda d: abs(d - today), default=None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
