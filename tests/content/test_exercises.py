"""The exercises of the program are sound, and none is done or wrong before it begins."""

from itertools import pairwise

import pytest

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import StepKind
from digitutor_app.engine.run import Run
from digitutor_app.i18n.places import exercises
from digitutor_app.practice.computer import Computer
from digitutor_app.services.fresh_computer import fill
from tests.content.kinds import KINDS

CATALOGUE = Catalogue(exercises(), KINDS.problem)
EVERY = [
    (exercise_id, data_set)
    for exercise_id in CATALOGUE.sound_ids("fi")
    for data_set in CATALOGUE.exercise(exercise_id).data
]


@pytest.fixture
def begin(clock):
    """A fresh run of an exercise in a data set."""

    def it(exercise_id, data_set, mode=Mode.GUIDED):
        exercise, computer = CATALOGUE.exercise(exercise_id), Computer()
        text = CATALOGUE.text(exercise_id, "fi", data_set)
        computer.words.names, computer.words.documents = text.names, text.documents
        fill(computer, exercise.starts[data_set])
        return Run(exercise, KINDS, computer, clock, mode)

    return it


def test_none_is_left_out():
    assert [str(error) for error in CATALOGUE.problems("fi")] == []
    assert {"files-01", "files-04", "files-07"} <= set(CATALOGUE.ids())


def test_each_has_two_data_sets_whose_names_differ():
    for exercise_id in CATALOGUE.ids():
        data = CATALOGUE.exercise(exercise_id).data
        assert len(data) >= 2, exercise_id
        names = [CATALOGUE.text(exercise_id, "fi", data_set).names for data_set in data]
        assert all(first != second for first, second in pairwise(names))


@pytest.mark.parametrize(("exercise_id", "data_set"), EVERY)
def test_two_things_in_one_folder_never_have_one_name(begin, exercise_id, data_set):
    files = begin(exercise_id, data_set).computer.files
    for folder in {node.parent for node in files.all()}:
        names = [files.name(node.id) + node.ending for node in files.children(folder)]
        assert len(names) == len(set(names)), folder


@pytest.mark.parametrize(("exercise_id", "data_set"), EVERY)
def test_doing_nothing_does_nothing(begin, clock, exercise_id, data_set):
    run = begin(exercise_id, data_set)
    first = run.exercise.steps[0]
    for _ in range(120):
        clock.forward(1)
        outcome = run.tick()
        assert not outcome.finished_steps
        assert not outcome.mistake
    assert run.step == first
    assert not run.done


@pytest.mark.parametrize(("exercise_id", "data_set"), EVERY)
def test_guided_there_is_always_something_to_point_at(begin, exercise_id, data_set):
    run = begin(exercise_id, data_set)
    assert run.guidance().outlined
    assert run.guidance().outlined in run.guidance().live


@pytest.mark.parametrize("exercise_id", CATALOGUE.sound_ids("fi"))
def test_every_do_step_has_a_last_action_that_decides(exercise_id):
    # Guidance skips an action whose ``until`` holds; the last one must stay until the step is done.
    for step in CATALOGUE.exercise(exercise_id).steps:
        if step.kind is StepKind.DO:
            last = step.walkthrough[-1]
            assert last.until in (None, step.done), step.id


def test_a_language_that_is_not_written_yet_leaves_all_out_and_says_so():
    assert CATALOGUE.sound_ids("xx") == []
    assert {error.file.name for error in CATALOGUE.problems("xx")} == {"text.xx.toml"}
