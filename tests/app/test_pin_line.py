"""Behind a practice laptop's PIN: Nyt and the visits of this laptop, without any passphrase."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit

from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop
from digitutor_app.screens.tutor.end_day import EndDayScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.people import PeopleScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.pin import PinScreen
from digitutor_app.screens.tutor.visit import VisitScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.services.gate import SLOTS
from digitutor_app.services.pin import Pin
from digitutor_app.trust.cost import Cost
from tests.looks import spoken_name
from tests.screens.tutor import facts

PIN = "4711"


@pytest.fixture
def asked(laptop, clock):
    """The page that asks for the PIN; Eila sits at this laptop and has called."""
    context = replace(laptop.context, pin=Pin(laptop.context.worker, clock, Cost(1, 8 * 1024)))
    laptop.context = context
    eila = facts.arrive(context, "vihreä-kuusi-14", "Eila", clock.now() - timedelta(minutes=60), 59)
    context.calls.call(eila.id)
    context.pin.choose(PIN)
    line = TutorLine(laptop.window.look, context, laptop.window.show_page)
    line.closeRequested.connect(laptop.line.show_start)
    line.show_gate()
    yield laptop.person
    line.close()


@pytest.fixture
def tutor(asked, qtbot):
    """Nyt, behind the PIN."""
    asked.type("PIN", PIN)
    asked.press("Avaa")
    qtbot.waitUntil(lambda: isinstance(asked.page, NowScreen), timeout=30_000)
    return asked


def test_the_pin_is_typed_without_pressing_its_line_first(asked):
    assert isinstance(asked.page, PinScreen)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert spoken_name(focus) == "PIN"


def test_nyt_tells_of_this_laptop_and_offers_nothing_of_the_tutors_store(tutor, laptop):
    seen = tutor.sees()
    assert "Kuka tarvitsee apua" in seen
    assert "Eila" in seen
    assert "Tämä kone" in seen
    for word in ("Työpajat", "Paperit", "Kirjaa työpaja", "Tutorit ja avaimet", "salalauseella"):
        assert word not in seen
    assert not (laptop.folder.path / SLOTS).exists()


def test_nyt_names_the_workshop_in_which_the_laptop_takes_part(tutor, laptop, clock):
    ours = Workshop(id=new_id(), name="Uskallan", place="Mallila", day=clock.now().date())
    laptop.ask(lambda store: store.workshops.put(ours))
    tutor.press("Osallistujat")
    tutor.press("Nyt")
    assert "Uskallan" in tutor.sees()


def test_olen_menossa_and_the_person(tutor, laptop):
    tutor.press_what_begins("Olen menossa")
    [line] = laptop.context.board.lines("fi")
    assert line.coming is not None
    tutor.press_what_begins("Avaa tiedot")
    assert isinstance(tutor.page, PersonScreen)
    tutor.press("Takaisin")
    assert isinstance(tutor.page, NowScreen)


def test_a_visit_is_mended_and_the_day_ended(tutor, laptop):
    tutor.press("Käynnit")
    assert isinstance(tutor.page, VisitsScreen)
    assert "Työpajat" not in tutor.sees()
    tutor.press_what_begins("Eila, Aika")
    assert isinstance(tutor.page, VisitScreen)
    tutor.press("Takaisin")
    tutor.press("Päätä päivä")
    assert isinstance(tutor.page, EndDayScreen)
    tutor.press("Päätä päivä")
    assert all(visit.left is not None for visit in laptop.visits())
    tutor.press("Takaisin")
    tutor.press("Osallistujat")
    assert isinstance(tutor.page, PeopleScreen)
    tutor.press("Lukitse")
    assert "Tervetuloa" in tutor.sees()


def test_an_empty_laptop_says_how_somebody_comes_and_asks_for_no_workshop(tutor, laptop, clock):
    clock.forward(24 * 3600)
    tutor.press("Osallistujat")
    tutor.press("Nyt")
    assert "Tänään ei ole vielä osallistujia" in tutor.sees()
    assert "Kirjaa" not in tutor.sees()
