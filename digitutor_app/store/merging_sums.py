"""What is counted per person and skill, counted anew for everybody about whom something came."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.skills import SkillState, attempt_state, skill_state
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.tables import OBSERVATION
from digitutor_app.store.values import time_text
from digitutor_app.store.withdrawals import still_holds

_DID = """
    SELECT "id", "skills", "exercise", "data_set", "mode", "end", min("steps_done", 1),
        min("hint", 2), "ended" FROM "attempt" WHERE "subject" = ?
"""
_NOT = """
    SELECT "id" FROM "withdrawn" WHERE "subject" = ?1
    UNION ALL SELECT "id" FROM "lost_copy" WHERE "subject" = ?1
"""
_SEEN = f'SELECT "skill" FROM "observation" WHERE "subject" = ? AND {still_holds(OBSERVATION)}'
_NOTED = 'SELECT "skill", "attempt_id" FROM "attempt_skill" WHERE "person_id" = ?'
_NOTE = 'INSERT INTO "attempt_skill" ("person_id", "skill", "attempt_id") VALUES (?, ?, ?)'
_SUM = """
    INSERT INTO "skill_sum" ("person_id", "skill", "state", "attempts", "last")
    VALUES (?, ?, ?, ?, ?)
"""


def count_people(database: StoreDatabase, people: Iterable[str]) -> None:
    """Note and count the skills of these people; in the transaction that has changed them."""
    for person_id in people:
        left_out = {row_id for (row_id,) in database.rows(_NOT, [person_id])}
        noted = set(database.rows(_NOTED, [person_id]))
        counts: dict[str, _Count] = {}
        for attempt_id, skills, *alike, ended in database.rows(_DID, [person_id]):
            if attempt_id in left_out:
                continue
            kind = tuple(alike)
            for skill in _skills(skills):
                noted.add((skill, attempt_id))
                count = counts.get(skill)
                if count is None:
                    count = counts[skill] = _Count()
                count.add(kind, ended)
        _write(database, person_id, noted, counts)


def _write(
    database: StoreDatabase,
    person_id: str,
    noted: set[tuple[str, str]],
    counts: "dict[str, _Count]",
) -> None:
    new = sorted(noted.difference(database.rows(_NOTED, [person_id])))
    database.run_each(_NOTE, [[person_id, *note] for note in new])
    seen = {skill for (skill,) in database.rows(_SEEN, [person_id])}
    database.run('DELETE FROM "skill_sum" WHERE "person_id" = ?', [person_id])
    sums = [[person_id, skill, *count.sums(skill in seen)] for skill, count in counts.items()]
    database.run_each(_SUM, sums)


class _Count:
    """The attempts at one skill: of those that count the same, only the first and the last."""

    __slots__ = ("_ends", "_number")

    def __init__(self) -> None:
        self._number = 0
        self._ends: dict[tuple[Any, ...], tuple[datetime, datetime]] = {}

    def add(self, kind: tuple[Any, ...], ended: str) -> None:
        self._number += 1
        moment = _moment(ended)
        first, last = self._ends.get(kind) or (moment, moment)
        self._ends[kind] = (
            (moment if moment < first else first),
            (moment if moment > last else last),
        )

    def sums(self, observed: bool) -> list[Any]:
        """State, number and last of them, as they are kept."""
        attempts: dict[object, Attempt] = {}
        for kind, ends in self._ends.items():
            if _alone(kind):
                attempts |= {(kind, ended): _attempt(kind, ended) for ended in ends}
            else:
                attempts[kind[2:]] = _attempt(kind, _ANY_TIME)
        state = skill_state(attempts.values(), observed=observed)
        return [int(state), self._number, time_text(max(last for _, last in self._ends.values()))]


@lru_cache(20_000)
def _alone(kind: tuple[Any, ...]) -> bool:
    """Whether exercise, data and time of such attempts matter (domain.skills)."""
    return attempt_state(_attempt(kind, _ANY_TIME)) is SkillState.ALONE


@lru_cache(20_000)
def _skills(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(text)))


@lru_cache(20_000)
def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


_ANY_TIME = datetime.fromisoformat("2000-01-01T00:00+00:00")


@lru_cache(20_000)
def _attempt(kind: tuple[Any, ...], ended: datetime) -> Attempt:
    exercise, data_set, mode, end, steps_done, hint = kind
    return Attempt(
        id="",
        person_id="",
        exercise=exercise,
        content_version="",
        data_set=data_set,
        mode=Mode(mode),
        end=AttemptEnd(end),
        started=ended,
        ended=ended,
        steps_done=steps_done,
        hint=hint,
    )
