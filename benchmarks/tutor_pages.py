"""Opening "Nyt" and a person's page over stores of three sizes: they cost what is shown."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import count, islice
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from benchmarks.clicks import KEY, rest
from benchmarks.measuring import Line, Size, in_turn, milliseconds, seconds, spent
from digitutor_app.app.collector import ScreenCollector
from digitutor_app.app.compose import Parts, compose, compose_tutor
from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.window import MainWindow
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.clock import SystemClock
from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState
from digitutor_app.domain.visits import Visit
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.services.context import TutorContext
from digitutor_app.store import rows, values
from digitutor_app.store.attempt_rows import attempt_row
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT
from digitutor_app.store.worker import StoreWorker
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look

SIZES, LITTLE = (10_000, 100_000, 1_000_000), (500, 1_000)
#: Milliseconds; and what the largest store may cost against the smallest: "flat".
OPENING, FLAT = 100.0, 1.25
TODAY = 40
ATTEMPTS_EACH, VISITS_EACH = 50, 4
SKILLS = ("files.open", "files.move", "files.copy", "files.name")


def measure(folder: Path, size: Size) -> Iterator[Line]:
    app = QApplication.instance() or QApplication([])
    load_fonts()
    taken: dict[str, list[float]] = {"Nyt": [], "a person": []}
    sizes = LITTLE if size.quick else SIZES
    for attempts in sizes:
        opened = opening(folder / str(attempts), attempts, size.of(15, 1))
        for (name, times), value, worked in zip(taken.items(), opened[:2], opened[2:], strict=True):
            times.append(value)
            told = f"of which the screen at work {milliseconds(worked)}; {TODAY} people of today"
            yield Line(f"{name}, {attempts:,} attempts", value * 1000, OPENING, "ms", told)
    for name, times in taken.items():
        told = f"{milliseconds(times[-1])} / {milliseconds(times[0])}"
        what = f"{name}, {sizes[-1]:,} against {sizes[0]:,}"
        yield Line(what, times[-1] / times[0], FLAT, "x", told)
    del app


def opening(folder: Path, attempts: int, rounds: int) -> list[float]:
    """Medians of opening "Nyt" and a person's page, seconds, from the wish to the picture; then
    those in which the screen's own thread was at work."""
    folder.mkdir(parents=True)
    data, clock = DataFolder(folder), SystemClock()
    parts = compose(data, clock, lambda: open_store(data.practice_store, KEY, clock))
    worker = StoreWorker.start(lambda: open_store(folder / "tutor.db", KEY, clock))
    window, collector = MainWindow(Look()), ScreenCollector()
    try:
        parts.context.worker.ask(lambda store: fill(store, attempts, clock.now()))
        tutor = compose_tutor(parts.context, worker)
        window.resize(1366, 728)
        window.show()
        opener = Opener(window, parts, tutor)
        opener.now(), opener.person()  # the first one reads the words of exercises from files
        return in_turn(rounds, opener.now, opener.person, opener.now_at_work, opener.person_at_work)
    finally:
        window.close()
        collector.stop()
        parts.background.close()
        worker.close()
        parts.context.worker.close()


class Opener:
    """Opens a tutor's page and waits until it has been painted."""

    def __init__(self, window: MainWindow, parts: Parts, tutor: TutorContext) -> None:
        self._window = window
        self._parts = parts
        self._tutor = tutor

    def now(self) -> float:
        return seconds(self._now)

    def now_at_work(self) -> float:
        return spent(self._now).worked

    def person_at_work(self) -> float:
        return spent(self._person).worked

    def person(self) -> float:
        return seconds(self._person)

    def _now(self) -> None:
        self._show(NowScreen(self._window.look, self._parts.context, self._tutor))

    def _person(self) -> None:
        self._show(PersonScreen(self._window.look, self._parts.context, self._tutor, an_id(0)))

    def _show(self, page: QWidget) -> None:
        self._window.show_page(page)
        rest()


def an_id(number: int) -> str:
    """A made-up id of a person."""
    return f"00000000-0000-4000-8000-{number:012}"


def fill(store: Store, attempts: int, now: datetime) -> None:
    """So many attempts by people who came earlier, and TODAY people who are here."""
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
        store.database.tables.conn.executemany(_INSERT, attempt_rows(attempts, people, now))
        store.database.tables.conn.executemany(_NOTE, notes(attempts, people))
        store.database.tables.conn.executemany(_SUM, sums(people, now))


_INSERT = rows._fact_statement(ATTEMPT)  # the store's own statement, for many rows at once
_NOTE = 'INSERT INTO "attempt_skill" ("person_id", "skill", "attempt_id") VALUES (?, ?, ?)'
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
    ended = (now - timedelta(days=1 + number * 3)).replace(second=0, microsecond=0)
    attempt = Attempt(
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
    fitted = values.fit(ATTEMPT, attempt_row(attempt).values, {})
    return values.sha(values.payload(ATTEMPT, fitted)), list(fitted.values())


def attempt_id(number: int) -> str:
    return f"00000000-0000-4000-9000-{number:012}"


def notes(attempts: int, people: int) -> Iterator[list[str]]:
    for number in range(attempts):
        skill = SKILLS[number // people % ATTEMPTS_EACH % len(SKILLS)]
        yield [an_id(number % people), skill, attempt_id(number)]


def sums(people: int, now: datetime) -> Iterator[list[object]]:
    for number, skill in islice(((n, s) for n in count() for s in SKILLS), people * len(SKILLS)):
        state = int(SkillState.ALONE)
        yield [an_id(number), skill, state, ATTEMPTS_EACH // len(SKILLS), values.time_text(now)]
