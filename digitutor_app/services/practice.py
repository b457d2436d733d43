"""One person's run through one exercise: the engine's answers, saved as they come."""

import json

from digitutor_app.domain.attempts import Attempt, AttemptEnd, StepDone
from digitutor_app.domain.clock import minute
from digitutor_app.domain.exercise import Exercise, ExerciseText
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.observation import Observation
from digitutor_app.domain.positions import Position
from digitutor_app.engine.outcome import Outcome
from digitutor_app.engine.run import Run
from digitutor_app.engine.slips import Slip
from digitutor_app.practice.computer import Computer
from digitutor_app.services.begun import PracticeTools, Started, attempt_of, begin_run
from digitutor_app.store.store import Store


class Practice:
    """Runs one exercise for one person. Every finished step is one transaction on the worker."""

    def __init__(
        self, tools: PracticeTools, person_id: str, run: Run, started: Started, language: str
    ) -> None:
        self._tools = tools
        self.person_id = person_id
        self.run = run
        self._started = started
        self._language = language
        self._left_handed = False
        self.text = self._words()

    @property
    def exercise(self) -> Exercise:
        return self.run.exercise

    @property
    def computer(self) -> Computer:
        return self.run.computer

    @property
    def data_set(self) -> str:
        return self._started.data_set

    def speak(self, language: str) -> None:
        """Change the language in mid-exercise; what was typed stays as typed."""
        self._language = language
        self._words()

    def hold(self, *, left_handed: bool) -> None:
        """Let the words name the mouse buttons as this hand finds them; in mid-exercise too."""
        if left_handed != self._left_handed:
            self._left_handed = left_handed
            self._words()

    # What happens

    def observe(self, observation: Observation) -> Outcome:
        return self._saved(self.run.observe(observation))

    def answer(self, choice: str = "") -> Outcome:
        return self._saved(self.run.answer(choice))

    def undo(self) -> Outcome:
        return self._saved(self.run.undo())

    def tick(self) -> Outcome:
        return self._saved(self.run.tick())

    def notice(self, code: Slip | None) -> Outcome:
        """Hands did something; it was this common mistake (None: it was none)."""
        return self._saved(self.run.notice(code))

    def restart(self) -> None:
        """Alusta tehtävä: the attempt ends as restarted and a new one begins."""
        ended = self._ended(AttemptEnd.RESTARTED)
        self.run, self._started = begin_run(
            self._tools, self.exercise, self.run.mode, self.data_set
        )
        self._give_words()
        position = self._position()

        def save(store: Store) -> None:
            with store.transaction():
                store.attempts.add(ended)
                store.positions.put(position)

        self._tools.worker.tell(save)

    def skip(self) -> None:
        """Ohita: the attempt ends here, and the exercise is offered again after all others."""
        ended = self._ended(AttemptEnd.SKIPPED)

        def save(store: Store) -> None:
            with store.transaction():
                store.positions.clear(ended.person_id)
                store.attempts.add(ended)

        self._tools.worker.tell(save)

    def save(self) -> None:
        """Save the place in the exercise as it is now, in mid-step (a pause, leaving, a call)."""
        if not self.run.done:
            position = self._position()
            self._tools.worker.tell(lambda store: store.positions.put(position))

    # Inside

    def _words(self) -> ExerciseText:
        self.text = self._tools.catalogue.text(
            self.exercise.id, self._language, self.data_set, left_handed=self._left_handed
        )
        self._give_words()
        return self.text

    def _give_words(self) -> None:
        self.computer.words.names = self.text.names
        self.computer.words.documents = self.text.documents

    def _saved(self, outcome: Outcome) -> Outcome:
        """Save what the outcome finished; the screen does not wait for the disk.

        A mistake saves the place too, so that the tutor's board counts it.
        """
        if not outcome.finished_steps and not outcome.done:
            if outcome.mistake:
                self.save()
            return outcome
        steps = [self._step_done(outcome, n) for n in range(len(outcome.finished_steps))]
        position = self._position()
        ended = self._ended(AttemptEnd.DONE) if outcome.done else None

        def save(store: Store) -> None:
            with store.transaction():
                for step in steps:
                    store.attempts.finish_step(step, position)
                if ended is not None:
                    store.attempts.add(ended)
                    store.positions.clear(ended.person_id)

        self._tools.worker.tell(save)
        return outcome

    def _step_done(self, outcome: Outcome, index: int) -> StepDone:
        finished = outcome.finished_steps[index]
        return StepDone(
            id=new_id(),
            person_id=self.person_id,
            attempt_id=self._started.attempt_id,
            exercise=self.exercise.id,
            step=finished.step,
            number=finished.number,
            of=len(self.exercise.steps),
            mode=self.run.mode,
            at=minute(self._tools.clock.now()),
            hint=finished.hint,
            mistakes=finished.mistakes,
        )

    def _ended(self, end: AttemptEnd) -> Attempt:
        """The attempt as it ends now."""
        return attempt_of(self._position(), self.exercise.skills, end)

    def _position(self) -> Position:
        plain = {
            "data_set": self.data_set,
            "started": self._started.at.isoformat(),
            "run": self.run.to_plain(),
        }
        return Position(
            person_id=self.person_id,
            exercise=self.exercise.id,
            attempt_id=self._started.attempt_id,
            snapshot=json.dumps(plain, ensure_ascii=False, separators=(",", ":")),
            saved=minute(self._tools.clock.now()),
        )
