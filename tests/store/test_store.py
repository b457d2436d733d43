"""The transaction around everything, and letting go."""

from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest

from digitutor_app.domain.notes import Note
from digitutor_app.store.engine import PAGE
from digitutor_app.store.errors import StoreDamagedError, UnfitValueError
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


def test_no_single_write_stands_on_a_page_that_does_not_read(path, store, open_again):
    """Of a long row SQLCipher gives zeros for further pages that fail their seal."""
    long = Note(id="n-1", person_id="p-1", text="ä" * 4000, day=date(2026, 3, 2))
    store.notes.put(long)
    ((pages,),) = store.database.rows("PRAGMA page_count")
    store.close()
    sound, refused = path.read_bytes(), 0
    for page in range(1, pages):
        content = bytearray(sound)
        content[page * PAGE + 1000] ^= 1
        path.write_bytes(content)
        with suppress(StoreDamagedError):
            store = open_again()
            try:
                store.database.run("""UPDATE "note" SET "day" = '2026-03-03'""")
            except StoreDamagedError:
                store.close()
                assert path.read_bytes() == content
                refused += 1
                continue
            store.close()
            store = open_again()
            assert store.notes.of_people(["p-1"]) == [replace(long, day=date(2026, 3, 3))]
            store.close()
    assert refused > 1
