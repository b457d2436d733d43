"""A typed code that this laptop does not know: nothing is written before it is sure."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitutor_app.domain.display import USUAL, Display
from digitutor_app.exchange.stick.sheet import Participant
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.services.workshop_here import keep_workshop
from tests.exchange.stick.makers import a_sheet
from tests.finding import field

CODE = "sininen-kettu-27"
LARGE = Display(text=150)


def write_code(person, code=CODE):
    person.type("Koodi", code)
    person.press("Jatka")
    assert "Missä olit?" in person.sees()


def rows(laptop):
    tables = ("person", "visit", "call")
    count = 'SELECT count(*) FROM "{}"'.format
    return laptop.ask(lambda store: [list(store.database.rows(count(t))) for t in tables])


@pytest.fixture
def invited(laptop):
    """The workshop knows that whoever has the code wants large text."""
    person = Participant(code=CODE, language="fi", display=LARGE.to_plain())
    laptop.ask(lambda store: keep_workshop(store, a_sheet(people=[person]), 1))
    return laptop


@pytest.mark.parametrize("by", ["pointer", "keys"])
def test_a_mistyped_code_is_mended_and_leaves_nothing(laptop, by):
    person, before = laptop.person, rows(laptop)
    person.press("Kirjoitan koodin")
    write_code(person, "sininen-kettu-72")
    if by == "pointer":
        person.press("Takaisin")
    else:
        QTest.keyClick(person.page, Qt.Key.Key_Escape)
    assert field(person.page, "Koodi").text() == "sininen-kettu-72"
    assert (rows(laptop), laptop.context.reception.seat) == (before, None)

    field(person.page, "Koodi").clear()
    write_code(person)
    person.press("En tiedä. Valitse puolestani.")
    assert laptop.context.reception.require().person.code == CODE
    person.press("Lähden nyt")
    person.press("Valmis")
    assert [card.code for card in laptop.context.reception.cards()] == [CODE]


def test_all_the_way_back_the_laptop_is_as_before(laptop):
    person, before = laptop.person, rows(laptop)
    person.press("Kirjoitan koodin")
    write_code(person)
    person.press("Takaisin")
    person.press("Takaisin")
    assert isinstance(person.page, StartScreen)
    assert (rows(laptop), laptop.context.reception.cards()) == (before, [])


def test_whom_the_workshop_knows_sees_the_page_as_they_wished(invited):
    person, look = invited.person, invited.window.look
    person.press("Kirjoitan koodin")
    write_code(person)
    assert look.display == LARGE
    person.press("Takaisin")
    assert look.display == USUAL
    person.press("Jatka")
    person.press("Valitse kartalta")
    assert look.display == invited.context.reception.require().person.display == LARGE


def test_what_is_changed_on_the_page_is_kept(invited):
    person, look = invited.person, invited.window.look
    larger = Display(text=200)
    person.press("Kirjoitan koodin")
    write_code(person)
    look.show(larger)
    person.press("Takaisin")
    assert look.display == larger
    person.press("Jatka")
    look.show(larger)
    person.press("En tiedä. Valitse puolestani.")
    assert look.display == invited.context.reception.require().person.display == larger
