"""The certificate: what stands where, for every kind of name, and that nothing else gets in."""

import dataclasses
import io
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from digitutor_app.domain.certificates import CertificateContent
from digitutor_app.domain.errors import OurMistakeError, WorldError
from digitutor_app.domain.letterhead import Letterhead
from digitutor_app.printing.fonts import MissingLettersError, clean, shape
from digitutor_app.printing.page import HEIGHT, WIDTH
from digitutor_app.printing.phrases import days_in_words, hours_in_words, one_day
from digitutor_app.printing.sheets.certificate import (
    CertificateTooLongError,
    certificate_pdf,
    certificates_pdf,
)
from digitutor_app.printing.words.certificate import WORDS
from tests.printing.pictures import png
from tests.printing.reading import (
    assert_nothing_interpreted,
    pieces,
    right_ends,
    ruled,
    stands_as_in,
    text_of,
)

GOLDEN = Path(__file__).with_name("certificate_golden.json")
MARGIN = 79
DAY = date(2026, 11, 24)
PLAIN = CertificateContent(
    language="fi",
    name="Aino Korhonen",
    workshop="Digitaitojen perusteet",
    days=(DAY,),
    quarter_hours=9,
    contents=("Hiiri ja näppäimistö", "Tiedostot ja kansiot", "Sähköposti", "Turvallisuus"),
    organisers=("Helsingin työväenopisto", "Setlementti Louhela ry"),
    place="Helsinki",
    issued=DAY,
)
FULL = dataclasses.replace(
    PLAIN,
    name="Maria Magdalena Konstantinopoulou-Väisänen af Björkenheim-Lo",
    days=tuple(DAY + timedelta(days=count) for count in (-1, 0, 1, 7, 8)),
    contents=(
        "Hiiri ja näppäimistö",
        "Ikkunat ja ohjelmat",
        "Tiedostot ja kansiot",
        "Tekstinkäsittely ja asiakirjat",
        "Sähköposti ja liitteet",
        "Internet ja tiedonhaku",
        "Turvallisuus ja salasanat",
        "Taulukot ja omat työvuorot",
    ),
    skills=(
        "Siirrän tiedoston oikeaan kansioon",
        "Vastaan sähköpostiin",
        "Liitän tiedoston viestiin",
        "Tunnistan huijausviestin",
        "Teen hyvän salasanan",
        "Tallennan asiakirjan",
        "Etsin tiedoston",
        "Nimeän tiedoston uudelleen",
        "Suurennan ja pienennän ikkunan",
        "Kopioin ja liitän tekstiä",
        "Lasken summan taulukossa",
        "Kirjaudun ulos jaetulta koneelta",
    ),
)
SWEDISH = dataclasses.replace(
    PLAIN,
    language="sv",
    name="Олена Шевченко",
    workshop="Grunder i digitala färdigheter",
    contents=("Mus och tangentbord", "Filer och mappar", "E-post"),
    organisers=("Arbis",),
    place="Helsingfors",
    quarter_hours=4,
)
ENGLISH = dataclasses.replace(
    PLAIN,
    language="en",
    name="",
    workshop="Basics of digital skills",
    contents=("Mouse and keyboard", "Files and folders", "E-mail"),
    skills=("I move a file to the right folder", "I answer an e-mail"),
    organisers=("A", "B", "C"),
    quarter_hours=2,
)
EXAMPLES = {"plain": PLAIN, "full": FULL, "swedish": SWEDISH, "english": ENGLISH}


def name_on(pdf: bytes) -> str:
    return " ".join(piece.text for piece in pieces(pdf) if piece.font.endswith("Bold"))


@pytest.mark.parametrize("example", EXAMPLES)
def test_golden_page(example):
    """Texts, places (points) and sizes. A meant change: delete the file, run, look, keep."""
    stands_as_in(GOLDEN, example, {name: certificate_pdf(it) for name, it in EXAMPLES.items()})


@pytest.mark.parametrize(
    "name",
    [
        "Nguyễn Thị Ánh",
        "Олена Шевченко",
        "Maria Magdalena Konstantinopoulou-Väisänen af Björkenheim-Lo",
        "<b>&",
        'O\'Brien <img src="/etc/passwd">',
        "<a href='javascript:x'>fi fl ffi</a> (\\) %s {name}",
        "Fifi Flinck-Åström",
        "محمد علي",
        "فاطمة زهرا",
        "שרה כהן",
        "สมชาย ใจดี",
        "ნინო",
        "Ɖɔkpé Ŋwane",
    ],
)
def test_name_is_printed_and_read_back_letter_by_letter(name):
    pdf = certificate_pdf(dataclasses.replace(FULL, name=name))
    assert name_on(pdf) == name


