"""What a tutor has seen somebody do on a real machine: a fact about one skill."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MarkedBehind(StrEnum):
    """What the tutor had opened when they marked it.

    A mark made behind a laptop's PIN is shown as such until somebody behind the tutor gate
    confirms it (decisions.md, "Storage and carrying").
    """

    TUTOR_GATE = "tutor_gate"
    LAPTOP_PIN = "laptop_pin"


@dataclass(frozen=True, slots=True, kw_only=True)
class TutorObservation:
    """The skill was shown on this day. Which tutor saw it is not kept (domain/2, 2.0)."""

    id: str
    person_id: str
    skill: str
    day: date
    behind: MarkedBehind
