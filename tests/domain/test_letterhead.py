"""Colours of organisers are read as people type them, and must be seen on white."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.letterhead import (
    ACCENT,
    LEAST_FOR_LINES,
    LEAST_FOR_TEXT,
    PLAIN,
    SECOND,
    Letterhead,
    contrast_on_white,
    read_colour,
)


@pytest.mark.parametrize(
    ("typed", "colour"),
    [
        ("#0b4f5c", "#0B4F5C"),
        ("0B4F5C", "#0B4F5C"),
        (" # 0b 4f5c ", "#0B4F5C"),
        ("", None),
        ("punainen", None),
        ("#0B4F5", None),
        ("#0B4F5CAA", None),
        ("##0B4F5", None),
    ],
)
def test_colours_as_they_are_typed(typed, colour):
    assert read_colour(typed) == colour


@given(st.text(max_size=12))
def test_any_text_is_a_colour_or_none(typed):
    colour = read_colour(typed)
    assert colour is None or 1 <= contrast_on_white(colour) <= 21


def test_contrasts_of_wcag():
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#FFFFFF") == pytest.approx(1)
    assert contrast_on_white("#767676") == pytest.approx(4.54, abs=0.01)
    assert contrast_on_white(ACCENT) >= LEAST_FOR_TEXT
    assert contrast_on_white(SECOND) >= LEAST_FOR_LINES


def test_each_look_has_its_own_fingerprint():
    looks = [
        PLAIN,
        Letterhead(accent="#000000"),
        Letterhead(second="#000000"),
        Letterhead(accent="#000000", second="#000000"),
        Letterhead(funder="EU"),
        Letterhead(logos=(b"a",)),
        Letterhead(logos=(b"a", b"b")),
        Letterhead(logos=(b"ab",)),
    ]
    assert len({look.fingerprint for look in looks}) == len(looks)
    assert PLAIN.fingerprint == ""
    assert Letterhead(organisers=("A",)).fingerprint == "", "names are told apart by themselves"
