"""Letters in, measured lines out; a letter without a picture is told, never an empty box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.printing.fonts import MissingLettersError, clean, shape


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Aino\n\tKorhonen \u00a0 ", "Aino Korhonen"),
        ("A\u0308iti", "Äiti"),
        ("a\u202eb\u200bc\u00add\x00e", "abcde"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("<b>&amp;</b>", "<b>&amp;</b>"),
    ],
)
def test_clean(text, expected):
    assert clean(text) == expected


@given(st.text(max_size=30))
def test_clean_twice_is_clean_once(text):
    assert clean(clean(text)) == clean(text)


@pytest.mark.parametrize(
    ("text", "letters"),
    [
        ("ab王c王明", "王明"),
        ("😀", "😀"),
        ("ሰላም", "ሰላም"),
        ("\U000f0000", "\U000f0000"),
        ("\ud800", "\ufffd"),
    ],
)
def test_missing_letters(text, letters):
    with pytest.raises(MissingLettersError) as caught:
        shape(text)
    assert caught.value.letters == letters
    assert caught.value.text == text


def test_pairs_are_kerned_and_letters_are_not_joined():
    assert shape("AV").width < shape("A").width + shape("V").width
    assert len(shape("fi").drawable()) == 2
