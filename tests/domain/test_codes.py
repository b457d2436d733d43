import itertools
import random
import re
import unicodedata
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.codes import (
    COLOURS,
    FIRST_WORDS,
    NUMBERS,
    SECOND_WORDS,
    CodeParts,
    NoCodeLeftError,
    coloured,
    new_code,
    parts,
    picture_name,
    read_code,
)
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.i18n import places

PICTURES = places.resources() / "codes"
SVG = "{http://www.w3.org/2000/svg}"
ALLOWED = {"svg", "g", "path", "circle", "rect", "ellipse", "polygon"}

codes = st.builds(
    "{}-{}-{}".format,
    st.sampled_from(FIRST_WORDS),
    st.sampled_from(SECOND_WORDS),
    st.sampled_from(NUMBERS),
)
gaps = st.text(alphabet=" .-–_,", max_size=3)
changes = st.sampled_from(
    [
        str,
        str.upper,
        str.title,
        lambda word: unicodedata.normalize("NFD", word),
        lambda word: word.replace("ä", "a").replace("ö", "o"),
        lambda word: word.upper().replace("Ä", "A").replace("Ö", "O"),
    ]
)


def plain(word: str) -> str:
    return word.replace("ä", "a").replace("ö", "o")


def distance(one: str, other: str) -> int:
    """Letters to add, drop or change to make one word the other."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (a != b))
    return row[-1]


def test_there_are_as_many_words_as_promised():
    assert len(set(FIRST_WORDS)) == len(FIRST_WORDS) == 40
    assert len(set(SECOND_WORDS)) == len(SECOND_WORDS) == 60
    assert len(NUMBERS) == 99


@pytest.mark.parametrize("word", FIRST_WORDS + SECOND_WORDS)
def test_words_are_finnish_lower_case_letters(word: str):
    assert re.fullmatch("[a-zåäö]{4,12}", word)


@pytest.mark.parametrize("words", [FIRST_WORDS, SECOND_WORDS])
def test_no_two_words_are_nearly_the_same_even_without_dots(words: tuple[str, ...]):
    for one, other in itertools.combinations(words, 2):
        assert distance(plain(one), plain(other)) >= 3, (one, other)


@given(codes)
def test_a_code_is_read_as_itself(code: str):
    assert read_code(code) == code
    taken_apart = parts(code)
    assert f"{taken_apart.first}-{taken_apart.second}-{taken_apart.number}" == code


@given(codes, st.tuples(changes, changes), st.tuples(gaps, gaps, gaps, gaps))
def test_a_carelessly_typed_code_is_understood(code, changed, between):
    words = parts(code)
    typed = [changed[0](words.first), changed[1](words.second), words.number, ""]
    text = "".join(gap + word for gap, word in zip(between, typed, strict=True))
    assert read_code(text) == code


@pytest.mark.parametrize(
    "text",
    [
        "KELTAINEN-LEPPÄKERTTU-08",
        "keltainen leppäkerttu 08",
        "keltainen.leppäkerttu.08",
        "keltainen-leppäkerttu08",
        "keltainen leppakerttu 08",
        "  Keltainen   leppakerttu  08 ",
        "keltainenleppäkerttu08",
    ],
)
def test_the_ways_people_write_a_code(text: str):
    assert read_code(text) == "keltainen-leppäkerttu-08"


def test_no_two_codes_are_read_as_the_same_even_without_anything_between():
    typed = {plain(a + b): (a, b) for a in FIRST_WORDS for b in SECOND_WORDS}
    assert len(typed) == 40 * 60
    for letters, (first, second) in typed.items():
        assert read_code(f"{letters}08") == f"{first}-{second}-08"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "27",
        "sininen",
        "sininen-kettu",
        "sininen-kettu-7",
        "sininen-kettu-00",
        "sininen-kettu-127",
        "sininen-27-kettu",
        "kettu-sininen-27",
        "sininen-sininen-27",
        "sininen-kettu-27 a",
        "sininen-kettunen-27",
        "sininen-kettu-²⁷x",
        "blå-räv-27",
    ],
)
def test_other_texts_are_not_codes(text: str):
    assert read_code(text) is None


@given(st.text())
def test_any_text_is_either_a_code_or_not(text: str):
    code = read_code(text)
    assert code is None or read_code(code) == code


def test_parts_keep_both_digits():
    assert parts("keltainen-vene-08") == CodeParts("keltainen", "vene", "08")


@pytest.mark.parametrize("text", ["", "sininen", "Sininen-kettu-27", "sininen kettu 27", "a-b-27"])
def test_parts_of_a_text_that_is_not_a_code_are_our_mistake(text: str):
    with pytest.raises(OurMistakeError):
        parts(text)


@given(st.integers())
def test_a_new_code_is_a_code(seed: int):
    code = new_code(random.Random(seed), ())
    assert read_code(code) == code


def test_new_codes_differ_from_the_taken_ones():
    source, taken = random.Random(1), set[str]()
    for _ in range(3000):
        code = new_code(source, taken)
        assert code not in taken
        taken.add(code)
    assert {parts(code).first for code in taken} == set(FIRST_WORDS)
    assert {parts(code).second for code in taken} == set(SECOND_WORDS)


def test_the_last_free_code_is_found_and_then_there_is_none():
    everything = {
        f"{first}-{second}-{number}"
        for first, second, number in itertools.product(FIRST_WORDS, SECOND_WORDS, NUMBERS)
    }
    everything.remove("tyyni-vene-08")
    assert new_code(random.Random(1), everything) == "tyyni-vene-08"
    everything.add("tyyni-vene-08")
    with pytest.raises(NoCodeLeftError):
        new_code(random.Random(1), everything)


def contrast_on_white(colour: str) -> float:
    """WCAG 2 contrast of "#rrggbb" on white."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


