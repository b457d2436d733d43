"""A call for the tutor: who, where they were, and how it ended."""

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
