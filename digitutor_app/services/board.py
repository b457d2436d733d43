"""Who is here and who needs help, from what this laptop knows."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cached_property
from typing import Any, Final

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.calls import Call, CallEnd, Coming
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.visits import Visit, VisitCounts, count_visits
from digitutor_app.services.place import Place, place_of_call, place_of_snapshot
from digitutor_app.services.words import told_apart
from digitutor_app.store.day_rows import PersonToday, Success, people_of_day
from digitutor_app.store.worker import StoreWorker

MANY_MISTAKES: Final = 4
STANDING: Final = timedelta(minutes=4)
_LEVELS: Final = "ABC"
#: Longer than anybody sits at one exercise: one whose beginning nobody knows began before others.
_A_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One person of today.

    ``since`` is the last certain sign of life; ``here`` False once they left. ``visit`` is their
    newest stay, ``arrived`` when the first one began. ``place`` and ``mode`` tell where in an
    exercise they are (of who has called at another laptop the place alone); ``task`` identifies
    the step. ``waited`` is how long no step has been
    finished (zero outside an exercise and in a break). ``coming``: a tutor is on the way.
    ``success`` is the last exercise done. ``ended_call`` is the newest call of this stay that has
    ended. ``skills``: how many skills have been done, with help at least; ``level`` is that of the
    exercise ("" outside): both order the queue and are never shown.
    """

    person: Person
    here: bool
    since: datetime
    arrived: datetime
    visit: Visit
    place: Place | None = None
    mode: Mode | None = None
    task: str = ""
    called: Call | None = None
    ended_call: Call | None = None
    coming: Coming | None = None
    waited: timedelta = timedelta()
    success: str = ""
    success_at: datetime | None = None
    level: str = ""
    skills: int = 0

    @property
    def errs(self) -> bool:
        """Something has gone otherwise four times in this step (design, lesson 3)."""
        return self.here and self.place is not None and self.place.mistakes >= MANY_MISTAKES

    @property
    def standing(self) -> bool:
        """At work, and no step has been finished for four minutes (design, lesson 3)."""
        return self.here and self.waited >= STANDING

    @property
    def needs_help(self) -> bool:
        return self.called is not None or self.errs or self.standing

    @property
    def about(self) -> str:
        """What a tutor would be on the way for (``Coming.about``)."""
        return about(self.called, self.task)


def about(call: Call | None, task: str) -> str:
    """What a tutor would be on the way for: the call, else the step at which somebody is."""
    return call.id if call is not None else task


@dataclass(frozen=True)
class BoardDay:
    """Today as it was at ``read_at``. Each list is in the order in which it is shown."""

    read_at: datetime
    lines: tuple[BoardLine, ...]

    @cached_property
    def help(self) -> tuple[BoardLine, ...]:
        """Who needs help: calls with the oldest first; then who is at the beginning (domain/1,
        A47), has fewest skills, and has waited longest."""
        return tuple(sorted((line for line in self.lines if line.needs_help), key=_urgency))

    @cached_property
    def everyone(self) -> tuple[BoardLine, ...]:
        """Who is here, then who has left; by name, which says nothing about anybody."""
        return tuple(sorted(self.lines, key=_by_name))

    @cached_property
    def counts(self) -> VisitCounts:
        """The visits of the day by the rule of domain/1, 1.3."""
        visits = (line.visit for line in self.lines)
        # The visit may be of somebody who was joined with this person.
        coded = (line.visit.person_id for line in self.lines if line.person.code)
        return count_visits(visits, coded)

    @cached_property
    def names(self) -> dict[str, str]:
        """What to call everybody (by id): two people of one name are told apart."""
        return told_apart(line.person for line in self.lines)

    @property
    def here(self) -> int:
        return sum(line.here for line in self.lines)


