"""Tämä kone: whose records are safe, what is cleared away, and how a borrowed laptop goes back."""

from threading import Event

import pytest
from PySide6.QtWidgets import QDialog

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.folder_lock import FolderLock
from digitutor_app.app.wipe_line import WipeLine
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.screens.tutor.now import NowScreen
from digitutor_app.screens.tutor.pin import PinChoiceScreen
from digitutor_app.screens.tutor.this_laptop import ThisLaptopScreen
from digitutor_app.services.wiping import MARK
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.ui_kit.message_box import MessageDialog
from tests.app.table import Table
from tests.finding import find
from tests.services.conftest import shelf as services_shelf
from tests.services.room import Room

shelf = services_shelf
CODES = ("sininen-kettu-21", "vihreä-kuusi-14")


@pytest.fixture
def room(tmp_path, shelf, clock):
    (tmp_path / "room").mkdir()
    made = Room(tmp_path / "room", shelf, clock)
    made.prepare()
    yield made
    made.close()


@pytest.fixture
def table(qtbot, started, folder, room):
    roots = []
    program = started(folder, places=lambda: list(roots))
    made = Table(qtbot, program, roots, room.stick.root)
    made.join()
    return made


def somebody(table, code=CODES[0], name="Aino"):
    reception = table.program.house.parts.context.reception
    reception.come_with_code(code, "fi")
    reception.take_code(code, name)
    reception.leave()


def gather(table, room, rounds=1, beneath=StartScreen):
    """The stick goes to the laptop and to the tutor's machine, so many times."""
    for _round in range(rounds):
        table.put_in()
        table.sees("Voit ottaa tikun irti")
        table.pull_out()
        table.on(beneath)
        room.desk.collect(room.stick)


def open_page(table):
    table.person.press("Tutorille")
    assert isinstance(table.person.page, PinChoiceScreen)
    table.person.press("Näytä tämän koneen tiedot")
    table.rest()
    assert isinstance(table.person.page, ThisLaptopScreen)


