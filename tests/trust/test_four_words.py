"""Four words: the list stays what it is, its words cannot be confused, chance chooses evenly."""

import hashlib
import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.trust.four_words import offer_passphrase, words, words_of

WITHOUT_DOTS = str.maketrans("äöå", "aoa")


def test_the_list_never_changes():
    digest = hashlib.sha256("\n".join(words()).encode()).hexdigest()
    assert digest == "9d061290e1aed3f95252005d1c85b148c378e370877e5f99ea56db28814ab330"


def test_the_words_are_plain():
    assert len(set(words())) == 2048
    assert all(re.fullmatch("[a-zäö]{4,11}", word) for word in words())


def test_no_two_words_can_be_confused():
    """No two differ in one letter, in two that changed places, or only in their dots."""
    plain = [word.translate(WITHOUT_DOTS) for word in words()]
    everything, forms = set(plain), set()
    for word in plain:
        places = range(len(word))
        near = {word[:at] + "?" + word[at + 1 :] for at in places} | {word}
        swaps = {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in places[:-1]}
        shorter = {word[:at] + word[at + 1 :] for at in places}
        assert forms.isdisjoint(near), word
        forms |= near
        assert (swaps | shorter).isdisjoint(everything - {word}), word


def test_machines_are_told_apart_by_the_same_words_everywhere():
    assert words_of(bytes(32)) == ("luistinrata", "kiuas", "ranta", "veistos")
    assert len(words_of(b"\xff" * 32)) == 4


@given(st.binary(min_size=32, max_size=32), st.binary(min_size=32, max_size=32))
def test_another_key_has_other_words(one, other):
    assert (words_of(one) == words_of(other)) == (one == other)


def test_a_passphrase_is_four_different_words():
    offers = [offer_passphrase().split(" ") for _ in range(200)]
    assert all(len(set(offer)) == 4 and set(offer) <= set(words()) for offer in offers)
    assert all(one != other for one, other in pairwise(offers))


def test_every_word_has_its_chance():
    drawn = {word for _ in range(12000) for word in offer_passphrase().split()}
    assert drawn == set(words())