class Board:
    """Reads the practice store; knows only this laptop, and the page says so."""

    def __init__(self, worker: StoreWorker, catalogue: Catalogue, clock: Clock) -> None:
        self._worker = worker
        self._catalogue = catalogue
        self._clock = clock

    def today(self, language: str) -> BoardDay:
        """Everybody of today; what is read grows with them and with nothing else."""
        now = self._clock.now()
        people = self._worker.ask(lambda store: people_of_day(store, now.date()))
        return BoardDay(now, tuple(self._line(each, now, language) for each in people))

    def lines(self, language: str) -> list[BoardLine]:
        """Everybody of today: first who needs help, in that order, then the others."""
        today = self.today(language)
        others = (line for line in today.everyone if not line.needs_help)
        return [*today.help, *others]

    def _line(self, row: PersonToday, now: datetime, language: str) -> BoardLine:
        newest = row.visits[-1]
        here = newest.left is None
        left_handed = row.person.display.left_handed
        work = row.position and self._work(row.position, language, left_handed=left_handed)
        call = next((c for c in row.calls if c.end is CallEnd.OPEN), None) if here else None
        ended = [c for c in row.calls if c.end is not CallEnd.OPEN and c.ended]
        task = work.task if work else ""
        success = self._last(row.successes)
        waited = now - max(newest.last_sign, work.started) if work and not newest.paused else None
        return BoardLine(
            person=row.person,
            here=here,
            since=newest.end,
            arrived=row.visits[0].arrived,
            visit=newest,
            place=work.place if work else self._called_from(call, language, left_handed),
            mode=work.mode if work else None,
            task=task,
            called=call,
            ended_call=ended[-1] if ended else None,
            coming=next((c for c in row.coming if c.about == about(call, task)), None),
            waited=waited or timedelta(),
            success=self._title(success, language) if success else "",
            success_at=success.ended if success else None,
            level=work.level if work else "",
            skills=row.skills,
        )

    def _called_from(self, call: Call | None, language: str, left_handed: bool) -> Place | None:
        if call is None:
            return None
        return place_of_call(call, self._catalogue, language, left_handed=left_handed)

    def _work(self, position: Position, language: str, *, left_handed: bool) -> "_Work | None":
        """Where the position is; None when its exercise is broken or gone."""
        plain: dict[str, Any] = json.loads(position.snapshot)
        exercise, catalogue = position.exercise, self._catalogue
        place = place_of_snapshot(exercise, plain, catalogue, language, left_handed=left_handed)
        if place is None:
            return None
        return _Work(
            place=place,
            mode=Mode(plain["run"]["mode"]),
            level=catalogue.exercise(exercise).level,
            started=datetime.fromisoformat(plain["started"]),
            task=f"{position.attempt_id}/{place.number}",
        )

    def _last(self, successes: Sequence[Success]) -> Success | None:
        """Of those of one minute the one that began last, else the last in teaching order."""
        if len(successes) < 2:
            return next(iter(successes), None)
        order = {exercise: place for place, exercise in enumerate(self._catalogue.ids())}

        def last(success: Success) -> tuple[datetime, int, str, str]:
            began = success.started or success.ended - _A_DAY
            return began, order.get(success.exercise, -1), success.exercise, success.data_set

        return max(successes, key=last)

    def _title(self, success: Success, language: str) -> str:
        try:
            return self._catalogue.text(success.exercise, language, success.data_set).title
        except ContentError:
            return success.exercise


@dataclass(frozen=True, slots=True, kw_only=True)
class _Work:
    place: Place
    mode: Mode
    level: str
    started: datetime
    task: str


def _urgency(line: BoardLine) -> tuple[int, datetime | int, int, datetime, str]:
    if line.called is not None:
        return 0, line.called.called, 0, line.since, line.person.id
    level = _LEVELS.find(line.level)
    return 1, level, line.skills, line.since, line.person.id


def _by_name(line: BoardLine) -> tuple[bool, bool, str, datetime, str]:
    name = line.person.call_name
    return not line.here, not name, name.casefold(), line.arrived, line.person.id
