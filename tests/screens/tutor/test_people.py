"""Everybody with a code, and finding one of them."""

import pytest
from PySide6.QtCore import Qt

from digitutor_app.screens.tutor.people import MOST, PeopleScreen
from digitutor_app.ui_kit.fact_table import FactLine
from tests.finding import field, find, said
from tests.looks import cut_off
from tests.screens.tutor import facts


@pytest.fixture
def page(look, context, shown):
    def make(*size):
        return shown(PeopleScreen(look, context), *size)

    return make


def names(screen):
    return [w.text() for w in screen.findChildren(FactLine) if w.isVisibleTo(screen)]


def test_nobody_yet(page):
    assert "Kukaan ei ole vielä ottanut koodia tällä koneella." in said(page())


def test_people_by_name_and_how_to_find_one(page, context, clock, qtbot):
    people = facts.a_full_day(context)
    screen = page()
    assert names(screen)[:3] == ["Aino", facts.PEOPLE[10][1], "Eila"]
    qtbot.keyClicks(field(screen, "Etsi nimellä tai koodilla"), "KUUSI")
    assert names(screen) == ["Eila"]
    with qtbot.waitSignal(screen.personRequested) as wish:
        qtbot.mouseClick(find(screen, "Eila, Koodi: vihreä-kuusi-14"), Qt.MouseButton.LeftButton)
    assert wish.args == [people[1].id]
    qtbot.keyClicks(field(screen, "Etsi nimellä tai koodilla"), "zz")
    assert "Näillä kirjaimilla ei löydy ketään." in said(screen)


def test_of_very_many_only_so_many_are_shown(page, context, clock):
    for number in range(MOST + 5):
        facts.arrive(context, f"sininen-kettu-{number + 1:02}", f"Nimi {number:02}", clock.now())
    screen = page()
    assert len(names(screen)) == MOST
    assert "Lisäksi 5." in said(screen)


@pytest.mark.parametrize("size", [(1366, 768), (1093, 614)])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_nothing_is_cut(page, context, clock, size, scale):
    facts.a_full_day(context)
    assert cut_off(page(*size, scale)) == []
