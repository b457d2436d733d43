"""Code cards: ten on a page, each with its code, its picture and the notice."""

import io
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from digitutor_app.domain.codes import FIRST_WORDS, NUMBERS, SECOND_WORDS, new_code
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.sheets import CodeCard
from digitutor_app.printing.page import HEIGHT, WIDTH
from digitutor_app.printing.sheets.code_cards import code_cards_pdf
from digitutor_app.printing.words.code_cards import WORDS
from tests.printing.pictures import png
from tests.printing.reading import assert_nothing_interpreted, pieces, stands_as_in, text_of

GOLDEN = Path(__file__).with_name("code_cards_golden.json")
DAY = date(2026, 11, 24)
CODES = ("sininen-kettu-27", "puolukkainen-sateenvarjo-88", "kirsikkainen-leppäkerttu-40")
CARDS = [CodeCard(code, png(40, 40)) for code in CODES]
MM = 72 / 25.4


def many(count):
    source = random.Random(7)
    return [CodeCard(new_code(source, ()), png(40, 40)) for _number in range(count)]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_golden_page(language):
    """Texts, places (points) and sizes. A meant change: delete the file, run, look, keep."""
    pdfs = {name: code_cards_pdf(CARDS, name, DAY) for name in ("fi", "sv", "en")}
    stands_as_in(GOLDEN, language, pdfs)


def test_the_notice_is_that_of_the_screen():
    text = text_of(code_cards_pdf(CARDS[:1], "fi", DAY))
    assert (
        "Ohjelma tallentaa koodisi, antamasi etunimen ja harjoitukset tälle koneelle. "
        "Voit pyytää poistamaan tiedot koska tahansa."
    ) in text


@pytest.mark.parametrize(("count", "pages"), [(1, 1), (10, 1), (11, 2), (30, 3)])
def test_ten_on_a_page(count, pages):
    pdf = code_cards_pdf(many(count), "fi", DAY)
    assert len(PdfReader(io.BytesIO(pdf)).pages) == pages
    assert text_of(pdf).count(WORDS["fi"].keep) == count


def test_each_card_has_its_own_code_and_picture():
    colours = ("red", "green")
    cards = [CodeCard(code, png(40, 40, each)) for code, each in zip(CODES, colours, strict=False)]
    pdf = code_cards_pdf(cards, "fi", DAY)
    assert len(PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/XObject"]) == 2
    text = text_of(pdf).replace("- ", "-")
    assert all(code in text for code in CODES[:2])


def test_cutting_marks_stand_outside_the_cards_and_at_their_corners():
    reader = PdfReader(io.BytesIO(code_cards_pdf(CARDS, "fi", DAY)))
    xs, ys = set(), set()
    for operands, operator in reader.pages[0].get_contents().operations:
        if operator == b"m":
            start = tuple(map(float, operands))
        elif operator == b"l":
            end = tuple(map(float, operands))
            if start[0] == end[0]:
                xs.add(round(start[0] / MM))
            else:
                ys.add(round((HEIGHT - start[1]) / MM))
    left, top = (WIDTH / MM - 170) / 2, (HEIGHT / MM - 270) / 2
    assert xs == {round(left), round(left + 85), round(left + 170)}
    assert ys == {round(top + 54 * row) for row in range(6)}


def test_no_cards_and_no_codes_are_our_mistake():
    for cards, language in (([], "fi"), (CARDS, "xx"), ([CodeCard("ei-koodi-1")], "fi")):
        with pytest.raises(OurMistakeError):
            code_cards_pdf(cards, language, DAY)


@settings(max_examples=60)
@given(
    st.sampled_from(FIRST_WORDS),
    st.sampled_from(SECOND_WORDS),
    st.sampled_from(NUMBERS),
    st.sampled_from(["fi", "sv", "en"]),
)
def test_any_code_fits_on_its_card(first, second, number, language):
    pdf = code_cards_pdf([CodeCard(f"{first}-{second}-{number}")], language, DAY)
    rows = pieces(pdf)
    assert [row.text for row in rows[:2]] == [f"{first}-", f"{second}-{number}"]
    left, top = (WIDTH - 170 * MM) / 2, (HEIGHT - 270 * MM) / 2
    for row in rows:
        assert row.size >= 12
        assert left < row.x < left + 85 * MM
        assert top < row.y < top + 54 * MM - 3
    assert_nothing_interpreted(pdf)
    said = {*WORDS[language].notice.split(), *WORDS[language].keep.split()}
    said |= {f"{first}-", f"{second}-{number}"}
    assert set(text_of(pdf).split()) <= said
