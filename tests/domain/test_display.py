"""A person's settings are told as plain data and read back, whatever stands in them."""

import json
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.domain.display import POINTER_SIZES, TEXT_SIZES, THEMES, Display

DISPLAYS = st.builds(
    Display,
    text=st.sampled_from(TEXT_SIZES),
    pointer=st.sampled_from(POINTER_SIZES),
    theme=st.sampled_from(THEMES),
    left_handed=st.booleans(),
    calm=st.booleans(),
    motion=st.booleans(),
)
NAMES = [field.name for field in fields(Display)]
ANYTHING = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9)


@given(DISPLAYS)
def test_what_was_told_is_read_back(display):
    assert Display.from_plain(json.loads(json.dumps(display.to_plain()))) == display


@given(DISPLAYS)
def test_only_what_differs_is_told(display):
    usual = Display()
    assert set(display.to_plain()) == {
        name for name in NAMES if getattr(display, name) != getattr(usual, name)
    }


@given(st.dictionaries(st.sampled_from([*NAMES, "sound"]), ANYTHING))
def test_whatever_is_read_is_a_choice_that_there_is(plain):
    display = Display.from_plain(plain)
    assert display.text in TEXT_SIZES
    assert display.pointer in POINTER_SIZES
    assert display.theme in THEMES
    for name in NAMES:
        value = getattr(display, name)
        assert type(value) is type(getattr(Display(), name))
        assert value in (plain.get(name), getattr(Display(), name))


@given(DISPLAYS, st.sampled_from(NAMES))
def test_one_strange_value_leaves_the_others(display, name):
    read = Display.from_plain({**display.to_plain(), name: "sideways"})
    assert getattr(read, name) == getattr(Display(), name)
    assert {n: getattr(read, n) for n in NAMES if n != name} == {
        n: getattr(display, n) for n in NAMES if n != name
    }


@pytest.mark.parametrize("value", [1, 100.0, True, "100", 110, None])
def test_what_only_looks_like_a_choice_is_none(value):
    assert Display.from_plain({"text": value, "left_handed": 1}) == Display()
