"""What is counted per person and skill, counted anew for everybody about whom something came."""

import json
from collections.abc import Iterable
from datetime import datetime
from functools import lru_cache
from typing import Any

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.skills import skill_state
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.tables import ATTEMPT, OBSERVATION
from digitutor_app.store.values import time_text
from digitutor_app.store.withdrawals import still_holds

_DID = f"""
    SELECT "id", "skills", "exercise", "data_set", "mode", "end", min("steps_done", 1),
        min("hint", 2), "ended" FROM "attempt"
    WHERE "subject" = ? AND {still_holds(ATTEMPT)} ORDER BY "id", "sha"
"""
_SEEN = f'SELECT "skill" FROM "observation" WHERE "subject" = ? AND {still_holds(OBSERVATION)}'
_NOTE = """
    INSERT INTO "attempt_skill" ("person_id", "skill", "attempt_id") VALUES (?, ?, ?)
    ON CONFLICT DO NOTHING
"""
_SUM = """
    INSERT INTO "skill_sum" ("person_id", "skill", "state", "attempts", "last")
    VALUES (?, ?, ?, ?, ?)
"""


def count_people(database: StoreDatabase, people: Iterable[str]) -> None:
    """Note and count the skills of these people; in the transaction that has changed them."""
    for person_id in people:
        did = database.rows(_DID, [person_id])
        notes, kinds = _kinds(person_id, did)
        seen = {skill for (skill,) in database.rows(_SEEN, [person_id])}
        database.run_each(_NOTE, notes)
        database.run('DELETE FROM "skill_sum" WHERE "person_id" = ?', [person_id])
        database.run_each(
            _SUM, [kind.row(person_id, skill, skill in seen) for skill, kind in kinds.items()]
        )


class _Kind:
    """The attempts at one skill: of those that count the same, only the first and the last."""

    def __init__(self) -> None:
        self.count = 0
        self._ends: dict[tuple[Any, ...], tuple[datetime, datetime]] = {}

    def add(self, alike: tuple[Any, ...], ended: datetime) -> None:
        self.count += 1
        first, last = self._ends.get(alike, (ended, ended))
        self._ends[alike] = min(first, ended), max(last, ended)

    def row(self, person_id: str, skill: str, observed: bool) -> list[Any]:
        """What is kept of them."""
        attempts = [
            _attempt(alike, ended) for alike, ends in self._ends.items() for ended in set(ends)
        ]
        last = max(last for _first, last in self._ends.values())
        state = skill_state(attempts, observed=observed)
        return [person_id, skill, int(state), self.count, time_text(last)]


def _kinds(
    person_id: str, did: Iterable[tuple[Any, ...]]
) -> tuple[list[list[str]], dict[str, _Kind]]:
    """The notes of a person's attempts, and what they did by skill."""
    notes: list[list[str]] = []
    kinds: dict[str, _Kind] = {}
    for attempt_id, skills, *alike, ended in did:
        for skill in _skills(skills):
            notes.append([person_id, skill, attempt_id])
            kind = kinds.get(skill)
            if kind is None:
                kind = kinds[skill] = _Kind()
            kind.add(tuple(alike), _moment(ended))
    return notes, kinds


@lru_cache(1024)
def _skills(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(text)))


@lru_cache(4096)
def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _attempt(alike: tuple[Any, ...], ended: datetime) -> Attempt:
    """One attempt that stands for all that count the same (domain.skills)."""
    exercise, data_set, mode, end, steps_done, hint = alike
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
