"""People of several laptops who may be one: joined by code, asked about, kept apart, taken back."""

from datetime import timedelta

import pytest

from digitutor_app.services.same_person import Likeness, SamePerson
from tests.store.makers import MORNING, a_person, a_visit, an_attempt

CODE, OTHER_CODE = "sininen-kettu-27", "punainen-karhu-31"


@pytest.fixture
def desk(laptop):
    return SamePerson(laptop.worker)


def put(laptop, code=CODE, name="", arrived=MORNING, minutes=30, number="1"):
    """Somebody who was at a laptop for a while."""
    person = a_person(code, name)
    left = arrived + timedelta(minutes=minutes)
    visit = a_visit(person.id, arrived, left=left, laptop=number)

    def save(store):
        store.people.put(person)
        store.visits.put(visit)
        store.attempts.add(an_attempt(person.id, ended=left))

    laptop.store(save)
    return person


def later(hours):
    return MORNING + timedelta(hours=hours)


def heads(laptop):
    return {person.id for person in laptop.store(lambda store: store.people.all_heads())}


def test_who_comes_back_with_the_code_is_joined_without_asking(laptop, desk):
    first = put(laptop, name="Aino")
    second = put(laptop, arrived=later(2), number="4")
    assert desk.join_by_code() == 1
    assert heads(laptop) == {first.id}
    assert len(laptop.attempts(first.id)) == 2
    assert desk.questions() == []
    assert [(a.id, b.id) for a, b in desk.joined()] == [(second.id, first.id)]
    assert desk.join_by_code() == 0


def test_three_laptops(laptop, desk):
    people = [put(laptop, arrived=later(n), number=str(n)) for n in range(3)]
    assert desk.join_by_code() == 2
    assert heads(laptop) == {min(person.id for person in people)}


def test_two_names_under_one_code_are_asked_about(laptop, desk):
    put(laptop, name="Aino")
    put(laptop, name="Eeva", arrived=later(2), number="4")
    assert desk.join_by_code() == 0
    [question] = desk.questions()
    assert question.likeness is Likeness.CODE
    assert not question.together
    assert {known.person.first_name for known in (question.one, question.other)} == {"Aino", "Eeva"}
    assert {known.laptops for known in (question.one, question.other)} == {("1",), ("4",)}
    assert question.one.days == (MORNING.date(),)


def test_nobody_is_at_two_laptops_at_once(laptop, desk):
    put(laptop)
    put(laptop, arrived=MORNING + timedelta(minutes=29), number="4")
    assert desk.join_by_code() == 0
    assert [question.together for question in desk.questions()] == [True]


def test_one_visit_may_begin_when_the_other_ends(laptop, desk):
    put(laptop)
    put(laptop, arrived=MORNING + timedelta(minutes=30), number="4")
    assert desk.join_by_code() == 1


def test_the_same_name_is_only_asked_about(laptop, desk):
    one = put(laptop, name="Maria")
    other = put(laptop, OTHER_CODE, "maria", later(2), number="4")
    put(laptop, "", "", later(3))
    put(laptop, "", "", later(4))
    assert desk.join_by_code() == 0
    assert [question.likeness for question in desk.questions()] == [Likeness.NAME]
    desk.join(other.id, one.id)
    assert desk.questions() == []
    assert len(laptop.attempts(one.id)) == 2


def test_the_one_with_a_name_stands_for_both(laptop, desk):
    named = put(laptop, name="Aino")
    for hours in (1, 2, 3):
        put(laptop, arrived=later(hours))
    desk.join_by_code()
    assert heads(laptop) == {named.id}


def test_two_people_stay_two(laptop, desk):
    one = put(laptop, name="Maria")
    other = put(laptop, OTHER_CODE, "Maria", later(2))
    desk.keep_apart(other.id, one.id)
    assert desk.questions() == []
    assert heads(laptop) == {one.id, other.id}


def test_joining_is_taken_back_and_does_not_come_again(laptop, desk):
    first = put(laptop, name="Aino")
    second = put(laptop, arrived=later(2))
    desk.join_by_code()
    desk.take_back(second.id)
    assert heads(laptop) == {first.id, second.id}
    assert desk.join_by_code() == 0
    assert desk.questions() == []
    assert len(laptop.attempts(first.id)) == 1


def test_taking_back_what_was_never_joined(laptop, desk):
    person = put(laptop)
    desk.take_back(person.id)
    desk.take_back("nobody")
    assert heads(laptop) == {person.id}


def test_whichever_machine_decides_the_answer_is_the_same(start, laptop):
    for name in ("", "Aino", ""):
        put(laptop, name=name, arrived=later(len(name)))
    put(laptop, arrived=later(7))
    other = start(laptop)
    assert SamePerson(laptop.worker).join_by_code() == SamePerson(other.worker).join_by_code()
    assert heads(laptop) == heads(other)
