"""What happened in an exercise: facts that are added and never changed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


class Mode(StrEnum):
    """The four ways to do an exercise (domain/2, 2.0)."""

    WATCH = "watch"
    GUIDED = "guided"
    ALONE = "alone"
    VARIATION = "variation"


class AttemptEnd(StrEnum):
    """How an attempt ended. SKIPPED: the person did not want to do this exercise now."""

    DONE = "done"
    RESTARTED = "restarted"
    LEFT = "left"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True, kw_only=True)
class StepDone:
    """One finished step; saved the moment it is finished, and it travels to the tutor.

    ``number`` counts from 1; ``of`` is how many steps the exercise has. ``hint`` is the highest
    hint level shown in this step (0 to 4). ``mistakes`` maps mistake codes to counts.
    """

    id: str
    person_id: str
    attempt_id: str
    exercise: str
    step: str
    number: int
    of: int
    mode: Mode
    at: datetime
    hint: int = 0
    mistakes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One ended attempt at an exercise (the stored facts of domain/2, 2.0).

    ``content_version`` and ``skills`` are copied in, so that a later edit of the exercise does not
    rewrite what happened. ``hint`` is the highest hint level that was shown (0 to 4), ``asked`` how
    often the person asked for a hint. ``way`` is the way that was used ("" where only one is
    written); ``device`` is what the hands used: "pointer", "keys" or "both".
    """

    id: str
    person_id: str
    exercise: str
    content_version: str
    data_set: str
    mode: Mode
    end: AttemptEnd
    started: datetime
    ended: datetime
    steps_done: int
    hint: int = 0
    asked: int = 0
    undos: int = 0
    way: str = ""
    device: str = ""
    skills: tuple[str, ...] = ()
    mistakes: Mapping[str, int] = field(default_factory=dict)
