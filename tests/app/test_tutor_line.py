"""The tutor's way in: first time, passphrase, a laptop's PIN; and what lies behind each."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.services.gate import SLOTS
from digitutor_app.services.pin import Pin
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.screens.tutor import facts

CHEAP = Cost(1, 8 * 1024)
SECRET = "kettu kuusi talo vene"


@pytest.fixture
def tutor(laptop, qtbot):
    """Presses Tutorille; the pages come into the laptop's window."""
    context = replace(laptop.context, pin=Pin(laptop.context.worker, laptop.clock, CHEAP))
    laptop.context = context
    line = TutorLine(laptop.window.look, context, laptop.window.show_page)
    line.closeRequested.connect(laptop.line.show_start)
    yield line
    line.close()


def until(qtbot, laptop, words):
    qtbot.waitUntil(lambda: words in laptop.person.sees(), timeout=30_000)


def enter(laptop, name, digits, verb):
    laptop.person.type(name, digits)
    laptop.person.press(verb)


def test_a_new_laptop_becomes_a_practice_laptop_with_a_pin(tutor, laptop, qtbot):
    person = facts.arrive(laptop.context, "vihreä-kuusi-14", "Eila", laptop.clock.now())
    facts.succeed(laptop.context, person, "files-04", laptop.clock.now())
    tutor.show_gate()
    laptop.person.press("Tämä on harjoituskone: valitse PIN")
    laptop.person.type("Uusi PIN", "4711")
    enter(laptop, "Uusi PIN uudestaan", "4711", "Ota käyttöön")
    until(qtbot, laptop, "Kuka tarvitsee apua")
    laptop.person.press("Lukitse")
    assert "Tervetuloa" in laptop.person.sees()
    tutor.show_gate()
    assert "Avaa salalauseella" not in laptop.person.sees()
    assert "Valitse salalause" not in laptop.person.sees()
    enter(laptop, "PIN", "4711", "Avaa")
    until(qtbot, laptop, "Kuka tarvitsee apua")
    laptop.person.press("Osallistujat")
    laptop.person.press("Eila, Koodi: vihreä-kuusi-14")
    assert "Näet sen, mitä tällä koneella on." in laptop.person.sees()
    assert "Muistiinpanot" not in laptop.person.sees()
    laptop.person.press("Takaisin")
    assert not (laptop.folder.path / SLOTS).exists()


def test_behind_the_pin_it_can_be_changed_and_the_laptop_can_become_a_tutors(tutor, laptop, qtbot):
    laptop.context.pin.choose("4711")
    tutor.show_gate()
    enter(laptop, "PIN", "4711", "Avaa")
    until(qtbot, laptop, "Tutorin kone")
    laptop.person.press("Koneen PIN")
    laptop.person.type("Uusi PIN", "0815")
    enter(laptop, "Uusi PIN uudestaan", "0815", "Ota käyttöön")
    until(qtbot, laptop, "Osallistujat")
    assert laptop.context.pin.check("0815")
    laptop.person.press("Tutorin kone")
    assert "Tee tästä tutorin kone" in laptop.person.sees()


def test_where_both_are_set_either_opens_its_own_pages(tutor, laptop, qtbot):
    laptop.context.pin.choose("4711")
    Slots(laptop.folder.path / SLOTS).create(SECRET, "tutor", CHEAP)
    tutor.show_gate()
    laptop.person.press("Avaa salalauseella")
    enter(laptop, "Salalause", SECRET, "Avaa")
    until(qtbot, laptop, "Työpajat")
    tutor.show_gate()
    assert "Kirjoita PIN" in laptop.person.sees()


def test_with_a_passphrase_only_the_passphrase_leads_to_a_pin(tutor, laptop, qtbot):
    Slots(laptop.folder.path / SLOTS).create(SECRET, "tutor", CHEAP)
    tutor.show_gate()
    laptop.person.press("Avaa ja vaihda koneen PIN")
    assert "Kirjoita tähän salalause" in laptop.person.sees()
    enter(laptop, "Salalause", SECRET, "Avaa ja vaihda koneen PIN")
    until(qtbot, laptop, "Valitse koneen PIN")
    laptop.person.type("Uusi PIN", "4711")
    enter(laptop, "Uusi PIN uudestaan", "4711", "Ota käyttöön")
    until(qtbot, laptop, "Työpajat")
    assert laptop.context.pin.check("4711")


def test_moving_an_attempt_from_the_page_and_back_to_it(tutor, laptop, qtbot):
    now = laptop.clock.now()
    aino = facts.arrive(laptop.context, "sininen-kettu-27", "Aino", now)
    eila = facts.arrive(laptop.context, "vihreä-kuusi-14", "Eila", now)
    facts.succeed(laptop.context, eila, "files-01", now)
    laptop.context.pin.choose("4711")
    tutor.show_gate()
    enter(laptop, "PIN", "4711", "Avaa")
    until(qtbot, laptop, "Tutorin kone")
    laptop.person.press("Osallistujat")
    laptop.person.press("Eila, Koodi: vihreä-kuusi-14")
    laptop.person.press_what_begins("Avaa kansio ja tiedosto, ")
    laptop.person.press_what_begins("Siirrä toiselle osallistujalle")
    laptop.person.press("Aino, Koodi: sininen-kettu-27")
    laptop.person.press("Siirrä")
    laptop.person.press("Valmis")
    assert "Yhtään harjoitusta ei ole vielä tehty loppuun." in laptop.person.sees()
    assert len(laptop.ask(lambda store: store.attempts.of_person(aino.id))) == 1
    qtbot.keyClick(laptop.person.page, Qt.Key.Key_Escape)
    assert "Etsi nimellä tai koodilla" in laptop.person.sees()
