"""One person's record for the tutor: skills and where they come from, attempts, visits."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import IntEnum

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.exercise import ExerciseText
from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState, attempt_state
from digitutor_app.domain.visits import Visit, quarter_hours, visit_days
from digitutor_app.services.skills import SkillLine, Skills
from digitutor_app.services.slip_words import slip_difficulty
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


class How(IntEnum):
    """What somebody did with one exercise of a skill."""

    WATCHED = 0
    TRIED = 1
    GUIDED = 2
    HELPED = 3
    ALONE = 4


@dataclass(frozen=True, slots=True)
class Source:
    """One exercise that a skill's state comes from, and everything that was done with it."""

    title: str
    how: tuple[How, ...]


@dataclass(frozen=True, slots=True)
class SkillRecord:
    """A skill that was tried, with the exercises that it was practised in."""

    id: str
    line: SkillLine
    sources: tuple[Source, ...]

    @property
    def module(self) -> str:
        return self.line.module

    @property
    def skill(self) -> str:
        return self.line.skill

    @property
    def state(self) -> SkillState:
        return self.line.state


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptLine:
    """One attempt: what, how it went, and what was difficult, in words.

    ``way`` tells the whole way that was used, "" for the usual one. ``difficulties`` describe the
    mistakes that were seen, most frequent first.
    """

    attempt: Attempt
    title: str
    way: str
    difficulties: tuple[str, ...]

    @property
    def mode(self) -> Mode:
        return self.attempt.mode

    @property
    def end(self) -> AttemptEnd:
        return self.attempt.end

    @property
    def ended(self) -> datetime:
        return self.attempt.ended


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What the tutor sees of one person, and of everybody joined with them; attempts with the
    newest first."""

    person: Person
    skills: tuple[SkillRecord, ...]
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

        def read(store: Store) -> tuple[Person | None, list[Attempt], list[Visit]]:
            ids = store.people.one_person(person_id)
            person = store.people.get(ids[0]) or store.people.get(person_id)
            visits = [visit for each in ids for visit in store.visits.of_person(each)]
            return person, store.attempts.of_person(person_id), visits

        person, attempts, visits = self._worker.ask(read)
        if person is None:
            return None
        return Record(
            person=person,
            skills=self._skill_records(person_id, attempts, language),
            attempts=self._lines(attempts, language),
            days=tuple(visit_days(visits)),
            quarter_hours=quarter_hours(visits),
        )

    def title(self, attempt: Attempt, language: str) -> str:
        """What the exercise is called; its id when it has gone."""
        text = self._text(attempt, language)
        return attempt.exercise if text is None else text.title

    def _skill_records(
        self, person_id: str, attempts: list[Attempt], language: str
    ) -> tuple[SkillRecord, ...]:
        return tuple(
            SkillRecord(skill, line, self._sources(skill, attempts, language))
            for skill, line in self._skills.by_id(person_id, language).items()
        )

    def _sources(
        self, skill: str, attempts: Iterable[Attempt], language: str
    ) -> tuple[Source, ...]:
        found: dict[str, list[Attempt]] = {}
        for attempt in attempts:
            if skill in attempt.skills:
                found.setdefault(attempt.exercise, []).append(attempt)
        return tuple(
            Source(self.title(own[-1], language), tuple(sorted({_how(each) for each in own})))
            for own in found.values()
        )

    def _lines(self, attempts: Sequence[Attempt], language: str) -> tuple[AttemptLine, ...]:
        """The newest first; the words of a common mistake are looked up once."""
        codes = {code for attempt in attempts for code in attempt.mistakes}
        common = {code: slip_difficulty(code) for code in codes}
        return tuple(self._line(attempt, language, common) for attempt in reversed(attempts))

    def _line(self, attempt: Attempt, language: str, common: Mapping[str, str]) -> AttemptLine:
        text = self._text(attempt, language)
        if text is None:
            return AttemptLine(attempt=attempt, title=attempt.exercise, way="", difficulties=())
        often = sorted(attempt.mistakes, key=lambda code: -attempt.mistakes[code])
        return AttemptLine(
            attempt=attempt,
            title=text.title,
            way=text.summaries.get(attempt.way, ""),
            difficulties=tuple(
                filter(None, (text.difficulties.get(code) or common[code] for code in often))
            ),
        )

    def _text(self, attempt: Attempt, language: str) -> ExerciseText | None:
        try:
            return self._catalogue.text(attempt.exercise, language, attempt.data_set)
        except ContentError:
            return None


def _how(attempt: Attempt) -> How:
    if attempt.mode is Mode.WATCH:
        return How.WATCHED
    state = attempt_state(attempt)
    if state is SkillState.ALONE:
        return How.ALONE
    if state is SkillState.GUIDED:
        return How.GUIDED if attempt.mode is Mode.GUIDED else How.HELPED
    return How.TRIED
