"""Writing without a screen: letters, deletions, the caret, words, lamps, Peru, private data."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.domain.exercise import Test
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.seen import Seen
from digitutor_app.rooms.typing.conditions import CONDITIONS
from digitutor_app.rooms.typing.rows import Lamp
from digitutor_app.rooms.typing.state import TypingState
from tests.rooms.typing.conftest import NAMES, SHEET, WORDS, make_computer

KINDS = Vocabulary(CONDITIONS)


def write(state, field, text, by="keys"):
    state.focus(field)
    return [o for letter in text for o in state.type(field, letter, by)]


def text(state, field):
    return state.rows.written(field).text


def holds(state, kind, value, **options):
    test = Test(kind, value, options)
    assert KINDS.problem(test) == ""
    return KINDS[kind].holds(Seen(state.computer, state.computer.book.log), test)


def put(state, field, caret, anchor=None):
    state.focus(field)
    anchor = caret if anchor is None else anchor
    return state.place(field, caret, anchor, "pointer", click=True)


def test_letters_come_where_the_caret_stands(state):
    write(state, "name", "Lisa")
    put(state, "name", 2)
    [told] = state.type("name", "i", "keys")
    assert text(state, "name") == "Liisa"
    assert (told.verb, told.target, dict(told.details)) == (
        "type",
        "field:name",
        {"kind": "letter", "big": False, "overwrote": False, "by": "keys"},
    )


def test_what_is_given_stands_there_until_something_is_typed_in_whatever_language(state):
    assert text(state, "door") == "Kokouss"
    put(state, "door", 7)
    state.computer.words.names = {**NAMES, "door_given": "Mötee"}
    assert text(state, "door") == "Mötee"
    state.press("door", "Backspace", "keys")
    state.computer.words.names = NAMES
    assert text(state, "door") == "Möte", "what was typed stays as typed"


@pytest.mark.parametrize(
    ("caret", "key", "left", "changed"),
    [
        (7, "Backspace", "Kokous", True),
        (7, "Delete", "Kokouss", False),
        (0, "Delete", "okouss", True),
        (0, "Backspace", "Kokouss", False),
        (3, "Backspace", "Koouss", True),
        (3, "Left", "Kokouss", False),
        (3, "Enter", "Kokouss", False),
    ],
)
def test_keys_that_type_nothing(state, caret, key, left, changed):
    put(state, "door", caret)
    [told] = state.press("door", key, "keys")
    assert text(state, "door") == left
    assert (told.verb, told.get("key"), told.get("changed")) == ("key", key, changed)


def test_what_is_selected_goes_when_something_is_typed(state):
    [told] = put(state, "door", 6, 1)
    assert told.verb == "select"
    assert holds(state, "text_selected", "door")
    state.type("door", "x", "keys")
    assert text(state, "door") == "Kxs"
    assert not holds(state, "text_selected", "door")


def test_enter_makes_a_line_in_a_tall_field_only(state):
    write(state, "list", "kahvi 1")
    state.press("list", "Enter", "keys")
    write(state, "list", "maito 4")
    assert text(state, "list") == "kahvi 1\nmaito 4"
    assert holds(state, "lines", "list", count=2)
    assert not holds(state, "lines", "list", count=2, blank=1)
    state.press("list", "Enter", "keys")
    state.press("list", "Enter", "keys")
    assert holds(state, "lines", "list", count=2, blank=2)


def test_insert_writes_over_letters_but_never_over_the_end_of_a_line(state):
    state.toggle(Lamp.INSERT, "keys")
    write(state, "name", "ab")
    put(state, "name", 0)
    [told] = state.type("name", "x", "keys")
    assert text(state, "name") == "xb"
    assert told.get("overwrote") is True
    assert holds(state, "lamp", "insert")
    state.toggle(Lamp.INSERT, "keys")
    state.type("name", "y", "keys")
    assert text(state, "name") == "xyb"


# Peru


def test_peru_takes_back_one_letter_or_one_deletion(state):
    write(state, "name", "Li")
    state.press("name", "Backspace", "keys")
    assert text(state, "name") == "L"
    state.computer.undo()
    assert text(state, "name") == "Li"
    state.computer.undo()
    state.computer.undo()
    assert text(state, "name") == ""
    assert not state.computer.undo()


def test_peru_does_not_press_insert_again(state):
    state.toggle(Lamp.INSERT, "keys")
    write(state, "door", "x")
    put(state, "door", 0)
    state.type("door", "o", "keys")
    state.toggle(Lamp.INSERT, "keys")
    state.computer.undo()
    assert text(state, "door") == "Kokoussx"
    assert not holds(state, "lamp", "insert")


# Words


def test_the_next_word_comes_by_itself_whatever_the_capitals(words):
    seen = write(words, "word", "AAMU")
    assert [o.verb for o in seen][-2:] == ["type", "word"]
    assert (text(words, "word"), words.rows.written("word").word) == ("", 1)
    assert holds(words, "words_written", "word", count=1)
    assert not holds(words, "words_written", "word")
    write(words, "word", "lääke")
    assert holds(words, "words_written", "word")
    assert words.rows.model(words.rows.field("word")) == ""
    words.computer.undo()
    assert (text(words, "word"), words.rows.written("word").word) == ("lääk", 1)


# Caps Lock, Num Lock


@pytest.mark.parametrize(
    ("letter", "shift", "on"),
    [("a", False, False), ("A", True, False), ("A", False, True), ("a", True, True)],
)
def test_letters_tell_of_caps_lock(state, letter, shift, on):
    state.focus("name")
    seen = state.type("name", letter, "keys", shift=shift)
    assert holds(state, "lamp", "caps", on=on)
    assert [o.verb for o in seen] == (["caps", "type"] if on else ["type"])
    assert text(state, "name") == letter


def test_the_key_turns_caps_lock_and_tells_once():
    state = TypingState(make_computer(SHEET))
    [told] = state.toggle(Lamp.CAPS, "keys")
    assert (told.verb, told.target, told.get("on")) == ("caps", "key:caps", True)
    assert [o.verb for o in state.type("name", "A", "keys")] == ["type"]


@pytest.mark.parametrize("real", [False, True], ids=["lamp off", "lamp on"])
def test_caps_lock_that_is_pretended_makes_capitals_whatever_the_real_lamp(real):
    state = TypingState(make_computer(SHEET, lamps=["caps"]))
    state.focus("name")
    assert holds(state, "lamp", "caps")
    state.type("name", "P" if real else "p", "keys")
    state.type("name", "a" if real else "A", "keys", shift=True)
    assert text(state, "name") == "Pa"
    state.toggle(Lamp.CAPS, "keys")
    state.type("name", "l", "keys")
    state.type("name", "V", "keys", shift=True)
    assert text(state, "name") == "PalV"


def test_num_lock_is_known_only_after_the_number_pad(state):
    assert not holds(state, "lamp", "num")
    assert not holds(state, "lamp", "num", on=False)
    state.light(Lamp.NUM, on=False, by="keys")
    assert holds(state, "lamp", "num", on=False)


# Four equal letters


def test_the_fourth_equal_letter_is_told_once(state):
    verbs = [o.verb for o in write(state, "name", "aaaaa")]
    assert verbs == ["type"] * 4 + ["repeat"] + ["type"]
    [held] = state.held("name")
    assert (held.verb, held.get("came")) == ("repeat", False)


# Conditions


def test_how_a_text_is_compared(state):
    write(state, "name", " liisa  Esimerkki.")
    assert not holds(state, "text", "name", **{"is": "badge"})
    assert not holds(state, "text", "name", case=False, **{"is": "badge"})
    assert holds(state, "text", "name", case=False, dot="loose", **{"is": "badge"})
    exact = {"is": "badge", "spaces": "exact"}
    assert not holds(state, "text", "name", case=False, dot="loose", **exact)
    assert holds(state, "has_text", "name", part="ESIMERKKI")
    assert not holds(state, "has_text", "name", part="ESIMERKKI", case=True)
    assert holds(state, "begins", "name", part=" li")


def test_signs_that_do_not_belong_there_are_found_in_one_field_or_in_any(state):
    write(state, "name", "o40")
    assert holds(state, "has_any", "name", of="lo")
    assert not holds(state, "has_any", "name", of="lO")
    assert not holds(state, "has_any", "door", of="4"), "what is given there has no digit"
    assert holds(state, "has_any", "", of="4")
    assert not holds(state, "has_any", "", of="!?")


def test_where_the_caret_is(state):
    assert not holds(state, "caret", "door", at="start"), "nobody has been there"
    put(state, "door", 3)
    assert holds(state, "caret", "door", at="head")
    assert not holds(state, "caret", "door", at="end")
    put(state, "door", 7)
    assert holds(state, "caret", "door", at="end")
    assert holds(state, "caret", "door", at="door_given")
    put(state, "door", 7, 0)
    assert not holds(state, "caret", "door", at="end"), "something is selected"


def test_one_field_has_the_keyboard_and_the_others_keep_no_selection(state):
    assert holds(state, "focused", "")
    put(state, "door", 0, 4)
    state.focus("name")
    assert holds(state, "focused", "name")
    assert not holds(state, "text_selected", "door")
    state.close()
    assert holds(state, "focused", "")


# The pretend clipboard


def test_copy_cut_and_paste_use_the_pretend_clipboard(state):
    put(state, "door", 3, 0)
    assert [o.verb for o in state.take("door", "keys", cut=True)] == ["cut"]
    assert text(state, "door") == "ouss"
    state.focus("name")
    assert [o.verb for o in state.paste("name", "keys")] == ["paste"]
    assert text(state, "name") == "Kok"
    state.computer.undo()
    state.computer.undo()
    assert text(state, "door") == "Kokouss"


# Private data


@pytest.mark.parametrize(
    ("private", "kind"),
    [
        ("131052-308T", "identity_code"),
        ("FI21 1234 5600 0007 85", "iban"),
        ("4111 1111 1111 1111", "card"),
    ],
)
def test_private_data_is_blanked_and_nothing_of_it_is_kept(state, private, kind):
    write(state, "door", "x")
    write(state, "name", "Tunnus: ")
    seen = write(state, "name", private)
    assert (seen[-1].verb, seen[-1].target, seen[-1].get("kind")) == ("blanked", "field:name", kind)
    assert text(state, "name") == ""
    assert state.rows.notice() == "name"
    for observation in seen:
        state.computer.observe(observation)
    for _undo in range(40):
        plain = json.dumps(state.computer.to_plain())
        for n in range(2, len(private)):
            assert private[:n] not in plain
        if not state.computer.undo():
            break
    else:
        pytest.fail("Peru has no end")
    assert text(state, "name") == ""
    assert text(state, "door") == "Kokouss"


def test_private_data_that_is_pasted_or_put_together_is_blanked_too(state):
    write(state, "name", "131052-308xT")
    put(state, "name", 11)
    [told] = state.press("name", "Backspace", "keys")
    assert told.verb == "blanked"
    assert [o.verb for o in state.replace_all("name", "131052-308T", "keys")] == ["blanked"]
    write(state, "list", "131052-30")
    put(state, "list", 9, 0)
    state.take("list", "keys", cut=False)
    put(state, "list", 9)
    write(state, "list", "8T")
    plain = json.dumps(state.computer.to_plain())
    assert "131052" not in plain, "not in the clipboard either"


def test_the_sentence_goes_with_the_next_letter(state):
    write(state, "name", "131052-308T")
    assert state.rows.notice() == "name"
    write(state, "name", "A")
    assert state.rows.notice() == ""
    assert text(state, "name") == "A"


def test_no_observation_has_a_letter_of_what_was_typed(state):
    seen = write(state, "name", "Qwxyzå")
    told = json.dumps([[o.verb, o.target, dict(o.details)] for o in seen])
    assert not any(part in told for part in ("Qw", "xyz", "å"))


# Whatever is done


@st.composite
def acts(draw):
    kind = draw(st.sampled_from(["type", "press", "place", "insert", "undo", "focus"]))
    field = draw(st.sampled_from(["door", "name", "list"]))
    letter = draw(st.sampled_from(["a", "B", " ", "1", "@", "\n"]))
    key = draw(st.sampled_from(["Backspace", "Delete", "Enter", "Left"]))
    return kind, field, letter, key, draw(st.integers(0, 9)), draw(st.integers(0, 9))


def do(state, act):
    kind, field, letter, key, caret, anchor = act
    length = len(text(state, field))
    if kind == "type":
        state.focus(field)
        state.type(field, letter, "keys")
    elif kind == "press":
        state.focus(field)
        state.press(field, key, "keys")
    elif kind == "place":
        put(state, field, min(caret, length), min(anchor, length))
    elif kind == "insert":
        state.toggle(Lamp.INSERT, "keys")
    elif kind == "focus":
        state.focus(field)
    else:
        state.computer.undo()


@settings(max_examples=60)
@given(st.lists(acts(), max_size=25))
def test_whatever_is_typed_saved_resumed_and_undone_is_exact(all_acts):
    state = TypingState(make_computer(SHEET))
    beginning = {f: text(state, f) for f in ("door", "name", "list")}
    for act in all_acts:
        do(state, act)
        for field in beginning:
            written = state.rows.written(field)
            assert -1 <= written.caret <= len(written.text)
            assert 0 <= written.begin <= written.end <= len(written.text)
            if field != "list":
                assert "\n" not in written.text
        other = Computer()
        other.words.names = NAMES
        other.load(json.loads(json.dumps(state.computer.to_plain())))
        again = TypingState(other)
        assert all(again.rows.written(f) == state.rows.written(f) for f in beginning)
    while state.computer.undo():
        pass
    assert {f: text(state, f) for f in beginning} == beginning


def test_words_have_a_field_of_their_own():
    state = TypingState(make_computer({**WORDS, "fields": {"note": ""}}))
    assert [spec.id for spec in state.rows.fields()] == ["note", "word"]
