"""Lines break between words, and only when nothing else helps within one."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.printing.page import Setter, Style

BODY = Style(14, 21)


def texts(lines):
    return [line.text for line in lines]


def test_breaks_between_words():
    lines = Setter().wrap("yksi kaksi kolme neljä", BODY, 80)
    assert texts(lines) == ["yksi kaksi", "kolme neljä"]


@pytest.mark.parametrize("text", ["Digitaitojen perusteet -työpajaan.", "Setlementti Louhela ry."])
def test_a_tail_keeps_its_word(text):
    setter = Setter()
    whole = setter.wrap(text, BODY, 1000)[0].width * BODY.size
    lines = texts(setter.wrap(text, BODY, whole - 1))
    assert len(lines) == 2
    assert lines[1].endswith(text.split(" ", 1)[1].rsplit(" ", 1)[-1])
    assert " " in lines[1]


def test_a_tail_leaves_its_word_before_a_word_is_cut():
    lines = texts(Setter().wrap("Tekstinkäsittelyohjelma -sovelluksella", BODY, 160))
    assert lines == ["Tekstinkäsittelyohjelma", "-sovelluksella"]


@settings(deadline=None)
@given(
    st.lists(st.text("aWäöi-", min_size=1, max_size=40), max_size=12).map(" ".join),
    st.floats(40, 400),
)
def test_nothing_is_lost_and_nothing_is_wider(text, width):
    lines = Setter().wrap(text, BODY, width)
    assert "".join(texts(lines)).replace(" ", "") == text.replace(" ", "")
    assert all(line.width * BODY.size <= width + 0.01 for line in lines)


def test_a_name_shrinks_before_it_breaks_and_breaks_evenly():
    setter, sizes = Setter(), ((36, 1), (24, 1), (24, 2), (14, 5))
    assert setter.fit("Aino", sizes, 300)[1].size == 36
    lines, style = setter.fit("Aino Maria Korhonen", sizes, 300)
    assert (len(lines), style.size) == (1, 24)
    lines, style = setter.fit("Aino Maria Korhonen af Björkenheim", sizes, 300)
    assert (len(lines), style.size) == (2, 24)
    assert max(line.width for line in lines) < 1.5 * min(line.width for line in lines)
    lines, style = setter.fit("W" * 300, sizes, 300)
    assert style.size == 14
    assert "".join(texts(lines)) == "W" * 300
