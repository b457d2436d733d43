"""Whether the wall clock of this laptop can be right (design, data 2.2)."""

from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from digitutor_app.services.built import built_on
from digitutor_app.services.workshop_here import workshop_here
from digitutor_app.store.newest import newest_moment
from digitutor_app.store.store import Store

LONGEST_PAUSE: Final = timedelta(days=400)


class ClockSays(StrEnum):
    """What speaks against the wall clock."""

    FINE = "fine"
    TOO_EARLY = "too_early"
    FAR_AHEAD = "far_ahead"


def clock_unsure(store: Store, now: datetime) -> bool:
    """Whether something speaks against the wall clock of the machine with this store."""
    return clock_of(store, now) is not ClockSays.FINE


def clock_of(store: Store, now: datetime) -> ClockSays:
    """What speaks against it, from the program and everything that is in the store."""
    return clock_says(now, newest_moment(store.database, now), not_before(store, now))


def not_before(store: Store, now: datetime) -> date:
    """No day can be today that is before this one: the program was built, and the tutor's machine
    has made the sheet that is here. Rows say nothing of the kind: another laptop's clock that runs
    ahead wrote them. Nor does a sheet that claims to be later than its own workshop.
    """
    built = built_on()
    here = workshop_here(store)
    if here is None:
        return built
    made = here.sheet.made_at.astimezone(now.tzinfo).date()
    return max(built, min(made, here.sheet.day))


def clock_says(now: datetime, newest: datetime | None, not_before: date) -> ClockSays:
    """``newest`` is the newest moment that the stores know of, None for none. Nothing is refused
    because of the answer: people are asked for the day, and what is written says so."""
    if now.date() < not_before:
        return ClockSays.TOO_EARLY
    if newest is not None and now - newest > LONGEST_PAUSE:
        return ClockSays.FAR_AHEAD
    return ClockSays.FINE
