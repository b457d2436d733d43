"""What the guards are repeated over: an exercise with a data set, a mode, and one detail of it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.errors import WorldError
from digitutor_app.domain.exercise import Exercise, Mistake, Step, StepKind, Way
from digitutor_app.i18n import N_, _

#: The two modes in which a learner's own hands work (decisions.md, "Tests and soak").
MODES = (Mode.GUIDED, Mode.ALONE)
MODE_NAMES = {Mode.GUIDED: N_("Ohjatusti"), Mode.ALONE: N_("Itse")}


class UnsoundError(WorldError):
    """Something in an exercise does not hold; the text is a sentence for its author."""


@dataclass(frozen=True, slots=True)
class Case:
    """One exercise with one data set in one mode.

    ``what`` is the id of the way, the mistake, or the wrong choice ("step.choice") it is about.
    """

    exercise: Exercise
    data_set: str
    mode: Mode
    what: str = ""

    def __str__(self) -> str:
        parts = (self.exercise.id, self.data_set, self.mode.value, self.what)
        return "-".join(part for part in parts if part)

    def told(self) -> str:
        """The case in an author's words."""
        return _("aineisto {data}, {mode}").format(
            data=self.data_set, mode=_(MODE_NAMES[self.mode])
        )

    @property
    def way(self) -> Way:
        return next(way for way in self.exercise.ways if way.id == self.what)

    @property
    def mistake(self) -> Mistake:
        return next(mistake for mistake in self.exercise.mistakes if mistake.id == self.what)


Cases = Callable[[Exercise], Iterator[Case]]


def in_both_modes(exercise: Exercise) -> Iterator[Case]:
    """Every data set in every mode."""
    for data_set in exercise.data:
        for mode in MODES:
            yield Case(exercise, data_set, mode)


def in_turns(exercise: Exercise) -> Iterator[Case]:
    """Every data set once, with the modes in turns."""
    return _turns(exercise, [""])


def once(exercise: Exercise) -> Iterator[Case]:
    """The first data set, in Itse for every other exercise."""
    number = exercise.id.rpartition("-")[2]
    yield Case(exercise, exercise.data[0], MODES[int(number) % len(MODES)])


def each_way(exercise: Exercise) -> Iterator[Case]:
    """Every way with every data set; two data sets see it in both modes."""
    return _turns(exercise, [way.id for way in exercise.ways])


def each_choice(exercise: Exercise) -> Iterator[Case]:
    """Every wrong choice of every question."""
    wrong = [
        f"{step.id}.{choice}"
        for step in exercise.steps
        for choice in step.choices
        if choice not in step.answers
    ]
    return _turns(exercise, wrong)


def each_mistake(exercise: Exercise) -> Iterator[Case]:
    """Every mistake with every data set; in Ohjatusti the training wheels prevent most."""
    for data_set in exercise.data:
        for mistake in exercise.mistakes:
            yield Case(exercise, data_set, Mode.ALONE, mistake.id)


def guided(exercise: Exercise) -> Iterator[Case]:
    """Every data set, in Ohjatusti."""
    for data_set in exercise.data:
        yield Case(exercise, data_set, Mode.GUIDED)


def _turns(exercise: Exercise, whats: list[str]) -> Iterator[Case]:
    for number, data_set in enumerate(exercise.data):
        for turn, what in zip(count(number), whats, strict=False):
            yield Case(exercise, data_set, MODES[turn % len(MODES)], what)


def stretches(exercise: Exercise) -> list[tuple[Step, ...]]:
    """The steps in groups: those with ``keep`` and the step that closes them."""
    groups: list[list[Step]] = [[]]
    for step in exercise.steps:
        groups[-1].append(step)
        if not step.keep:
            groups.append([])
    return [tuple(group) for group in groups if group]


def last_deciding(exercise: Exercise) -> Step | None:
    """The last step that hands do; after it only answers of a person are left."""
    return next((step for step in exercise.steps[::-1] if step.kind is StepKind.DO), None)