def test_joined_letters_stand_from_right_to_left():
    latin = certificate_pdf(dataclasses.replace(PLAIN, name="abc"))
    arabic = certificate_pdf(dataclasses.replace(PLAIN, name="بببب"))
    assert name_on(latin) == "abc"
    # joined: the width is that of initial, medial and final forms, not of four letters alone
    assert shape("بببب").width < 4 * shape("ب").width
    assert name_on(arabic) == "بببب"


def test_no_name_leaves_ten_millimetres_for_a_pen():
    pdf = certificate_pdf(ENGLISH)
    assert name_on(pdf) == ""
    lines = ruled(pdf)
    label = next(piece for piece in pieces(pdf) if piece.text == "Name")
    pen = min(y for _, y, _ in lines if y > label.y)
    assert pen - label.y >= 28.3
    assert "has taken part in the workshop Basics of digital skills." in text_of(pdf)


def test_a_name_of_invisible_letters_is_no_name():
    blank = certificate_pdf(dataclasses.replace(PLAIN, name=""))
    assert certificate_pdf(dataclasses.replace(PLAIN, name=" \u202e\u200b\n")) == blank


def test_direction_marks_cannot_disguise_a_name():
    pdf = certificate_pdf(dataclasses.replace(PLAIN, name="Ai\u202eno\tKorhonen"))
    assert name_on(pdf) == "Aino Korhonen"


@pytest.mark.parametrize(
    ("organisers", "sentence"),
    [
        (("A ry",), "Työpajan järjesti A ry."),
        (("A", "B"), "Työpajan järjestivät A ja B."),
        (("A", "B", "C r.y."), "Työpajan järjestivät A, B ja C r.y."),
    ],
)
def test_organisers(organisers, sentence):
    text = text_of(certificate_pdf(dataclasses.replace(PLAIN, organisers=organisers)))
    assert sentence in text
    assert ".." not in text


def test_no_organisers_no_sentence():
    text = text_of(certificate_pdf(dataclasses.replace(PLAIN, organisers=())))
    assert "järjest" not in text
    assert ".." not in text


def test_skills_only_when_there_are_some():
    heading = WORDS["fi"].skills
    assert heading not in text_of(certificate_pdf(PLAIN))
    text = text_of(certificate_pdf(FULL))
    assert heading in text
    assert all(skill in text for skill in FULL.skills)


def test_much_is_set_tighter_and_too_much_is_refused_not_cut():
    crowded = dataclasses.replace(FULL, skills=FULL.skills * 2)
    text = text_of(certificate_pdf(crowded))
    assert text.count("Etsin tiedoston") == 2
    with pytest.raises(CertificateTooLongError):
        certificate_pdf(dataclasses.replace(FULL, skills=FULL.skills * 8))
    with pytest.raises(CertificateTooLongError):
        certificate_pdf(dataclasses.replace(FULL, place="Helsinki " * 30))


def test_missing_letters_are_named_and_nothing_is_printed():
    with pytest.raises(MissingLettersError) as caught:
        certificate_pdf(dataclasses.replace(PLAIN, name="Li 王小王 😀"))
    assert isinstance(caught.value, WorldError)
    assert caught.value.letters == "王小😀"
    assert "Li" not in str(caught.value)  # a name does not get into a log


def test_logos_colours_and_funder_come_from_the_letterhead():
    letterhead = Letterhead(
        logos=(png(90, 30), png(30, 30)), accent="#7A1F5C", second="#1F7A3A", funder="EU maksaa"
    )
    pdf = certificate_pdf(FULL, letterhead)
    page = PdfReader(io.BytesIO(pdf)).pages[0]
    assert len(page["/Resources"]["/XObject"]) == 2
    assert "EU maksaa" in text_of(pdf)
    drawn = page.get_contents().get_data()
    for part in (".478431 .121569 .360784 rg", ".121569 .478431 .227451 RG"):
        assert part.encode() in drawn
    assert_nothing_interpreted(pdf, pictures=2)
    with pytest.raises(CertificateTooLongError):
        certificate_pdf(FULL, dataclasses.replace(letterhead, funder="Rahoittaja " * 15))


def test_a_pile_has_each_certificate_on_its_own_page():
    pdf = certificates_pdf([PLAIN, FULL], Letterhead())
    pages = PdfReader(io.BytesIO(pdf)).pages
    assert len(pages) == 2
    for page, content in zip(pages, (PLAIN, FULL), strict=True):
        assert content.name.split()[0] in page.extract_text()


def test_unknown_language():
    with pytest.raises(OurMistakeError):
        certificate_pdf(dataclasses.replace(PLAIN, language="xx"))


