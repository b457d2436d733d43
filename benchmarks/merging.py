"""Merging 100,000 attempts against the bare rows of the same library, and opening a large store.

Compared is the time in which this thread was at work; how long it took stands beside it.
"""

from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.measuring import Line, Size, Spent, in_turn, milliseconds, seconds, spent
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.ids import new_id, seeded
from digitutor_app.store import rows, values
from digitutor_app.store.merging import MergeReport, Role, RowRules, merge, outgoing
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT

#: Times of the bare rows; of the first merge; of opening an empty store.
FIRST, REPEATED, OPENING = 3.0, 1.0, 2.0
KEY = bytes(range(32))
FIRST_DAY = datetime(2026, 1, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))
#: So many attempts each person makes in one workshop, and so many people come to one.
ATTEMPTS_EACH, PEOPLE_A_DAY = 50, 12
EXERCISES = tuple(f"files-{number:02}" for number in range(1, 11))


def measure(folder: Path, size: Size) -> Iterator[Line]:
    merging = Merged(folder, size.of(100_000, 500))
    merging.in_turn(size.of(5, 1))
    bare, first, repeated = (told_of(times) for times in merging.times)
    for what, one, other, budget in (
        ("attempts merged against bare rows", first, bare, FIRST),
        ("the same bundle again", repeated, first, REPEATED),
    ):
        told = f"{merging.count:,}: {milliseconds(one.passed)} / {milliseconds(other.passed)};"
        told += f" at work {milliseconds(one.worked)} / {milliseconds(other.worked)}"
        yield Line(what, one.worked / other.worked, budget, "x", told)
    little, large = folder / "empty.db", folder / "large.db"
    attempts = size.of(1_000_000, 1_000)
    filled(little, 0).close()
    filled(large, attempts).close()
    empty, full = in_turn(size.of(15, 1), Opening(little).seconds, Opening(large).seconds)
    told = f"{attempts:,} attempts: {milliseconds(full)} / {milliseconds(empty)}"
    yield Line("opening a large store", full / empty, OPENING, "x", told)


class Merged:
    """The same attempts as bare rows and as lines of a bundle, each time into a new store."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count = count
        self._folder = folder
        self._number = 0
        self._store: Store | None = None
        #: Of bare rows, of the first merge, of the same again.
        self.times: tuple[list[Spent], ...] = ([], [], [])
        with closing(filled(folder / "source.db", count)) as source:
            self._lines = list(outgoing(source))
            names = ", ".join(f'"{name}"' for name in columns(source))
            self._rows = source.database.rows(f'SELECT {names} FROM "attempt"')
            marks = ", ".join("?" for _ in columns(source))
            self._insert = f'INSERT INTO "attempt" ({names}) VALUES ({marks})'

    def in_turn(self, rounds: int) -> None:
        for _round in range(rounds):
            for times, work in zip(
                self.times, (self._bare, self._first, self._repeated), strict=True
            ):
                times.append(work())

    def _bare(self) -> Spent:
        with closing(self._new()) as store:
            return spent(lambda: self._insert_all(store))

    def _first(self) -> Spent:
        self._store = self._new()
        return spent(self._merge)

    def _repeated(self) -> Spent:
        """Into the store of the first merge."""
        taken = spent(self._merge)
        if self._store is not None:
            self._store.close()
        return taken

    def _insert_all(self, store: Store) -> None:
        with store.transaction():
            store.database.run_each(self._insert, self._rows)

    def _merge(self) -> MergeReport:
        assert self._store is not None
        return merge(self._store, self._lines, RowRules(role=Role.PRACTICE, erasure_holds=never))

    def _new(self) -> Store:
        self._number += 1
        return open_store(self._folder / f"{self._number}.db", KEY, SystemClock())


def told_of(times: Sequence[Spent]) -> Spent:
    """The medians."""
    return Spent(median(one.passed for one in times), median(one.worked for one in times))


class Opening:
    """Opens a store and closes it again."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def seconds(self) -> float:
        opened: list[Store] = []
        taken = seconds(lambda: opened.append(open_store(self._path, KEY, SystemClock())))
        opened[0].close()
        return taken


def columns(store: Store) -> list[str]:
    return [
        name for (name,) in store.database.rows("SELECT name FROM pragma_table_info('attempt')")
    ]


def filled(path: Path, attempts: int) -> Store:
    """A store with so many attempts."""
    store = open_store(path, KEY, SystemClock())
    with store.transaction(), seeded(1):
        for number in range(attempts // ATTEMPTS_EACH):
            store.database.run_each(rows.fact_statement(ATTEMPT), of_person(number))
    return store


def of_person(number: int) -> list[list[Any]]:
    """The attempts of one person as rows, one every three minutes or so."""
    person_id, came = new_id(), FIRST_DAY + timedelta(days=number // PEOPLE_A_DAY)
    return [
        attempt_row(person_id, turn, came + timedelta(minutes=number % 7 + 3 * turn))
        for turn in range(ATTEMPTS_EACH)
    ]


def attempt_row(person_id: str, turn: int, started: datetime) -> list[Any]:
    said = {
        "exercise": EXERCISES[turn % len(EXERCISES)],
        "content_version": "1",
        "data_set": "ab"[turn % 2],
        "mode": ("guided", "alone")[turn % 2],
        "end": "done",
        "started": started,
        "ended": started + timedelta(minutes=2 + turn % 3),
        "steps_done": 5,
        "hint": turn % 3,
        "device": "pointer",
        "skills": [f"files.skill-{turn % 10}", f"files.skill-{(turn + 1) % 10}"],
        "mistakes": {"copied": 1, "parent_folder": 1 + turn % 2},
    }
    fitted = values.fit(ATTEMPT, said, {})
    digest = values.sha(values.payload(ATTEMPT, fitted))
    return [new_id(), person_id, digest, *fitted.values(), person_id]


def never(_subject: str, _at: int, _by: str, _signature: bytes) -> bool:
    return False
