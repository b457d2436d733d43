"""The invitation to tell a partner: the exercise's own words, or words for any task."""

import pytest

from digitutor_app.screens.tell_partner import TellPartnerCard
from digitutor_app.ui_kit.look import Look
from tests.finding import find, said

GENERAL = "Miten aloitit? Mistä näit, että se onnistui?"


@pytest.fixture
def card(qtbot):
    def make(pair=""):
        made = TellPartnerCard(Look(), "Siirrä suunnitelma.", pair)
        qtbot.addWidget(made)
        made.show()
        return made

    return make


def test_an_exercise_without_words_of_its_own(card):
    words = said(card())
    assert "Tehtävä oli: Siirrä suunnitelma." in words
    assert GENERAL in words


def test_the_words_of_the_exercise_stand_alone(card):
    words = said(card("Näytä parillesi, missä tiedosto on."))
    assert "Näytä parillesi, missä tiedosto on." in words
    assert "Tehtävä oli" not in words
    assert GENERAL not in words


@pytest.mark.parametrize("pair", ["", "Näytä parillesi, missä tiedosto on."])
def test_who_has_told_is_thanked(card, pair):
    shown = card(pair)
    find(shown, "Kerroin").click()
    assert "Kiitos." in said(shown)
    assert "Siirrä" not in said(shown)
    assert "Näytä" not in said(shown)
