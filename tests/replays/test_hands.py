"""Every exercise can be done with the keyboard only, and with the pointer only."""

import pytest

from digitutor_app.domain.attempts import AttemptEnd
from digitutor_app.domain.exercise import StepKind
from tests.replays.found import parametrised, stretches

#: What a hand without the other one cannot do. (Letters are typed with the keyboard, by everyone.)
NOT_WITH = {"keys": ("drag",), "pointer": ("key",)}


@pytest.mark.parametrize("hands", ["keys", "pointer"])
@parametrised()
def test_with_these_hands_only(replay, case, hands):
    run = replay(case, keyboard=hands == "keys")
    for stretch in stretches(run.exercise):
        for step, actions in road(run, stretch, hands):
            if run.ended:
                break
            if step.kind is StepKind.DO:
                run.do(actions, f'step "{step.id}"')
            else:
                run.answer(step)
    if not run.ended:
        run.complain(f"it is not done at the end. {run.last_seen()}")
    [attempt] = run.attempts()
    assert attempt.end is AttemptEnd.DONE
    typed = any(a.verb == "type" for s in run.exercise.steps for a in s.walkthrough)
    if attempt.device != hands and not typed:
        run.complain(f'what was done counts as done with "{attempt.device}", not with "{hands}"')


def road(run, stretch, hands):
    """Steps and actions of the first written road through a stretch that these hands can go."""
    closing = stretch[-1]
    roads = [[(step, step.walkthrough) for step in stretch]]
    roads += [
        [(closing, way.steps[closing.id])] for way in run.exercise.ways if closing.id in way.steps
    ]
    for steps in roads:
        verbs = {action.verb for _step, actions in steps for action in actions}
        if not verbs & set(NOT_WITH[hands]):
            return steps
    return run.complain(
        f'step "{closing.id}": no walkthrough and no way can be done with {hands} only'
    )
