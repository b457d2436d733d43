"""The transaction around everything, and letting go."""

import pytest

from digitutor_app.store.errors import UnfitValueError
from tests.store.makers import a_person, a_step, after


def put_person_and_poison(store, person):
    store.people.put(person)
    store.settings.put("bad", "\x00")


def test_a_transaction_is_all_or_nothing(store):
    kept, lost = a_person("a-1"), a_person("b-2")
    with store.transaction():
        store.people.put(kept)
    with pytest.raises(UnfitValueError), store.transaction():
        put_person_and_poison(store, lost)
    assert [card.id for card in store.people.all_cards()] == [kept.id]


def test_a_part_may_fail_alone(store):
    person, step = a_person(), a_step("p-1")
    with store.transaction():
        store.people.put(person)
        with pytest.raises(UnfitValueError):
            store.attempts.finish_step(step, after(step, "\x00"))
    assert store.people.get(person.id) == person
    assert store.attempts.steps_of(step.attempt_id) == []


def test_closing_twice_is_closing_once(path, store, open_again):
    store.close()
    other = open_again()
    store.close()
    other.people.put(a_person())
    assert len(other.people.all_cards()) == 1


def test_a_closed_store_has_its_whole_content_in_one_file(path, store):
    store.people.put(a_person())
    store.close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
