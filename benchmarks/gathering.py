"""One round with the stick: what the program takes of the three minutes in which one person gathers
twelve laptops, and how that grows with what the laptops hold.

Twelve people have sat at each laptop, or ten times as many; each has brought a fifth more since the
round before. The stick is a folder: a real one adds the time of its writing.
"""

import functools
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from benchmarks.measuring import Line, Size, milliseconds, seconds
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode, StepDone
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.store import rows
from digitutor_app.store.attempt_rows import step_row
from digitutor_app.store.store import Store
from digitutor_app.store.tables import STEP_DONE

if TYPE_CHECKING:
    from tests.services.room import Room

LAPTOPS = 12
#: Carrying a stick from table to table takes the rest of the three minutes: ten seconds each.
BUDGET = 60_000.0
#: Ten times the people may take ten times as long.
GROWTH = 10.0
EXERCISES_EACH, STEPS = 15, 5


def measure(folder: Path, size: Size) -> Iterator[Line]:
    few, many = size.of(12, 1), size.of(120, 2)
    small, large = (rounds(folder / str(people), people, size) for people in (few, many))
    for people, one in ((few, small), (many, large)):
        told = f"each laptop {milliseconds(one.delivered)}, the tutor's machine"
        told += f" {milliseconds(one.collected)}; {people} people a laptop"
        yield Line("gathering twelve laptops", one.whole * 1000, BUDGET, "ms", told)
    told = f"{many} people a laptop against {few}"
    yield Line("gathering more people", large.whole / small.whole, GROWTH, "x", told)


@dataclass(frozen=True, slots=True)
class Round:
    """Seconds: of one laptop, of the tutor's machine, and of everything one after the other."""

    delivered: float
    collected: float
    whole: float


def rounds(folder: Path, people: int, size: Size) -> Round:
    """The second round of a room whose laptops hold the records of so many people each."""
    laptops = size.of(LAPTOPS, 2)
    with a_room(folder) as room:
        beside = [room.joined(f"laptop{number}") for number in range(laptops)]
        taken: list[Round] = []
        for part in (4, 1):
            for laptop in beside:
                laptop.store(functools.partial(fill, people=people, fifths=part))
            delivered = [seconds(functools.partial(room.gather, laptop)) for laptop in beside]
            collected = seconds(functools.partial(room.desk.collect, room.stick))
            taken.append(Round(median(delivered), collected, sum(delivered) + collected))
        return taken[-1]


@contextmanager
def a_room(folder: Path) -> Iterator["Room"]:
    from tests.content.shelf import Shelf
    from tests.services.room import Room

    (folder / "room").mkdir(parents=True)
    room = Room(folder / "room", Shelf(folder / "exercises"), SystemClock())
    try:
        room.prepare()
        yield room
    finally:
        room.close()


def fill(store: Store, *, people: int, fifths: int) -> None:
    """New people, each with so many fifths of an afternoon's attempts and steps."""
    now = SystemClock().now()
    with store.transaction():
        for number in range(people):
            person = Person(id=new_id(), first_name=f"Aino {number}")
            store.people.put(person)
            for turn in range(EXERCISES_EACH * fifths // 5):
                add_attempt(store, person.id, turn, now - timedelta(minutes=5 * turn))


def add_attempt(store: Store, person_id: str, turn: int, ended: datetime) -> None:
    """An attempt with its steps."""
    attempt = Attempt(
        id=new_id(),
        person_id=person_id,
        exercise=f"files-{turn % 10 + 1:02}",
        content_version="1",
        data_set="a",
        mode=Mode.GUIDED if turn % 2 else Mode.ALONE,
        end=AttemptEnd.DONE,
        started=ended - timedelta(minutes=4),
        ended=ended,
        steps_done=STEPS,
        skills=(f"files.skill-{turn % 10}",),
        mistakes={"copied": 1},
    )
    for number in range(1, STEPS + 1):
        step = StepDone(
            id=new_id(),
            person_id=person_id,
            attempt_id=attempt.id,
            exercise=attempt.exercise,
            step=f"step-{number}",
            number=number,
            of=STEPS,
            mode=attempt.mode,
            at=ended,
        )
        rows.add_fact(store.database, STEP_DONE, step_row(step))
    store.attempts.add(attempt)
