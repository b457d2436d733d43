"""What one exercise asks for next, from much help to none (domain/2, 2.0)."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.fading import Due, may_vary, standing
from digitutor_app.domain.skills import SkillState, skill_state
from tests.store.makers import MORNING, an_attempt

AB = ("a", "b")


def done(mode=Mode.ALONE, data="a", at=0, **more):
    """An attempt that ended so many minutes after nine."""
    return an_attempt("p", mode, data, MORNING + timedelta(minutes=at), **more)


LEFT = done(end=AttemptEnd.LEFT)
WATCHED = done(Mode.WATCH)
GUIDED = done(Mode.GUIDED)
HINTED = done(hint=3, at=1)


@pytest.mark.parametrize(
    ("attempts", "due", "mode", "data_set"),
    [
        ([], Due.NEW, Mode.GUIDED, "a"),
        ([LEFT, WATCHED], Due.NEW, Mode.GUIDED, "a"),
        ([GUIDED], Due.ALONE, Mode.ALONE, "b"),
        ([GUIDED, WATCHED, LEFT], Due.ALONE, Mode.ALONE, "b"),
        ([HINTED], Due.ALONE, Mode.ALONE, "b"),
        ([GUIDED, done(data="b", at=5)], Due.VARIATION, Mode.VARIATION, "a"),
        ([done(), done(Mode.GUIDED, "b", 3)], Due.VARIATION, Mode.VARIATION, "b"),
        ([done(), done(data="b", at=10)], Due.RESTING, Mode.VARIATION, "b"),
        ([done(), done(data="b", at=20)], Due.KNOWN, Mode.VARIATION, "a"),
        ([done(data="gone"), done(data="a", at=1)], Due.RESTING, Mode.VARIATION, "a"),
    ],
)
def test_from_guided_to_known(attempts, due, mode, data_set):
    now = MORNING + timedelta(minutes=15)
    stands = standing(attempts, AB, now)
    assert (stands.due, stands.mode, stands.data_set) == (due, mode, data_set)


def test_after_twenty_minutes_it_is_time_again():
    twice = [done(), done(data="b", at=10)]
    assert standing(twice, AB, MORNING + timedelta(minutes=19)).due is Due.RESTING
    assert standing(twice, AB, MORNING + timedelta(minutes=20)).due is Due.AGAIN


def test_with_one_data_set_one_success_alone_is_enough():
    stands = standing([done()], ("a",), MORNING)
    assert (stands.due, stands.mode, stands.data_set) == (Due.KNOWN, Mode.ALONE, "a")


def test_toisin_opens_after_one_success_alone():
    assert not may_vary([GUIDED, WATCHED, LEFT, HINTED])
    assert may_vary([GUIDED, done()])


attempts = st.builds(
    done,
    st.sampled_from(Mode),
    st.sampled_from("abz"),
    st.integers(0, 60),
    end=st.sampled_from(AttemptEnd),
    hint=st.integers(0, 4),
)


@given(st.lists(attempts, max_size=8), st.integers(0, 120), st.sampled_from([("a",), AB, "abc"]))
def test_what_is_offered_can_be_done_and_is_open(sequence, at, data):
    stands = standing(sequence, data, MORNING + timedelta(minutes=at))
    assert stands.data_set in data
    assert stands.mode is not Mode.WATCH
    if stands.mode is Mode.VARIATION:
        assert may_vary(sequence)


@given(st.lists(attempts, max_size=6), st.sampled_from([AB, "abc"]), st.integers(0, 30))
def test_whoever_does_what_is_due_comes_to_osaa(sequence, data, pause):
    sequence = list(sequence)
    at = 60
    for _round in range(6):
        stands = standing(sequence, data, MORNING + timedelta(minutes=at))
        if stands.due is Due.KNOWN:
            assert skill_state(sequence) is SkillState.CAN
            return
        at += pause + 5
        sequence.append(done(stands.mode, stands.data_set, at))
    assert pause < 20, "with time in between it never takes longer"
