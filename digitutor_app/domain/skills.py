"""Skills and how well a person has them: the five states of domain/2, 2.0. States never go down."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import IntEnum

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode

APART = timedelta(minutes=20)


class SkillState(IntEnum):
    """How well; the words for each are in the texts of the program."""

    NOT_TRIED = 0
    PRACTISED = 1
    GUIDED = 2
    ALONE = 3
    CAN = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One skill with its names by language and its place in outside frameworks."""

    id: str
    names: dict[str, str]
    digcomp: tuple[str, ...] = ()
    kapos: tuple[str, ...] = ()
    northstar: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A subject of the curriculum with its skills in teaching order."""

    id: str
    names: dict[str, str]
    skills: tuple[Skill, ...]


def attempt_state(attempt: Attempt) -> SkillState:
    """The state that one attempt alone gives to each of its skills."""
    if attempt.mode is Mode.WATCH or attempt.end is not AttemptEnd.DONE:
        return SkillState.PRACTISED if attempt.steps_done else SkillState.NOT_TRIED
    if attempt.mode is Mode.GUIDED or attempt.hint >= 2:
        return SkillState.GUIDED
    return SkillState.ALONE


def skill_state(attempts: Iterable[Attempt]) -> SkillState:
    """The state of a skill from every attempt that practised it.

    CAN needs ALONE in two different data sets, one of them at least 20 minutes after the other
    (domain/2, 2.0; a later session is always later than that).
    """
    known = list(attempts)
    best = max((attempt_state(a) for a in known), default=SkillState.NOT_TRIED)
    if best is not SkillState.ALONE:
        return best
    alone = [a for a in known if attempt_state(a) is SkillState.ALONE]
    for first in alone:
        for later in alone:
            if (first.exercise, first.data_set) != (later.exercise, later.data_set) and (
                later.ended - first.ended >= APART
            ):
                return SkillState.CAN
    return best
