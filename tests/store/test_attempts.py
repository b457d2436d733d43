"""Steps, positions and attempts: one transaction, never doubled, and the sums are always right."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.store.errors import UnfitValueError
from tests.store.makers import MORNING, a_person, a_step, a_visit, after, an_attempt


def test_a_finished_step_is_saved_with_its_position_and_the_visit(store):
    person = a_person()
    visit = a_visit(person.id)
    store.visits.put(visit)
    step = a_step(person.id, at=MORNING + timedelta(minutes=4))
    store.attempts.finish_step(step, after(step, '{"files": ["plan"]}'))
    assert store.attempts.steps_of(step.attempt_id) == [step]
    assert store.positions.get(person.id) == after(step, '{"files": ["plan"]}')
    assert store.visits.open_visits() == [replace(visit, last_seen=step.at)]


def test_the_same_step_twice_is_one(store):
    step = a_step(a_person().id)
    store.attempts.finish_step(step, after(step))
    store.attempts.finish_step(step, after(step))
    assert store.attempts.steps_of(step.attempt_id) == [step]


def test_steps_come_in_the_order_of_the_exercise(store):
    attempt_id = new_id()
    steps = [a_step("p-1", number, attempt_id=attempt_id) for number in (1, 2, 3)]
    for step in (steps[2], steps[0], a_step("p-1"), steps[1]):
        store.attempts.finish_step(step, after(step))
    assert store.attempts.steps_of(attempt_id) == steps


def test_a_refused_position_takes_its_step_back(store):
    step = a_step(a_person().id)
    with pytest.raises(UnfitValueError):
        store.attempts.finish_step(step, after(step, "\x00"))
    assert store.attempts.steps_of(step.attempt_id) == []


def test_a_step_and_a_position_of_two_people_are_our_mistake(store):
    step = a_step("p-1")
    with pytest.raises(OurMistakeError):
        store.attempts.finish_step(step, after(a_step("p-2")))
    assert store.attempts.steps_of(step.attempt_id) == []


def test_an_attempt_comes_back(store):
    attempt = an_attempt(a_person().id, hint=3, undos=2, way="drag", device="pointer")
    assert store.attempts.add(attempt)
    assert not store.attempts.add(attempt)
    assert store.attempts.of_person(attempt.person_id) == [attempt]


def test_attempts_come_in_the_order_in_which_they_ended(store):
    attempts = [an_attempt("p-1", ended=MORNING + timedelta(minutes=m)) for m in (30, 10, 20)]
    for attempt in attempts:
        store.attempts.add(attempt)
    assert store.attempts.of_person("p-1") == [attempts[1], attempts[2], attempts[0]]


def test_alone_twice_apart_with_other_data_is_can(store):
    store.attempts.add(an_attempt("p-1"))
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.ALONE}
    later = MORNING + timedelta(minutes=20)
    store.attempts.add(an_attempt("p-1", data_set="b", ended=later))
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.CAN}
    assert store.attempts.skill_states("p-2") == {}


DEEDS = st.fixed_dictionaries(
    {
        "mode": st.sampled_from(Mode),
        "end": st.sampled_from(AttemptEnd),
        "data_set": st.sampled_from("ab"),
        "hint": st.integers(0, 4),
        "steps_done": st.integers(0, 2),
        "ended": st.integers(0, 60).map(lambda minutes: MORNING + timedelta(minutes=minutes)),
        "skills": st.lists(st.sampled_from(["s.1", "s.2", "s.3"]), max_size=3).map(tuple),
    }
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(DEEDS, max_size=8))
def test_the_sums_are_what_the_rule_says_of_all_attempts(store, deeds):
    person_id = new_id()
    attempts = [an_attempt(person_id, **deed) for deed in deeds]
    with store.transaction():
        for attempt in attempts:
            store.attempts.add(attempt)
    tried = {skill for attempt in attempts for skill in attempt.skills}
    assert store.attempts.skill_states(person_id) == {
        skill: skill_state(attempt for attempt in attempts if skill in attempt.skills)
        for skill in tried
    }


def test_a_forgotten_person_has_no_sums_and_gets_none(store):
    attempt = an_attempt("p-1")
    store.attempts.add(attempt)
    store.erasures.add("p-1")
    assert store.attempts.skill_states("p-1") == {}
    assert not store.attempts.add(an_attempt("p-1"))
    step = a_step("p-1")
    store.attempts.finish_step(step, after(step))
    assert store.attempts.skill_states("p-1") == {}
    assert store.positions.get("p-1") is None
    assert store.attempts.steps_of(step.attempt_id) == []
