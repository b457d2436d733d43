"""The progress sheet: what stands where, that all of it is there, and nothing else gets in."""

import dataclasses
import io
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.letterhead import PLAIN as PLAIN_HEAD
from digitutor_app.domain.letterhead import Letterhead
from digitutor_app.domain.sheets import ProgressContent, SkillGroup
from digitutor_app.domain.skills import SkillState
from digitutor_app.printing.fonts import MissingLettersError, clean, shape
from digitutor_app.printing.page import HEIGHT, WIDTH
from digitutor_app.printing.phrases import days_in_words, hours_in_words, one_day
from digitutor_app.printing.sheets.progress_sheet import progress_sheet_pdf, progress_sheets_pdf
from digitutor_app.printing.words.progress_sheet import WORDS
from tests.printing.pictures import png
from tests.printing.reading import (
    assert_nothing_interpreted,
    pieces,
    right_ends,
    ruled,
    stands_as_in,
    text_of,
)

GOLDEN = Path(__file__).with_name("progress_sheet_golden.json")
MARGIN = 62
DAY = date(2026, 11, 24)
STATES = (SkillState.PRACTISED, SkillState.GUIDED, SkillState.ALONE, SkillState.CAN)
PLAIN = ProgressContent(
    language="fi",
    code="sininen-kettu-27",
    workshops=("Digitaitojen perusteet 1",),
    days=(DAY,),
    quarter_hours=7,
    groups=(
        SkillGroup("Hiiri", (("Napsautus", SkillState.CAN), ("Raahaaminen", SkillState.ALONE))),
        SkillGroup("Tiedostot ja kansiot", (("Kopioiminen", SkillState.PRACTISED),)),
    ),
    printed=DAY,
    picture=png(40, 40),
    coming=("Kopioi lomake", "Poista ja palauta"),
)
LONG = dataclasses.replace(
    PLAIN,
    code="puolukkainen-sateenvarjo-88",
    workshops=("Digitaitojen perusteet 1: Uskallan käyttää konetta", "Huijaukset tutuiksi"),
    days=tuple(DAY - timedelta(days=count) for count in (20, 7, 0)),
    groups=tuple(
        SkillGroup(
            f"Taitoja {module}",
            tuple(
                (f"Taito {module}.{number} tiedoston siirtämiseen oikein", STATES[number % 4])
                for number in range(8)
            ),
        )
        for module in range(5)
    ),
    new=("Napsautus", "Raahaaminen", "Vierittäminen", "Nimeäminen", "Siirtäminen"),
    coming=("Kopioi lomake", "Poista ja palauta", "Etsi kadonnut tiedosto"),
)
TWO_DAYS = dataclasses.replace(
    PLAIN,
    workshops=("Digitaitojen perusteet",),
    days=(DAY, DAY + timedelta(days=1)),
    quarter_hours=13,
    groups=(
        SkillGroup(
            "Hiiri ja kosketuslevy",
            (
                ("Osoittimen liikuttaminen", SkillState.GUIDED),
                ("Napsautus", SkillState.GUIDED),
                ("Raahaaminen", SkillState.CAN),
            ),
        ),
        SkillGroup("Näppäimistö", (("Kirjainten kirjoittaminen", SkillState.GUIDED),)),
        SkillGroup(
            "Tiedostot ja kansiot",
            (
                ("Kansion ja tiedoston avaaminen", SkillState.CAN),
                ("Poistaminen ja palauttaminen", SkillState.GUIDED),
            ),
        ),
    ),
    coming=("Isot kirjaimet", "Vie osoitin oikeaan paikkaan", "Välilyönti ja Enter"),
)
FOUR_MODULES = dataclasses.replace(
    TWO_DAYS,
    groups=(
        *TWO_DAYS.groups,
        SkillGroup(
            "Sähköposti",
            (("Viestin avaaminen", SkillState.ALONE), ("Vastaaminen", SkillState.PRACTISED)),
        ),
    ),
    new=("Raahaaminen", "Kansion ja tiedoston avaaminen"),
)
NOTHING = dataclasses.replace(
    PLAIN, code="", picture=b"", workshops=(), quarter_hours=0, groups=(), coming=()
)
SWEDISH = dataclasses.replace(PLAIN, language="sv", workshops=("Grunder",), new=("Klicka",))
ENGLISH = dataclasses.replace(PLAIN, language="en", workshops=("Basics",))
EXAMPLES = {
    "plain": PLAIN,
    "two days": TWO_DAYS,
    "four modules": FOUR_MODULES,
    "long": LONG,
    "nothing": NOTHING,
    "swedish": SWEDISH,
    "english": ENGLISH,
}


@pytest.mark.parametrize("example", EXAMPLES)
def test_golden_pages(example):
    """Texts, places (points) and sizes. A meant change: delete the file, run, look, keep."""
    stands_as_in(GOLDEN, example, {name: progress_sheet_pdf(it) for name, it in EXAMPLES.items()})


