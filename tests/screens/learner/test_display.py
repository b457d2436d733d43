"""Sopiva ruutu: every choice is applied at once, by hand and by keys, and can be taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitutor_app.domain.display import USUAL, Display
from digitutor_app.screens.learner.display import DisplayScreen
from tests.finding import find, said
from tests.looks import cut_off, settle, small_targets

CHOICES = [
    ("Minkä kokoinen teksti sopii sinulle? Isompi", Display(text=125)),
    ("Minkä kokoinen teksti sopii sinulle? Suuri", Display(text=150)),
    ("Minkä kokoinen teksti sopii sinulle? Suurin", Display(text=200)),
    ("Minkä osoittimen näet hyvin? Isompi", Display(pointer=150)),
    ("Minkä osoittimen näet hyvin? Suuri", Display(pointer=200)),
    ("Minkä osoittimen näet hyvin? Suurin", Display(pointer=300)),
    ("Mitkä värit sopivat sinulle? Vaaleat", Display(theme="light")),
    ("Mitkä värit sopivat sinulle? Tummat", Display(theme="dark")),
    ("Mitkä värit sopivat sinulle? Vahvat", Display(theme="high_contrast")),
    ("Kummalla kädellä käytät hiirtä? Vasemmalla kädellä", Display(left_handed=True)),
    ("Millainen osoitin sopii sinulle? Rauhallinen", Display(calm=True)),
]
EVERYTHING = Display(text=200, pointer=300, theme="high_contrast", left_handed=True, calm=True)


@pytest.fixture
def page(look, shown):
    made = shown(DisplayScreen(look))
    yield made
    look.show(USUAL)


@pytest.mark.parametrize("by", ["pointer", "keys"])
@pytest.mark.parametrize(("name", "display"), CHOICES, ids=lambda value: str(value)[:60])
def test_each_choice_is_applied_at_once_and_taken_back(page, look, name, display, by):
    button = find(page, name)
    if by == "pointer":
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert look.display == display
    assert button.isChecked()
    settle(page.window())
    find(page, "Palauta tavalliset").click()
    assert look.display == USUAL
    assert not button.isChecked()


def test_what_holds_is_ticked_when_the_page_opens_and_when_keys_change_it(look, shown):
    look.show(Display(text=125, theme="dark"))
    page = shown(DisplayScreen(look), scale=1.25)
    ticked = [name for name, _display in CHOICES if find(page, name).isChecked()]
    assert ticked == [CHOICES[0][0], CHOICES[7][0]]
    QTest.keySequence(page.window(), "Ctrl++")
    assert find(page, CHOICES[1][0]).isChecked()
    assert not find(page, CHOICES[0][0]).isChecked()


def test_nothing_is_cut_when_everything_is_chosen(look, shown):
    page = shown(DisplayScreen(look), 1093, 582)
    look.show(EVERYTHING)
    settle(page.window())
    assert cut_off(page.window()) == []
    assert small_targets(page) == []
    look.show(USUAL)


@pytest.mark.parametrize("size", [(1366, 728), (1280, 680), (1093, 582)])
def test_nothing_scrolls_at_the_usual_text_size(look, shown, size):
    page = shown(DisplayScreen(look), *size)
    assert not page.page.scroller.scrolls


def test_ready_is_told(page, qtbot):
    with qtbot.waitSignal(page.finished):
        find(page, "Valmis").click()


def test_no_word_tells_who_somebody_is(page):
    for word in ("ikä", "senior", "taito", "helppo", "näkövamma", "tärise"):
        assert word not in said(page).lower()
