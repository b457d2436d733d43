"""Notes: changed, deleted for good, forgotten with their person."""

from dataclasses import replace
from datetime import date

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.notes import Note


def a_note(person_id="p-1", text="Raahaaminen sujui.", day=date(2026, 3, 2)):
    return Note(id=new_id(), person_id=person_id, text=text, day=day)


def test_the_newest_come_first_of_all_ids_of_a_person(store):
    old, new = a_note(), a_note("p-2", day=date(2026, 3, 9))
    for note in (old, new, a_note("p-3")):
        assert store.notes.put(note)
    assert store.notes.of_people(["p-1", "p-2"]) == [new, old]


def test_a_note_can_be_changed(store):
    note = a_note()
    store.notes.put(note)
    changed = replace(note, text="Raahaaminen sujuu.")
    assert store.notes.put(changed)
    assert not store.notes.put(changed)
    assert store.notes.of_people(["p-1"]) == [changed]


def test_of_a_deleted_note_no_word_is_left_and_it_can_come_back(store):
    note = a_note()
    store.notes.put(note)
    assert store.notes.delete(note)
    assert store.notes.of_people(["p-1"]) == []
    assert store.database.rows('SELECT "text" FROM "note"') == [("",)]
    store.notes.put(note)
    assert store.notes.of_people(["p-1"]) == [note]


def test_erasing_a_person_erases_their_notes(store):
    store.notes.put(a_note())
    store.erasures.add("p-1")
    assert store.notes.of_people(["p-1"]) == []
    assert not store.notes.put(a_note())
