"""People of several laptops who may be one: joined by code, asked about, kept apart, taken back."""

from datetime import timedelta

import pytest

from digitutor_app.services.alike import Likeness
from digitutor_app.services.same_person import SamePerson
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
    assert [(j.known.person.id, j.into.id) for j in desk.joined()] == [(second.id, first.id)]
    assert desk.join_by_code() == 0


def test_three_laptops(laptop, desk):
    people = [put(laptop, arrived=later(n), number=str(n)) for n in range(3)]
    assert desk.join_by_code() == 2
    assert heads(laptop) == {min(person.id for person in people)}


def test_what_very_many_share_says_nothing_of_any_two(laptop, desk):
    """Thousands with one code would hold the store for hours: it is read pair by pair."""
    for hour in range(31):
        put(laptop, arrived=later(hour))
    assert desk.join_by_code() == 0
    assert desk.questions() == []


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


def marias(laptop, count, number=0):
    """So many people of one name, each with a code of their own."""
    codes = (f"sininen-kettu-{number + n}" for n in range(count))
    return [put(laptop, code, f"Maria {number}", later(n)) for n, code in enumerate(codes)]


def pairs(desk):
    return [{q.one.person.id, q.other.person.id} for q in desk.questions()]


def test_of_three_with_one_name_each_pair_is_asked_about_in_the_end(laptop, desk):
    everybody = {person.id for person in marias(laptop, 3)}
    answered = []
    while waiting := pairs(desk):
        assert len(waiting) < len(everybody)
        answered.append(waiting[0])
        desk.keep_apart(*waiting[0])
    assert len(answered) == 3
    assert all(set(everybody) - {left} in answered for left in everybody)


def test_of_many_with_one_name_each_is_asked_about_with_one_other(laptop, desk):
    everybody = {person.id for person in marias(laptop, 12)}
    waiting = pairs(desk)
    assert len(waiting) == 11
    assert set().union(*waiting) == everybody
    first, second = waiting[0]
    desk.join(first, second)
    assert len(pairs(desk)) == 10


def test_looking_for_likenesses_grows_with_the_people_not_with_their_pairs(laptop, desk):
    """What it asks the store, with one pair kept apart in each group."""
    asked = []
    for groups in (2, 8):
        for number in range(len(asked) and 2, groups):
            one, other, *_others = marias(laptop, 15, number * 100)
            desk.keep_apart(one.id, other.id)
        statements = []
        trace = laptop.store(lambda store: store.database._connection.set_trace_callback)
        trace(statements.append)
        assert len(desk.questions()) == groups * 14
        trace(None)
        asked.append(len(statements))
    assert asked[1] <= 4.2 * asked[0]
    assert asked[1] < 10 * 8 * 15


def test_the_one_with_a_name_stands_for_both(laptop, desk):
    named = put(laptop, name="Aino")
    for hours in (1, 2, 3):
        put(laptop, arrived=later(hours))
    desk.join_by_code()
    assert heads(laptop) == {named.id}


def test_who_comes_back_with_the_other_of_two_codes_is_joined_too(laptop, desk):
    one = put(laptop, name="Maria")
    other = put(laptop, OTHER_CODE, "Maria", later(2), number="4")
    desk.join(one.id, other.id)
    put(laptop, CODE, "", later(4), number="5")
    put(laptop, OTHER_CODE, "", later(6), number="6")
    assert desk.join_by_code() == 2
    [head] = heads(laptop)
    assert len(laptop.attempts(head)) == 4
    assert desk.questions() == []


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


def test_who_was_parted_from_a_chain_does_not_come_again(laptop, desk):
    """B was joined with A, and A with C: parted from A, B is not joined with C by its code."""
    one, two = put(laptop), put(laptop, arrived=later(1))
    desk.join_by_code()
    named = put(laptop, name="Aino", arrived=later(2))
    desk.join(one.id, named.id)
    parted = max(one.id, two.id)
    assert desk.take_back(parted) == named.id
    assert desk.join_by_code() == 0
    assert desk.questions() == []
    assert len(laptop.attempts(named.id)) == 2


def test_taking_back_is_undone_by_joining(laptop, desk):
    one, two = put(laptop, name="Aino"), put(laptop, arrived=later(1))
    desk.join_by_code()
    assert desk.join(one.id, two.id) == ""
    assert desk.take_back(two.id) == one.id
    assert desk.take_back(one.id) == ""
    assert desk.join(two.id, one.id) == two.id
    assert heads(laptop) == {one.id}
    desk.keep_apart(one.id, two.id)
    desk.take_back(two.id)
    desk.ask_again(two.id, one.id)
    assert desk.join_by_code() == 1


def test_whom_a_person_was_joined_with(laptop, desk):
    one, two = put(laptop, name="Aino"), put(laptop, arrived=later(1), number="4")
    put(laptop, OTHER_CODE, "Eeva", arrived=later(2))
    desk.join_by_code()
    for person_id in (one.id, two.id):
        [joined] = desk.of_person(person_id)
        assert joined.known.person.id == two.id
        assert joined.known.laptops == ("4",)
        assert joined.into == one
    assert desk.of_person("nobody") == []


def test_two_who_were_joined_with_each_other_stay_in_sight(laptop, desk):
    """Two machines have each joined them the other way round."""
    one, two = put(laptop), put(laptop, arrived=later(1))
    for person, into in ((one, two), (two, one)):
        laptop.store(lambda store, p=person, i=into: store.people.join(p, i.id))
    first, second = sorted((one.id, two.id))
    assert heads(laptop) == {first}
    cards = laptop.store(lambda store: store.people.everyone_with_code())
    assert [card.id for card in cards] == [first]
    assert [j.known.person.id for j in desk.joined()] == [second]
    desk.take_back(second)
    assert heads(laptop) == {first, second}
    assert desk.joined() == []


def test_who_was_joined_with_somebody_that_has_not_come_stays_in_sight(laptop, desk):
    person = put(laptop)
    laptop.store(lambda store: store.people.join(person, "somebody-else"))
    assert heads(laptop) == {person.id}
    assert desk.joined() == []
    assert len(laptop.attempts(person.id)) == 1


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
