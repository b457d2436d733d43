"""From much help to none: what one exercise asks for next (domain/2, 2.0 "fading")."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.skills import APART, SkillState, attempt_state, skill_state


class Due(IntEnum):
    """What an exercise waits for.

    NEW: never finished, so Ohjatusti. ALONE: finished with guidance, so Itse. VARIATION: succeeded
    alone once, so Toisin with other data. AGAIN: succeeded alone with two data sets, and it is
    time to repeat one of them, for "osaa". RESTING: the same, but it is not time yet. KNOWN: there
    is nothing left to do.
    """

    NEW = 0
    ALONE = 1
    VARIATION = 2
    AGAIN = 3
    RESTING = 4
    KNOWN = 5


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a person stands with one exercise: what is due, and how it would be done."""

    due: Due
    mode: Mode
    data_set: str


def standing(attempts: Iterable[Attempt], data: Sequence[str], now: datetime) -> Standing:
    """``attempts`` are the person's at this exercise; ``data`` are the exercise's data sets.

    An exercise with one data set has no variation: it is KNOWN after one success alone.
    """
    done = sorted(
        (a for a in attempts if a.mode is not Mode.WATCH and a.end is AttemptEnd.DONE),
        key=lambda a: a.ended,
    )
    if not done:
        return Standing(Due.NEW, Mode.GUIDED, data[0])
    following = _after(data, done[-1].data_set)
    alone = [a for a in done if attempt_state(a) is SkillState.ALONE]
    if not alone:
        return Standing(Due.ALONE, Mode.ALONE, following)
    used = {a.data_set for a in alone}
    unused = [data_set for data_set in data if data_set not in used]
    if len(data) == 1 or skill_state(alone) is SkillState.CAN:
        mode = Mode.ALONE if len(data) == 1 else Mode.VARIATION
        return Standing(Due.KNOWN, mode, following)
    if len(used) == 1 and unused:
        return Standing(
            Due.VARIATION, Mode.VARIATION, following if following in unused else unused[0]
        )
    # Another data set than in the first success, 20 minutes later, makes it "osaa".
    other = _after(data, alone[0].data_set)
    rested = now - alone[0].ended >= APART
    return Standing(Due.AGAIN if rested else Due.RESTING, Mode.VARIATION, other)


def may_vary(attempts: Iterable[Attempt]) -> bool:
    """Whether Toisin is open: after one success in mode Itse (domain/2, 2.0)."""
    return any(attempt_state(a) is SkillState.ALONE for a in attempts)


def _after(data: Sequence[str], data_set: str) -> str:
    """The data set that comes after this one; one that is gone counts as the last."""
    return data[(data.index(data_set) + 1) % len(data)] if data_set in data else data[0]
