"""People come back as they were put, and the lists leave out whom they should."""

from dataclasses import replace

from digitutor_app.domain.display import Display
from tests.store.makers import a_person


def test_a_person_comes_back(store):
    person = a_person()
    assert store.people.get(person.id) is None
    assert store.people.put(person)
    assert store.people.get(person.id) == person
    assert not store.people.put(person)


def test_a_person_changes(store):
    person = a_person(code="")
    store.people.put(person)
    later = replace(person, code="a-1", first_name="", language="sv")
    store.people.put(later)
    assert store.people.get(person.id) == later


def test_the_settings_of_a_person_come_back_and_can_be_taken_back(store):
    person = replace(a_person(), display=Display(pointer=300, calm=True, motion=False))
    store.people.put(person)
    assert store.people.get(person.id).display == person.display
    assert store.people.by_code(person.code) == [person]
    usual = replace(person, display=Display())
    assert store.people.put(usual)
    assert store.people.get(person.id) == usual


def test_cards_show_those_with_a_code(store):
    first, second = a_person("b-2"), a_person("a-1", "Eero")
    for person in (first, second, a_person(code="")):
        store.people.put(person)
    found = [(card.id, card.code, card.first_name) for card in store.people.all_cards()]
    assert found == [(second.id, "a-1", "Eero"), (first.id, "b-2", "Aino")]


def test_two_people_with_one_code_are_both_found(store):
    people = [a_person("a-1", "Aino"), a_person("a-1", "Eero"), a_person("a-2"), a_person("")]
    for person in people:
        store.people.put(person)
    assert {person.first_name for person in store.people.by_code("a-1")} == {"Aino", "Eero"}
    assert store.people.by_code("") == []
    assert store.people.by_code("a-3") == []


def test_joined_and_deleted_people_leave_the_lists(store):
    kept, joined, deleted = a_person("a-1"), a_person("a-1"), a_person("a-1")
    for person in (kept, joined, deleted):
        store.people.put(person)
    store.people.join(joined, kept.id)
    store.people.delete(deleted.id)
    assert [card.id for card in store.people.all_cards()] == [kept.id]
    assert store.people.by_code("a-1") == [kept]
    assert store.people.get(deleted.id) is None


def test_a_later_change_keeps_the_joining(store):
    kept, joined = a_person("a-1"), a_person("b-2")
    store.people.put(joined)
    store.people.join(joined, kept.id)
    store.people.put(replace(joined, first_name="Eero"))
    assert store.people.joined_with(joined.id) == kept.id
    store.people.join(joined, "")
    assert [card.id for card in store.people.all_cards()] == [joined.id]
