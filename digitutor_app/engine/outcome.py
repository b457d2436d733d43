"""What the engine answers to an observation."""

from dataclasses import dataclass
from enum import StrEnum

from digitutor_app.domain.exercise import Action, Step


class HintKind(StrEnum):
    """Why the guide card says something beside the instruction."""

    AGAIN = "again"
    MISTAKE = "mistake"
    SLIP = "slip"
    NOT_NOW = "not_now"
    OFFER = "offer"
    TUTOR = "tutor"


@dataclass(frozen=True, slots=True)
class Hint:
    """One hint. ``level`` is that of the ladder (0 to 4); ``mistake`` an exercise's mistake id or
    a common mistake's code; ``place`` is the target by which it happened, for the text to name."""

    kind: HintKind
    level: int = 0
    mistake: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True)
class StepFinished:
    """A step that was done just now for the first time in this attempt."""

    step: str
    number: int
    hint: int
    mistakes: dict[str, int]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one observation led to. ``moved``: another step is shown now (forward or back).

    ``demonstrate``: the program shows the step now; ``by_keys``: with the keyboard alone.
    """

    finished_steps: tuple[StepFinished, ...] = ()
    moved: bool = False
    done: bool = False
    mistake: str = ""
    hint: Hint | None = None
    demonstrate: bool = False
    by_keys: bool = False


@dataclass(frozen=True, slots=True)
class Guidance:
    """What the screen shows now.

    ``way`` is the written way that the learner is on ("" is the main one). ``outlined`` is the
    target to frame ("" for none), ``arrow`` whether an arrow points at it, ``keys`` what to press
    on the keyboard, once it is pointed at ("" for nothing). ``live`` are the targets
    that answer in mode Ohjatusti, None when all do. ``done_steps`` are ids, for the checklist.
    """

    step: Step | None
    number: int
    of: int
    way: str
    hint: Hint | None
    outlined: str
    arrow: bool
    live: frozenset[str] | None
    actions: tuple[Action, ...]
    done_steps: frozenset[str]
    keys: str = ""
