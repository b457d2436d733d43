"""Nobody is joined with somebody who waits to be erased: both would go for ever."""

import re
from datetime import timedelta
from pathlib import Path

import pytest

import digitutor_app
from digitutor_app.services.erasing import GRACE, Erasing
from digitutor_app.services.errors import WaitsToBeErasedError
from digitutor_app.services.same_person import SamePerson
from tests.services.room import CODES, somebody
from tests.store.makers import MORNING, a_person, a_visit, an_attempt

CODE = "sininen-kettu-27"


@pytest.fixture
def erasing(laptop, tutor, clock):
    return Erasing(laptop.worker, tutor, clock)


@pytest.fixture
def desk(laptop, erasing):
    return SamePerson(laptop.worker, erasing.due)


def put(laptop, name, hours, code=CODE):
    person = a_person(code, name)
    at = MORNING + timedelta(hours=hours)

    def save(store):
        store.people.put(person)
        store.visits.put(a_visit(person.id, at, left=at + timedelta(minutes=30)))
        store.attempts.add(an_attempt(person.id))

    laptop.store(save)
    return person


def heads(laptop):
    return {person.id for person in laptop.store(lambda store: store.people.all_heads())}


@pytest.fixture
def waiting(laptop, erasing):
    """Aino waits to be erased; somebody with her code was at another laptop since."""
    aino = put(laptop, "Aino", 0)
    erasing.ask(aino, CODE)
    return aino, put(laptop, "", 2)


def test_her_code_joins_nobody_with_her(laptop, desk, erasing, waiting):
    aino, other = waiting
    assert desk.join_by_code() == 0
    assert heads(laptop) == {aino.id, other.id}
    erasing.take_back(aino.id)
    assert desk.join_by_code() == 1


def test_the_question_says_who_waits_and_until_when(desk, erasing, waiting):
    aino, _other = waiting
    [pending] = erasing.pending()
    [question] = desk.questions()
    assert question.waits
    due = {known.person.id: known.due for known in (question.one, question.other)}
    assert due == {aino.id: pending.due, _other.id: None}
    with pytest.raises(WaitsToBeErasedError) as refused:
        desk.join(aino.id, _other.id)
    assert refused.value.due == pending.due
    erasing.take_back(aino.id)
    [question] = desk.questions()
    assert not question.waits


def test_when_she_is_gone_nobody_is_asked_and_the_other_stays(
    laptop, desk, erasing, waiting, clock
):
    _aino, other = waiting
    clock.forward(GRACE.total_seconds())
    assert erasing.carry_out() == 1
    assert desk.questions() == []
    assert desk.join_by_code() == 0
    assert heads(laptop) == {other.id}
    assert len(laptop.attempts(other.id)) == 1


def test_whoever_was_joined_with_her_waits_too(laptop, desk, erasing):
    """She was joined before somebody asked: a third is joined with neither of them."""
    aino, second = put(laptop, "Aino", 0), put(laptop, "", 2)
    assert desk.join_by_code() == 1
    erasing.ask(aino, CODE)
    third = put(laptop, "", 4)
    assert desk.join_by_code() == 0
    for person in (aino, second):
        with pytest.raises(WaitsToBeErasedError):
            desk.join(third.id, person.id)
    assert desk.join(aino.id, second.id) == "", "they are one already"


def test_who_was_parted_from_her_is_not_joined_again_by_taking_that_back(laptop, desk, erasing):
    aino, second = put(laptop, "Aino", 0), put(laptop, "", 2)
    desk.join_by_code()
    erasing.ask(aino, CODE)
    assert desk.take_back(second.id) == aino.id
    with pytest.raises(WaitsToBeErasedError):
        desk.join(second.id, aino.id)
    assert heads(laptop) == {aino.id, second.id}


def test_a_stick_brings_nobody_who_is_joined_with_her(room):
    """Aino practised on a laptop too; there is one more of her code on the tutor's machine."""
    here = put(room.own, "Aino", -48, CODES[0])
    erasing = Erasing(room.own.worker, room.tutor, room.clock)
    erasing.ask(here, here.code)
    laptop = room.joined("laptop")
    there = somebody(laptop, CODES[0])
    room.gather(laptop)
    assert room.desk.collect(room.stick).joined == 0
    assert len(heads(room.own)) == 2
    erasing.take_back(here.id)
    room.gather(laptop)
    assert room.desk.collect(room.stick).joined == 1
    assert heads(room.own) == {min(here.id, there)}


def test_whoever_joins_people_in_the_program_knows_who_waits():
    package = Path(digitutor_app.__file__).parent
    calls = [
        said
        for file in package.rglob("*.py")
        for said in re.findall(r"\bSamePerson\([^()]*\)?", file.read_text())
        if not said.startswith("SamePerson(self)")
    ]
    assert len(calls) >= 3
    assert [said for said in calls if "," not in said] == []


def test_they_can_still_be_told_apart(desk, waiting):
    aino, other = waiting
    desk.keep_apart(aino.id, other.id)
    assert desk.questions() == []
