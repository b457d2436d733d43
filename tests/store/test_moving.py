"""Moving attempts between people: none is lost or doubled, and the sums of all follow."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import moved_id, new_id
from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.store import rows
from digitutor_app.store.attempt_rows import attempt_row
from digitutor_app.store.tables import ATTEMPT, WITHDRAWN
from tests.store.makers import MORNING, a_step, after, an_attempt


def of(store, person_id):
    return store.attempts.of_person(person_id)


def test_a_moved_attempt_is_there_and_no_longer_here(store):
    attempt = an_attempt("p-1")
    store.attempts.add(attempt)
    copy = store.attempts.move(attempt, "p-2", MORNING)
    assert of(store, "p-1") == []
    assert of(store, "p-2") == [copy]
    assert copy == replace(attempt, id=moved_id(attempt.id, "p-2"), person_id="p-2")
    assert store.attempts.skill_states("p-1") == {}
    assert store.attempts.skill_states("p-2") == {"files.move": SkillState.ALONE}


def test_its_steps_go_with_it(store):
    attempt = an_attempt("p-1")
    step = a_step("p-1", attempt_id=attempt.id)
    store.attempts.finish_step(step, after(step))
    store.attempts.add(attempt)
    copy = store.attempts.move(attempt, "p-2", MORNING)
    [own] = store.attempts.steps_of(copy.id)
    assert (own.person_id, own.step, own.mistakes) == ("p-2", step.step, step.mistakes)


def test_the_same_move_again_changes_nothing(store):
    attempt = an_attempt("p-1")
    store.attempts.add(attempt)
    copy = store.attempts.move(attempt, "p-2", MORNING)
    assert store.attempts.move(attempt, "p-3", MORNING) is None
    assert not store.attempts.add(attempt)
    assert (of(store, "p-1"), of(store, "p-2"), of(store, "p-3")) == ([], [copy], [])


def test_back_is_the_same_act(store):
    attempt = an_attempt("p-1")
    store.attempts.add(attempt)
    copy = store.attempts.move(attempt, "p-2", MORNING)
    back = store.attempts.move(copy, "p-1", MORNING)
    assert of(store, "p-2") == []
    assert of(store, "p-1") == [back]
    assert replace(back, id=attempt.id) == attempt
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.ALONE}


def test_to_somebody_erased_nothing_moves(store):
    attempt = an_attempt("p-1")
    store.attempts.add(attempt)
    store.erasures.add("p-2")
    with pytest.raises(OurMistakeError):
        store.attempts.move(attempt, "p-2", MORNING)
    assert of(store, "p-1") == [attempt]
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.ALONE}


DEEDS = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(Mode),
        "data_set": st.sampled_from("ab"),
        "ended": st.integers(0, 60).map(lambda minutes: MORNING + timedelta(minutes=minutes)),
        "skills": st.lists(st.sampled_from(["s.1", "s.2"]), max_size=2, unique=True).map(tuple),
    }
)
#: Which attempt (by number), to which of three people, and whether an old version of it is used.
MOVES = st.tuples(st.integers(0, 5), st.integers(0, 2), st.booleans())


@settings(
    max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(DEEDS, min_size=1, max_size=5), st.lists(MOVES, max_size=10))
def test_whatever_moves_where_each_attempt_is_there_once(store, deeds, moves):
    people = [new_id() for _ in range(3)]
    made = [an_attempt(people[0], **deed) for deed in deeds]
    # Each is known by how long it took, whatever its id becomes.
    made = [replace(a, started=a.ended - timedelta(minutes=n + 1)) for n, a in enumerate(made)]
    for attempt in made:
        store.attempts.add(attempt)
    now, before = list(made), list(made)
    for any_number, to, stale in moves:
        number = any_number % len(made)
        attempt = before[number] if stale else now[number]
        gone = stale and before[number] != now[number]
        if attempt.person_id == people[to] and not gone:
            continue
        copy = store.attempts.move(attempt, people[to], MORNING)
        assert (copy is None) == gone
        if copy is not None:
            before[number], now[number] = attempt, copy
    for person_id in people:
        own = sorted((a for a in now if a.person_id == person_id), key=lambda a: (a.ended, a.id))
        assert of(store, person_id) == own
        tried = {skill for attempt in own for skill in attempt.skills}
        assert store.attempts.skill_states(person_id) == {
            skill: skill_state(a for a in own if skill in a.skills) for skill in tried
        }


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.integers(1, 2), max_size=5), st.randoms(use_true_random=False))
def test_the_facts_say_the_same_in_whatever_order_they_come(store, tos, random):
    """What another store gets, in any order, shows the same attempts."""
    people = [new_id() for _ in range(3)]
    attempt = an_attempt(people[0])
    store.attempts.add(attempt)
    for to in tos:
        attempt = store.attempts.move(attempt, people[to], MORNING) or attempt
    said = [
        (table, row)
        for table in (ATTEMPT, WITHDRAWN)
        for row in rows.find(store.database, table, '"subject" IN (?, ?, ?)', people)
    ]
    shown = [of(store, person_id) for person_id in people]
    for table in ("attempt", "withdrawn"):
        store.database.run(f'DELETE FROM "{table}"')
    random.shuffle(said)
    for table, row in said * 2:
        rows.add_fact(store.database, table, row)
    assert [of(store, person_id) for person_id in people] == shown
    assert sum(map(len, shown)) == 1


def test_two_tutors_who_make_the_same_move_make_one_copy(store):
    attempt = an_attempt("p-1")
    store.attempts.add(attempt)
    copy = store.attempts.move(attempt, "p-2", MORNING)
    assert not rows.add_fact(store.database, ATTEMPT, attempt_row(copy))
