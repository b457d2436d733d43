"""What to practise next: where the person was, and a few other choices."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import islice

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.engine.position import saved_index
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.practice import Practices
from digitutor_app.store.worker import StoreWorker

CHOICES = 3


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One exercise to offer. ``number`` of ``of`` is the step at which it goes on; 0 when it
    begins from the start."""

    exercise: str
    mode: Mode
    data_set: str
    title: str
    module: str
    minutes: int
    number: int = 0
    of: int = 0

    @property
    def resumes(self) -> bool:
        return self.number > 0


@dataclass(frozen=True, slots=True)
class Suggestions:
    """The one to offer first, and others (at most three)."""

    main: Suggestion
    others: tuple[Suggestion, ...]


class WhatNext:
    """Suggests by what has been done: first everything guided, then alone with other data."""

    def __init__(self, worker: StoreWorker, catalogue: Catalogue, practices: Practices) -> None:
        self._worker = worker
        self._catalogue = catalogue
        self._practices = practices

    def first(self, language: str) -> Suggestion:
        """Where a person begins who has never been here; raises NothingToPractiseError."""
        for exercise_id in self._catalogue.ids():
            if self._catalogue.problem(exercise_id, language) is None:
                return self._suggest(exercise_id, [], language)
        raise NothingToPractiseError(language)

    def for_person(self, person_id: str, language: str) -> Suggestions:
        """Raises NothingToPractiseError when no exercise is sound."""
        attempts = self._worker.ask(lambda store: store.attempts.of_person(person_id))
        begun = self._begun(person_id, language)
        ids = [i for i in self._catalogue.ids() if begun is None or i != begun.exercise]
        wanted = sorted(ids, key=lambda exercise_id: len(_done(attempts, exercise_id)))
        # Lazy: of a thousand exercises only those that are offered are read.
        sound = (i for i in wanted if self._catalogue.problem(i, language) is None)
        found = [self._suggest(i, attempts, language) for i in islice(sound, CHOICES + 1)]
        if begun is not None:
            found.insert(0, begun)
        if not found:
            raise NothingToPractiseError(language)
        return Suggestions(found[0], tuple(found[1 : 1 + CHOICES]))

    def all(self, person_id: str, language: str) -> list[Suggestion]:
        """Every exercise in teaching order, for "Missä olit?"."""
        attempts = self._worker.ask(lambda store: store.attempts.of_person(person_id))
        return [self._suggest(i, attempts, language) for i in self._catalogue.sound_ids(language)]

    def in_mode(self, suggestion: Suggestion, mode: Mode) -> Suggestion:
        """The same exercise from the start in another mode."""
        return replace(suggestion, mode=mode, number=0, of=0)

    def _begun(self, person_id: str, language: str) -> Suggestion | None:
        position = self._practices.saved(person_id)
        if position is None or self._catalogue.problem(position.exercise, language):
            return None
        plain = json.loads(position.snapshot)
        run, data_set = plain["run"], str(plain["data_set"])
        exercise = self._catalogue.exercise(position.exercise)
        base = replace(self._suggest(exercise.id, [], language), mode=Mode(run["mode"]))
        if data_set in exercise.data:
            title = self._catalogue.text(exercise.id, language, data_set).title
            base = replace(base, data_set=data_set, title=title)
        if run["version"] != exercise.version:
            return base  # it has changed since, and begins anew
        of = len(exercise.steps)
        return replace(base, number=min(saved_index(run) + 1, of), of=of)

    def _suggest(self, exercise_id: str, attempts: Iterable[Attempt], language: str) -> Suggestion:
        exercise = self._catalogue.exercise(exercise_id)
        done = _done(attempts, exercise_id)
        data_set = exercise.data[len(done) % len(exercise.data)]
        names = next(m.names for m in self._catalogue.modules() if m.id == exercise.module)
        return Suggestion(
            exercise=exercise_id,
            mode=Mode.ALONE if done else Mode.GUIDED,
            data_set=data_set,
            title=self._catalogue.text(exercise_id, language, data_set).title,
            module=names[language],
            minutes=exercise.minutes,
        )


def _done(attempts: Iterable[Attempt], exercise_id: str) -> list[Attempt]:
    return [a for a in attempts if a.exercise == exercise_id and a.end is AttemptEnd.DONE]