@pytest.mark.parametrize("word", FIRST_WORDS)
def test_every_colour_can_be_seen_on_white(word: str):
    colour = COLOURS[word]
    if colour is None:
        assert word == "valkoinen"
    else:
        assert re.fullmatch("#[0-9A-F]{6}", colour)
        assert contrast_on_white(colour) >= 3


def test_picture_names_need_nothing_but_ascii():
    assert picture_name("leppäkerttu") == "leppakerttu.svg"
    names = {picture_name(word) for word in SECOND_WORDS}
    assert len(names) == 60
    assert all(re.fullmatch(r"[a-z]+\.svg", name) for name in names)


def test_there_is_a_picture_for_every_word_and_no_other():
    assert {file.name for file in PICTURES.glob("*.svg")} == set(map(picture_name, SECOND_WORDS))


@pytest.mark.parametrize("word", SECOND_WORDS)
def test_a_picture_is_a_plain_shape_that_reaches_for_nothing(word: str):
    text = (PICTURES / picture_name(word)).read_text(encoding="utf-8")
    assert "<!" not in text
    assert "href" not in text
    assert "url(" not in text
    root = ElementTree.fromstring(text)
    assert root.get("viewBox") == "0 0 48 48"
    for element in root.iter():
        assert element.tag.removeprefix(SVG) in ALLOWED
        assert not [name for name in element.attrib if name.startswith("on") or name == "style"]


@pytest.mark.parametrize("word", SECOND_WORDS)
def test_a_picture_is_one_dark_group_and_at_most_one_light_one(word: str):
    text = (PICTURES / picture_name(word)).read_text(encoding="utf-8")
    groups = list(ElementTree.fromstring(text))
    assert [group.tag for group in groups] == [f"{SVG}g"] * len(groups)
    assert 1 <= len(groups) <= 2
    assert groups[0].attrib == {"fill": "#000"}
    assert text.count("#000") == 1
    assert len(groups[0]) >= 1
    for shape in groups[0]:
        assert "fill" not in shape.attrib
        assert "stroke" not in shape.attrib
    if len(groups) == 2:
        assert set(re.findall(r"#[0-9a-fA-F]+", ElementTree.tostring(groups[1], "unicode"))) == {
            "#fff"
        }


@pytest.mark.parametrize("word", SECOND_WORDS)
def test_a_coloured_picture_has_that_colour_and_an_outlined_one_is_dark(word: str):
    text = (PICTURES / picture_name(word)).read_text(encoding="utf-8")
    blue = coloured(text, "sininen")
    assert "#1F5FBF" in blue
    assert "#000" not in blue
    outlined = ElementTree.fromstring(coloured(text, "valkoinen"))
    line, shape = outlined[0], outlined[1]
    assert line.get("stroke") == "#1B1B1B"
    assert shape.get("fill") == "#fff"
    assert len(line) == len(shape) == len(ElementTree.fromstring(text)[0])
