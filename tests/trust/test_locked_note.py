"""A note is read with its key alone."""

import pytest

from digitutor_app.trust.locked_note import lock_note, read_note

KEY, OTHER = bytes(32), bytes([1] * 32)


def test_only_its_key_reads_it():
    locked = lock_note("age1öö", KEY)
    assert "age1" not in locked
    assert locked != lock_note("age1öö", KEY)
    assert read_note(locked, KEY) == "age1öö"
    assert read_note(locked, OTHER) == ""


@pytest.mark.parametrize("text", ["", "Palautusavain", "ääkkösiä", "QUJD"])
def test_what_is_no_note_says_nothing(text):
    assert read_note(text, KEY) == ""


def test_a_changed_note_says_nothing():
    locked = lock_note("age1", KEY)
    assert read_note(("B" if locked[0] == "A" else "A") + locked[1:], KEY) == ""
