"""A rehearsal: the program works in a folder of its own, and nothing of it ever counts."""

import pytest

from digitutor_app.exchange.bundle import unpack
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.sheet import Event
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.this_laptop import ThisLaptopScreen
from digitutor_app.services.pin import Pin
from digitutor_app.services.wiping import MARK
from digitutor_app.store.merging import Role
from digitutor_app.trust.cost import Cost
from digitutor_app.ui_kit.message_box import MessageDialog
from tests.app.table import Table
from tests.exchange.stick.makers import IDENTITY, STRANGER, TutorMachine
from tests.finding import find

LINE = "Harjoituskierros: mikään ei jää talteen"
OVER = "Harjoituskierros päättyi."


@pytest.fixture
def roots():
    return []


@pytest.fixture
def table(qtbot, started, folder, tmp_path, roots):
    program = started(folder, places=lambda: list(roots))
    return Table(qtbot, program, roots, tmp_path / "stick")


def somebody(table, name):
    reception = table.program.house.parts.context.reception
    reception.come_with_code("vihreä-kuusi-14", "fi")
    reception.take_code("vihreä-kuusi-14", name)
    reception.leave()


def rehearse(table):
    """Join the rehearsal of the stick, and take the stick out."""
    table.write(rehearsal=True)
    table.join()
    assert LINE in table.person.sees()


def names(table):
    return [card.first_name for card in table.program.house.parts.context.reception.cards()]


def leave(table):
    table.person.press("Tutorille")
    assert isinstance(table.person.page, ThisLaptopScreen)
    table.person.press("Lopeta harjoituskierros")
    [question] = table.program.window.findChildren(MessageDialog)
    find(question, "Lopeta harjoituskierros").click()
    over(table)


def over(table):
    table.until(lambda: OVER in table.program.window.banner.sentence)
    table.until(lambda: table.program.house is not None)
    assert LINE not in table.person.sees()


def test_one_press_puts_the_laptop_into_the_rehearsal(table, folder):
    somebody(table, "Aino")
    table.write(rehearsal=True)
    table.put_in()
    table.sees("Harjoituskierros · Digitaitojen perusteet · Kirjasto · ti 24.11.")
    assert table.delivered() == []
    table.person.press("Liity työpajaan")
    table.sees("Voit ottaa tikun irti")
    assert len(table.delivered()) == 1
    table.pull_out()
    table.on(StartScreen)
    assert LINE in table.person.sees()
    assert names(table) == []
    assert (folder.path / "rehearsal" / "practice.db").exists()


def test_what_is_delivered_says_that_it_is_a_rehearsal(table):
    rehearse(table)
    somebody(table, "Harjoittelija")
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    public = table.program.house.parts.context.worker.ask(lambda s: Identities(s).device().public)
    trusted = Trusted({public: Role.PRACTICE})
    files = [file.read_bytes() for file in table.delivered()]
    assert [unpack(file, [IDENTITY], trusted).header.rehearsal for file in files] == [True] * 2


def test_afterwards_the_laptops_own_people_are_there_and_nobody_else(table, folder):
    somebody(table, "Aino")
    rehearse(table)
    somebody(table, "Harjoittelija")
    leave(table)
    assert names(table) == ["Aino"]
    assert "Kone 1" not in table.person.sees()
    assert not (folder.path / "rehearsal").exists()


def test_during_a_rehearsal_no_tutors_machine_is_made_and_no_laptop_returned(table):
    rehearse(table)
    table.person.press("Tutorille")
    table.rest()
    said = table.person.sees()
    assert isinstance(table.person.page, ThisLaptopScreen)
    assert LINE in said
    assert "Palauta kone" not in said
    table.person.press("Takaisin")
    assert isinstance(table.person.page, StartScreen)
    assert LINE in table.person.sees()


def test_a_restart_goes_on_in_the_rehearsal(table, started, folder, roots):
    rehearse(table)
    somebody(table, "Harjoittelija")
    table.program.close()
    again = Table(table._qtbot, started(folder, places=lambda: roots), roots, table.stick.root)
    assert LINE in again.person.sees()
    assert names(again) == ["Harjoittelija"]
    leave(again)
    assert names(again) == []


def test_a_real_stick_ends_the_rehearsal_and_offers_its_workshop(table, folder):
    rehearse(table)
    somebody(table, "Harjoittelija")
    table.write(event=Event("w2", "Oikea paja", "", "2026-11-25"))
    before = table.delivered()
    table.put_in()
    over(table)
    table.sees("Oikea paja · ke 25.11.")
    assert table.delivered() == before
    assert not (folder.path / "rehearsal").exists()
    table.person.press("Liity työpajaan")
    table.sees("Voit ottaa tikun irti")


def test_the_stick_of_the_rehearsal_may_become_that_of_the_workshop(table):
    """The same event: prepared again, without the rehearsal."""
    rehearse(table)
    table.write()
    table.put_in()
    over(table)
    table.sees("Liity työpajaan")


def test_a_laptop_in_the_workshop_never_gives_real_records_to_a_rehearsal(table):
    table.join()
    somebody(table, "Aino")
    before = table.delivered()
    table.write(rehearsal=True)
    table.put_in()
    table.sees("Harjoituskierros · ")
    table.settle()
    assert table.delivered() == before
    table.person.press("Liity työpajaan")
    table.sees("Voit ottaa tikun irti")
    table.pull_out()
    table.on(StartScreen)
    assert names(table) == []
    leave(table)
    assert names(table) == ["Aino"]
    table.write()
    table.put_in()
    table.sees("Voit ottaa tikun irti")


def test_a_strangers_stick_does_not_end_it(table):
    rehearse(table)
    machine = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient)
    table.write(STRANGER, tutors=[machine], organisation="other", organiser="Muu")
    table.put_in()
    table.until(lambda: "Lopeta ensin harjoituskierros" in table.program.window.banner.sentence)
    assert LINE in table.person.sees()


def test_a_leaving_that_was_broken_off_ends_at_the_next_start(table, started, folder, roots):
    somebody(table, "Aino")
    rehearse(table)
    table.program.close()
    (folder.path / "rehearsal" / MARK).touch()
    again = Table(table._qtbot, started(folder, places=lambda: roots), roots, table.stick.root)
    assert LINE not in again.person.sees()
    assert names(again) == ["Aino"]
    assert not (folder.path / "rehearsal").exists()


def test_a_rehearsal_that_crashes_goes_on_as_one(table, net, log_watch):
    rehearse(table)
    log_watch.expect("RuntimeError")
    net.caught(RuntimeError("unexpected"))
    table.person.press("Jatka")
    assert LINE in table.person.sees()


def test_behind_a_pin_the_menu_leads_to_the_page_and_makes_no_tutors_machine(table, qtbot, clock):
    rehearse(table)
    house = table.program.house
    pin = Pin(house.parts.context.worker, clock, Cost(1, 8 * 1024))
    pin.choose("4711")
    table.person.press("Tutorille")
    table.person.type("PIN", "4711")
    table.person.press("Avaa")
    qtbot.waitUntil(lambda: isinstance(table.person.page, NowScreen), timeout=30_000)
    assert "Tutorin kone" not in table.person.sees()
    table.person.press("Tämä kone")
    assert isinstance(table.person.page, ThisLaptopScreen)
    table.person.press("Takaisin")
    assert isinstance(table.person.page, NowScreen)
