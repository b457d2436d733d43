"""Who is here and who needs help, from what this laptop knows."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.calls import Call
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.visits import Visit
from digitutor_app.services.place import Place, place_of_position
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

MANY_MISTAKES = 4
STANDING = timedelta(minutes=4)


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardLine:
    """One person of today.

    ``since`` is the last certain sign of life; ``here`` False once they left. ``standing``: at work
    but without a finished step for four minutes. ``success`` is the last exercise done.
    """

    person: Person
    here: bool
    since: datetime
    place: Place | None = None
    called: Call | None = None
    standing: bool = False
    success: str = ""
    success_at: datetime | None = None

    @property
    def errs(self) -> bool:
        return self.here and self.place is not None and self.place.mistakes >= MANY_MISTAKES

    @property
    def needs_help(self) -> bool:
        return self.called is not None or self.errs or self.standing


class Board:
    """Reads the practice store; knows only this laptop, and the page says so."""

    def __init__(self, worker: StoreWorker, catalogue: Catalogue, clock: Clock) -> None:
        self._worker = worker
        self._catalogue = catalogue
        self._clock = clock

    def lines(self, language: str) -> list[BoardLine]:
        """Everybody of today: who called first, then who errs or stands still, then the others."""
        rows = self._worker.ask(self._read)
        return sorted((self._line(row, language) for row in rows), key=_urgency)

    def _read(self, store: Store) -> list["_Row"]:
        today = self._clock.now().date()
        visits: dict[str, list[Visit]] = {}
        for visit in store.visits.of_day(today):
            visits.setdefault(visit.person_id, []).append(visit)
        calls = {call.person_id: call for call in store.calls.open_calls()}
        return [
            _Row(
                person,
                visits[person.id],
                store.positions.get(person.id),
                calls.get(person.id),
                store.attempts.of_person(person.id),
            )
            for person_id in visits
            if (person := store.people.get(person_id)) is not None
        ]

    def _line(self, row: "_Row", language: str) -> BoardLine:
        newest = row.visits[-1]
        here = newest.left is None
        place = None
        if row.position is not None:
            place = place_of_position(row.position, self._catalogue, language)
        done = [a for a in row.attempts if a.end is AttemptEnd.DONE and a.mode is not Mode.WATCH]
        waits = self._clock.now() - newest.last_seen >= STANDING
        return BoardLine(
            person=row.person,
            here=here,
            since=newest.end,
            place=place,
            called=row.call if here else None,
            standing=here and place is not None and waits,
            success=self._title(done[-1], language) if done else "",
            success_at=done[-1].ended if done else None,
        )

    def _title(self, attempt: Attempt, language: str) -> str:
        try:
            return self._catalogue.text(attempt.exercise, language, attempt.data_set).title
        except ContentError:
            return attempt.exercise


@dataclass(frozen=True, slots=True)
class _Row:
    person: Person
    visits: list[Visit]
    position: Position | None
    call: Call | None
    attempts: list[Attempt]


def _urgency(line: BoardLine) -> tuple[int, datetime, str]:
    if line.called is not None:
        return 0, line.called.called, line.person.code
    if line.needs_help:
        return 1, line.since, line.person.code
    return 2 if line.here else 3, line.since, line.person.code
