"""Whether the wall clock of this laptop can be right (design, data 2.2)."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from digitutor_app.store.newest import newest_moment
from digitutor_app.store.store import Store

#: The program was made on this day: no clock can be right that is before it. Goes on with releases.
BUILT: Final = date(2026, 3, 1)
LONGEST_PAUSE: Final = timedelta(days=400)


class ClockSays(StrEnum):
    """What speaks against the wall clock."""

    FINE = "fine"
    BEFORE_BUILD = "before_build"
    FAR_AHEAD = "far_ahead"


def clock_unsure(store: Store, now: datetime) -> bool:
    """Whether something speaks against the wall clock of the machine with this store."""
    return clock_says(now, newest_moment(store.database, now)) is not ClockSays.FINE


def clock_says(now: datetime, newest: datetime | None, built: date = BUILT) -> ClockSays:
    """``newest`` is the newest moment that the stores know of, None for none. Nothing is refused
    because of the answer: people are asked for the day, and what is written says so."""
    if now.date() < built:
        return ClockSays.BEFORE_BUILD
    if newest is not None and now - newest > LONGEST_PAUSE:
        return ClockSays.FAR_AHEAD
    return ClockSays.FINE
