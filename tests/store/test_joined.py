"""Joined people are one: what both have done counts together."""

from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState
from tests.store.makers import MORNING, a_person, an_attempt


def test_alone_there_is_one_id(store):
    person = a_person()
    store.people.put(person)
    assert store.people.one_person(person.id) == (person.id,)
    assert store.people.one_person("nobody") == ("nobody",)


def test_two_that_were_joined_are_one_from_either_side(store):
    stays, other = a_person(), a_person(code="")
    store.people.put(stays)
    store.people.join(other, stays.id)
    assert store.people.one_person(stays.id) == (stays.id, other.id)
    assert store.people.one_person(other.id) == (stays.id, other.id)
    store.people.join(other, "")
    assert store.people.one_person(other.id) == (other.id,)


def test_what_both_have_done_counts_together(store):
    stays, other = a_person(), a_person(code="")
    store.people.put(stays)
    store.people.join(other, stays.id)
    first = an_attempt(stays.id)
    later = an_attempt(other.id, data_set="b", ended=MORNING + timedelta(minutes=20))
    for attempt in (later, first):
        store.attempts.add(attempt)
    for person_id in (stays.id, other.id):
        assert store.attempts.of_person(person_id) == [first, later]
        assert store.attempts.skill_states(person_id) == {"files.move": SkillState.CAN}


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=8))
def test_joins_of_any_shape_come_to_an_end_and_agree(store, joins):
    """Chains, trees and even two who were joined with each other."""
    people = [Person(id=new_id()) for _ in range(5)]
    into = {}
    for one, other in joins:
        if one != other:
            into[one] = other
    for number, person in enumerate(people):
        store.people.join(person, people[into[number]].id if number in into else "")
    groups = {number: {number} for number in range(5)}
    for one, other in into.items():
        both = groups[one] | groups[other]
        for number in both:
            groups[number] = both
    for number, person in enumerate(people):
        found = store.people.one_person(person.id)
        heads = [n for n in groups[number] if n not in into]
        assert found[0] in {people[n].id for n in heads or groups[number]}
        assert len(found) == len(set(found))
        assert {p.id for p in people if p.id in found} == {people[n].id for n in groups[number]}
        assert found == store.people.one_person(found[-1])
