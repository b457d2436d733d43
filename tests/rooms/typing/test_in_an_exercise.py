"""The room's state under the engine, in the exercise kbd-03: the caret is a part of the skill."""

import pytest

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Mode
from digitutor_app.engine.run import Run
from digitutor_app.i18n.places import exercises
from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.typing.state import TypingState
from digitutor_app.services.fresh_computer import fill
from tests.content.kinds import KINDS


@pytest.fixture(params=["a", "b"])
def run(request, clock):
    catalogue = Catalogue(exercises(), KINDS.problem)
    exercise, computer = catalogue.exercise("kbd-03"), Computer()
    computer.words.names = catalogue.text("kbd-03", "fi", request.param).names
    fill(computer, exercise.starts[request.param])
    return Run(exercise, KINDS, computer, clock, Mode.ALONE)


def tell(run, seen):
    return [run.observe(observation) for observation in seen][-1]


def test_a_caret_that_wanders_leads_back_to_placing_it(run):
    state = TypingState(run.computer)
    end = len(run.computer.words.names["door_1_given"])
    state.focus("door_1")
    tell(run, state.place("door_1", end, end, "pointer", click=True))
    assert run.step.id == "erase_door_1"
    tell(run, state.place("door_1", 2, 2, "pointer", click=True))
    assert run.step.id == "go_to_door_1"
    tell(run, state.press("door_1", "Backspace", "keys"))
    assert run.step.id == "go_to_door_1", "another letter than the last is no correction"


def test_delete_at_the_end_is_told_each_time_and_shown_at_the_third(run):
    state = TypingState(run.computer)
    end = len(run.computer.words.names["door_1_given"])
    state.focus("door_1")
    tell(run, state.place("door_1", end, end, "pointer", click=True))
    outcomes = [tell(run, state.press("door_1", "Delete", "keys")) for _ in range(3)]
    assert [o.mistake for o in outcomes] == ["delete_at_end"] * 3
    assert [o.demonstrate for o in outcomes] == [False, False, True]


def test_a_word_that_was_erased_comes_back_with_peru(run):
    state = TypingState(run.computer)
    state.focus("door_2")
    length = len(run.computer.words.names["door_2_given"])
    assert tell(run, state.place("door_2", length, 0, "pointer", click=True)).mistake
    assert tell(run, state.press("door_2", "Delete", "keys")).mistake == "word_erased"
    run.undo()
    assert state.rows.written("door_2").text == run.computer.words.names["door_2_given"]
