"""What the tutor's page shows of one day, read in a few statements whatever else is stored."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from digitutor_app.domain.calls import Call, Coming
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.visits import Visit
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT
from digitutor_app.store.withdrawals import still_holds

# An index of just these attempts finds the newest without looking at the others.
_SUCCESS = f"""
    SELECT "exercise", "data_set", "ended" FROM "attempt"
    WHERE "subject" = ? AND "end" = 'done' AND "mode" <> 'watch' AND {still_holds(ATTEMPT)}
    ORDER BY "ended" DESC, "id" DESC LIMIT 1
"""
_SKILLS = """
    SELECT "person_id", count(*) FROM "skill_sum"
    WHERE "person_id" IN (SELECT "value" FROM json_each(?)) AND "state" >= ?
    GROUP BY "person_id"
"""


@dataclass(frozen=True, slots=True)
class Success:
    """The last exercise that somebody has done."""

    exercise: str
    data_set: str
    ended: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonToday:
    """One person of a day, whoever was joined with them included.

    ``visits`` in order of arrival, at least one; ``calls`` in order; ``coming``: who is on the way
    and has not taken it back. ``position`` is read of who is here. ``skills``: how many skills
    have been done, with help at least.
    """

    person: Person
    visits: tuple[Visit, ...]
    position: Position | None
    calls: tuple[Call, ...]
    coming: tuple[Coming, ...]
    success: Success | None
    skills: int


def people_of_day(store: Store, day: date) -> list[PersonToday]:
    """Everybody who arrived on this day, in order of the first arrival; erased and deleted people
    are left out."""
    visits = store.visits.of_day(day)
    heads = {i: _head(store, i) for i in dict.fromkeys(visit.person_id for visit in visits)}
    stays: dict[str, list[Visit]] = {}
    for visit in visits:
        stays.setdefault(heads[visit.person_id].id, []).append(visit)
    people = {head.id: head for head in heads.values()}
    skills = _skills(store, heads)
    return [
        _today(store, people[head], of_one, sum(skills.get(i, 0) for i in _ids(head, of_one)))
        for head, of_one in stays.items()
        if people[head] is not _NOBODY
    ]


_NOBODY = Person(id="")


def _head(store: Store, person_id: str) -> Person:
    """The person who stands for this one; _NOBODY where nobody does."""
    seen: set[str] = set()
    while person_id not in seen:
        seen.add(person_id)
        into = store.people.joined_with(person_id)
        if not into:
            break
        person_id = into
    return store.people.get(person_id) or _NOBODY


def _ids(head: str, visits: Iterable[Visit]) -> list[str]:
    return list(dict.fromkeys([head, *(visit.person_id for visit in visits)]))


def _today(store: Store, person: Person, visits: list[Visit], skills: int) -> PersonToday:
    ids = _ids(person.id, visits)
    newest = visits[-1]
    successes = [found for i in ids if (found := _success(store, i)) is not None]
    calls = [call for i in ids for call in store.calls.of_person_since(i, newest.arrived)]
    here = newest.left is None
    return PersonToday(
        person=person,
        visits=tuple(visits),
        position=store.positions.get(newest.person_id) if here else None,
        calls=tuple(calls),
        coming=tuple(c for i in ids for c in store.calls.coming_to(i)) if here else (),
        success=max(successes, key=_ended, default=None),
        skills=skills,
    )


def _success(store: Store, person_id: str) -> Success | None:
    found = store.database.first(_SUCCESS, [person_id])
    if found is None:
        return None
    return Success(found[0], found[1], datetime.fromisoformat(found[2]))


def _ended(success: Success) -> datetime:
    return success.ended


def _skills(store: Store, ids: Iterable[str]) -> dict[str, int]:
    parameters = [json.dumps(list(ids)), int(SkillState.GUIDED)]
    return dict(store.database.rows(_SKILLS, parameters))
