"""A saved step against a bare insert and commit of the same library.

Measured when both logs have reached their size: before, each commit makes its file longer, which
costs the system more than the row.
"""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measuring import Line, Size, Spent, milliseconds, spent
from digitutor_app.domain.attempts import Mode, StepDone
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.visits import Visit
from digitutor_app.store import engine
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store

BUDGET = 2.0
KEY = bytes(range(32))
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))
#: A practice computer in mid-exercise, as text.
SNAPSHOT = "x" * 2000


def measure(folder: Path, size: Size) -> Iterator[Line]:
    store = open_store(folder / "ours.db", KEY, SystemClock())
    with closing(store), closing(bare_connection(folder / "bare.db")) as connection:
        people = [some_person(store) for _person in range(10)]
        settle(store, people, connection, size.of(1500, 10))
        for what, minutes in (("same minute", 0), ("a minute later", 1)):
            steps = Steps(store, people, minutes)
            ours, bare = [], []
            for _round in range(size.of(400, 20)):
                ours.append(steps.save())
                bare.append(spent(insert_into(connection)))
            passed = [median(one.passed for one in each) for each in (ours, bare)]
            worked = [median(one.worked for one in each) for each in (ours, bare)]
            told = f"{milliseconds(passed[0])} / {milliseconds(passed[1])}; at work"
            told += f" {milliseconds(worked[0])} / {milliseconds(worked[1])}"
            yield Line(f"a step saved, {what}", passed[0] / passed[1], BUDGET, "x", told)


def settle(store: Store, people: list[Person], connection: Any, rounds: int) -> None:
    """Save so often that the logs have been written back and are used anew."""
    steps = Steps(store, people, 0)
    for _round in range(rounds):
        steps.save()
        insert_into(connection)()


class Steps:
    """Saves step after step, each ``minutes`` later than the last one of that person."""

    def __init__(self, store: Store, people: list[Person], minutes: int) -> None:
        self._store = store
        self._people = people
        self._minutes = minutes
        self._number = 0

    def save(self) -> Spent:
        """What the next step took."""
        person = self._people[self._number % len(self._people)]
        rounds = self._number // len(self._people) + 1
        self._number += 1
        step = a_step(person.id, MORNING + timedelta(minutes=rounds * self._minutes))
        position = Position(
            person_id=person.id,
            exercise=step.exercise,
            attempt_id=step.attempt_id,
            snapshot=SNAPSHOT,
            saved=step.at,
        )
        return spent(lambda: self._store.attempts.finish_step(step, position))


def some_person(store: Store) -> Person:
    person = Person(id=new_id(), code="sininen-kettu-27", first_name="Aino")
    store.people.put(person)
    visit = Visit(id=new_id(), person_id=person.id, arrived=MORNING, last_seen=MORNING)
    store.visits.put(visit)
    return person


def a_step(person_id: str, at: datetime) -> StepDone:
    return StepDone(
        id=new_id(),
        person_id=person_id,
        attempt_id=new_id(),
        exercise="files-04",
        step="choose",
        number=1,
        of=6,
        mode=Mode.GUIDED,
        at=at,
        hint=1,
        mistakes={"copied": 1},
    )


def bare_connection(path: Path) -> Any:
    """The same library, key and promises to the disk, and one table."""
    connection = engine.connect(path, KEY)
    engine.prepare(connection, path)
    connection.execute(
        "CREATE TABLE step (id TEXT PRIMARY KEY, person TEXT, attempt TEXT, exercise TEXT,"
        " step TEXT, number INTEGER, at TEXT, mistakes TEXT)"
    )
    return connection


def insert_into(connection: Any) -> Callable[[], None]:
    said = [new_id(), new_id(), new_id(), "files-04", "choose", 1, MORNING.isoformat(), "{}"]

    def insert() -> None:
        connection.execute("BEGIN")
        connection.execute("INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, ?, ?)", said)
        connection.execute("COMMIT")

    return insert
