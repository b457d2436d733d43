"""Moving an attempt to the right person, and back."""

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.skills import SkillState
from digitutor_app.services.moving import Moving
from tests.services.laptop import do_all


def named(laptop, code, name):
    laptop.reception.come_with_code(code, "fi")
    laptop.reception.take_code(code, name)
    return laptop.reception.seat.person.id


def states(laptop, person_id):
    return [line.state for line in laptop.skills.of_person(person_id, "fi")]


def test_the_skills_of_both_follow_there_and_back(laptop, clock):
    moving = Moving(laptop.worker, clock)
    aino, eila = named(laptop, "sininen-kettu-27", "Aino"), named(laptop, "vihreä-kuusi-14", "Eila")
    do_all(laptop, aino, mode=Mode.ALONE)
    [attempt] = laptop.attempts(aino)
    moved = moving.move(attempt, eila)
    assert (states(laptop, aino), states(laptop, eila)) == ([], [SkillState.ALONE])
    assert moving.move(attempt, eila) is None
    back = moving.take_back(moved)
    assert (states(laptop, aino), states(laptop, eila)) == ([SkillState.ALONE], [])
    assert back.attempt.person_id == aino


def test_only_others_with_a_code_are_offered(laptop, clock):
    moving = Moving(laptop.worker, clock)
    aino, eila = named(laptop, "sininen-kettu-27", "Aino"), named(laptop, "vihreä-kuusi-14", "Eila")
    laptop.arrive()
    assert [card.id for card in moving.others(aino)] == [eila]


def test_to_the_same_person_under_another_id_nothing_moves(laptop, clock):
    moving = Moving(laptop.worker, clock)
    aino, other = named(laptop, "sininen-kettu-27", "Aino"), laptop.arrive()
    person = laptop.store(lambda store: store.people.get(other))
    laptop.store(lambda store: store.people.join(person, aino))
    do_all(laptop, other)
    [attempt] = laptop.attempts(aino)
    assert moving.move(attempt, aino) is None
    assert laptop.attempts(aino) == [attempt]


def test_to_a_joined_person_it_goes_to_the_one_who_stands_for_all(laptop, clock):
    moving = Moving(laptop.worker, clock)
    aino, eila = named(laptop, "sininen-kettu-27", "Aino"), named(laptop, "vihreä-kuusi-14", "Eila")
    other = laptop.arrive()
    person = laptop.store(lambda store: store.people.get(other))
    laptop.store(lambda store: store.people.join(person, eila))
    do_all(laptop, aino)
    [attempt] = laptop.attempts(aino)
    assert moving.move(attempt, other).attempt.person_id == eila


def test_taken_back_it_is_the_very_one_s_again_whoever_they_were_joined_with(laptop, clock):
    """Parted later, the attempt stays with whom it was."""
    moving = Moving(laptop.worker, clock)
    aino, eila = named(laptop, "sininen-kettu-27", "Aino"), named(laptop, "vihreä-kuusi-14", "Eila")
    other = laptop.arrive()
    person = laptop.store(lambda store: store.people.get(other))
    laptop.store(lambda store: store.people.join(person, aino))
    do_all(laptop, other)
    [attempt] = laptop.attempts(aino)
    back = moving.take_back(moving.move(attempt, eila))
    assert back.attempt.person_id == other
    assert laptop.attempts(eila) == []
    laptop.store(lambda store: store.people.join(person, ""))
    assert (len(laptop.attempts(aino)), len(laptop.attempts(other))) == (0, 1)
