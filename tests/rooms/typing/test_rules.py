"""The rules without a screen: what is alike, the keyboard's layout, the next key, moving."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.rooms.typing.layout import HIGH, KEY, KEYS, WIDE, Stroke, sign_of, stroke_for
from digitutor_app.rooms.typing.matching import like, same, tidy
from digitutor_app.rooms.typing.moving import moved
from digitutor_app.rooms.typing.next_key import next_stroke
from digitutor_app.rooms.typing.rows import Written


@pytest.mark.parametrize(
    ("pattern", "wanted", "right", "other"),
    [
        ("time", "07.30", ["7.30", "07:30", "7:30", " 07.30 ", "klo 7.30"], ["7.3", "8.30", "730"]),
        ("date", "14.10.", ["14.10", "14. 10.", "14.10. "], ["10.14.", "14.1.", "1410"]),
        ("phone", "040 123 4567", ["0401234567", "040-1234567", "+358 40 123 4567"], ["040 123"]),
        ("range", "8-16", ["8 - 16", "8–16"], ["8 16", "816", "8-17"]),
        ("number", "14", ["14", "14,0"], ["I4", "15"]),
        ("email", "a.b@c.example", ["A.B@c.example"], ["a.b c.example", "a.b@c"]),
    ],
)
def test_forms_that_are_one_and_the_same(pattern, wanted, right, other):
    assert all(like(text, pattern, wanted) for text in [*right, wanted])
    assert not any(like(text, pattern, wanted) for text in other)
    assert like(wanted, pattern)


@given(st.text(" ab.\n", max_size=12))
def test_a_text_is_the_same_as_itself_however_it_is_spaced(text):
    assert same(text, f"  {text}\n\n".replace(" ", "   "))
    assert tidy(tidy(text)) == tidy(text)
    assert same(text, text, exact_spaces=True)


def test_capitals_dots_and_spaces_matter_only_when_asked():
    assert not same("liisa", "Liisa")
    assert same("liisa", "Liisa", case=False)
    assert not same("Hei.", "Hei")
    assert same("Hei.", "Hei", dot=True)
    assert not same("a  b", "a b", exact_spaces=True)
    assert not same("ab", "a b")


# The layout


def test_keys_stand_beside_each_other_and_fill_their_place():
    def box(key):
        return key.left, key.top, key.left + key.wide, key.top + key.high

    for one in KEYS:
        left, top, right, low = box(one)
        assert left >= 0
        assert top >= 0
        assert right <= WIDE
        assert low <= HIGH
        for other in KEYS:
            if one is other or "enter" in (one.id, other.id):
                continue  # Enter is wider above than below
            other_box = box(other)
            apart = (
                other_box[0] >= right - 1e-9
                or other_box[2] <= left + 1e-9
                or other_box[1] >= low - 1e-9
                or other_box[3] <= top + 1e-9
            )
            assert apart, (one.id, other.id)
    assert len(KEY) == len(KEYS)


def test_every_finnish_letter_and_the_signs_of_exercises_can_be_typed():
    for letter in "abcdefghijklmnopqrstuvwxyzåäöABCÅÄÖ0123456789 .,-:@/()_+?!\n":
        stroke = stroke_for(letter)
        assert stroke is not None, letter
        if letter != "\n":
            held = {key.removesuffix("_right") for key in stroke.held}
            key = KEY[stroke.key]
            assert sign_of(key, shift="shift" in held, alt_gr="alt_gr" in held) == letter
    assert stroke_for("@") == Stroke("2", ("alt_gr",))
    assert stroke_for("L") == Stroke("l", ("shift",))
    assert stroke_for("A") == Stroke("a", ("shift_right",)), "the other hand holds Shift"
    assert stroke_for("字") is None


def test_caps_lock_turns_letters_only():
    assert sign_of(KEY["ae"], caps=True) == "Ä"
    assert sign_of(KEY["ae"], caps=True, shift=True) == "ä"
    assert sign_of(KEY["2"], caps=True) == "2"


# The next key


@pytest.mark.parametrize(
    ("text", "caret", "wanted", "key"),
    [
        ("", 0, "aamu", "a"),
        ("aa", 2, "aamu", "m"),
        ("aamu", 4, "aamu", None),
        ("Kokouss", 7, "Kokous", "backspace"),
        ("KKeittiö", 0, "Keittiö", "delete"),
        ("KKeittiö", 1, "Keittiö", "delete"),
        ("KKeittiö", 2, "Keittiö", "backspace"),
        ("a", 0, "aa", "a"),
        ("Taukoohuone", 6, "Taukohuone", "backspace"),
        ("Taukoohuone", 11, "Taukohuone", "left"),
        ("aax", 3, "aamu", "backspace"),
        ("abc", 1, "axbc", "x"),
        ("x", 1, "", None),
    ],
)
def test_what_to_press_next(text, caret, wanted, key):
    stroke = next_stroke(Written(text=text, caret=caret, anchor=caret), wanted)
    assert (stroke and stroke.key) == key


@given(st.text("aAä 1", max_size=7), st.integers(0, 7), st.text("aAä 1", min_size=1, max_size=7))
def test_following_the_picture_always_leads_to_the_wanted_text(text, caret, wanted):
    written = Written(text=text, caret=min(caret, len(text)), anchor=min(caret, len(text)))
    for _press in range(60):
        stroke = next_stroke(written, wanted)
        if stroke is None:
            break
        before, place = written.text, written.caret
        if stroke.key == "backspace":
            before, place = before[: place - 1] + before[place:], place - 1
        elif stroke.key == "delete":
            before = before[:place] + before[place + 1 :]
        elif stroke.key in ("left", "right"):
            place = moved(before, place, stroke.key)
        else:
            held = {key.removesuffix("_right") for key in stroke.held}
            letter = sign_of(KEY[stroke.key], shift="shift" in held)
            before, place = before[:place] + letter + before[place:], place + 1
        written = Written(text=before, caret=place, anchor=place)
    assert written.text == wanted


# Moving


@pytest.mark.parametrize(
    ("caret", "key", "there"),
    [
        (0, "left", 0),
        (4, "left", 3),
        (9, "right", 9),
        (6, "up", 2),
        (2, "down", 6),
        (3, "up", 3),
        (8, "down", 8),
        (6, "home", 4),
        (6, "end", 9),
        (1, "end", 3),
    ],
)
def test_the_drawn_arrows_know_lines(caret, key, there):
    assert moved("abc\ndefgh", caret, key) == there
