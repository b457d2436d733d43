"""A practice laptop's PIN: chosen twice the same, asked for, and slow after a wrong one."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.pin import PinChoiceScreen, PinScreen
from digitutor_app.services.gate import SLOTS
from digitutor_app.services.pin import Pin
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.finding import field, find, said
from tests.looks import at_the_edge, cut_off, settle, small_targets

CHEAP = Cost(1, 8 * 1024)


@pytest.fixture
def cheap(context, clock):
    """The services with a PIN at a price that suits tests."""
    return replace(context, pin=Pin(context.worker, clock, CHEAP))


@pytest.fixture
def asking(look, cheap, shown):
    cheap.pin.choose("4711")
    return shown(PinScreen(look, cheap))


@pytest.fixture
def choosing(look, cheap, shown):
    return shown(PinChoiceScreen(look, cheap))


def enter(screen, qtbot, name, digits):
    field(screen, name).clear()
    qtbot.keyClicks(field(screen, name), digits)
    qtbot.keyClick(field(screen, name), Qt.Key.Key_Return)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_link_stands_at_the_edge_of_the_form(look, cheap, shown, scale):
    screen = shown(PinChoiceScreen(look, cheap, first=True), 1366, 768, scale)
    link, main = find(screen, "Näytä tämän koneen tiedot"), find(screen, "Ota käyttöön")
    assert at_the_edge(link, main)


def test_a_pin_is_chosen(choosing, qtbot, cheap):
    qtbot.keyClicks(field(choosing, "Uusi PIN"), "4711")
    with qtbot.waitSignal(choosing.chosen):
        enter(choosing, qtbot, "Uusi PIN uudestaan", "4711")
    assert cheap.pin.check("4711")
    assert field(choosing, "Uusi PIN").text() == ""


@pytest.mark.parametrize("digits", ["471", "123456789", "abcd", ""])
def test_what_is_no_pin_is_not_taken(choosing, qtbot, cheap, digits):
    enter(choosing, qtbot, "Uusi PIN", digits)
    assert "PIN on 4–8 numeroa." in said(choosing)
    assert not cheap.pin.is_set


def test_two_different_ones_choose_nothing(choosing, qtbot, cheap):
    qtbot.keyClicks(field(choosing, "Uusi PIN"), "4711")
    enter(choosing, qtbot, "Uusi PIN uudestaan", "4712")
    assert "eri PIN kuin yllä" in said(choosing)
    assert not cheap.pin.is_set


def test_the_pin_opens(asking, qtbot):
    with qtbot.waitSignal(asking.opened):
        enter(asking, qtbot, "PIN", "4711")
    assert field(asking, "PIN").text() == ""


def test_a_wrong_one_says_how_long_to_wait_and_then_the_right_one_opens(asking, qtbot, clock):
    enter(asking, qtbot, "PIN", "0000")
    qtbot.waitUntil(lambda: "Odota 1 sekunti" in said(asking))
    enter(asking, qtbot, "PIN", "4711")
    qtbot.waitUntil(lambda: find(asking, "Avaa").isVisible() and "Odota 1" in said(asking))
    clock.forward(1)
    enter(asking, qtbot, "PIN", "1111")
    qtbot.waitUntil(lambda: "Odota 2 sekuntia" in said(asking))
    clock.forward(2)
    with qtbot.waitSignal(asking.opened):
        enter(asking, qtbot, "PIN", "4711")


def test_nothing_typed_is_asked_for_and_costs_no_try(asking, qtbot, cheap):
    enter(asking, qtbot, "PIN", "")
    assert "Kirjoita tähän PIN" in said(asking)
    assert cheap.pin.wait() == 0


def test_the_passphrase_is_offered_only_where_there_is_one(
    asking, look, cheap, shown, folder, qtbot
):
    assert "Avaa salalauseella" not in said(asking)
    Slots(folder / SLOTS).create("kettu kuusi talo vene", "tutor", CHEAP)
    screen = shown(PinScreen(look, cheap))
    with qtbot.waitSignal(screen.gateRequested):
        qtbot.mouseClick(find(screen, "Avaa salalauseella"), Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("kind", [PinScreen, PinChoiceScreen])
def test_escape_goes_back(look, cheap, shown, qtbot, kind):
    screen = shown(kind(look, cheap))
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(find(screen, "Takaisin"), Qt.Key.Key_Escape)


@pytest.mark.parametrize("kind", [PinScreen, PinChoiceScreen])
@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_nothing_is_cut(look, cheap, shown, qtbot, kind, size, scale):
    screen = shown(kind(look, cheap), *size, scale)
    assert cut_off(screen) == []
    verb = "Avaa" if kind is PinScreen else "Ota käyttöön"
    qtbot.mouseClick(find(screen, verb), Qt.MouseButton.LeftButton)
    settle(screen)
    assert cut_off(screen) == []
    assert small_targets(screen) == []
