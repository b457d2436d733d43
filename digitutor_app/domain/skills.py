"""Skills and how well a person has them: the five states of domain/2, 2.0. States never go down."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
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


#: What a tutor's observation makes of a state (domain/2, 2.0: 1 to 2, and 3 to 4).
_RAISED = {SkillState.PRACTISED: SkillState.GUIDED, SkillState.ALONE: SkillState.CAN}


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
    """The state that one attempt alone gives to each of its skills; watching alone gives none."""
    if attempt.mode is Mode.WATCH:
        return SkillState.NOT_TRIED
    if attempt.end is not AttemptEnd.DONE:
        return SkillState.PRACTISED if attempt.steps_done else SkillState.NOT_TRIED
    if attempt.mode is Mode.GUIDED or attempt.hint >= 2:
        return SkillState.GUIDED
    return SkillState.ALONE


def skill_state(attempts: Iterable[Attempt], *, observed: bool = False) -> SkillState:
    """The state of a skill from every attempt that practised it (domain/2, 2.0).

    Who has watched and then tried has practised, even when no step got done. CAN needs ALONE in
    two different data sets, one of them at least 20 minutes after the other (a later session is
    always later than that). ``observed``: a tutor has seen it done; that raises PRACTISED to
    GUIDED and ALONE to CAN, and never lowers.
    """
    known = list(attempts)
    best = max((attempt_state(a) for a in known), default=SkillState.NOT_TRIED)
    if best is SkillState.NOT_TRIED and _watched_and_tried(known):
        best = SkillState.PRACTISED
    if best is SkillState.ALONE:
        return state_alone(*_times_alone(known), observed=observed)
    return _RAISED.get(best, best) if observed else best


#: The exercise and its data set.
Data = tuple[str, str]


def state_alone(
    first: Mapping[Data, datetime], last: Mapping[Data, datetime], *, observed: bool = False
) -> SkillState:
    """The state of a skill that was shown alone, from the first and the last success with each
    data: of each data set only these can be the ones that are apart."""
    apart = any(
        one != other and last[other] - first[one] >= APART for one in first for other in last
    )
    best = SkillState.CAN if apart else SkillState.ALONE
    return _RAISED.get(best, best) if observed else best


def _watched_and_tried(attempts: list[Attempt]) -> bool:
    watched = any(a.mode is Mode.WATCH and a.steps_done for a in attempts)
    return watched and any(a.mode is not Mode.WATCH for a in attempts)


def _times_alone(attempts: list[Attempt]) -> tuple[dict[Data, datetime], dict[Data, datetime]]:
    """When somebody succeeded alone with each data, first and last."""
    first: dict[Data, datetime] = {}
    last: dict[Data, datetime] = {}
    for attempt in attempts:
        if attempt_state(attempt) is SkillState.ALONE:
            data = attempt.exercise, attempt.data_set
            first[data] = min(first.get(data, attempt.ended), attempt.ended)
            last[data] = max(last.get(data, attempt.ended), attempt.ended)
    return first, last
