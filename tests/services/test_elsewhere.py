"""People who came with rows of other laptops: no card here, and nobody here ends their visits."""

import pytest

from tests.store.makers import a_person, a_visit


@pytest.fixture
def merged(laptop):
    """Somebody whose rows another laptop delivered, still sitting there."""
    person = a_person()
    visit = a_visit(person.id, laptop.clock.now(), laptop="7")

    def save(store):
        store.people.put(person)
        store.visits.put(visit)
        store.elsewhere.note([person.id])
        store.elsewhere.note([person.id])

    laptop.store(save)
    return person


def test_no_card_until_they_sit_here(laptop, merged):
    assert laptop.reception.cards() == []
    seat, known = laptop.reception.come_with_code(merged.code, "fi")
    assert known
    assert seat.person.id == merged.id
    assert [card.id for card in laptop.reception.cards()] == [merged.id]


def test_their_code_is_taken_all_the_same(laptop, merged):
    assert merged.code in {c.code for c in laptop.store(lambda s: s.people.everyone_with_code())}
    assert laptop.reception.offer_code() != merged.code


def test_a_visit_elsewhere_goes_on_when_somebody_sits_down_here(laptop, merged):
    laptop.arrive()
    [visit] = laptop.store(lambda store: store.visits.of_person(merged.id))
    assert visit.left is None


def test_somebody_without_a_code_elsewhere_is_not_offered_to_go_on_here(laptop):
    person = a_person("", "")

    def save(store):
        store.people.put(person)
        store.visits.put(a_visit(person.id, laptop.clock.now()))

    laptop.store(save)
    assert laptop.reception.interrupted() == person
    laptop.store(lambda store: store.elsewhere.note([person.id]))
    assert laptop.reception.interrupted() is None
