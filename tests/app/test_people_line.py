"""Joined people and erasing, from the page of everybody through the program's own ways; whoever is
due is forgotten when the store opens and every hour."""

from dataclasses import replace
from datetime import timedelta

import pytest

from digitutor_app.app.due_erasures import DueErasures
from digitutor_app.app.exercise_check.resting import delete_now
from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.screens.tutor.erasures import ErasuresScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.services.gate import SLOTS
from digitutor_app.store.errors import StoreFullError
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.looks import settle
from tests.screens.tutor.laptops import some_laptops
from tests.screens.tutor.pairs import at_laptop, two_marias
from tests.store.makers import KEY

WEEK = timedelta(days=7)


@pytest.fixture
def line(laptop, folder, clock):
    """The tutor's way; ``open`` opens the store behind the gate."""
    made = TutorLine(laptop.window.look, laptop.context, laptop.window.show_page)
    Slots(folder.path / SLOTS).create("kettu kuusi talo vene", "tutor", Cost(1, 8 * 1024))

    def opened():
        path = folder.practice_store.with_name("tutor.db")
        made.show_gate()
        laptop.window.page.opened.emit(StoreWorker.start(lambda: open_store(path, KEY, clock)))
        settle(laptop.window)

    made.open = opened
    yield made
    made.close()


def test_joining_and_parting_on_the_ways_of_the_program(line, laptop):
    two_marias(laptop.context)
    line.open()
    laptop.person.press("Osallistujat")
    laptop.person.press("Sama henkilö")
    laptop.person.press("Yhdistetyt henkilöt (1)")
    laptop.person.press_what_begins("Erota: Maria")
    laptop.person.press("Takaisin")
    assert "Yhdistetyt henkilöt" not in laptop.person.sees()
    assert laptop.person.sees().count("Maria, Koodi:") == 2


def erase_aino(laptop):
    laptop.person.press("Osallistujat")
    laptop.person.press("Aino, Koodi: sininen-kettu-27")
    laptop.person.press("Poista henkilön tiedot")
    laptop.person.type("Vahvista: kirjoita sininen-kettu-27", "sininen-kettu-27")
    laptop.person.press("Poista tiedot")
    settle(laptop.window)


def people(laptop):
    return [card.code for card in laptop.ask(lambda store: store.people.everyone_with_code())]


def test_from_the_person_s_page_to_the_page_of_erasures(line, laptop):
    at_laptop(laptop.context, "sininen-kettu-27", "Aino", "1")
    line.open()
    erase_aino(laptop)
    assert isinstance(laptop.person.page, PersonScreen)
    assert "Peru poisto" in laptop.person.sees()
    laptop.person.press("Takaisin")
    laptop.person.press("Poistot (1)")
    laptop.person.press("Peru poisto: Aino")
    laptop.person.press("Takaisin")
    assert "Poistot" not in laptop.person.sees()
    assert people(laptop) == ["sininen-kettu-27"]


def test_whoever_is_due_is_forgotten_when_the_store_opens(line, laptop, clock, qtbot):
    at_laptop(laptop.context, "sininen-kettu-27", "Aino", "1")
    line.open()
    erase_aino(laptop)
    delete_now()  # the pages that were left: they look at the store again and again
    line.close()
    clock.forward((WEEK + timedelta(minutes=1)).total_seconds())
    assert people(laptop) == ["sininen-kettu-27"]
    line.open()
    qtbot.waitUntil(lambda: people(laptop) == [])
    laptop.person.press("Osallistujat")
    laptop.person.press("Poistot")
    assert "Harjoituskoneita ei ole vielä liittynyt." in laptop.person.sees()


def test_the_open_page_of_erasures_follows(line, laptop, clock, qtbot):
    at_laptop(laptop.context, "sininen-kettu-27", "Aino", "1")
    line.open()
    erase_aino(laptop)
    laptop.person.press("Takaisin")
    laptop.person.press("Poistot (1)")
    clock.forward((WEEK + timedelta(minutes=1)).total_seconds())
    line._people.findChild(DueErasures).look()
    qtbot.waitUntil(lambda: "Kenenkään tietoja ei olla poistamassa." in laptop.person.sees())


def test_from_the_page_of_erasures_a_laptop_is_given_back(line, laptop, clock, qtbot):
    at_laptop(laptop.context, "sininen-kettu-27", "Aino", "1")
    line.open()
    some_laptops(line._gate.tutor, clock, (3,))
    erase_aino(laptop)
    laptop.person.press("Takaisin")
    laptop.person.press("Poistot (1)")
    clock.forward((WEEK + timedelta(minutes=1)).total_seconds())
    line._people.findChild(DueErasures).look()
    qtbot.waitUntil(lambda: "Kone 3 ei vielä." in laptop.person.sees())
    laptop.person.press("Palautetut koneet")
    laptop.person.press("Kone on palautettu: Kone 3")
    laptop.person.press("Takaisin")
    assert "Kone 3 ei vielä." not in laptop.person.sees()
    laptop.person.press("Takaisin")
    assert isinstance(laptop.person.page, PeopleScreen)


class Stubborn:
    """Stands for erasing on a disk that is full, then free."""

    def __init__(self, *outcomes):
        self.outcomes = list(outcomes)
        self.looks = 0

    def carry_out(self):
        self.looks += 1
        outcome = self.outcomes.pop(0) if self.outcomes else 0
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


def test_a_full_disk_is_told_on_the_page_and_tried_again(line, laptop, folder, qtbot):
    line.open()
    full = StoreFullError(folder.practice_store, "no room")
    stubborn = Stubborn(full, 1)
    tutor = replace(line._gate.tutor, erasing=stubborn)
    said = []
    line.troubleChanged.connect(said.append)
    with qtbot.waitSignal(line.troubleChanged):
        line._people.follow(tutor)
    assert said[-1].startswith("Henkilön tietoja ei voitu vielä poistaa, koska levy on täynnä.")
    line._people.show_erasures(line._gate.tutor, line._show_people)
    assert isinstance(laptop.person.page, ErasuresScreen)
    assert "koska levy on täynnä" in laptop.person.sees()
    with qtbot.waitSignal(line.troubleChanged):
        laptop.person.press("Yritä uudelleen")
    assert said[-1] == ""
    assert "levy on täynnä" not in laptop.person.sees()


def test_every_hour_until_the_store_closes(laptop, qtbot):
    stubborn = Stubborn()
    due = DueErasures(stubborn, laptop.context.background)
    assert due._timer.interval() == timedelta(hours=1).total_seconds() * 1000
    due._timer.setInterval(1)
    qtbot.waitUntil(lambda: stubborn.looks > 2)
    due.close()
    assert not due._timer.isActive()


def test_a_store_that_was_locked_meanwhile_is_no_trouble(laptop, qtbot, folder):
    stubborn = Stubborn(OurMistakeError("the worker has been closed"))
    due = DueErasures(stubborn, laptop.context.background)
    with qtbot.assertNotEmitted(due.failed):
        due.look()
        due.close()
        with qtbot.waitCallback() as after:
            laptop.context.background.run(int, after, after)
