"""What the tutor's page shows of one day, read in a few statements whatever else is stored."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from digitutor_app.domain.calls import Call, Coming
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.visits import Visit
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT
from digitutor_app.store.withdrawals import still_holds

# An index of just these attempts finds the newest without looking at the others. Times are full
# minutes: several can be the newest, and ids at random decide nothing.
_MOST_AT_ONCE: Final = 8
_SUCCESSES = f"""
    SELECT "exercise", "data_set", "ended", "started" FROM "attempt"
    WHERE "subject" = ? AND "end" = 'done' AND "mode" <> 'watch' AND {still_holds(ATTEMPT)}
    ORDER BY "ended" DESC LIMIT {_MOST_AT_ONCE}
"""
_SKILLS = """
    SELECT "person_id", count(*) FROM "skill_sum"
    WHERE "person_id" IN (SELECT "value" FROM json_each(?)) AND "state" >= ?
    GROUP BY "person_id"
"""


@dataclass(frozen=True, slots=True)
class Success:
    """An exercise that somebody has done; ``started`` is None where nobody knows."""

    exercise: str
    data_set: str
    ended: datetime
    started: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonToday:
    """One person of a day, whoever was joined with them included.

    ``visits`` in order of arrival, at least one; ``calls`` in order; ``coming``: who is on the way
    and has not taken it back. ``position`` is read of who is here. ``successes`` are all of the
    newest minute. ``skills``: how many skills have been done, with help at least.
    """

    person: Person
    visits: tuple[Visit, ...]
    position: Position | None
    calls: tuple[Call, ...]
    coming: tuple[Coming, ...]
    successes: tuple[Success, ...]
    skills: int


def people_of_day(store: Store, day: date) -> list[PersonToday]:
    """Everybody who arrived on this day, in order of the first arrival; erased and deleted people
    are left out."""
    visits = store.visits.of_day(day)
    everybody = dict.fromkeys(visit.person_id for visit in visits)
    heads = {i: store.people.stands_for(i) or _NOBODY for i in everybody}
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


def _ids(head: str, visits: Iterable[Visit]) -> list[str]:
    return list(dict.fromkeys([head, *(visit.person_id for visit in visits)]))


def _today(store: Store, person: Person, visits: list[Visit], skills: int) -> PersonToday:
    ids = _ids(person.id, visits)
    newest = visits[-1]
    found = [success for i in ids for success in _successes(store, i)]
    last = max((success.ended for success in found), default=None)
    calls = [call for i in ids for call in store.calls.of_person_since(i, newest.arrived)]
    here = newest.left is None
    return PersonToday(
        person=person,
        visits=tuple(visits),
        position=store.positions.get(newest.person_id) if here else None,
        calls=tuple(calls),
        coming=tuple(c for i in ids for c in store.calls.coming_to(i)) if here else (),
        successes=tuple(success for success in found if success.ended == last),
        skills=skills,
    )


def _successes(store: Store, person_id: str) -> list[Success]:
    return [
        Success(exercise, data_set, datetime.fromisoformat(ended), _time(started))
        for exercise, data_set, ended, started in store.database.rows(_SUCCESSES, [person_id])
    ]


def _time(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _skills(store: Store, ids: Iterable[str]) -> dict[str, int]:
    parameters = [json.dumps(list(ids)), int(SkillState.GUIDED)]
    return dict(store.database.rows(_SKILLS, parameters))
