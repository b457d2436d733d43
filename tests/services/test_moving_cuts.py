"""The power goes anywhere while an attempt moves to another person: it is at one of the two."""

import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from digitutor_app.services.moving import Moving
from tests.faults.power_cuts import Disk
from tests.faults.recording import changes, library, missing
from tests.services.cut_moving import AINO, EILA, worker_of
from tests.services.test_gate_cuts import cut

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="the process that is cut is forked")
STEPS = ("step_done", "attempt", "withdrawn", "skill_sum")


def seen(worker):
    """By person: attempts, the steps of them, and what is counted of their skills."""

    def read(store):
        return [
            (
                attempts := store.attempts.of_person(person),
                [s.step for a in attempts for s in store.attempts.steps_of(a.id)],
                store.attempts.skill_states(person),
            )
            for person in (AINO, EILA)
        ]

    return worker.ask(read)


def rows(worker):
    return worker.ask(
        lambda store: {name: len(store.database.rows(f'SELECT * FROM "{name}"')) for name in STEPS}
    )


@forks
def test_after_a_cut_anywhere_it_is_at_one_of_the_two_and_the_move_can_be_repeated(tmp_path, clock):
    """Killed before and after each statement of the store: never at both, never at nobody; the
    steps and the skills are where the attempt is, and moving it once more completes it."""
    cuts = cut("cut_moving", tmp_path)
    assert cuts > 20
    worker = worker_of(tmp_path / "0")
    [attempt] = seen(worker)[0][0]
    before = seen(worker)
    whole = Moving(worker, clock).move(attempt, EILA)
    moved, complete = seen(worker), rows(worker)
    worker.close()
    assert before[1] == moved[0] == ([], [], {})
    assert moved[1][1:] == before[0][1:]
    assert len(before[0][1]) == 2
    assert before[0][2]
    outcomes = []
    for number in range(1, cuts + 1):
        worker = worker_of(tmp_path / str(number))
        found = seen(worker)
        assert found in (before, moved), number
        outcomes.append(found == moved)
        again = Moving(worker, clock).move(attempt, EILA)
        assert (None if outcomes[-1] else whole) == again, number
        assert seen(worker) == moved, number
        assert rows(worker) == complete, number
        worker.close()
    assert outcomes == sorted(outcomes)
    assert len(set(outcomes)) == 2


@pytest.mark.skipif(bool(missing()), reason=missing())
def test_whatever_of_it_came_to_the_disk_it_is_at_one_of_the_two(tmp_path, clock):
    """Before each change on the disk the power goes, and of what was not synced any part came."""
    subprocess.run(
        [sys.executable, "-m", "tests.services.cut_moving", str(tmp_path), "record"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, "LD_PRELOAD": str(library())},
        check=True,
        timeout=120,
    )
    disk, record = Disk(tmp_path / "before"), list(changes(tmp_path / "trace"))
    assert len(record) > 5
    before, moved = state_of(tmp_path / "before"), state_of(tmp_path / "home")
    assert before != moved
    dice = random.Random(7)
    found = []
    for number, change in enumerate([None, *record]):
        if change is not None:
            disk.follow(change)
        for piece in range(4):
            folder = tmp_path / f"{number}-{piece}"
            folder.mkdir()
            for name, content in disk.image(dice).items():
                (folder / name).write_bytes(content)
            found.append(state_of(folder))
            assert found[-1] in (before, moved), (number, piece)
            worker = worker_of(folder)
            Moving(worker, clock).move(before[0][0][0], EILA)
            worker.close()
            assert state_of(folder) == moved, (number, piece)
    assert found[0] == before
    assert found[-1] == moved


def state_of(folder):
    worker = worker_of(folder)
    try:
        return seen(worker)
    finally:
        worker.close()
