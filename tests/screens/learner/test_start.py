"""The start page says and offers more only where there is something to say."""

import pytest
from PySide6.QtCore import QPoint

from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.ui_kit.labels import Label
from tests.finding import find
from tests.looks import settle

REHEARSAL = "Harjoituskierros: mikään ei jää talteen"
STICK = "Työpajan tikku on paikallaan"


@pytest.fixture
def page(look, qtbot):
    made = StartScreen(look)
    qtbot.addWidget(made)
    made.resize(1366, 728)
    made.show()
    settle(made)
    return made


def words(page):
    """What the middle of the page says, as keyboard and screen reader go through it."""
    middle = page.page.rows.parentWidget()
    return [
        (part.text(), part.mapTo(middle, QPoint(0, 0)).y())
        for part in middle.findChildren(Label)
        if part.isVisible()
    ]


def test_most_laptops_carry_no_hidden_offer(page):
    assert next(text for text, _y in words(page)) == "Tervetuloa"
    texts = [label.text() for label in page.findChildren(Label)]
    assert STICK not in texts
    assert REHEARSAL not in texts


@pytest.mark.parametrize("offered_first", [True, False])
def test_what_comes_later_is_read_where_it_stands(page, offered_first):
    if offered_first:
        page.show_invitation("Kirjasto")
        page.show_rehearsal()
    else:
        page.show_rehearsal()
        page.show_invitation("Kirjasto")
    settle(page)
    said = words(page)
    assert [text for text, _y in said][:4] == [REHEARSAL, STICK, "Kirjasto", "Tervetuloa"]
    tops = [y for _text, y in said][:4]
    assert tops == sorted(tops)
    assert len(set(tops)) == 4


def test_the_offer_goes_and_comes_again(page, qtbot):
    page.show_invitation("")
    page.show_invitation("Kirjasto")
    settle(page)
    with qtbot.waitSignal(page.joinRequested):
        find(page, "Liity työpajaan").click()
    page.show_invitation("")
    settle(page)
    assert next(text for text, _y in words(page)) == "Tervetuloa"
    page.show_invitation("Koulu")
    settle(page)
    assert [text for text, _y in words(page)][:2] == [STICK, "Koulu"]
