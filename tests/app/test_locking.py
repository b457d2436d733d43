"""The tutor's store closes by itself: what stays open, what makes way, and how one goes on."""

from dataclasses import replace

import pytest
from PySide6.QtTest import QTest

from digitutor_app.app.tutor_line import TutorLine
from digitutor_app.screens.tutor.gate import GateScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.person import PersonScreen
from digitutor_app.screens.tutor.visits import VisitsScreen
from digitutor_app.screens.tutor.workshop import WorkshopScreen
from digitutor_app.services.gate import STORE, Gate
from digitutor_app.store.in_use import held_elsewhere
from digitutor_app.store.opening import open_store
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.slots import Slots
from tests.screens.tutor import facts

CHEAP = Cost(1, 8 * 1024)
SECRET = "kettu kuusi talo vene"


def _nothing(_news):
    """Nothing goes wrong here."""


@pytest.fixture
def line(laptop):
    """A tutor's laptop with Eila in the room."""
    gate = Gate(laptop.folder.path, laptop.clock, _nothing, _nothing, CHEAP)
    laptop.context = replace(laptop.context, gate=gate)
    gate.choose(SECRET, "Emma").close()
    made = TutorLine(laptop.window.look, laptop.context, laptop.window.show_page)
    made.closeRequested.connect(laptop.line.show_start)
    yield made
    made.close()


@pytest.fixture
def eila(laptop):
    now = laptop.clock.now()
    return facts.arrive(laptop.context, "vihreä-kuusi-14", "Eila", now)


def on(qtbot, laptop, kind):
    qtbot.waitUntil(lambda: isinstance(laptop.window.page, kind), timeout=30_000)
    return laptop.person.page


def enter(qtbot, laptop):
    laptop.person.type("Salalause", SECRET)
    laptop.person.press("Avaa")


@pytest.fixture
def opened(line, eila, laptop, qtbot):
    line.show_gate()
    enter(qtbot, laptop)
    on(qtbot, laptop, NowScreen)
    return line


def quiet(laptop, line, minutes):
    """Nobody touches the laptop; then the program looks at its clock."""
    laptop.clock.forward(60 * minutes)
    line._gate._locking.look()


def is_closed(laptop):
    """Whether the store's file can be opened by somebody else."""
    path = laptop.folder.path / STORE
    key = Slots(laptop.folder.path / "slots.json").open(SECRET)
    open_store(path, key, laptop.clock).close()
    return not held_elsewhere(path)


def test_after_quiet_minutes_nyt_stays_and_the_store_is_closed(opened, laptop, qtbot):
    quiet(laptop, opened, 14)
    assert "Avaa salalauseella" not in laptop.person.sees()
    quiet(laptop, opened, 1)
    page = on(qtbot, laptop, NowScreen)
    assert is_closed(laptop)
    assert "Eila" in laptop.person.sees()
    assert "Avaa salalauseella" in laptop.person.sees()
    assert page is laptop.window.page


def test_who_touches_the_laptop_keeps_it_open(opened, laptop, qtbot):
    for _quarter in range(5):
        laptop.clock.forward(14 * 60)
        QTest.mouseMove(laptop.window.windowHandle())
        QTest.keyClick(laptop.window.windowHandle(), "a")
        opened._gate._locking.look()
    assert "Avaa salalauseella" not in laptop.person.sees()


def test_a_press_on_something_locked_asks_and_goes_on_there(opened, laptop, qtbot):
    quiet(laptop, opened, 20)
    laptop.person.press("Työpajat")
    on(qtbot, laptop, GateScreen)
    assert "jatkat tästä" in laptop.person.sees()
    enter(qtbot, laptop)
    on(qtbot, laptop, WorkshopScreen)


def test_a_person_is_locked_and_comes_after_the_words(opened, laptop, qtbot):
    quiet(laptop, opened, 20)
    laptop.person.press_what_begins("Eila")
    on(qtbot, laptop, GateScreen)
    enter(qtbot, laptop)
    on(qtbot, laptop, PersonScreen)
    assert "Muistiinpanot taidoista" in laptop.person.sees()


def test_who_turns_back_at_the_words_is_on_nyt_again(opened, laptop, qtbot):
    quiet(laptop, opened, 20)
    laptop.person.press("Paperit")
    laptop.person.press("Takaisin")
    on(qtbot, laptop, NowScreen)
    assert "Avaa salalauseella" in laptop.person.sees()


def test_the_door_list_stays_as_it_is(opened, laptop, qtbot):
    laptop.person.press("Käynnit")
    page = on(qtbot, laptop, VisitsScreen)
    quiet(laptop, opened, 20)
    assert laptop.window.page is page
    assert is_closed(laptop)
    laptop.person.press_what_begins("Eila")
    assert "Eila" in laptop.person.sees()


def test_a_note_that_is_being_written_is_saved_before_it_closes(opened, laptop, qtbot, eila):
    laptop.person.press_what_begins("Eila")
    on(qtbot, laptop, PersonScreen)
    laptop.person.press("Kirjoita muistiinpano")
    laptop.person.page._notes._field.set_text("Nuolet auttoivat.")
    quiet(laptop, opened, 15)
    on(qtbot, laptop, NowScreen)
    assert "Nuolet auttoivat." not in laptop.person.sees()
    laptop.person.press_what_begins("Eila")
    enter(qtbot, laptop)
    on(qtbot, laptop, PersonScreen)
    assert "Nuolet auttoivat." in laptop.person.sees()


def test_without_a_workshop_only_the_gate_is_left(line, laptop, qtbot):
    line.show_gate()
    enter(qtbot, laptop)
    on(qtbot, laptop, NowScreen)
    quiet(laptop, line, 15)
    on(qtbot, laptop, GateScreen)
    assert "Tiedot lukittuivat." in laptop.person.sees()
    assert is_closed(laptop)
    laptop.person.press("Takaisin")
    assert "Tervetuloa" in laptop.person.sees()


def test_the_screens_lock_and_sleep_close_it_at_once(opened, laptop, qtbot):
    opened._gate._locking._screen.locked.emit()
    assert is_closed(laptop)
    on(qtbot, laptop, NowScreen)
    opened.lock()
    assert "Avaa salalauseella" in laptop.person.sees()


def test_other_minutes_are_chosen_on_the_page_about_keys(opened, laptop, qtbot):
    laptop.person.press("Tutorit ja avaimet")
    laptop.person.press("5 min")
    laptop.person.press("Takaisin")
    quiet(laptop, opened, 5)
    assert is_closed(laptop)
    assert laptop.ask(lambda store: store.settings.get("lock_minutes")) == "5"
