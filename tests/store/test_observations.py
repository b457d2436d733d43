"""What a tutor has seen: it raises a skill by the rule, and can be withdrawn."""

from datetime import date

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.domain.tutor_observations import MarkedBehind, TutorObservation
from tests.store.makers import a_person, an_attempt

DAY = date(2026, 3, 2)


def seen(person_id, skill="files.move", behind=MarkedBehind.TUTOR_GATE):
    return TutorObservation(id=new_id(), person_id=person_id, skill=skill, day=DAY, behind=behind)


def test_it_comes_back_and_twice_is_once(store):
    fact = seen("p-1", behind=MarkedBehind.LAPTOP_PIN)
    assert store.observations.add(fact)
    assert not store.observations.add(fact)
    assert store.observations.of_people(["p-1"]) == [fact]
    assert store.observations.of_people(["p-2"]) == []


def test_seen_raises_alone_to_can_and_back_when_it_was_a_mistake(store):
    store.attempts.add(an_attempt("p-1"))
    fact = seen("p-1")
    store.observations.add(fact)
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.CAN}
    assert store.observations.withdraw(fact)
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.ALONE}
    assert store.observations.of_people(["p-1"]) == []
    assert not store.observations.add(fact), "what was withdrawn does not come back by itself"


def test_what_was_never_tried_is_not_raised(store):
    store.observations.add(seen("p-1"))
    assert store.attempts.skill_states("p-1") == {}
    store.attempts.add(an_attempt("p-1"))
    assert store.attempts.skill_states("p-1") == {"files.move": SkillState.CAN}


def test_seen_of_one_counts_for_whom_they_were_joined_with(store):
    stays, other = a_person(), a_person(code="")
    store.people.put(stays)
    store.people.join(other, stays.id)
    store.attempts.add(an_attempt(stays.id))
    store.observations.add(seen(other.id))
    assert store.attempts.skill_states(stays.id) == {"files.move": SkillState.CAN}


DEEDS = st.lists(
    st.fixed_dictionaries(
        {
            "mode": st.sampled_from(Mode),
            "end": st.sampled_from(AttemptEnd),
            "hint": st.integers(0, 4),
            "skills": st.lists(st.sampled_from(["s.1", "s.2"]), max_size=2).map(tuple),
        }
    ),
    max_size=5,
)
MARKS = st.lists(st.tuples(st.sampled_from(["s.1", "s.2"]), st.booleans()), max_size=4)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(DEEDS, MARKS)
def test_the_sums_follow_the_rule_whatever_was_marked(store, deeds, marks):
    person_id = new_id()
    attempts = [an_attempt(person_id, **deed) for deed in deeds]
    holds = set()
    for skill, withdrawn in marks:
        fact = seen(person_id, skill)
        store.observations.add(fact)
        if withdrawn:
            store.observations.withdraw(fact)
        else:
            holds.add(skill)
    for attempt in attempts:
        store.attempts.add(attempt)
    assert store.attempts.skill_states(person_id) == {
        skill: skill_state((a for a in attempts if skill in a.skills), observed=skill in holds)
        for skill in {skill for attempt in attempts for skill in attempt.skills}
    }
