"""How well somebody has each skill, counted anew from every attempt that holds."""

import json
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, lru_cache
from itertools import islice
from typing import Any

import msgspec

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.skills import Data, SkillState, attempt_state, skill_state, state_alone
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.tables import OBSERVATION
from digitutor_app.store.values import canonical, time_text
from digitutor_app.store.withdrawals import still_holds

#: Mode, end, whether any step was done, and the hint as far as it matters.
_How = tuple[str, str, int, int]
# What one attempt says about its skills is in the columns from "exercise" to "hint". One text for
# all attempts of a person: many rows would take twice the time.
_DID = """
    SELECT "subject", json_group_array(json_array(
        "skills", "exercise", "data_set", "mode", "end", min("steps_done", 1), min("hint", 2),
        "ended"
    ))
    FROM "attempt" WHERE "subject" IN (SELECT "value" FROM json_each(?1))
    AND ("subject", "id") NOT IN (
        SELECT "subject", "id" FROM "withdrawn"
        WHERE "subject" IN (SELECT "value" FROM json_each(?1))
        UNION ALL SELECT "subject", "id" FROM "lost_copy"
        WHERE "subject" IN (SELECT "value" FROM json_each(?1))
    )
    GROUP BY "subject"
"""
_SEEN = f"""
    SELECT "subject", "skill" FROM "observation"
    WHERE "subject" IN (SELECT "value" FROM json_each(?1)) AND {still_holds(OBSERVATION)}
"""
_SUM = """
    INSERT INTO "skill_sum" ("person_id", "skill", "state", "attempts", "last")
    VALUES (?, ?, ?, ?, ?)
"""
_CLEAR = 'DELETE FROM "skill_sum" WHERE "person_id" = ?'
#: Skills, exercise, data set, mode, end, whether any step was done, the hint, when it ended.
_Did = tuple[str, str, str, str, str, int, int, str]
_rows = msgspec.json.Decoder(list[_Did]).decode
_ZONE = len("2026-03-02T09:00")
#: So many people's sums are written at once.
_AT_ONCE = 100


def count_people(database: StoreDatabase, people: Iterable[str]) -> None:
    """Count the skills of these people; in the transaction that has changed what they did."""
    coming = iter(people)
    while some := list(islice(coming, _AT_ONCE)):
        ids = [canonical(some)]
        did = {row[0]: _rows(row[1]) for row in database.rows(_DID, ids)}
        seen = set(database.rows(_SEEN, ids))
        sums = [line for each in did.items() for line in _sums_of(*each, seen)]
        database.run_each(_CLEAR, [[person_id] for person_id in some])
        database.run_each(_SUM, sums)


def _sums_of(
    person_id: str, did: Sequence[_Did], seen: Container[tuple[Any, ...]]
) -> Iterator[list[Any]]:
    # Attempts that were alike are counted together, and so are those with the same skills.
    alike: dict[tuple[Any, ...], list[str]] = {}
    for row in did:
        alike.setdefault(row[:-1], []).append(row[-1])
    # In one zone the texts have the order of the moments.
    moments = len({row[-1][_ZONE:] for row in did}) > 1
    together: dict[str, _Count] = {}
    for said, times in alike.items():
        count = together.get(said[0])
        if count is None:
            count = together[said[0]] = _Count()
        count.add(said[3:], said[1:3], list(map(_parsed, times)) if moments else times)
    counts: dict[str, _Count] = {}
    for skills, count in together.items():
        for skill in _skills(skills):
            counts.setdefault(skill, _Count()).add_all(count)
    for skill in sorted(counts):
        yield [person_id, skill, *counts[skill].sums((person_id, skill) in seen)]


@lru_cache(5000)
def _parsed(time: str) -> datetime:
    return datetime.fromisoformat(time)


def _moment(time: Any) -> datetime:
    return _parsed(time) if isinstance(time, str) else time


def _moments(times: Mapping[Data, Any]) -> dict[Data, datetime]:
    return {data: _moment(time) for data, time in times.items()}


class _Count:
    """The attempts at some skills: how many, how they were made, and of those made alone the first
    and the last with each data."""

    __slots__ = ("_first", "_hows", "_last", "_newest", "_number")

    def __init__(self) -> None:
        self._number = 0
        self._newest: Any = None
        self._hows: set[_How] = set()
        self._first: dict[Data, Any] = {}
        self._last: dict[Data, Any] = {}

    def add(self, how: _How, data: Data, ended: Sequence[Any]) -> None:
        """Attempts that were made alike and when they ended."""
        self._number += len(ended)
        last = max(ended)
        if self._newest is None or last > self._newest:
            self._newest = last
        self._hows.add(how)
        if _alone(how):
            first = min(ended)
            self._first[data] = min(self._first.get(data, first), first)
            self._last[data] = max(self._last.get(data, last), last)

    def add_all(self, other: "_Count") -> None:
        self._number += other._number
        if self._newest is None or other._newest > self._newest:
            self._newest = other._newest
        self._hows |= other._hows
        for data, ended in other._first.items():
            self._first[data] = min(self._first.get(data, ended), ended)
        for data, ended in other._last.items():
            self._last[data] = max(self._last.get(data, ended), ended)

    def _state(self, observed: bool) -> SkillState:
        # Beside what was done alone, nothing else counts; times count only there.
        if not self._first:
            return _helped(frozenset(self._hows), observed)
        if len(self._first) == 1:
            return _of_one_data(observed)
        return state_alone(_moments(self._first), _moments(self._last), observed=observed)

    def sums(self, observed: bool) -> list[Any]:
        """State, number and last of them, as they are kept."""
        state = self._state(observed)
        newest = self._newest if isinstance(self._newest, str) else time_text(self._newest)
        return [int(state), self._number, newest]


@cache
def _of_one_data(observed: bool) -> SkillState:
    """Alone with one data, at whatever times: only two of them can be apart."""
    times = {("", ""): _ANY_TIME}
    return state_alone(times, times, observed=observed)


@lru_cache(5000)
def _helped(hows: frozenset[_How], observed: bool) -> SkillState:
    return skill_state([_attempt(how) for how in hows], observed=observed)


@lru_cache(5000)
def _alone(how: _How) -> bool:
    """Whether exercise, data and time of such attempts matter (domain.skills)."""
    return attempt_state(_attempt(how)) is SkillState.ALONE


@lru_cache(5000)
def _skills(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(json.loads(text)))


_ANY_TIME = datetime.fromisoformat("2000-01-01T00:00+00:00")


def _attempt(how: _How) -> Attempt:
    mode, end, steps_done, hint = how
    return Attempt(
        id="",
        person_id="",
        exercise="",
        content_version="",
        data_set="",
        mode=Mode(mode),
        end=AttemptEnd(end),
        started=_ANY_TIME,
        ended=_ANY_TIME,
        steps_done=steps_done,
        hint=hint,
    )