def question(table):
    found = [d for d in table.program.window.findChildren(MessageDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def answer(table, verb):
    find(question(table), verb).click()


def test_a_laptop_of_a_workshop_becomes_no_tutors_machine(table):
    """It would deliver no more; its pages are behind a PIN, which a tutor chooses here."""
    table.person.press("Tutorille")
    assert "Tämä kone on työpajan harjoituskone." in table.person.sees()
    assert "tutorin kone" not in table.person.sees()
    for line in ("Uusi PIN", "Uusi PIN uudestaan"):
        table.person.type(line, "2424")
    table.person.press("Ota käyttöön")
    table.on(NowScreen)


def test_it_tells_number_workshop_and_how_the_laptop_is(table):
    open_page(table)
    said = table.person.sees()
    assert "Kone 1" in said
    assert "Paja · ma 2.3." in said
    assert "Tällä koneella ei ole kenenkään tietoja." in said
    assert "Levyllä on tilaa" in said
    assert "Kansiota ei ole valittu." in said
    table.person.press("Takaisin")
    assert isinstance(table.person.page, PinChoiceScreen)


def test_who_has_been_carried_and_who_waits(table, room):
    somebody(table)
    gather(table, room, 2)
    somebody(table, CODES[1], "Eila")
    open_page(table)
    assert "1 henkilön tiedot ovat tutorin koneella, 1 odottaa." in table.person.sees()


def test_the_carried_are_cleared_away_after_a_question(table, room):
    somebody(table)
    gather(table, room, 2)
    somebody(table, CODES[1], "Eila")
    open_page(table)
    table.person.press("Poista viedyt henkilöt tältä koneelta")
    answer(table, "Älä poista")
    assert len(names(table)) == 2
    table.person.press("Poista viedyt henkilöt tältä koneelta")
    answer(table, "Poista tältä koneelta")
    table.until(lambda: "Ohjelma poisti 1 henkilön tältä koneelta." in banner(table))
    assert names(table) == ["Eila"]
    table.until(lambda: "Poista viedyt" not in table.person.sees())


def banner(table):
    return table.person.page._page.banner.sentence


def names(table):
    cards: list[PersonOnStart] = table.program.house.parts.context.reception.cards()
    return [card.first_name for card in cards]


def test_a_laptop_with_records_that_wait_is_not_wiped(table, folder):
    somebody(table)
    open_page(table)
    table.person.press("Palauta kone")
    said = table.person.sees()
    assert "Konetta ei voi vielä palauttaa: 1 henkilön tiedot odottavat" in said
    assert "Vie tikku tutorin koneelle ja tuo se takaisin tähän." in said
    assert not [d for d in table.program.window.findChildren(QDialog) if d.isVisible()]
    assert folder.practice_store.exists()


def test_a_delivered_laptop_goes_back_and_is_as_it_came(table, room, folder):
    somebody(table)
    gather(table, room, 2)
    key = folder.practice_key.read_bytes()
    lock = FolderLock(folder.path)
    assert lock.take()
    (folder.path / "letter.odt").write_text("mine")
    open_page(table)
    table.person.press("Palauta kone")
    answer(table, "Älä poista")
    assert names(table) == ["Aino"]
    table.person.press("Palauta kone")
    answer(table, "Poista kaikki")
    table.until(lambda: "Kone on palautettu." in table.program.window.banner.sentence)
    assert table.program.window.banner.good
    table.until(lambda: table.program.house is not None)
    assert isinstance(table.person.page, StartScreen)
    assert names(table) == []
    assert "Kone 1" not in table.person.sees()
    assert folder.practice_key.read_bytes() != key
    assert FolderLock(folder.path).take() is False, "another program would come in"
    lock.release()
    assert (folder.path / "letter.odt").exists()
    table.person.press("Aloita")


def test_what_came_between_the_question_and_the_answer_is_not_wiped(table, room, folder):
    somebody(table)
    gather(table, room, 2)
    open_page(table)
    table.person.press("Palauta kone")
    somebody(table, CODES[1], "Eila")
    answer(table, "Poista kaikki")
    table.rest()
    table.rest()
    assert "1 odottaa." in table.person.sees()
    assert names(table) == ["Aino", "Eila"]


def test_the_stick_may_go_round_while_the_page_is_open(table, room):
    somebody(table)
    open_page(table)
    table.person.press("Palauta kone")
    gather(table, room, 2, ThisLaptopScreen)
    table.sees("1 henkilön tiedot ovat tutorin koneella. Kukaan ei odota.")
    assert "Konetta ei voi vielä palauttaa" not in table.person.sees()


def test_a_tutors_machine_is_never_wiped(table, folder):
    open_page(table)
    (folder.path / "slots.json").write_text("{}")
    table.person.press("Palauta kone")
    answer(table, "Poista kaikki")
    table.rest()
    table.rest()
    assert isinstance(table.person.page, ThisLaptopScreen)
    assert folder.practice_store.exists()


@pytest.mark.parametrize("left", ["practice.key", "practice.db"])
def test_a_wiping_that_was_broken_off_goes_on_at_the_next_start(started, folder, qtbot, left):
    folder.path.mkdir()
    (folder.path / MARK).touch()
    (folder.path / left).write_bytes(b"Aino")
    (folder.path / "backups").mkdir()
    program = started(folder)
    assert isinstance(program.window.page, StartScreen)
    assert program.house.parts.context.reception.cards() == []
    assert not (folder.path / MARK).exists()
    assert (folder.path / "practice.key").read_bytes() != b"Aino"


def test_what_the_machine_keeps_is_said_and_tried_again(qtbot, tmp_path, laptop, net, monkeypatch):
    data = DataFolder(tmp_path / "other")
    data.path.mkdir()
    (data.path / "practice.db").write_bytes(b"Aino")
    unlink, refuses = type(data.path).unlink, Event()
    refuses.set()

    def refusing(path, *args, **more):
        if path.name == "practice.db" and refuses.is_set():
            raise PermissionError(path)
        unlink(path, *args, **more)

    monkeypatch.setattr(type(data.path), "unlink", refusing)
    line = WipeLine(laptop.window, data.path, net)
    line.begin()
    qtbot.waitUntil(lambda: "Kaikkea ei voitu vielä poistaa" in laptop.person.sees())
    assert isinstance(laptop.person.page, TroubleScreen)
    assert "practice.db" in laptop.person.sees()
    refuses.clear()
    with qtbot.waitSignal(line.wiped, timeout=30_000):
        laptop.person.press("Yritä uudelleen")
    line.close()
    assert not data.path.exists()
