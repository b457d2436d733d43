"""How well somebody has each skill, counted anew from every attempt that holds."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.skills import Data, SkillState, attempt_state, skill_state, state_alone
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.tables import OBSERVATION
from digitutor_app.store.values import time_text
from digitutor_app.store.withdrawals import still_holds

# What one attempt says about its skills is in the columns from "exercise" to "hint".
_DID = """
    SELECT "skills", "exercise", "data_set", "mode", "end", min("steps_done", 1), min("hint", 2),
        "ended"
    FROM "attempt" WHERE "subject" = ?1 AND "id" NOT IN (
        SELECT "id" FROM "withdrawn" WHERE "subject" = ?1
        UNION ALL SELECT "id" FROM "lost_copy" WHERE "subject" = ?1
    )
"""
_SEEN = f'SELECT "skill" FROM "observation" WHERE "subject" = ? AND {still_holds(OBSERVATION)}'
_SUM = """
    INSERT INTO "skill_sum" ("person_id", "skill", "state", "attempts", "last")
    VALUES (?, ?, ?, ?, ?)
"""
_ZONE = len("2026-03-02T09:00")


def count_people(database: StoreDatabase, people: Iterable[str]) -> None:
    """Count the skills of these people; in the transaction that has changed what they did."""
    for person_id in people:
        did = database.rows(_DID, [person_id])
        # In one zone the texts have the order of the moments.
        moments = len({row[-1][_ZONE:] for row in did}) > 1
        times: dict[tuple[Any, ...], list[Any]] = {}
        for row in did:
            ended = datetime.fromisoformat(row[-1]) if moments else row[-1]
            times.setdefault(row[:-1], []).append(ended)
        counts: dict[str, _Count] = {}
        for (skills, *kind), ended in times.items():
            ends = min(ended), max(ended)
            for skill in _skills(skills):
                count = counts.get(skill)
                if count is None:
                    count = counts[skill] = _Count()
                count.add(tuple(kind), len(ended), ends)
        seen = {skill for (skill,) in database.rows(_SEEN, [person_id])}
        database.run('DELETE FROM "skill_sum" WHERE "person_id" = ?', [person_id])
        sums = [[person_id, skill, *count.sums(skill in seen)] for skill, count in counts.items()]
        database.run_each(_SUM, sums)


def _moment(time: Any) -> datetime:
    return datetime.fromisoformat(time) if isinstance(time, str) else time


def _moments(times: Mapping[Data, Any]) -> dict[Data, datetime]:
    return {data: _moment(time) for data, time in times.items()}


class _Count:
    """The attempts at one skill: of those that count the same, only the first and the last."""

    __slots__ = ("_ends", "_number")

    def __init__(self) -> None:
        self._number = 0
        self._ends: dict[tuple[Any, ...], tuple[Any, Any]] = {}

    def add(self, kind: tuple[Any, ...], number: int, ends: tuple[Any, Any]) -> None:
        self._number += number
        first, last = self._ends.get(kind, ends)
        self._ends[kind] = min(first, ends[0]), max(last, ends[1])

    def sums(self, observed: bool) -> list[Any]:
        """State, number and last of them, as they are kept."""
        first: dict[Data, Any] = {}
        last: dict[Data, Any] = {}
        for kind, (begin, end) in self._ends.items():
            if _alone(kind):
                data = kind[0], kind[1]
                first[data] = min(first.get(data, begin), begin)
                last[data] = max(last.get(data, end), end)
        # Beside what was done alone, nothing else counts; times count only there.
        state = (
            state_alone(_moments(first), _moments(last), observed=observed)
            if first
            else _helped(frozenset(kind[2:] for kind in self._ends), observed)
        )
        newest = _moment(max(end for _begin, end in self._ends.values()))
        return [int(state), self._number, time_text(newest)]


@lru_cache(5000)
def _helped(kinds: frozenset[tuple[Any, ...]], observed: bool) -> SkillState:
    attempts = [_attempt(("", "", *kind)) for kind in kinds]
    return skill_state(attempts, observed=observed)


@lru_cache(5000)
def _alone(kind: tuple[Any, ...]) -> bool:
    """Whether exercise, data and time of such attempts matter (domain.skills)."""
    return attempt_state(_attempt(kind)) is SkillState.ALONE


@lru_cache(5000)
def _skills(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(text)))


_ANY_TIME = datetime.fromisoformat("2000-01-01T00:00+00:00")


def _attempt(kind: tuple[Any, ...]) -> Attempt:
    exercise, data_set, mode, end, steps_done, hint = kind
    return Attempt(
        id="",
        person_id="",
        exercise=exercise,
        content_version="",
        data_set=data_set,
        mode=Mode(mode),
        end=AttemptEnd(end),
        started=_ANY_TIME,
        ended=_ANY_TIME,
        steps_done=steps_done,
        hint=hint,
    )
