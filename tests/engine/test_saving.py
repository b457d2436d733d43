"""A run that is saved at any moment goes on as if nothing had happened."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.engine.run import Run
from digitutor_app.practice.computer import Computer
from tests.engine.makers import (
    KINDS,
    Hands,
    an_exercise,
    do,
    is_on,
    oops,
    question,
    read,
    way,
)
from tests.fakes.clock import FakeClock

EXERCISE = an_exercise(
    do("a"),
    do("select", keep=True),
    do("dialog", keep=True),
    do("moved", clicks=("press", "moved")),
    read("page"),
    question("where"),
    do("z", done=is_on("z", after="where")),
    ways=(way("cut", "moved", "paste", begun=is_on("cut")), way("drag", "moved", "thing")),
    mistakes=(oops("forms"), oops("slow", still_for=5)),
)
NAMES = st.sampled_from(["a", "select", "dialog", "moved", "z", "cut", "forms", "slow", "press"])
ACTS = st.one_of(
    st.tuples(st.just("on"), NAMES),
    st.tuples(st.just("off"), NAMES),
    st.tuples(st.just("touch"), NAMES),
    st.tuples(st.just("flip"), NAMES),
    st.tuples(st.just("wait"), st.sampled_from([1, 6, 40])),
    st.tuples(st.just("undo"), st.none()),
    st.tuples(st.just("hint"), st.none()),
    st.tuples(st.just("answer"), st.sampled_from(["right", "left"])),
)


def act(hands, deed):
    name, value = deed
    if name == "undo":
        hands.run.undo()
    elif name == "hint":
        hands.run.ask_hint()
    elif name == "answer":
        if hands.run.step is not None and hands.run.step.kind != "do":
            hands.run.answer(value)
    else:
        getattr(hands, name)(value)


def resumed(run, clock, exercise=EXERCISE):
    return Run.resume(json.loads(run.to_json()), exercise, KINDS, Computer(), clock)


def words_apart(guidance):
    """Guidance without the hint that is on the screen: the card is closed after a power cut."""
    return replace(guidance, hint=None)


@given(st.lists(ACTS, max_size=25), st.sampled_from([Mode.GUIDED, Mode.ALONE]))
def test_a_run_resumed_at_any_point_guides_and_goes_on_as_before(deeds, mode):
    clock = FakeClock()
    it = Hands(EXERCISE, clock, mode)
    for deed in deeds:
        act(it, deed)
        other = resumed(it.run, clock)
        assert words_apart(other.guidance()) == words_apart(it.run.guidance())
        assert other.to_plain() == it.run.to_plain()
        assert (other.mode, other.done, other.tally) == (mode, it.run.done, it.run.tally)
    while it.run.undo().moved or it.computer.book.can_undo:
        other.undo()
        assert words_apart(other.guidance()) == words_apart(it.run.guidance())


@given(st.lists(ACTS, max_size=20))
def test_every_step_is_told_once_and_number_and_checklist_agree(deeds):
    it = Hands(EXERCISE, FakeClock())
    told = []
    for name, value in deeds:
        if name == "answer":
            if it.run.step is None or it.run.step.kind == "do":
                continue
            outcome = it.run.answer(value)
        elif name in ("on", "off", "touch", "flip"):
            outcome = getattr(it, name)(value)
        else:
            continue
        told += [step.step for step in outcome.finished_steps]
        guidance = it.run.guidance()
        assert guidance.done_steps <= set(told)
        if guidance.step is not None:
            assert EXERCISE.steps[guidance.number - 1] is guidance.step
    assert len(told) == len(set(told))
    assert told == it.run.tally.told


@given(st.lists(ACTS, max_size=20))
def test_undo_all_the_way_is_the_beginning(deeds):
    clock = FakeClock()
    it = Hands(EXERCISE, clock)
    start = it.computer.to_plain()
    for name, value in deeds:
        if name not in ("touch", "flip"):
            act(it, (name, value))
    while it.computer.book.can_undo:
        it.run.undo()
    if not any(name == "wait" for name, _ in deeds):
        assert it.run.guidance().number == 1
    assert it.computer.to_plain()["rows"] == start["rows"]


@pytest.mark.parametrize(
    "change", [{"version": "2"}, {"id": "test-02"}], ids=["another version", "another exercise"]
)
def test_a_run_of_something_else_is_refused(hands, clock, change):
    it = hands(do("a"))
    with pytest.raises(OurMistakeError, match="another exercise or version"):
        resumed(it.run, clock, replace(it.run.exercise, **change))


def test_a_run_of_another_format_is_refused(hands, clock):
    it = hands(do("a"))
    plain = {**it.run.to_plain(), "format": 99}
    with pytest.raises(OurMistakeError):
        Run.resume(plain, it.run.exercise, KINDS, Computer(), clock)


def test_the_offer_waits_anew_after_resuming(hands, clock):
    it = hands(do("a"))
    it.wait(25)
    other = resumed(it.run, clock, it.run.exercise)
    clock.forward(25)
    assert other.tick().hint is None


def test_what_was_shown_first_is_the_beginning(hands):
    it = hands(do("a"))
    assert it.run.untouched
    it.computer.windows.open("files")
    it.run.begin_here()
    assert it.run.untouched
    assert not it.computer.book.can_undo
    it.flip()
    assert not it.run.untouched
