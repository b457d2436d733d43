"""A workshop: one event with a name, a place and a day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """One event. ``organisers`` are names in the order in which they are printed."""

    id: str
    name: str
    place: str
    day: date
    organisers: tuple[str, ...] = ()
