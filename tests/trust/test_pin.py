"""The hash of a laptop's PIN: only the PIN fits, and the hash tells no digits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from digitutor_app.trust.cost import Cost
from digitutor_app.trust.pin import pin_fits, pin_hash

CHEAP = Cost(1, 8 * 1024)
PINS = st.text("0123456789", min_size=4, max_size=8)


@settings(max_examples=40)
@given(PINS, PINS)
def test_only_the_pin_fits(pin, other):
    kept = pin_hash(pin, CHEAP)
    assert kept.startswith("$argon2id$")
    assert "\x00" not in kept
    assert pin_fits(pin, kept)
    assert pin_fits(other, kept) == (other == pin)


def test_the_same_pin_is_kept_differently_each_time():
    assert pin_hash("4711", CHEAP) != pin_hash("4711", CHEAP)


@pytest.mark.parametrize("kept", ["", "4711", "$argon2id$nothing", "ä"])
def test_nothing_fits_what_is_no_hash(kept):
    assert not pin_fits("4711", kept)


@pytest.mark.parametrize(
    "kept",
    [
        "",
        "x",
        "ä",
        "\x00",
        "x" * 200,
        "$argon2id$v=19$m=8,t=4294967295,p=1$c29tZXNhbHRzb21lc2FsdA$" + "a" * 43,
        "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHRzb21lc2FsdA$" + "a" * 43,
        "$argon2id$v=19$m=65536,t=2,p=1$" + "a" * 120,
        "$argon2id$v=19$m=٨,t=٢,p=1$c29tZXNhbHRzb21lc2FsdA$" + "a" * 43,
    ],
)
def test_a_hash_that_came_on_a_stick_costs_no_hours(kept):
    """Nothing fits it, at once: the first of them would be worked on for days."""
    assert not pin_fits("1234", kept)