def test_an_ordinary_day_is_one_page_and_forty_skills_are_all_there():
    assert len(PdfReader(io.BytesIO(progress_sheet_pdf(PLAIN))).pages) == 1
    pdf = progress_sheet_pdf(LONG)
    count = len(PdfReader(io.BytesIO(pdf)).pages)
    assert count > 1
    text = text_of(pdf)
    for group in LONG.groups:
        for skill, _state in group.skills:
            assert skill in text
    for number in range(1, count + 1):
        assert f"Sivu {number} / {count}" in text
    assert "Sivu" not in text_of(progress_sheet_pdf(PLAIN))


def page_count(content, letterhead=PLAIN_HEAD):
    return len(PdfReader(io.BytesIO(progress_sheet_pdf(content, letterhead))).pages)


def test_a_second_day_and_a_fourth_module_still_take_one_page():
    funded = Letterhead(
        organisers=("Esimerkkiopisto", "Mallilan kaupunki"),
        funder="Euroopan unionin osarahoittama",
        logos=(png(90, 30),),
    )
    assert page_count(TWO_DAYS) == page_count(TWO_DAYS, funded) == 1
    assert page_count(FOUR_MODULES, Letterhead(organisers=("Esimerkkiopisto",))) == 1


def test_what_comes_after_the_skills_is_on_one_page_and_a_short_module_too():
    pdf, words = progress_sheet_pdf(LONG), WORDS["fi"]
    page_of = {}
    for number in range(page_count(LONG)):
        for piece in pieces(pdf, number):
            page_of.setdefault(piece.text, number)
    after = (words.new, words.coming, words.take_to_work, words.who_helps, words.own_support)
    assert len({page_of[text] for text in after}) == 1
    for group in LONG.groups:
        assert {page_of[skill] for skill, _state in group.skills} == {page_of[group.module]}


@given(rows=st.lists(st.integers(1, 6), min_size=1, max_size=9), new=st.integers(0, 5))
@settings(max_examples=20, deadline=None)
def test_no_page_is_left_for_a_line_or_two(rows, new):
    groups = tuple(
        SkillGroup(
            f"Ryhmä {module}", tuple((f"Taito {module}.{n}", STATES[n % 4]) for n in range(count))
        )
        for module, count in enumerate(rows)
    )
    content = dataclasses.replace(LONG, groups=groups, new=LONG.new[:new])
    pdf = progress_sheet_pdf(content)
    last = page_count(content) - 1
    on_last = [piece.text for piece in pieces(pdf, last)]
    assert WORDS["fi"].take_to_work in on_last
    assert WORDS["fi"].coming in on_last


def test_each_state_is_a_word_and_a_shape():
    shapes = {}
    for state in STATES:
        only = dataclasses.replace(PLAIN, groups=(SkillGroup("M", (("Taito", state),)),), coming=())
        pdf = progress_sheet_pdf(only)
        assert WORDS["fi"].states[state] in text_of(pdf)
        reader = PdfReader(io.BytesIO(pdf))
        shapes[state] = [
            tuple(round(float(value), 1) for value in operands)
            for operands, operator in reader.pages[0].get_contents().operations
            if operator in {b"c", b"l"} and len(operands) in {2, 6}
        ]
    assert len({tuple(shape) for shape in shapes.values()}) == 4


@pytest.mark.parametrize("content", [PLAIN, FOUR_MODULES], ids=["roomy", "snug"])
def test_lines_for_a_pen_are_ten_millimetres_from_what_is_above(content):
    pdf = progress_sheet_pdf(content)
    rows = pieces(pdf)
    for question in (WORDS["fi"].take_to_work, WORDS["fi"].who_helps):
        [asked] = [piece for piece in rows if piece.text == question]
        pen = min(y for _, y, _ in ruled(pdf) if y > asked.y)
        assert pen - asked.y >= 28.3


def test_new_and_coming_are_left_out_when_there_is_nothing():
    text = text_of(progress_sheet_pdf(NOTHING))
    assert WORDS["fi"].new not in text
    assert WORDS["fi"].coming not in text
    assert WORDS["fi"].no_skills in text
    assert "Koodisi" not in text


def test_never_more_than_five_new_and_three_coming():
    many = tuple(f"Asia{number}" for number in range(9))
    text = text_of(progress_sheet_pdf(dataclasses.replace(PLAIN, new=many)))
    assert "Asia4" in text
    assert "Asia5" not in text
    text = text_of(progress_sheet_pdf(dataclasses.replace(PLAIN, coming=many)))
    assert "Asia2" in text
    assert "Asia3" not in text


