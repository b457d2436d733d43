"""Katso: an exercise that the program does, for somebody who watches."""

from dataclasses import dataclass

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.exercise import Exercise, ExerciseText, StepKind
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.observation import Observation
from digitutor_app.engine.run import Run
from digitutor_app.practice.computer import Computer
from digitutor_app.services.begun import PracticeTools
from digitutor_app.services.fresh_computer import fresh_computer
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Watched:
    """Which exercise is shown to whom, in which data set, and with which hand's words."""

    person_id: str
    exercise: str
    data_set: str
    left_handed: bool = False


class Watching:
    """One exercise on a practice computer of its own: what the person was in stays as it was."""

    def __init__(self, tools: PracticeTools, watched: Watched, language: str) -> None:
        self._worker: StoreWorker = tools.worker
        self._clock: Clock = tools.clock
        self._catalogue: Catalogue = tools.catalogue
        self._watched = watched
        self._started = minute(tools.clock.now())
        self._told = False
        self.exercise: Exercise = tools.catalogue.exercise(watched.exercise)
        computer = fresh_computer(self.exercise, watched.data_set)
        self.run = Run(self.exercise, tools.kinds, computer, tools.clock, Mode.WATCH)
        self.text = self.speak(language)

    @property
    def computer(self) -> Computer:
        return self.run.computer

    @property
    def data_set(self) -> str:
        return self._watched.data_set

    def speak(self, language: str) -> ExerciseText:
        """Show the words of this language."""
        watched = self._watched
        self.text = self._catalogue.text(
            watched.exercise, language, watched.data_set, left_handed=watched.left_handed
        )
        self.computer.words.names = self.text.names
        self.computer.words.documents = self.text.documents
        return self.text

    def observe(self, observation: Observation) -> None:
        """The program did something on the practice computer."""
        self.run.observe(observation)

    def answer(self) -> None:
        """Do what a person would: read, choose the right answer, or be seen by the tutor."""
        step = self.run.step
        if step is not None and step.kind is not StepKind.DO:
            self.run.answer(next(iter(step.answers), ""))

    def end(self) -> None:
        """Keep that it was watched, once; nothing is kept where no step was shown."""
        steps = self.run.steps_done
        if self._told or not steps:
            return
        self._told = True
        attempt = Attempt(
            id=new_id(),
            person_id=self._watched.person_id,
            exercise=self.exercise.id,
            content_version=self.exercise.version,
            data_set=self.data_set,
            mode=Mode.WATCH,
            end=AttemptEnd.DONE if self.run.done else AttemptEnd.LEFT,
            started=self._started,
            ended=minute(self._clock.now()),
            steps_done=steps,
            skills=self.exercise.skills,
        )
        self._worker.tell(lambda store: store.attempts.add(attempt))


class Watchings:
    """Begins watchings."""

    def __init__(self, tools: PracticeTools) -> None:
        self._tools = tools

    def begin(self, watched: Watched, language: str) -> Watching:
        """A show of the exercise on a fresh practice computer; raises ContentError."""
        return Watching(self._tools, watched, language)
