"""Clocks of invented days: one that is turned, and one that goes on from a moment."""

import time
from datetime import date, datetime, timedelta, timezone
from typing import Final

from digitutor_app.app.exercise_check.still_clock import StillClock

_FINLAND_IN_WINTER: Final = timezone(timedelta(hours=2))


def moment(day: date, at: str) -> datetime:
    """The moment of an invented day, from "9:05"."""
    hour, _colon, minute = at.partition(":")
    return datetime(day.year, day.month, day.day, int(hour), int(minute), tzinfo=_FINLAND_IN_WINTER)


class StoryClock(StillClock):
    """Stands at a moment until the story goes on."""

    def __init__(self, begins: datetime) -> None:
        super().__init__()
        self._begins = begins

    def now(self) -> datetime:
        return self._begins + timedelta(seconds=self._gone)

    def turn_to(self, later: datetime) -> None:
        """Stand at this moment; one that has passed already changes nothing."""
        self.forward(max(0.0, (later - self.now()).total_seconds()))


class DemoClock:
    """Goes on from the moment at which the story stops."""

    def __init__(self, begins: datetime) -> None:
        self._begins = begins
        self._started = time.monotonic()

    def now(self) -> datetime:
        return self._begins + timedelta(seconds=self.seconds() - self._started)

    def seconds(self) -> float:
        return time.monotonic()
