"""A process that has everything loaded and forks writers; each writer saves until it is killed.

Commands come as JSON lines: {"folder", "round"}. The answer is the writer's process id. A writer
writes lines into the pipe it inherits: "seen N whole" for the round before it, then "saved N".
"""

import json
import os
import sys
from datetime import timedelta
from pathlib import Path

from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from digitutor_app.store.database import sqlite_utils_database
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.fakes.clock import FakeClock
from tests.store.makers import KEY, MORNING, a_step, after

OUTSTANDING = 3


def seen_whole(store, number):
    """How many steps of a round stand, and whether steps, position and visit say the same."""
    person, attempt = f"person-{number}", f"attempt-{number}"
    steps = [step.number for step in store.attempts.steps_of(attempt)]
    count = len(steps)
    position = store.positions.get(person)
    last_seen = [visit.last_seen for visit in store.visits.of_person(person)]
    whole = steps == list(range(1, count + 1)) and (
        (position is None and last_seen in ([], [MORNING]))
        if count == 0
        else position.snapshot == snapshot(count)
        and last_seen == [MORNING + timedelta(minutes=count)]
    )
    return count, whole


def snapshot(number):
    """A pretend computer that takes more than one page of the file."""
    return json.dumps({"number": number, "files": [str(number)] * 1500})


def write_until_killed(folder, number, report):
    worker = StoreWorker.start(lambda: open_store(folder / "practice.db", KEY, FakeClock()))
    count, whole = worker.ask(lambda store: seen_whole(store, number - 1))
    report(f"seen {count} {'whole' if whole else 'torn'}")
    person, attempt = f"person-{number}", f"attempt-{number}"
    worker.ask(lambda store: store.people.put(Person(id=person, code=f"a-{number}")))
    visit = Visit(id=f"visit-{number}", person_id=person, arrived=MORNING, last_seen=MORNING)
    worker.ask(lambda store: store.visits.put(visit))
    waiting = []
    for step_number in range(1, 1_000_000):
        at = MORNING + timedelta(minutes=step_number)
        step = a_step(person, step_number, at, attempt)

        def save(store, step=step):
            store.attempts.finish_step(step, after(step, snapshot(step.number)))
            return step.number

        told = worker.tell(save)
        told.add_done_callback(lambda done: report(f"saved {done.result()}"))
        waiting.append(told)
        if len(waiting) > OUTSTANDING:
            waiting.pop(0).result()


def answer(text):
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main():
    # Loads what a first opening would load, without opening anything.
    assert sqlite_utils_database
    import sqlite_utils.migrations  # noqa: F401

    pipe = int(sys.argv[1])
    for line in sys.stdin:
        command = json.loads(line)
        writer = os.fork()
        if writer == 0:
            write_until_killed(
                Path(command["folder"]),
                command["round"],
                lambda text: os.write(pipe, f"{text}\n".encode()),
            )
        answer(str(writer))
        os.waitpid(writer, 0)
        answer("ended")


if __name__ == "__main__":
    main()
