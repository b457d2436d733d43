"""One person's run through one exercise: the engine's answers, saved as they come."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode, StepDone
from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Exercise, ExerciseText
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.observation import Observation
from digitutor_app.domain.positions import Position
from digitutor_app.engine.common import Common
from digitutor_app.engine.outcome import Outcome
from digitutor_app.engine.run import Run
from digitutor_app.engine.tally import Tally
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.computer import Computer
from digitutor_app.services.fresh_computer import fresh_computer
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class PracticeTools:
    """What every practice needs and none owns."""

    worker: StoreWorker
    clock: Clock
    catalogue: Catalogue
    kinds: Vocabulary


@dataclass(slots=True)
class _Started:
    """What identifies the attempt that is going on."""

    attempt_id: str
    data_set: str
    at: datetime


class Practice:
    """Runs one exercise for one person. Every finished step is one transaction on the worker."""

    def __init__(
        self, tools: PracticeTools, person_id: str, run: Run, started: _Started, language: str
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

    def notice(self, code: Common | None) -> Outcome:
        """Hands did something; it was this common mistake (None: it was none)."""
        return self._saved(self.run.notice(code))

    def restart(self) -> None:
        """Alusta tehtävä: the attempt ends as restarted and a new one begins."""
        ended = self._ended(AttemptEnd.RESTARTED)
        self.run, self._started = _begin(self._tools, self.exercise, self.run.mode, self.data_set)
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
        return _attempt(self._position(), self.exercise.skills, end)

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
        run, started = _begin(self._tools, exercise, mode, data_set)
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
            ended = _attempt(position, self._skills(position.exercise), AttemptEnd.LEFT)
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
        started = _Started(
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


def _attempt(position: Position, skills: tuple[str, ...], end: AttemptEnd) -> Attempt:
    """The attempt that a position tells of, ended when the position was saved."""
    plain: dict[str, Any] = json.loads(position.snapshot)
    run = plain["run"]
    tally = Tally.from_plain(run["tally"])
    return Attempt(
        id=position.attempt_id,
        person_id=position.person_id,
        exercise=position.exercise,
        content_version=run["version"],
        data_set=plain["data_set"],
        mode=Mode(run["mode"]),
        end=end,
        started=minute(datetime.fromisoformat(plain["started"])),
        ended=position.saved,
        steps_done=len(tally.told),
        hint=tally.hint,
        undos=tally.undos,
        way=tally.way,
        device=tally.device,
        skills=skills,
        mistakes=tally.mistakes,
    )


def _begin(
    tools: PracticeTools, exercise: Exercise, mode: Mode, data_set: str
) -> tuple[Run, _Started]:
    computer = fresh_computer(exercise, data_set)
    run = Run(exercise, tools.kinds, computer, tools.clock, mode)
    return run, _Started(new_id(), data_set, tools.clock.now())
