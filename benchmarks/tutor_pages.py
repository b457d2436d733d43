"""Opening "Nyt" and a person's page over stores of three sizes: they cost what is shown.

And the page of somebody who has practised for a year.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain, count, islice
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.clicks import KEY, rest
from benchmarks.measuring import Line, Size, Spent, milliseconds, spent
from digitutor_app.app.collector import ScreenCollector
from digitutor_app.app.compose import Parts, compose, compose_tutor
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode, StepDone
from digitutor_app.domain.clock import Clock, SystemClock
from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.visits import Visit
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.services.context import TutorContext
from digitutor_app.store import rows, values
from digitutor_app.store.attempt_rows import attempt_row, step_row
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT, STEP_DONE
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look

SIZES, LITTLE = (10_000, 100_000, 1_000_000), (500, 1_000)
#: Milliseconds; and what the largest store may cost against the smallest: "flat".
OPENING, FLAT = 100.0, 1.25
TODAY = 40
ATTEMPTS_EACH, VISITS_EACH, STEPS_EACH = 50, 4, 6
#: How often somebody has practised who has come for a year.
LONG = 600
SKILLS = ("files.open", "files.move", "files.copy", "files.name")


def measure(folder: Path, size: Size) -> Iterator[Line]:
    app = QApplication.instance() or QApplication([])
    load_fonts()
    sizes = LITTLE if size.quick else SIZES
    costs = opening(folder, sizes, size.of(15, 1))
    for attempts, (now, person, _long) in zip(sizes, costs, strict=True):
        yield told_of(f"Nyt, {attempts:,} attempts", now)
        yield told_of(f"a person, {attempts:,} attempts", person)
    yield told_of(f"a person who has {LONG} of them", costs[-1][2])
    for place, name in enumerate(("Nyt", "a person")):
        times = [median(one.together for one in of_size[place]) for of_size in costs]
        told = f"{milliseconds(times[-1])} / {milliseconds(times[0])} at work"
        what = f"{name}, {sizes[-1]:,} against {sizes[0]:,}"
        yield Line(what, times[-1] / times[0], FLAT, "x", told)
    del app


def told_of(what: str, costs: list[Spent]) -> Line:
    """The median of the times that passed; what was work stands beside it."""
    passed, worked, together = (
        median(getattr(one, name) for one in costs) for name in ("passed", "worked", "together")
    )
    told = f"of which the screen at work {milliseconds(worked)}, with the store's thread"
    told += f" {milliseconds(together)}; {TODAY} people of today"
    return Line(what, passed * 1000, OPENING, "ms", told)


def opening(folder: Path, sizes: Sequence[int], rounds: int) -> list[list[list[Spent]]]:
    """What opening "Nyt", a person's page and that of somebody who came often took, from the wish
    to the picture, by size of the store.

    In one window, and in turn: a busy moment meets the stores of all sizes.
    """
    clock, window, collector = SystemClock(), MainWindow(Look()), ScreenCollector()
    with ExitStack() as stack:
        openers = [
            stack.enter_context(filled(folder / str(attempts), attempts, clock, window))
            for attempts in sizes
        ]
        stack.callback(collector.stop)
        stack.callback(window.close)
        window.resize(1366, 728)
        window.show()
        turns = [(opener.now, opener.person, opener.long) for opener in openers]
        for act in chain.from_iterable(turns):
            act()  # the first one reads the words of exercises from files
        costs: list[list[list[Spent]]] = [[[] for _act in acts] for acts in turns]
        for _round in range(rounds):
            for of_size, acts in zip(costs, turns, strict=True):
                for own, act in zip(of_size, acts, strict=True):
                    own.append(act())
        return costs


@contextmanager
def filled(folder: Path, attempts: int, clock: Clock, window: MainWindow) -> Iterator["Opener"]:
    """Inside, a store with so many attempts whose pages can be opened."""
    folder.mkdir(parents=True)
    data = DataFolder(folder)
    parts = compose(data, clock, lambda: open_store(data.practice_store, KEY, clock))
    worker = StoreWorker.start(lambda: open_store(folder / "tutor.db", KEY, clock))
    try:
        parts.context.worker.ask(lambda store: fill(store, attempts, clock.now()))
        yield Opener(window, parts, compose_tutor(parts.context, worker))
    finally:
        parts.background.close()
        worker.close()
        parts.context.worker.close()


class Opener:
    """Opens a tutor's page and waits until it has been painted."""

    def __init__(self, window: MainWindow, parts: Parts, tutor: TutorContext) -> None:
        self._window = window
        self._parts = parts
        self._tutor = tutor

    def now(self) -> Spent:
        return self._open(self._now)

    def person(self) -> Spent:
        return self._open(self._person)

    def long(self) -> Spent:
        return self._open(self._long)

    def _open(self, make: Callable[[], QWidget]) -> Spent:
        taken = spent(lambda: self._show(make()))
        # In the program, pages that have gone are deleted when its loop comes round.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # type: ignore[call-overload] # None is everybody
        return taken

    def _now(self) -> QWidget:
        return NowScreen(self._window.look, self._parts.context, self._tutor)

    def _person(self) -> QWidget:
        return PersonScreen(self._window.look, self._parts.context, self._tutor, an_id(0))

    def _long(self) -> QWidget:
        return PersonScreen(self._window.look, self._parts.context, self._tutor, LONG_ID)

    def _show(self, page: QWidget) -> None:
        self._window.show_page(page)
        rest()


