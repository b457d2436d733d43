"""What to practise next: where the person was, what is due, and a few other choices."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Attempt, Mode
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.fading import Due, Standing, standing
from digitutor_app.engine.position import saved_index
from digitutor_app.services.errors import NothingToPractiseError
from digitutor_app.services.offer_order import by_exercise, different_first, in_order
from digitutor_app.services.practices import Practices
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
    """Suggests by what has been done: guided, then alone, then with other data (offer_order)."""

    def __init__(
        self, worker: StoreWorker, catalogue: Catalogue, practices: Practices, clock: Clock
    ) -> None:
        self._worker = worker
        self._catalogue = catalogue
        self._practices = practices
        self._clock = clock

    def first(self, language: str) -> Suggestion:
        """Where a person begins who has never been here; raises NothingToPractiseError."""
        for exercise_id in self._catalogue.ids():
            if self._catalogue.problem(exercise_id, language) is None:
                return self.suggest(exercise_id, (), language)
        raise NothingToPractiseError(language)

    def for_person(
        self, person_id: str, language: str, known: Iterable[Attempt] | None = None
    ) -> Suggestions:
        """Raises NothingToPractiseError when no exercise is sound.

        ``known`` are the person's attempts in the order in which they ended, where somebody has
        read them already.
        """
        attempts = self._attempts(person_id) if known is None else by_exercise(known)
        begun = self._begun(person_id, language)
        ids = [i for i in self._catalogue.ids() if begun is None or i != begun.exercise]
        dues = self._dues(ids, attempts, language)
        order = in_order(ids, dues, attempts, begun.exercise if begun else "")
        found = [] if begun is None else [begun]
        for exercise_id in different_first(order, dues):
            # Of a thousand exercises only those that are offered are read.
            if self._catalogue.problem(exercise_id, language) is None:
                own = attempts.get(exercise_id, ())
                found.append(self.suggest(exercise_id, own, language))
            if len(found) > CHOICES:
                break
        if not found:
            raise NothingToPractiseError(language)
        return Suggestions(found[0], tuple(found[1:]))

    def suggest(self, exercise_id: str, attempts: Sequence[Attempt], language: str) -> Suggestion:
        """What is due in this exercise after the person's ``attempts`` at it; raises
        ContentError."""
        exercise = self._catalogue.exercise(exercise_id)
        due = standing(attempts, exercise.data, self._clock.now())
        names = next(m.names for m in self._catalogue.modules() if m.id == exercise.module)
        return Suggestion(
            exercise=exercise_id,
            mode=due.mode,
            data_set=due.data_set,
            title=self._catalogue.text(exercise_id, language, due.data_set).title,
            module=names[language],
            minutes=exercise.minutes,
        )

    def in_mode(self, suggestion: Suggestion, mode: Mode) -> Suggestion:
        """The same exercise from the start in another mode."""
        return replace(suggestion, mode=mode, number=0, of=0)

    def _attempts(self, person_id: str) -> dict[str, list[Attempt]]:
        return by_exercise(self._worker.ask(lambda store: store.attempts.of_person(person_id)))

    def _dues(
        self, ids: Sequence[str], attempts: Mapping[str, Sequence[Attempt]], language: str
    ) -> dict[str, Due]:
        """What waits in the exercises that were tried; in all the others it is NEW."""
        now = self._clock.now()
        tried = [i for i in ids if i in attempts and not self._catalogue.problem(i, language)]
        found: dict[str, Standing] = {
            i: standing(attempts[i], self._catalogue.exercise(i).data, now) for i in tried
        }
        return {exercise_id: each.due for exercise_id, each in found.items()}

    def _begun(self, person_id: str, language: str) -> Suggestion | None:
        position = self._practices.saved(person_id)
        if position is None or self._catalogue.problem(position.exercise, language):
            return None
        plain = json.loads(position.snapshot)
        run, data_set = plain["run"], str(plain["data_set"])
        exercise = self._catalogue.exercise(position.exercise)
        base = replace(self.suggest(exercise.id, (), language), mode=Mode(run["mode"]))
        if data_set in exercise.data:
            title = self._catalogue.text(exercise.id, language, data_set).title
            base = replace(base, data_set=data_set, title=title)
        if run["version"] != exercise.version:
            return base  # it has changed since, and begins anew
        of = len(exercise.steps)
        return replace(base, number=min(saved_index(run) + 1, of), of=of)
