"""A monkey at work in every room: 200 acts here; ``make soak`` lets it work for longer."""

import pytest

from digitutor_app.app.exercise_check.case import UnsoundError
from tests.rooms.contract.monkey import BrokenError, Monkey, run, shortest
from tests.rooms.contract.test_contract import ROOMS, exercises_of

ACTS = 200


@pytest.mark.parametrize("room", ROOMS)
def test_a_monkey_breaks_nothing(bench, room):
    exercises = exercises_of(room)
    for turn, exercise_id in enumerate(exercises[:: max(1, len(exercises) // 2)][:2]):
        try:
            run(bench, exercise_id, seed=turn + 1, count=ACTS // 2)
        except UnsoundError as error:
            pytest.fail(str(error), pytrace=False)


def test_the_same_seed_does_the_same(bench):
    def acts():
        monkey = Monkey(bench, "files-04", 7)
        for _act in range(30):
            monkey.act(monkey.choose())
        return monkey.acts

    assert acts() == acts()


def test_a_row_that_peru_does_not_bring_back_is_found(bench):
    """What a deed remembers is changed behind its back: the monkey says which row."""
    monkey = Monkey(bench, "files-04", 1)
    key = ""
    while not key:
        monkey.act(monkey.choose())
        plain = monkey.computer.to_plain()
        before = plain["deeds"][-1][1] if plain["deeds"] else {}
        key = next((key for key, stood in before.items() if stood is not None), "")
    number, row = before[key]
    before[key] = (number, {**row, "spoilt": True})
    monkey.computer.load(plain)
    with pytest.raises(BrokenError, match=f"Peru from deed .*{key}"):
        monkey.act(("undo",))


def test_the_tail_is_the_shortest_one():
    acts = list(range(100))
    assert shortest(acts, lambda tail: 93 in tail) == acts[93:]
    assert shortest(acts, lambda tail: 99 in tail) == [99]
    assert shortest(acts, lambda tail: 0 in tail) == acts
    assert shortest([5], bool) == [5]


def test_a_warning_of_qt_and_an_error_in_an_event_are_heard(bench):
    from PySide6.QtCore import QTimer, qWarning

    monkey = Monkey(bench, "files-04", 1)

    def fail():
        raise ValueError("in an event")

    QTimer.singleShot(0, fail)
    with pytest.raises(BrokenError, match="ValueError: in an event"):
        monkey.act(("wait", 0.1))
    QTimer.singleShot(0, lambda: qWarning("oops"))
    with pytest.raises(BrokenError, match="Qt: oops"):
        monkey.act(("wait", 0.1))
