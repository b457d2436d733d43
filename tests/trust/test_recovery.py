"""The recovery key on paper: typed back in any manner, and a wrong group is named."""

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from digitutor_app.trust import recovery
from digitutor_app.trust.recovery import (
    RecoveryCharacterError,
    RecoveryCheckError,
    RecoveryLengthError,
    RecoveryTypingError,
)
from digitutor_app.trust.sealing import seal, unseal

KEY = recovery.new_key()
LETTERS = KEY.secret.removeprefix(recovery.PREFIX)
ALPHABET = "QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L"


def test_it_opens_what_was_sealed_for_it():
    sealed = seal(b"names", [KEY.recipient])
    assert unseal(sealed, [recovery.checked(" ".join(recovery.groups(KEY.secret)))]) == b"names"


def test_it_is_printed_in_groups():
    printed = recovery.groups(KEY.secret)
    assert [len(group) for group in printed] == [5] * 11 + [3]
    assert recovery.PREFIX + "".join(printed) == KEY.secret


@pytest.mark.parametrize(
    "typed",
    [
        KEY.secret,
        LETTERS,
        KEY.secret.lower(),
        "-".join(recovery.groups(KEY.secret)),
        "\n".join(recovery.groups(KEY.secret)).lower(),
        f"  age-secret-key-1 {LETTERS[:30]}\t{LETTERS[30:]} ",
        LETTERS.replace("0", "O").replace("8", "b").replace("L", "1"),
        LETTERS.replace("L", "i"),
    ],
    ids=range(8),  # the key is another one in each process
)
def test_how_it_is_typed_does_not_matter(typed):
    assert recovery.checked(typed) == KEY


def bent(*changes):
    letters = list(LETTERS)
    for place, letter in changes:
        letters[place] = letter
    return "".join(letters)


@settings(max_examples=200)
@given(st.integers(0, 57), st.sampled_from(ALPHABET))
def test_one_wrong_character_is_found(place, letter):
    assume(LETTERS[place] != letter)
    with pytest.raises(RecoveryCheckError) as caught:
        recovery.checked(bent((place, letter)))
    assert caught.value.groups == (place // 5 + 1,)


@settings(max_examples=100)
@given(st.lists(st.integers(0, 57), min_size=2, max_size=2, unique=True), st.data())
def test_two_wrong_characters_are_found(places, data):
    changes = [(place, data.draw(st.sampled_from(ALPHABET))) for place in places]
    assume(all(LETTERS[place] != letter for place, letter in changes))
    with pytest.raises(RecoveryCheckError) as caught:
        recovery.checked(bent(*changes))
    assert caught.value.groups == tuple(sorted({place // 5 + 1 for place in places}))


@settings(max_examples=100)
@given(st.lists(st.integers(0, 57), min_size=3, max_size=4, unique=True), st.data())
def test_three_or_four_wrong_characters_are_noticed(places, data):
    changes = [(place, data.draw(st.sampled_from(ALPHABET))) for place in places]
    assume(all(LETTERS[place] != letter for place, letter in changes))
    with pytest.raises(RecoveryCheckError):
        recovery.checked(bent(*changes))


def test_a_character_that_no_key_has_is_found():
    with pytest.raises(RecoveryCharacterError) as caught:
        recovery.checked(bent((12, "Ä"), (57, "Ö")))
    assert caught.value.groups == (3, 12)


def test_a_short_group_is_named():
    printed = list(recovery.groups(KEY.secret))
    printed[6] = printed[6][:4]
    with pytest.raises(RecoveryLengthError) as caught:
        recovery.checked(" ".join(printed))
    assert (caught.value.missing, caught.value.groups) == (1, (7,))
    with pytest.raises(RecoveryLengthError) as caught:
        recovery.checked(KEY.secret[:-3])
    assert (caught.value.missing, caught.value.groups) == (3, ())


def test_a_doubled_character_is_too_much():
    printed = list(recovery.groups(KEY.secret))
    printed[0] += printed[0][-1]
    with pytest.raises(RecoveryLengthError) as caught:
        recovery.checked(f"{recovery.PREFIX}{' '.join(printed)}")
    assert (caught.value.missing, caught.value.groups) == (-1, (1,))


@settings(max_examples=100)
@given(st.text(max_size=90))
def test_anything_else_is_a_typing_error(typed):
    with pytest.raises(RecoveryTypingError):
        recovery.checked(typed)


def test_single_groups_can_be_asked_back():
    printed = recovery.groups(KEY.secret)
    assert recovery.fits_group(KEY.secret, 3, f" {printed[2].lower()} ")
    assert recovery.fits_group(KEY.secret, 12, printed[11])
    assert not recovery.fits_group(KEY.secret, 3, printed[3])
    assert not recovery.fits_group(KEY.secret, 3, "")
