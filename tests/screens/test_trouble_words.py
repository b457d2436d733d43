"""Every trouble with a store or a key has a sentence that says what is safe and what to do."""

from pathlib import Path

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.screens.trouble_words import known_troubles, opening_trouble, saving_trouble
from digitutor_app.store.errors import (
    NotOurs,
    StoreDeviceError,
    StoreError,
    StoreFullError,
    StoreNewerError,
    StoreNotOursError,
)
from digitutor_app.trust.errors import KeyFileError, SlotsNewerError, TooLittleMemoryError

PATH = Path("tutor.db")
MADE = {
    StoreNewerError: (PATH, ("0009",), 9),
    StoreNotOursError: (PATH, NotOurs.OTHER_KEY),
    SlotsNewerError: (PATH, 2),
    TooLittleMemoryError: (PATH, 1),
}


def leaves(kind):
    """The errors of stores and keys; what a service makes of them has words of its own there."""
    below = [child for child in kind.__subclasses__() if ".services." not in child.__module__]
    return [leaf for child in below for leaf in leaves(child)] or [kind]


@pytest.mark.parametrize("kind", [*leaves(StoreError), *leaves(KeyFileError)])
def test_each_error_has_words_of_its_own(kind):
    assert kind in known_troubles()
    title, sentence = opening_trouble(kind(*MADE.get(kind, (PATH,))))
    assert title
    assert "{" not in sentence
    assert "virhe" not in (title + sentence).lower()


def test_no_two_errors_have_the_same_title():
    titles = [opening_trouble(kind(*MADE.get(kind, (PATH,))))[0] for kind in known_troubles()]
    assert len(set(titles)) == len(titles)


def test_the_sentence_names_the_file():
    assert "tutor.db" in opening_trouble(StoreNotOursError(PATH, NotOurs.PLAIN))[1]


def test_an_error_of_another_family_gets_the_sentence_that_fits_all():
    title, sentence = opening_trouble(OurMistakeError("something"))
    assert title == "Tiedot eivät avaudu nyt"
    assert "something" not in sentence


def test_waiting_saves_are_said_to_be_safe():
    assert "Levy on täynnä" in saving_trouble(StoreFullError(PATH))[0]
    assert "Pidä ohjelma auki" in saving_trouble(StoreDeviceError(PATH))[1]
