"""The exercises that the folder holds, and what the guards are repeated over."""

from dataclasses import dataclass

import pytest

from digitutor_app.app.rooms_found import RoomsFound
from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import Exercise, Mistake, Step, StepKind, Way
from digitutor_app.i18n.places import exercises

KINDS = RoomsFound().vocabulary()
CATALOGUE = Catalogue(exercises(), KINDS.problem)
#: The two modes in which a learner's own hands work (decisions.md, "Tests and soak").
MODES = (Mode.GUIDED, Mode.ALONE)
MODE_NAMES = {Mode.GUIDED: "Ohjatusti", Mode.ALONE: "Itse"}


@dataclass(frozen=True, slots=True)
class Case:
    """One exercise with one data set in one mode."""

    exercise_id: str
    data_set: str
    mode: Mode

    @property
    def exercise(self) -> Exercise:
        return CATALOGUE.exercise(self.exercise_id)

    def __str__(self) -> str:
        return f"{self.exercise_id}-{self.data_set}-{self.mode.value}"


def cases(*modes: Mode):
    """Every sound exercise × data set × mode; a broken one has a test of its own."""
    return [
        Case(exercise_id, data_set, mode)
        for exercise_id in CATALOGUE.sound_ids("fi")
        for data_set in CATALOGUE.exercise(exercise_id).data
        for mode in modes or MODES
    ]


def parametrised(*modes: Mode):
    return pytest.mark.parametrize("case", cases(*modes), ids=str)


def with_ways():
    return pytest.mark.parametrize(
        ("case", "way_id"),
        [
            pytest.param(case, way.id, id=f"{case}-{way.id}")
            for case in cases()
            for way in case.exercise.ways
        ],
    )


def with_mistakes():
    return pytest.mark.parametrize(
        ("case", "mistake_id"),
        [
            pytest.param(case, mistake.id, id=f"{case}-{mistake.id}")
            for case in cases(Mode.ALONE)
            for mistake in case.exercise.mistakes
        ],
    )


def with_wrong_choices():
    """Every wrong choice of every question: case, step, choice."""
    return pytest.mark.parametrize(
        ("case", "step_id", "choice"),
        [
            pytest.param(case, step.id, choice, id=f"{case}-{step.id}.{choice}")
            for case in cases()
            for step in case.exercise.steps
            for choice in step.choices
            if choice not in step.answers
        ],
    )


def way_of(exercise: Exercise, way_id: str) -> Way:
    return next(way for way in exercise.ways if way.id == way_id)


def mistake_of(exercise: Exercise, mistake_id: str) -> Mistake:
    return next(mistake for mistake in exercise.mistakes if mistake.id == mistake_id)


def stretches(exercise: Exercise) -> list[tuple[Step, ...]]:
    """The steps in groups: those with ``keep`` and the step that closes them."""
    groups: list[list[Step]] = [[]]
    for step in exercise.steps:
        groups[-1].append(step)
        if not step.keep:
            groups.append([])
    return [tuple(group) for group in groups if group]


def last_deciding(exercise: Exercise) -> Step:
    """The last step that hands do; after it only answers of a person are left."""
    return [step for step in exercise.steps if step.kind is StepKind.DO][-1]
