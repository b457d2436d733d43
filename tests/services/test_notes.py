"""Notes about skills: the tutor's alone, without anybody's numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.notes import LONGEST
from digitutor_app.practice.private_data import private_kind
from digitutor_app.services.errors import PrivateDataError
from digitutor_app.services.notes import Notes, without_private_data

CODE = "131052-308T"
IBAN = "FI21 1234 5600 0007 85"
CARD = "4111 1111 1111 1111"


@pytest.fixture
def notes(tutor, laptop, clock):
    return Notes(tutor, laptop.worker, clock)


def test_written_changed_deleted_and_back(notes, laptop, clock):
    person_id = laptop.arrive()
    note = notes.write(person_id, "  Raahaaminen sujui. \n")
    assert note.text == "Raahaaminen sujui."
    assert note.day == clock.now().date()
    clock.forward(24 * 3600)
    changed = notes.change(note, "Raahaaminen sujuu itse.")
    assert notes.about(person_id) == [changed]
    assert changed.day == clock.now().date()
    notes.delete(changed)
    assert notes.about(person_id) == []
    notes.bring_back(changed)
    assert notes.about(person_id) == [changed]


def test_notes_of_joined_people_stand_together(notes, laptop):
    one, other = laptop.arrive(), laptop.arrive()
    person = laptop.store(lambda store: store.people.get(other))
    laptop.store(lambda store: store.people.join(person, one))
    first, second = notes.write(one, "Ensin."), notes.write(other, "Sitten.")
    assert {note.id for note in notes.about(one)} == {first.id, second.id}


def test_the_practice_store_holds_no_word_of_a_note(notes, laptop):
    word = "omalaatuinensana"
    notes.write(laptop.arrive(), word)
    assert laptop.store(lambda store: store.database.rows('SELECT * FROM "note"')) == []
    dump = laptop.store(
        lambda store: [
            store.database.rows(f'SELECT * FROM "{table.name}"')
            for table in store.database.tables.tables
        ]
    )
    assert word not in str(dump)


@pytest.mark.parametrize("number", [CODE, IBAN, CARD])
def test_real_numbers_are_refused_and_can_be_taken_out(notes, laptop, number):
    person_id = laptop.arrive()
    with pytest.raises(PrivateDataError):
        notes.write(person_id, f"Tunnus {number} toimi.")
    assert notes.about(person_id) == []
    clean = without_private_data(f"Tunnus {number} toimi.")
    assert clean.startswith("Tunnus …")
    assert clean.endswith("toimi.")


@given(
    st.lists(
        st.sampled_from([CODE, IBAN, CARD, "Raahaa", "Enter", "toimi", "12", "FI21", "\n"]),
        max_size=12,
    )
)
def test_what_is_left_holds_no_private_number_and_clean_words_stay(parts):
    text = " ".join(parts)
    clean = without_private_data(text)
    assert private_kind(clean) == ""
    if not private_kind(text):
        assert clean == text


def test_a_note_is_a_few_sentences(notes, laptop):
    assert len(notes.write(laptop.arrive(), "a" * 2 * LONGEST).text) == LONGEST