def test_same_content_same_bytes_whatever_was_printed_before():
    first = certificate_pdf(FULL)
    certificate_pdf(dataclasses.replace(PLAIN, name="محمد"))
    assert certificate_pdf(FULL) == first
    arabic = dataclasses.replace(PLAIN, name="فاطمة زهرا")
    code = (
        "import sys; from datetime import date\n"
        "from digitutor_app.domain.certificates import CertificateContent\n"
        "assert 'reportlab' not in sys.modules\n"
        "from digitutor_app.printing.sheets.certificate import certificate_pdf\n"
        "assert 'reportlab' not in sys.modules, 'a start would pay for paper'\n"
        "import datetime\n"
        f"sys.stdout.buffer.write(certificate_pdf({arabic!r}))\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, timeout=60)
    assert run.stdout == certificate_pdf(arabic)


def test_document_facts_name_no_person_and_no_machine():
    reader = PdfReader(io.BytesIO(certificate_pdf(SWEDISH)))
    facts = dict(reader.metadata)
    assert facts.pop("/Title") == "Deltagarintyg"
    assert facts.pop("/Creator") == facts.pop("/Producer") == "Digitutor"
    assert facts.pop("/CreationDate") == facts.pop("/ModDate") == "D:20261124000000Z"
    assert set(facts.values()) <= {"", "/False"}
    assert reader.trailer["/Root"]["/Lang"] == "sv"
    assert reader.trailer["/Root"]["/ViewerPreferences"]["/DisplayDocTitle"]


def test_every_font_is_inside_the_file_with_its_letters():
    fonts = PdfReader(io.BytesIO(certificate_pdf(FULL))).pages[0]["/Resources"]["/Font"]
    assert len(fonts) == 2
    for font in (reference.get_object() for reference in fonts.values()):
        assert "/FontFile2" in font["/FontDescriptor"]
        assert "/ToUnicode" in font


# What any text may do to the page

LETTERS = st.sampled_from(
    [
        chr(code)
        for first, last in ((0x41, 0x7A), (0xC0, 0x17F), (0x391, 0x3C9), (0x410, 0x44F))
        for code in range(first, last + 1)
        if chr(code).isalpha()
    ]
    + list("ẤấỆệĐđƠơƯư'-<>&()\\/\"%{}0123456789")
)
WORD = st.text(LETTERS, min_size=1, max_size=9)
PHRASE = st.lists(WORD, min_size=1, max_size=4).map(" ".join)
CONTENTS = st.builds(
    CertificateContent,
    language=st.sampled_from(["fi", "sv", "en"]),
    name=PHRASE,
    workshop=PHRASE,
    days=st.lists(st.dates(date(2025, 1, 1), date(2031, 1, 1)), min_size=1, max_size=3).map(tuple),
    quarter_hours=st.integers(2, 40),
    contents=st.lists(PHRASE, max_size=4).map(tuple),
    organisers=st.lists(PHRASE, max_size=3).map(tuple),
    place=WORD,
    issued=st.dates(date(2025, 1, 1), date(2031, 1, 1)),
    skills=st.lists(PHRASE, max_size=5).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(CONTENTS)
def test_any_texts_come_out_as_they_went_in_and_nothing_else(content):
    pdf = certificate_pdf(content)
    assert name_on(pdf) == clean(content.name)
    assert_only_what_was_given(pdf, content)
    assert_inside_the_margins(pdf)
    assert_nothing_interpreted(pdf)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_name_at_all_is_printed_or_refused_with_its_letters(name):
    content = dataclasses.replace(PLAIN, name=name)
    try:
        shape(clean(name), bold=True)
    except MissingLettersError:
        with pytest.raises(MissingLettersError) as caught:
            certificate_pdf(content)
        assert set(caught.value.letters) <= {*clean(name), "\ufffd"} != set()
        return
    pdf = certificate_pdf(content)
    assert_inside_the_margins(pdf)
    assert_nothing_interpreted(pdf)


def assert_only_what_was_given(pdf: bytes, content: CertificateContent) -> None:
    given_texts = [
        content.name,
        content.workshop,
        content.place,
        *content.contents,
        *content.organisers,
        *content.skills,
        days_in_words(content.days, content.language),
        one_day(content.issued, content.language),
        hours_in_words(content.quarter_hours, content.language),
        "ja och and",
    ]
    for value in dataclasses.astuple(WORDS[content.language]):
        given_texts += [value] if isinstance(value, str) else value
    allowed = {word.rstrip(".,") for text in given_texts for word in clean(text).split()}
    printed = {word.rstrip(".,") for word in text_of(pdf).split()}
    assert printed <= allowed
    for text in (content.workshop, *content.contents, *content.skills, *content.organisers):
        assert clean(text) in text_of(pdf)


def assert_inside_the_margins(pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 1
    for piece in pieces(pdf):
        assert piece.x >= MARGIN - 0.5
        assert piece.size >= 12
        assert piece.size < piece.y < HEIGHT - 40
    starts = [
        tuple(round(float(value)) for value in operands[4:])
        for operands, operator in reader.pages[0].get_contents().operations
        if operator == b"Tm"
    ]
    assert len(set(starts)) == len(starts) > 10  # no text upon another
    for width_end in right_ends(reader):
        assert width_end <= WIDTH - MARGIN + 1
