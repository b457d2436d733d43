"""The main walkthrough of every exercise, in both modes and with every data set."""

import pytest

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.exercise import StepKind
from tests.finding import said
from tests.replays.found import CATALOGUE, MODE_NAMES, cases, last_deciding, parametrised


def test_there_are_exercises():
    assert cases()


@pytest.mark.parametrize("exercise_id", CATALOGUE.ids())
def test_the_exercise_can_be_read(exercise_id):
    problem = CATALOGUE.problem(exercise_id, "fi")
    if problem is not None:
        pytest.fail(str(problem), pytrace=False)


@parametrised()
def test_it_ends_done_and_each_step_leads_to_the_next(replay, case):
    run = replay(case)
    steps = run.exercise.steps
    for number, step in enumerate(steps, start=1):
        if run.ended:
            run.complain(f'it is done before step "{step.id}" has been played')
        if run.step is None or run.step.id != step.id:
            shown = run.step and run.step.id
            run.complain(f'step "{step.id}" should be shown now, but it is "{shown}"')
        if run.instruction() != run.words_of(step):
            run.complain(
                f'step "{step.id}" should say "{run.words_of(step)}", '
                f'but the guide card says "{run.instruction()}"'
            )
        if MODE_NAMES[case.mode] == "Ohjatusti":
            assert f"Vaihe {number} / {len(steps)}" in said(run.screen.guide)
        run.pass_step(step)
        if run.step is step and not run.ended:
            run.complain(
                f'after the walkthrough of step "{step.id}" it is not done. {run.last_seen()}'
            )
    if not run.ended:
        run.complain(f"after the whole walkthrough it is not done. {run.last_seen()}")
    assert run.ended == 1
    if made := run.practice.run.tally.mistakes:
        run.complain(f"the main walkthrough counts as mistakes: {', '.join(made)}")
    [attempt] = run.attempts()
    assert (attempt.end, attempt.steps_done) == (AttemptEnd.DONE, len(steps))
    assert (attempt.hint, attempt.undos, attempt.mode) == (0, 0, case.mode)


@pytest.mark.parametrize(
    "place", [(1093, 582, 1.0), (1366, 728, 2.0), (1093, 582, 2.0), (940, 700, 1.25)]
)
@parametrised(Mode.GUIDED)
def test_in_a_small_window_and_in_large_text(replay, case, place):
    run = replay(case, place=place)
    for step in run.exercise.steps:
        run.pass_step(step)
    if not run.ended:
        run.complain(f"in a window of {place} it is not done at the end. {run.last_seen()}")


@parametrised()
def test_without_its_last_deciding_action_it_does_not_end(replay, case):
    run = replay(case)
    last = last_deciding(run.exercise)
    run.go_to(last.id)
    *others, deciding = run.practice.run.actions_left()
    run.do(others, f'step "{last.id}"')
    if run.ended or run.step is not last:
        run.complain(f'step "{last.id}" is done before its last action')
    run.screen.tick()
    assert not run.ended
    run.do([deciding], f'step "{last.id}"')
    if last is run.exercise.steps[-1] and not run.ended:
        run.complain(f'the last action of step "{last.id}" does not decide. {run.last_seen()}')


@parametrised()
def test_doing_nothing_does_not_end_it(replay, case, clock):
    run = replay(case)
    before = run.rows()
    for _minute in range(10):
        clock.forward(60)
        run.screen.tick()
    assert not run.ended
    assert run.step is run.exercise.steps[0]
    assert run.rows() == before
    if run.step.kind is StepKind.DO:
        assert "Haluatko vihjeen? Paina Vihje. Kiirettä ei ole." in said(run.screen.guide)