def an_id(number: int) -> str:
    """A made-up id of a person."""
    return f"00000000-0000-4000-8000-{number:012}"


LONG_ID = an_id(999_999_999_999)


def fill(store: Store, attempts: int, now: datetime) -> None:
    """So many attempts by people who came earlier, TODAY people who are here, and LONG attempts by
    one more."""
    people = max(TODAY, attempts // ATTEMPTS_EACH)
    with store.transaction():
        for number in range(people):
            person = Person(
                id=an_id(number), code=f"sininen-kettu-{number % 90 + 10}", first_name="Aino"
            )
            store.people.put(person)
            for back in range(VISITS_EACH):
                if back or number < TODAY:
                    store.visits.put(a_visit(person.id, now, back, number))
            if number < TODAY:
                add_steps(store, person.id, now)
        store.database.run_each(_INSERT, attempt_rows(attempts, people, now))
        store.database.run_each(_SUM, sums(people, now))
        store.people.put(Person(id=LONG_ID, code="sininen-kettu-27", first_name="Eino"))
        for number in range(LONG):
            own = an_attempt(number, now)
            own_id = f"00000000-0000-4000-a000-{number:012}"
            store.attempts.add(replace(own, id=own_id, person_id=LONG_ID))


def add_steps(store: Store, person_id: str, now: datetime) -> None:
    """Those of all attempts: the last moment of a visit that is open is found among them."""
    for number in range(ATTEMPTS_EACH * STEPS_EACH):
        at = now - timedelta(minutes=30, days=number // STEPS_EACH)
        step = StepDone(
            id=f"step-{number}",
            person_id=person_id,
            attempt_id=an_id(number // STEPS_EACH),
            exercise="files-04",
            step="choose",
            number=1 + number % STEPS_EACH,
            of=STEPS_EACH,
            mode=Mode.GUIDED,
            at=at,
        )
        rows.add_fact(store.database, STEP_DONE, step_row(step))


_INSERT = rows.fact_statement(ATTEMPT)  # the store's own statement, for many rows at once
_SUM = """
    INSERT INTO "skill_sum" ("person_id", "skill", "state", "attempts", "last")
    VALUES (?, ?, ?, ?, ?)
"""


def a_visit(person_id: str, now: datetime, back: int, number: int) -> Visit:
    """Today's (open) or one of earlier days, spread over a year."""
    day = now - timedelta(days=back * (1 + number % 90), hours=1)
    left = day + timedelta(hours=1) if back else None
    visit_id = f"00000000-0000-4000-8{back:03}-{number:012}"
    last_seen = left or now - timedelta(minutes=2)
    return Visit(id=visit_id, person_id=person_id, arrived=day, last_seen=last_seen, left=left)


def attempt_rows(attempts: int, people: int, now: datetime) -> Iterator[list[object]]:
    """Rows as the store makes them, person by person; what they say repeats."""
    said = [saying(number, now) for number in range(ATTEMPTS_EACH)]
    for number in range(attempts):
        subject = an_id(number % people)
        digest, fitted = said[number // people % ATTEMPTS_EACH]
        yield [attempt_id(number), subject, digest, *fitted, subject]


def saying(number: int, now: datetime) -> tuple[str, list[object]]:
    """The sha and the SQL values of one kind of attempt."""
    attempt = an_attempt(number, now)
    fitted = values.fit(ATTEMPT, attempt_row(attempt).values, {})
    return values.sha(values.payload(ATTEMPT, fitted)), list(fitted.values())


def an_attempt(number: int, now: datetime) -> Attempt:
    """One kind of attempt of a made-up person, made on one of many days."""
    ended = (now - timedelta(days=1 + number * 3)).replace(second=0, microsecond=0)
    return Attempt(
        id=an_id(0),
        person_id=an_id(0),
        exercise=("files-01", "files-04", "files-07")[number % 3],
        content_version="1",
        data_set="a",
        mode=Mode.GUIDED if number % 2 else Mode.ALONE,
        end=AttemptEnd.DONE,
        started=ended - timedelta(minutes=5),
        ended=ended,
        steps_done=5,
        skills=(SKILLS[number % len(SKILLS)],),
        mistakes={"copied": 1},
    )


def attempt_id(number: int) -> str:
    return f"00000000-0000-4000-9000-{number:012}"


def sums(people: int, now: datetime) -> Iterator[list[object]]:
    for number, skill in islice(((n, s) for n in count() for s in SKILLS), people * len(SKILLS)):
        state = int(SkillState.ALONE)
        yield [an_id(number), skill, state, ATTEMPTS_EACH // len(SKILLS), values.time_text(now)]
