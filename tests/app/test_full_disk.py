"""A disk without room: a calm banner, practice goes on, nothing is lost without being told."""

import subprocess
from contextlib import suppress

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.attempts import AttemptEnd
from tests.app.person import Person
from tests.finding import find, said
from tests.store.test_full_disk import may_mount


def fill_up(ballast):
    """Write until not one page is left."""
    with suppress(OSError), ballast.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass


@may_mount
def test_a_full_disk_is_a_calm_banner_and_nothing_is_lost(started, small_disk, qtbot):
    program = started(DataFolder(small_disk))
    person, banner = Person(program.window), program.window.banner
    worker = program.house.parts.context.worker
    person.press("Aloita")
    exercise = person.practice.exercise.id
    fill_up(small_disk / "ballast")
    person.do_exercise()
    assert "Harjoitus on valmis" in person.sees()
    person.press("Jatka")
    person.type("Etunimi tai kutsumanimi", "Aino")
    code = person.page.property("code")
    person.press("Ota koodi käyttöön")
    qtbot.waitUntil(lambda: bool(banner.sentence), timeout=30_000)
    assert "Uusin työ odottaa muistissa" in banner.sentence
    assert worker.unsaved
    person.press_what_begins("Napsauta kerran")
    person.do_step()
    step = person.step

    (small_disk / "ballast").unlink()
    subprocess.run(["mount", "-o", "remount,size=16m", str(small_disk)], check=True)
    worker.retry_now()
    qtbot.waitUntil(lambda: not banner.sentence, timeout=30_000)
    assert worker.unsaved == 0
    program.close()

    program = started(DataFolder(small_disk))
    again = Person(program.window)
    again.press(f"Aino, {code}")
    again.press("Jatka")
    assert again.step == step
    mine = again.practice.person_id
    ask = program.house.parts.context.worker.ask
    [attempt] = ask(lambda store: store.attempts.of_person(mine))
    assert (attempt.exercise, attempt.end) == (exercise, AttemptEnd.DONE)
    program.close()


@pytest.fixture
def without_room(started, folder, qtbot):
    """A program whose store may not grow any more, and in which somebody begins."""
    program = started(folder)
    worker = program.house.parts.context.worker
    worker.ask(lambda store: store.database.rows("PRAGMA max_page_count=1"))
    Person(program.window).press("Aloita")
    for number in range(40):
        worker.tell(lambda store, n=number: store.settings.put(f"ballast {n}", "x" * 1500))
    Person(program.window).do_exercise()
    qtbot.waitUntil(lambda: worker.trouble is not None, timeout=30_000)
    return program


def closes(program, answer):
    """Close the window and press this verb; returns what was asked."""
    asked = []

    def press():
        dialog = QApplication.activeModalWidget()
        asked.append(said(dialog))
        find(dialog, answer).click()

    QTimer.singleShot(0, press)
    program.window.close()
    return asked[0]


def test_closing_tells_what_would_be_lost(without_room):
    asked = closes(without_room, "Pidä auki")
    assert "Levy on täynnä" in asked
    assert "Jos suljet ohjelman nyt, ne katoavat." in asked
    assert without_room.window.isVisible()
    without_room.close()


def test_closing_all_the_same_closes(without_room):
    closes(without_room, "Sulje silti")
    assert not without_room.window.isVisible()
    without_room.close()


def test_a_window_without_waiting_saves_closes_at_once(started, folder):
    program = started(folder)
    assert program.window.close()


def test_damage_that_the_check_finds_is_said(started, folder, qtbot):
    """Damage in a page that nobody has read yet shows only in the check after the opening."""
    program = started(folder)
    program.close()
    content = bytearray(folder.practice_store.read_bytes())
    content[-2000] ^= 1
    folder.practice_store.write_bytes(content)
    program = started(folder, furnished=False)
    told = program.window.banner
    qtbot.waitUntil(lambda: "vahingoittunut" in told.sentence + said(program.window))
