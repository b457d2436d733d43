"""Where a person is in an exercise: what a laptop needs to go on after a power cut."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """The exercise a person is in, with the pretend computer as JSON text.

    It stays on the laptop and never travels.
    """

    person_id: str
    exercise: str
    attempt_id: str
    snapshot: str
    saved: datetime
