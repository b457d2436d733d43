"""The five states of a skill, rule by rule (domain/2, 2.0)."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.skills import SkillState, attempt_state, skill_state

NINE = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def attempt(
    mode=Mode.ALONE, *, end=AttemptEnd.DONE, hint=0, steps=4, data="a", at=0, exercise="files-04"
):
    """An attempt that ended so many minutes after nine."""
    ended = NINE + timedelta(minutes=at)
    return Attempt(
        id="x",
        person_id="p",
        exercise=exercise,
        content_version="1",
        data_set=data,
        mode=mode,
        end=end,
        started=ended - timedelta(minutes=5),
        ended=ended,
        steps_done=steps,
        hint=hint,
    )


attempts = st.builds(
    attempt,
    st.sampled_from(Mode),
    end=st.sampled_from(AttemptEnd),
    hint=st.integers(0, 4),
    steps=st.integers(0, 6),
    data=st.sampled_from("ab"),
    at=st.integers(0, 90),
    exercise=st.sampled_from(["files-04", "files-07"]),
)


def test_nothing_tried():
    assert skill_state([]) is SkillState.NOT_TRIED


@pytest.mark.parametrize(
    ("one", "state"),
    [
        (attempt(end=AttemptEnd.LEFT, steps=0), SkillState.NOT_TRIED),
        (attempt(end=AttemptEnd.LEFT, steps=1), SkillState.PRACTISED),
        (attempt(end=AttemptEnd.RESTARTED, steps=3), SkillState.PRACTISED),
        (attempt(Mode.WATCH, steps=0), SkillState.NOT_TRIED),
        (attempt(Mode.WATCH, steps=4), SkillState.NOT_TRIED),
        (attempt(Mode.WATCH, end=AttemptEnd.LEFT, steps=4), SkillState.NOT_TRIED),
        (attempt(Mode.GUIDED), SkillState.GUIDED),
        (attempt(Mode.GUIDED, hint=4), SkillState.GUIDED),
        (attempt(Mode.ALONE, hint=2), SkillState.GUIDED),
        (attempt(Mode.ALONE, hint=4), SkillState.GUIDED),
        (attempt(Mode.VARIATION, hint=3), SkillState.GUIDED),
        (attempt(Mode.ALONE), SkillState.ALONE),
        (attempt(Mode.ALONE, hint=1), SkillState.ALONE),
        (attempt(Mode.VARIATION, hint=1), SkillState.ALONE),
    ],
)
def test_what_one_attempt_gives(one, state):
    assert attempt_state(one) is state
    assert skill_state([one]) is state


WATCHED = attempt(Mode.WATCH)
NOTHING_DONE = attempt(Mode.GUIDED, end=AttemptEnd.RESTARTED, steps=0)


def test_watched_and_tried_is_practised_and_neither_of_them_alone():
    assert skill_state([WATCHED, WATCHED]) is SkillState.NOT_TRIED
    assert skill_state([NOTHING_DONE, NOTHING_DONE]) is SkillState.NOT_TRIED
    assert skill_state([WATCHED, NOTHING_DONE]) is SkillState.PRACTISED
    assert skill_state([NOTHING_DONE, WATCHED]) is SkillState.PRACTISED
    unseen = attempt(Mode.WATCH, end=AttemptEnd.LEFT, steps=0)
    assert skill_state([unseen, NOTHING_DONE]) is SkillState.NOT_TRIED


def test_watching_after_a_success_changes_nothing():
    assert skill_state([attempt(), WATCHED]) is SkillState.ALONE


@pytest.mark.parametrize(
    ("sequence", "state"),
    [
        ([], SkillState.NOT_TRIED),
        ([attempt(end=AttemptEnd.LEFT)], SkillState.GUIDED),
        ([attempt(Mode.GUIDED)], SkillState.GUIDED),
        ([attempt()], SkillState.CAN),
        ([attempt(), attempt(data="b", at=30)], SkillState.CAN),
    ],
)
def test_what_a_tutor_has_seen(sequence, state):
    assert skill_state(sequence, observed=True) is state


def test_the_best_attempt_counts():
    poor = attempt(end=AttemptEnd.LEFT, at=60)
    assert skill_state([attempt(Mode.GUIDED), attempt(), poor]) is SkillState.ALONE


@pytest.mark.parametrize(
    ("second", "state"),
    [
        (attempt(data="b", at=20), SkillState.CAN),
        (attempt(data="b", at=19), SkillState.ALONE),
        (attempt(data="a", at=60), SkillState.ALONE),
        (attempt(data="b", at=60, hint=2), SkillState.ALONE),
        (attempt(Mode.GUIDED, data="b", at=60), SkillState.ALONE),
        (attempt(data="b", at=60, end=AttemptEnd.LEFT), SkillState.ALONE),
        (attempt(Mode.VARIATION, data="b", at=24 * 60), SkillState.CAN),
        (attempt(data="a", at=30, exercise="files-09"), SkillState.CAN),
    ],
)
def test_can_needs_two_data_sets_and_time_between(second, state):
    assert skill_state([attempt(data="a"), second]) is state


def test_any_pair_of_data_sets_far_enough_apart_will_do():
    first, soon, later = attempt(data="a"), attempt(data="b", at=10), attempt(data="a", at=30)
    assert skill_state([first, soon]) is SkillState.ALONE
    assert skill_state([first, soon, later]) is SkillState.CAN


@given(st.lists(attempts, max_size=8))
def test_no_sequence_of_attempts_makes_a_state_go_down(sequence):
    states = [skill_state(sequence[:n]) for n in range(len(sequence) + 1)]
    assert states == sorted(states)


@given(st.lists(attempts, max_size=6), st.lists(attempts, max_size=3))
def test_more_attempts_never_lower_a_state(some, more):
    assert skill_state(some + more) >= skill_state(some)
    assert skill_state(some + more, observed=True) >= skill_state(some, observed=True)


@given(st.lists(attempts, max_size=8))
def test_what_a_tutor_has_seen_never_lowers(sequence):
    assert skill_state(sequence, observed=True) >= skill_state(sequence)


@given(st.lists(attempts, max_size=6), st.integers(0, 1))
def test_a_small_hint_changes_nothing(sequence, hint):
    unaided = [replace(a, hint=0 if a.hint <= 1 else a.hint) for a in sequence]
    assert skill_state([replace(a, hint=max(hint, a.hint)) for a in unaided]) is skill_state(
        unaided
    )


@given(attempts, st.integers(0, 4))
def test_a_hint_is_no_failure(one, hint):
    """Who gets to the end has succeeded, however much help it took."""
    if one.mode is not Mode.WATCH and one.end is AttemptEnd.DONE:
        assert attempt_state(replace(one, hint=hint)) >= SkillState.GUIDED
    else:
        assert attempt_state(replace(one, hint=hint)) is attempt_state(one)


@given(st.lists(attempts, min_size=1, max_size=6), attempts, st.integers(0, 4))
def test_hints_in_a_later_attempt_lower_nothing(sequence, one, hint):
    assert skill_state([*sequence, replace(one, hint=hint)]) >= skill_state(sequence)


@given(st.lists(attempts, max_size=6), st.randoms(use_true_random=False))
def test_the_order_in_which_laptops_deliver_does_not_matter(sequence, random):
    assert skill_state(random.sample(sequence, len(sequence))) is skill_state(sequence)


@given(st.lists(attempts, min_size=1, max_size=6))
def test_can_is_only_for_those_who_did_it_alone(sequence):
    alone = [a for a in sequence if attempt_state(a) is SkillState.ALONE]
    if skill_state(sequence) is SkillState.CAN:
        assert len({(a.exercise, a.data_set) for a in alone}) >= 2
