"""One person's record for the tutor: skills in words, attempts, visits."""

from dataclasses import dataclass
from datetime import date, datetime

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import quarter_hours, visit_days
from digitutor_app.services.skills import SkillLine, Skills
from digitutor_app.services.slip_words import slip_difficulty
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptLine:
    """One attempt: what, how it went, and what was difficult, in words.

    ``difficulties`` describe the mistakes that were seen, most frequent first.
    """

    title: str
    mode: Mode
    end: AttemptEnd
    ended: datetime
    hint: int
    difficulties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the tutor sees of one person; attempts with the newest first."""

    person: Person
    skills: tuple[SkillLine, ...]
    attempts: tuple[AttemptLine, ...]
    days: tuple[date, ...]
    quarter_hours: int


class Records:
    """Reads the practice store."""

    def __init__(self, worker: StoreWorker, catalogue: Catalogue, skills: Skills) -> None:
        self._worker = worker
        self._catalogue = catalogue
        self._skills = skills

    def of_person(self, person_id: str, language: str) -> Record | None:
        """The record, None when there is no such person."""
        person, attempts, visits = self._worker.ask(
            lambda store: (
                store.people.get(person_id),
                store.attempts.of_person(person_id),
                store.visits.of_person(person_id),
            )
        )
        if person is None:
            return None
        return Record(
            person=person,
            skills=tuple(self._skills.of_person(person_id, language)),
            attempts=tuple(self._line(attempt, language) for attempt in reversed(attempts)),
            days=tuple(visit_days(visits)),
            quarter_hours=quarter_hours(visits),
        )

    def _line(self, attempt: Attempt, language: str) -> AttemptLine:
        often = sorted(attempt.mistakes, key=lambda code: -attempt.mistakes[code])
        try:
            text = self._catalogue.text(attempt.exercise, language, attempt.data_set)
            title = text.title
            words = (text.difficulties.get(code) or slip_difficulty(code) for code in often)
            difficulties = tuple(filter(None, words))
        except ContentError:
            title, difficulties = attempt.exercise, ()
        return AttemptLine(
            title=title,
            mode=attempt.mode,
            end=attempt.end,
            ended=attempt.ended,
            hint=attempt.hint,
            difficulties=difficulties,
        )
