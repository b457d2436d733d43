"""Begins and resumes practices."""

import json
from datetime import datetime
from typing import Any

from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.positions import Position
from digitutor_app.engine.run import Run
from digitutor_app.practice.computer import Computer
from digitutor_app.services.begun import PracticeTools, Started, attempt_of, begin_run
from digitutor_app.services.practice import Practice
from digitutor_app.store.store import Store


class Practices:
    """Begins and resumes practices."""

    def __init__(self, tools: PracticeTools) -> None:
        self._tools = tools

    def begin(
        self, person_id: str, exercise_id: str, mode: Mode, data_set: str, language: str
    ) -> Practice:
        """A fresh practice computer; raises ContentError when the exercise is broken.

        An exercise that the person was in ends as left. A data set that is not there (any more)
        becomes the first one.
        """
        exercise = self._tools.catalogue.exercise(exercise_id)
        data_set = data_set if data_set in exercise.data else exercise.data[0]
        run, started = begin_run(self._tools, exercise, mode, data_set)
        practice = Practice(self._tools, person_id, run, started, language)
        self._leave(person_id)
        practice.save()
        return practice

    def _leave(self, person_id: str) -> None:
        """End what the person was in; where nothing was done there is nothing to tell."""

        def save(store: Store) -> None:
            position = store.positions.get(person_id)
            if position is None:
                return
            ended = attempt_of(position, self._skills(position.exercise), AttemptEnd.LEFT)
            with store.transaction():
                store.positions.clear(person_id)
                if ended.steps_done or ended.device:
                    store.attempts.add(ended)

        self._tools.worker.tell(save)

    def _skills(self, exercise_id: str) -> tuple[str, ...]:
        try:
            return self._tools.catalogue.exercise(exercise_id).skills
        except ContentError:
            return ()

    def saved(self, person_id: str) -> Position | None:
        """Where the person is in an exercise, None when in none."""
        return self._tools.worker.ask(lambda store: store.positions.get(person_id))

    def resume(self, person_id: str, language: str) -> Practice | None:
        """Go on at the same step with the same pretend computer; None when nothing is begun.

        An exercise that has changed since begins anew, in the same mode and data set. Raises
        ContentError when the exercise is broken or gone.
        """
        position = self.saved(person_id)
        if position is None:
            return None
        plain: dict[str, Any] = json.loads(position.snapshot)
        exercise = self._tools.catalogue.exercise(position.exercise)
        started = Started(
            position.attempt_id, plain["data_set"], datetime.fromisoformat(plain["started"])
        )
        try:
            run = Run.resume(
                plain["run"], exercise, self._tools.kinds, Computer(), self._tools.clock
            )
        except OurMistakeError:
            mode = Mode(plain["run"]["mode"])
            return self.begin(person_id, exercise.id, mode, started.data_set, language)
        return Practice(self._tools, person_id, run, started, language)
