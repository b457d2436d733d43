"""A call for the tutor: who, where they were, how it ended; and that a tutor is on the way."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class CallEnd(StrEnum):
    """How a call ended."""

    OPEN = "open"
    TUTOR_CAME = "tutor_came"
    WENT_ON = "went_on"
    LEFT = "left"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One press on "Kutsu tutor". ``step`` is the step's id in the exercise, "" outside one."""

    id: str
    person_id: str
    called: datetime
    exercise: str = ""
    step: str = ""
    end: CallEnd = CallEnd.OPEN
    ended: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """A tutor is on the way to somebody; which tutor is nobody's business but theirs.

    ``about`` says what for: a call's id, or attempt and step where nobody has called. It holds as
    long as that is so. ``ended``: the tutor has taken it back.
    """

    id: str
    person_id: str
    about: str
    since: datetime
    ended: datetime | None = None
