"""What a saved step costs, as a ratio to a bare insert and commit of the same library."""

import statistics
import time

import pytest

from digitutor_app.store import engine
from tests.store.makers import KEY, a_person, a_step, a_visit, after

ROUNDS = 5
STEPS = 60
MOST = 2.0
# Below this the disk takes nothing for a promise to keep, and there is nothing to compare with.
SYNCS = 1.5


class Bare:
    """An insert and a commit, with nothing around them."""

    def __init__(self, path, synchronous):
        self.connection = engine.connect(path, KEY)
        engine.prepare(self.connection, path)
        self.connection.execute(f"PRAGMA synchronous={synchronous}")
        self.connection.execute(
            "CREATE TABLE step (id TEXT PRIMARY KEY, person TEXT, attempt TEXT, exercise TEXT, "
            "step TEXT, number INTEGER, at TEXT, mistakes TEXT)"
        )

    def insert(self, step):
        said = [step.id, step.person_id, step.attempt_id, step.exercise, step.step, step.number]
        self.connection.execute("BEGIN")
        self.connection.execute(
            "INSERT INTO step VALUES (?, ?, ?, ?, ?, ?, '2026-03-02T09:00+02:00', '{}')", said
        )
        self.connection.execute("COMMIT")


@pytest.fixture
def bare(tmp_path):
    pair = Bare(tmp_path / "bare.db", "FULL"), Bare(tmp_path / "unsafe.db", "OFF")
    yield pair
    for one in pair:
        one.connection.close()


def seconds(work, *arguments):
    begun = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - begun


def test_a_saved_step_costs_at_most_two_bare_inserts(store, bare):
    full, unsafe = bare
    people = [a_person() for _person in range(10)]
    for person in people:
        store.people.put(person)
        store.visits.put(a_visit(person.id))
    ratios, syncs = [], []
    for number in range(ROUNDS):
        took = {"ours": [], "bare": [], "unsafe": []}
        for place in range(STEPS):
            person = people[place % 10]
            step = a_step(person.id, attempt_id=f"{person.id[:30]}-{number}")
            position = after(step, "x" * 2000)
            took["unsafe"].append(seconds(unsafe.insert, step))
            took["bare"].append(seconds(full.insert, step))
            took["ours"].append(seconds(store.attempts.finish_step, step, position))
        middle = {name: statistics.median(times) for name, times in took.items()}
        ratios.append(middle["ours"] / middle["bare"])
        syncs.append(middle["bare"] / middle["unsafe"])
    if max(syncs) < SYNCS:
        pytest.skip(f"this disk does not sync: {max(syncs):.2f}")
    assert min(ratios) <= MOST
