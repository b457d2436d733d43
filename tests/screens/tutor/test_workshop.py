"""Writing a workshop down, mending it, and what happens to bad input."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.workshop import WorkshopScreen
from digitutor_app.ui_kit.fact_table import FactLine
from digitutor_app.ui_kit.scroll import PageScroll
from tests.finding import field, find, said
from tests.looks import cut_off, settle, small_targets
from tests.screens.tutor import facts

NAME, PLACE = "Työpajan nimi", "Paikka"
DAY = "Päivä, esimerkiksi 24.11.2026"


@pytest.fixture
def page(look, context, tutor, shown):
    def make(*size):
        return shown(WorkshopScreen(look, context, tutor), *size)

    return make


def save(screen, qtbot):
    qtbot.mouseClick(find(screen, "Tallenna työpaja"), Qt.MouseButton.LeftButton)


def rewrite(screen, qtbot, name, text):
    field(screen, name).selectAll()
    qtbot.keyClicks(field(screen, name), text)


def test_the_first_workshop_needs_one_press(page, tutor, qtbot, clock):
    screen = page()
    assert "Kirjaa ensimmäinen työpaja" in said(screen)
    with qtbot.waitSignal(screen.saved) as wish:
        save(screen, qtbot)
    [workshop] = tutor.workshops.all()
    assert wish.args == [workshop]
    assert (workshop.name, workshop.day) == ("Digitaitojen perusteet", clock.now().date())
    assert (workshop.place, workshop.organisers) == ("", ())
    assert "Työpaja on tallennettu." in said(screen)


def test_everything_typed_by_keyboard_arrives(page, tutor, qtbot):
    screen = page()
    rewrite(screen, qtbot, NAME, "Digitaitojen perusteet <2> & muuta")
    qtbot.keyClicks(field(screen, PLACE), "  Mallila ")
    rewrite(screen, qtbot, DAY, "ti 24.11.")
    qtbot.keyClicks(field(screen, "Järjestäjä 1"), "Esimerkkiopisto")
    qtbot.keyClicks(field(screen, "Järjestäjä 3"), "Mallilan kaupunki")
    qtbot.keyClick(field(screen, "Järjestäjä 3"), Qt.Key.Key_Return)
    [workshop] = tutor.workshops.all()
    assert workshop.name == "Digitaitojen perusteet <2> & muuta"
    assert workshop.place == "Mallila"
    assert workshop.day == date(2025, 11, 24)  # the nearest to the clock's March 2026
    assert workshop.organisers == ("Esimerkkiopisto", "Mallilan kaupunki")
    assert field(screen, DAY).text() == "24.11.2025"


@pytest.mark.parametrize(
    ("name", "typed", "sentence"),
    [
        (DAY, "huomenna", "Kirjoita päivä näin: 24.11.2026."),
        (DAY, "31.2.2026", "Kirjoita päivä näin: 24.11.2026."),
        (NAME, "   ", "Kirjoita työpajan nimi."),
        (PLACE, "x" * 201, "Lyhennä se alle 200 merkkiin."),
    ],
)
def test_bad_input_gets_a_sentence_and_stays(page, tutor, qtbot, name, typed, sentence):
    screen = page()
    field(screen, name).setText(typed)
    save(screen, qtbot)
    assert sentence in said(screen)
    assert field(screen, name).text() == typed
    assert screen.window().focusWidget() is field(screen, name)
    assert tutor.workshops.all() == []
    settle(screen)
    assert cut_off(screen) == []


def test_the_newest_comes_first_and_can_be_mended(page, tutor, qtbot, clock):
    facts.a_workshop(tutor, clock.now() - timedelta(days=7), name="Viime viikko")
    newest = facts.a_workshop(tutor, clock.now(), name="Tänään")
    screen = page()
    lines = [w for w in screen.findChildren(FactLine) if w.isVisible()]
    assert [line.text() for line in lines] == ["Tänään", "Viime viikko"]
    qtbot.mouseClick(lines[0], Qt.MouseButton.LeftButton)
    assert "Muuta työpajaa" in said(screen)
    rewrite(screen, qtbot, NAME, "Uusi nimi")
    save(screen, qtbot)
    mended = tutor.workshops.all()[0]
    assert (mended.id, mended.name, mended.organisers) == (
        newest.id,
        "Uusi nimi",
        newest.organisers,
    )
    assert len(tutor.workshops.all()) == 2


def test_a_draft_survives_opening_another_workshop(page, tutor, qtbot, clock):
    facts.a_workshop(tutor, clock.now(), name="Tänään")
    screen = page()
    qtbot.keyClicks(field(screen, PLACE), "Luonnos")
    assert "Muutoksia ei ole vielä tallennettu." in said(screen)
    [line] = [w for w in screen.findChildren(FactLine) if w.isVisible()]
    qtbot.mouseClick(line, Qt.MouseButton.LeftButton)
    assert field(screen, PLACE).text() == "Mallila"
    assert "Muutoksia ei ole vielä tallennettu." not in said(screen)
    qtbot.mouseClick(find(screen, "Uusi työpaja"), Qt.MouseButton.LeftButton)
    assert field(screen, PLACE).text() == "Luonnos"


def test_escape_goes_back(page, qtbot):
    screen = page()
    with qtbot.waitSignal(screen.backRequested):
        qtbot.keyClick(field(screen, NAME), Qt.Key.Key_Escape)


@pytest.mark.parametrize("size", [(1366, 768), (1280, 720), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, tutor, clock, size, scale):
    facts.a_workshop(tutor, clock.now(), name="Digitaitojen perusteet 2: Pärjään työssä hyvin")
    screen = page(*size, scale)
    assert cut_off(screen) == []
    assert small_targets(screen) == []


def test_two_workshops_fit_without_scrolling(page, tutor, clock):
    facts.a_workshop(tutor, clock.now(), name="Digitaitojen perusteet 2: Pärjään työssä hyvin")
    facts.a_workshop(tutor, clock.now())
    screen = page()
    assert not any(area.scrolls for area in screen.findChildren(PageScroll))
