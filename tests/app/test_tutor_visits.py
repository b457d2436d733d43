"""The tutor's way from Nyt to the visits, to one of them, to the end of the day, and back."""

from datetime import timedelta

import pytest

from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.services.gate import SLOTS
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.looks import settle
from tests.screens.tutor import facts
from tests.store.makers import KEY


@pytest.fixture
def person(laptop, folder, clock):
    """Presses what is on the tutor's pages; Eila's visit is open."""
    facts.arrive(laptop.context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(minutes=60), 40)
    line = TutorLine(laptop.window.look, laptop.context, laptop.window.show_page)
    Slots(folder.path / SLOTS).create("kettu kuusi talo vene", "tutor", Cost(1, 8 * 1024))
    line.show_gate()
    gate = laptop.window.page
    assert isinstance(gate, GateScreen)
    path = folder.practice_store.with_name("tutor.db")
    gate.opened.emit(StoreWorker.start(lambda: open_store(path, KEY, clock)))
    settle(laptop.window)
    yield laptop.person
    line.close()


def test_from_nyt_to_a_visit_and_back(person):
    assert isinstance(person.page, NowScreen)
    person.press("Käynnit")
    assert isinstance(person.page, VisitsScreen)
    person.press_what_begins("Eila, Aika: 8.00 alkaen")
    assert isinstance(person.page, VisitScreen)
    person.press("Lähti viimeisen merkin aikaan 8.40")
    person.press("Takaisin")
    assert "Eila, Aika: 8.00–8.40" in person.sees()
    person.press("Takaisin")
    assert "Eila, Paikalla: 8.00–8.40, Nyt tekee: Lähti 8.40" in person.sees()


def test_a_visit_of_another_day_leads_back_to_that_day(person, laptop, clock):
    facts.arrive(laptop.context, "harmaa-lehti-51", "Marja", clock.now() - timedelta(days=1), 30)
    person.press("Käynnit")
    person.press("Edellinen päivä")
    person.press_what_begins("Marja")
    person.press("Takaisin")
    assert "1.3.2026" in person.sees()


def test_the_day_is_ended_and_the_person_is_one_press_away(person):
    person.press("Käynnit")
    person.press("Päätä päivä")
    assert isinstance(person.page, EndDayScreen)
    person.press("Päätä päivä")
    assert "Päivä on päätetty" in person.sees()
    person.press("Takaisin")
    person.press_what_begins("Eila, Aika: 8.00–8.40")
    person.press("Avaa tiedot")
    assert isinstance(person.page, PersonScreen)


def test_why_a_card_has_gone_is_still_told_after_another_page(person, laptop, clock):
    card = facts.arrive(laptop.context, "harmaa-lehti-51", "Marja", clock.now(), 0)
    facts.call_at(laptop.context, card, clock.now())
    person.press("Päivitä")
    person.press("Osallistujat")
    [visit] = laptop.ask(lambda store: store.visits.of_person(card.id))
    laptop.context.visit_desk.leave_now(visit)
    person.press("Nyt")
    assert "Marja lähti 9.00." in person.sees()