def test_organisers_funder_and_logos_come_from_the_letterhead():
    letterhead = Letterhead(
        organisers=("A ry", "B"), logos=(png(90, 30), png(30, 30)), funder="EU:n rahoittama"
    )
    pdf = progress_sheet_pdf(PLAIN, letterhead)
    text = text_of(pdf)
    assert "Työpajan järjestäjä: A ry ja B" in text
    assert "EU:n rahoittama" in text
    assert_nothing_interpreted(pdf, pictures=3)
    assert len(PdfReader(io.BytesIO(pdf)).pages[0]["/Resources"]["/XObject"]) == 3
    assert_nothing_interpreted(progress_sheet_pdf(PLAIN), pictures=1)


def test_several_people_in_one_file_begin_on_pages_of_their_own():
    pdf = progress_sheets_pdf([LONG, PLAIN], Letterhead())
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]
    assert sum(WORDS["fi"].first_name in page for page in pages) == 2
    assert "sininen-kettu-27" in pages[-1]
    assert LONG.code not in pages[-1]


def test_same_content_same_bytes():
    first = progress_sheet_pdf(LONG)
    progress_sheet_pdf(SWEDISH)
    assert progress_sheet_pdf(LONG) == first


def test_unknown_language():
    with pytest.raises(OurMistakeError):
        progress_sheet_pdf(dataclasses.replace(PLAIN, language="xx"))


# What any text may do to the page

WORD = st.text(
    st.sampled_from("abcåäöÅÄÖőęШевченкоẤệ'-<>&()\\/\"%{}0123456789"), min_size=1, max_size=12
)
PHRASE = st.lists(WORD, min_size=1, max_size=6).map(" ".join)
GROUP = st.builds(
    SkillGroup,
    PHRASE,
    st.lists(st.tuples(PHRASE, st.sampled_from(STATES)), min_size=1, max_size=12).map(tuple),
)
CONTENTS = st.builds(
    ProgressContent,
    language=st.sampled_from(["fi", "sv", "en"]),
    code=st.sampled_from(["", "sininen-kettu-27", "puolukkainen-sateenvarjo-88"]),
    workshops=st.lists(PHRASE, max_size=3).map(tuple),
    days=st.lists(st.dates(date(2025, 1, 1), date(2031, 1, 1)), max_size=4).map(tuple),
    quarter_hours=st.integers(0, 60),
    groups=st.lists(GROUP, max_size=6).map(tuple),
    printed=st.dates(date(2025, 1, 1), date(2031, 1, 1)),
    new=st.lists(PHRASE, max_size=5).map(tuple),
    coming=st.lists(PHRASE, max_size=3).map(tuple),
)


@settings(max_examples=50, suppress_health_check=[HealthCheck.too_slow])
@given(CONTENTS, PHRASE | st.just(""))
def test_any_texts_come_out_as_they_went_in_and_nothing_else(content, funder):
    pdf = progress_sheet_pdf(content, Letterhead(funder=funder))
    text = text_of(pdf)
    for group in content.groups:
        for word in clean(group.module).split():
            assert word in text
    assert_only_what_was_given(text, content, funder)
    assert_nothing_interpreted(pdf)
    reader = PdfReader(io.BytesIO(pdf))
    for number in range(len(reader.pages)):
        starts = [(round(piece.x), round(piece.y)) for piece in pieces(pdf, number)]
        assert len(set(starts)) == len(starts), "no text upon another"
        for piece in pieces(pdf, number):
            assert piece.x >= MARGIN - 0.5
            assert piece.size >= 12
            assert piece.size < piece.y < HEIGHT - 40
        assert max(right_ends(reader, number)) <= WIDTH - MARGIN + 1


@settings(max_examples=50)
@given(st.text(max_size=80))
def test_any_workshop_at_all_is_printed_or_refused(name):
    content = dataclasses.replace(PLAIN, workshops=(name,))
    try:
        shape(clean(name))
    except MissingLettersError:
        with pytest.raises(MissingLettersError) as caught:
            progress_sheet_pdf(content)
        assert set(caught.value.letters) <= {*clean(name), "\ufffd"}
        return
    pdf = progress_sheet_pdf(content)
    assert "".join(clean(name).split()) in "".join(text_of(pdf).split()) or not name.isascii()
    assert_nothing_interpreted(pdf, pictures=1)


def assert_only_what_was_given(text: str, content: ProgressContent, funder: str) -> None:
    words = WORDS[content.language]
    said = [
        *(value for value in dataclasses.asdict(words).values() if isinstance(value, str)),
        *words.states.values(),
        *(skill for group in content.groups for skill, _ in group.skills),
        *(group.module for group in content.groups),
        *content.workshops,
        *content.new,
        *content.coming,
        content.code,
        days_in_words(content.days, content.language),
        hours_in_words(content.quarter_hours, content.language),
        one_day(content.printed, content.language),
        "ja och and · 1 2 3 4 5 6 7 8 9",
        funder,
    ]
    allowed = {word.rstrip(".,") for each in said for word in clean(each).split()}
    assert {word.rstrip(".,") for word in text.split()} <= allowed
