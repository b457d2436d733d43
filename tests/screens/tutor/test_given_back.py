"""Palautetut koneet: said, undone, and where nothing waits any more."""

from datetime import timedelta

import pytest

from digitutor_app.screens.tutor.data_laptops import LaptopsScreen
from digitutor_app.screens.tutor.erasures import ErasuresScreen
from digitutor_app.screens.tutor.given_back import GivenBackScreen
from digitutor_app.services.given_back import GivenBack
from digitutor_app.services.laptops_known import Room
from tests.finding import said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor.laptops import some_laptops


def words(page):
    return said(page).replace("\u00a0", " ")


@pytest.fixture
def page(look, tutor, clock, shown):
    some_laptops(tutor, clock)
    return shown(GivenBackScreen(look, tutor, clock))


def test_a_laptop_is_given_back_and_that_is_undone(page, tutor, clock, press):
    assert "Palautetut\n" not in words(page).removeprefix("Palautetut koneet")
    assert "Viimeksi ma 23.2. klo 9.00" in words(page)
    assert "Kone ?\nEi vielä tietoja" in words(page)
    press(page, "Kone on palautettu: Kone 3")
    assert "Kone 3\nPalautettu ma 2.3." in words(page)
    assert [d.number for d in GivenBack(tutor.worker, clock).given_back()] == [3]
    press(page, "Peru palautus: Kone 3")
    assert GivenBack(tutor.worker, clock).given_back() == []
    assert "Peru palautus" not in words(page)


def test_before_any_laptop_there_is_nothing_to_say(look, tutor, clock, shown):
    page = shown(GivenBackScreen(look, tutor, clock))
    assert "Harjoituskoneita ei ole vielä liittynyt." in words(page)


def test_the_page_of_erasures_leads_there_and_waits_no_more(
    look, context, tutor, aino, clock, shown, press, qtbot
):
    some_laptops(tutor, clock)
    tutor.erasing.ask(aino, aino.code)
    clock.forward(timedelta(days=7, minutes=1).total_seconds())
    tutor.erasing.carry_out()
    page = shown(ErasuresScreen(look, tutor))
    assert "Koneet 1 ja 3 eivät vielä." in words(page)
    with qtbot.waitSignal(page.givenBackRequested):
        press(page, "Palautetut koneet")
    given_back = GivenBack(tutor.worker, clock)
    given_back.say(f"{3:064x}")
    page.refresh()
    assert "Kone 1 ei vielä." in words(page)
    assert "Jos kone on jo palautettu, merkitse se" in words(page)
    given_back.say(f"{1:064x}")
    page.refresh()
    assert "Kaikki harjoituskoneet ovat sivulla Palautetut koneet." in words(page)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(look, tutor, clock, shown, press, size, scale):
    some_laptops(tutor, clock)
    page = shown(GivenBackScreen(look, tutor, clock), *size, scale)
    press(page, "Kone on palautettu: Kone 3")
    assert cut_off(page) == []
    assert small_targets(page) == []


def test_the_list_of_laptops_leads_there_also_when_all_were_given_back(look, shown, press, qtbot):
    page = shown(LaptopsScreen(look))
    page.show_room(Room("", (), 0))
    settle(page)
    assert "Palautetut koneet" not in words(page)
    page.show_room(Room("", (), 0, given_back=2))
    settle(page)
    assert "Yksikään kone ei ole nyt mukana" in words(page)
    with qtbot.waitSignal(page.givenBackRequested):
        press(page, "Palautetut koneet")
