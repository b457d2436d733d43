"""Moves an attempt to another person again and again, killed one statement of the store later each
time.

``python -m tests.services.cut_moving FOLDER``: see tests.services.cutting. What the store writes to
the disk nobody hears of, so it tells before and after each of its statements. With a second word
it moves once, and every change on the disk is recorded in FOLDER/trace (see tests.faults).
"""

import shutil
import sys
from pathlib import Path

from digitutor_app.domain.people import Person
from digitutor_app.services.moving import Moving
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.fakes.clock import FakeClock
from tests.faults.recording import Fault, begin
from tests.services.cutting import count_from_here, cut_everywhere
from tests.store.makers import KEY, a_step, after, an_attempt

AINO, EILA = "01900000-0000-7000-8000-00000000000a", "01900000-0000-7000-8000-00000000000e"
STORE = "practice.db"
execute, run_each = StoreDatabase.execute, StoreDatabase.run_each


def and_tell(statement):
    """The power may go before a statement and after it, that which ends all of them too."""

    def it(database, *arguments):
        sys.audit("cut", str(database.path))
        done = statement(database, *arguments)
        sys.audit("cut", str(database.path))
        return done

    return it


def worker_of(folder):
    return StoreWorker.start(lambda: open_store(folder / STORE, KEY, FakeClock()))


def prepare(folder):
    """Aino has an attempt with two steps, and Eila has none."""
    folder.mkdir()
    worker = worker_of(folder)

    def keep(store):
        store.people.put(Person(id=AINO, code="sininen-kettu-27"))
        store.people.put(Person(id=EILA, code="vihreä-kuusi-14"))
        attempt = an_attempt(AINO)
        for number in (1, 2):
            step = a_step(AINO, number, attempt_id=attempt.id)
            store.attempts.finish_step(step, after(step))
        store.attempts.add(attempt)

    worker.ask(keep)
    worker.close()


def move(folder):
    worker = worker_of(folder)
    [attempt] = worker.ask(lambda store: store.attempts.of_person(AINO))
    count_from_here()
    Moving(worker, FakeClock()).move(attempt, EILA)
    worker.close()


def record(whole):
    """``whole``/before is as it was when the record begins."""
    prepare(whole / "home")
    shutil.copytree(whole / "home", whole / "before")
    begin(whole / "home", whole / "trace", Fault())
    move(whole / "home")


if __name__ == "__main__" and sys.argv[2:]:
    record(Path(sys.argv[1]))
elif __name__ == "__main__":
    StoreDatabase.execute, StoreDatabase.run_each = and_tell(execute), and_tell(run_each)
    cut_everywhere(Path(sys.argv[1]), prepare, move)
