"""A page that scrolls brings into sight what it is asked for."""

import pytest

from digitutor_app.ui_kit.card import Card
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.scroll import PageScroll
from tests.looks import settle


@pytest.fixture
def card(look, qtbot):
    """A card with its last line hidden, in a place that is just high enough for the others."""
    made = Card(look, *[Label(look, "Rivi")] * 4)
    made.last = Label(look, "Viimeinen rivi")
    made.last.hide()
    made.rows.add(made.last)
    made.scroller = PageScroll(look, made)
    qtbot.addWidget(made.scroller)
    made.scroller.resize(300, made.sizeHint().height())
    made.scroller.show()
    settle(made.scroller)
    return made


def in_sight(card):
    top = card.scroller.verticalScrollBar().value()
    return top <= card.last.geometry().top() and (
        card.last.geometry().bottom() <= top + card.scroller.viewport().height()
    )


def test_what_has_just_appeared_comes_into_sight_at_once(card):
    assert not card.scroller.scrolls
    card.last.show()
    card.scroller.reveal(card.last)
    assert card.scroller.scrolls
    assert in_sight(card)
    settle(card.scroller)
    assert in_sight(card)
