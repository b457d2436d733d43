"""The map of all exercises: module by module, what was done, and how each may be done."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Attempt, Mode
from digitutor_app.domain.fading import may_vary
from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.services.offer_order import by_exercise, module_of
from digitutor_app.services.what_next import Suggestion, WhatNext
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class MapModule:
    """A module in which there is something to do."""

    id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MapEntry:
    """One exercise: how far the person is, and what it is like in each of the four modes.

    ``varied`` tells whether Toisin is open (after one success in mode Itse).
    """

    title: str
    module: str
    level: str
    minutes: int
    goal: str
    state: SkillState
    varied: bool
    offers: dict[Mode, Suggestion]

    @property
    def exercise(self) -> str:
        return self.offers[Mode.GUIDED].exercise


class ExerciseMap:
    """Reads the shelf one module at a time."""

    def __init__(self, worker: StoreWorker, catalogue: Catalogue, what_next: WhatNext) -> None:
        self._worker = worker
        self._catalogue = catalogue
        self._what_next = what_next

    def modules(self, language: str) -> list[MapModule]:
        """The modules that have exercises, in teaching order."""
        inhabited = {module_of(exercise_id) for exercise_id in self._catalogue.ids()}
        return [
            MapModule(module.id, module.names[language])
            for module in self._catalogue.modules()
            if module.id in inhabited and language in module.names
        ]

    def place(self, person_id: str, language: str) -> str:
        """The id of the module where the person is; raises NothingToPractiseError."""
        return module_of(self._what_next.for_person(person_id, language).main.exercise)

    def entries(self, module_id: str, person_id: str, language: str) -> list[MapEntry]:
        """The sound exercises of one module, in teaching order."""
        attempts = by_exercise(self._worker.ask(lambda store: store.attempts.of_person(person_id)))
        return [
            self._entry(exercise_id, attempts.get(exercise_id, ()), language)
            for exercise_id in self._catalogue.ids()
            if module_of(exercise_id) == module_id
            and self._catalogue.problem(exercise_id, language) is None
        ]

    def _entry(self, exercise_id: str, attempts: Sequence[Attempt], language: str) -> MapEntry:
        exercise = self._catalogue.exercise(exercise_id)
        due = self._what_next.suggest(exercise_id, attempts, language)
        varied = may_vary(attempts)
        modes = [mode for mode in Mode if mode is not Mode.VARIATION or varied]
        return MapEntry(
            title=due.title,
            module=due.module,
            level=exercise.level,
            minutes=exercise.minutes,
            goal=self._catalogue.text(exercise_id, language, due.data_set).goal,
            state=skill_state(attempts),
            varied=varied,
            offers={mode: replace(due, mode=mode) for mode in modes},
        )
