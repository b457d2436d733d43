"""The program around the pages: data folders that do not open, crashes, broken exercises."""

import logging
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from sqlcipher3 import dbapi2

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.app.demo.demo_folder import clock_of, mark_as_demo
from digitutor_app.app.demo.story_clock import DemoClock
from digitutor_app.i18n.places import exercises
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.store import engine
from digitutor_app.store.backup_files import DAILY
from digitutor_app.store.damage import damage_noted, note_damage
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key
from tests.app.person import Person
from tests.finding import said
from tests.store.makers import a_person


@pytest.fixture
def used(folder, clock):
    """A data folder in which Aino has been."""
    key = practice_key(folder.practice_key, folder.practice_store)
    store = open_store(folder.practice_store, key, clock)
    store.people.put(a_person())
    store.close()
    return folder


def everything_in(folder):
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def change(folder, statement):
    """What another program, with our key, does to the store."""
    connection = engine.connect(folder.practice_store, folder.practice_key.read_bytes())
    connection.execute(statement)
    connection.close()


def newer(folder):
    change(folder, "PRAGMA user_version=99")


def foreign(folder):
    change(folder, "PRAGMA application_id=7")


def damaged(folder):
    content = bytearray(folder.practice_store.read_bytes())
    content[2000] ^= 1
    folder.practice_store.write_bytes(content)


def plain(folder):
    folder.practice_store.unlink()
    connection = dbapi2.connect(str(folder.practice_store))
    connection.execute("CREATE TABLE person (id)")
    connection.close()


def without_its_key(folder):
    folder.practice_key.unlink()


def test_a_new_folder_opens_on_the_start_page(started, folder):
    program = started(folder)
    assert isinstance(program.window.page, StartScreen)
    person = Person(program.window)
    person.press("Aloita")
    assert isinstance(person.page, ExerciseScreen)


def test_people_are_on_the_first_picture(started, used):
    program = started(used, furnished=False)
    assert "Aino" in said(program.window.page)


@pytest.mark.parametrize(
    ("harm", "title"),
    [
        (newer, "Uudempi ohjelma on tallentanut tiedot"),
        (damaged, "Tiedosto on vahingoittunut"),
        (plain, "Tiedosto ei avaudu tällä avaimella"),
        (foreign, "Tiedosto ei avaudu tällä avaimella"),
        (without_its_key, "Tutorin tietojen avain puuttuu"),
    ],
)
def test_what_does_not_open_is_said_and_not_touched(started, used, tmp_path, harm, title):
    harm(used)
    before = everything_in(used.path)
    program = started(used, furnished=False)
    person = Person(program.window)
    assert title in person.sees()
    person.press("Yritä uudelleen")
    assert title in person.sees()
    assert everything_in(used.path) == before
    other = tmp_path / "other"
    other.mkdir()
    choose_folder(person, other)
    assert isinstance(person.page, StartScreen)
    assert program.folder == DataFolder(other)
    assert everything_in(used.path) == before


def test_another_folder_may_have_another_clock(started, used, tmp_path):
    newer(used)
    invented = DataFolder(tmp_path / "workshop")
    invented.path.mkdir()
    program = started(used, furnished=False, clock_of=clock_of)
    assert not isinstance(program.clock, DemoClock)
    mark_as_demo(invented, datetime(2026, 10, 14, 15, 30, tzinfo=UTC))
    choose_folder(Person(program.window), invented.path)
    assert isinstance(program.clock, DemoClock)


def copied(folder, clock):
    """What the program does once a day."""
    key = practice_key(folder.practice_key, folder.practice_store)
    store = open_store(folder.practice_store, key, clock)
    store.backups.make(DAILY)
    store.close()


def test_a_damaged_store_comes_back_with_one_press(started, used, clock, qtbot):
    copied(used, clock)
    damaged(used)
    harmed = used.practice_store.read_bytes()
    program = started(used, furnished=False)
    person = Person(program.window)
    assert "Sen varmuuskopio on kunnossa (2.3.2026 klo 9.00)." in person.sees()
    assert used.practice_store.read_bytes() == harmed
    person.press("Palauta tiedot")
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartScreen))
    assert "Aino" in person.sees()
    assert "Varmuuskopio on ajalta 2.3.2026 klo 9.00." in program.window.banner.sentence
    [kept] = (used.path / "damaged").iterdir()
    assert kept.read_bytes() == harmed
    qtbot.waitUntil(lambda: program.house is not None, timeout=30_000)
    person.press("Aloita")
    assert isinstance(person.page, ExerciseScreen)


def test_the_day_gets_its_copy_once_nothing_else_waits(started, used, qtbot):
    started(used)
    qtbot.waitUntil(lambda: any((used.path / "backups").glob("practice-*-daily-*.db")))


def rotten(folder):
    """A page that nobody reads at the start is no longer what was written."""
    connection = engine.connect(folder.practice_store, folder.practice_key.read_bytes())
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'certificate_by_subject'"
    (page,) = connection.execute(query).fetchone()
    connection.close()
    content = bytearray(folder.practice_store.read_bytes())
    content[(page - 1) * engine.PAGE + 1000] ^= 1
    folder.practice_store.write_bytes(content)


def test_damage_that_shows_later_is_mended_while_people_practise(started, used, clock, qtbot):
    copied(used, clock)
    rotten(used)
    program = started(used)
    person = Person(program.window)
    qtbot.waitUntil(lambda: "Tiedot ovat käytössä" in program.window.banner.sentence)
    assert "Aino" in person.sees()
    person.press("Aloita")
    person.do_step()
    program.close()
    assert not damage_noted(used.practice_store)
    assert any((used.path / "damaged").iterdir())
    again = started(used)
    assert again.window.banner.sentence == ""


def test_a_copy_without_room_is_said(started, used, qtbot, monkeypatch):
    room = shutil.disk_usage(used.path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room._replace(free=1000))
    program = started(used)
    qtbot.waitUntil(lambda: "Varmuuskopio ei mahdu levylle." in program.window.banner.sentence)
    assert not (used.path / "backups").exists() or not any((used.path / "backups").iterdir())


def test_without_a_copy_what_still_reads_comes_back(started, used, qtbot):
    note_damage(used.practice_store)
    program = started(used, furnished=False)
    person = Person(program.window)
    assert "siitä ei ole varmuuskopiota" in person.sees()
    person.press("Palauta tiedot")
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartScreen))
    assert "Aino" in person.sees()
    assert program.window.banner.sentence == "Tiedot ovat käytössä, ja kaikki on tallessa."
    assert not damage_noted(used.practice_store)


def test_without_room_for_it_the_page_says_so(started, used, clock, qtbot, monkeypatch):
    copied(used, clock)
    damaged(used)
    program = started(used, furnished=False)
    room = shutil.disk_usage(used.path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room._replace(free=1000))
    person = Person(program.window)
    person.press("Palauta tiedot")
    qtbot.waitUntil(lambda: "Levy on täynnä" in person.sees())
    monkeypatch.undo()
    person.press("Yritä uudelleen")
    person.press("Palauta tiedot")
    qtbot.waitUntil(lambda: isinstance(program.window.page, StartScreen))


def choose_folder(person, folder):
    """Press the button, and answer the dialog that comes."""
    answered = []

    def answer():
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
        if not dialogs or not dialogs[0].isVisible():
            QTimer.singleShot(10, answer)
            return
        dialogs[0].findChild(QLineEdit, "fileNameEdit").setText(str(folder))
        answered.append(folder)
        dialogs[0].accept()

    QTimer.singleShot(0, answer)
    person.press("Valitse toinen kansio")
    assert answered


def test_nobody_chooses_a_folder(started, used, qtbot):
    newer(used)
    person = Person(started(used, furnished=False).window)

    def answer():
        dialogs = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
        if not dialogs:
            QTimer.singleShot(10, answer)
            return
        dialogs[0].reject()

    QTimer.singleShot(0, answer)
    person.press("Valitse toinen kansio")
    assert "Uudempi ohjelma on tallentanut tiedot" in person.sees()


def test_a_store_in_use_can_be_opened_once_it_is_free(started, used):
    code = """
import sys
from pathlib import Path
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store import engine
from digitutor_app.store.backup_files import DAILY
from digitutor_app.store.damage import damage_noted, note_damage
path = Path(sys.argv[1])
connection = engine.open_locked(path, bytes.fromhex(sys.argv[2]))
print("open", flush=True)
sys.stdin.readline()
connection.close()
"""
    key = used.practice_key.read_bytes().hex()
    arguments = [sys.executable, "-c", code, str(used.practice_store), key]
    with subprocess.Popen(
        arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as other:
        assert other.stdout.readline() == "open\n"
        person = Person(started(used, furnished=False).window)
        assert "Tiedot ovat jo auki" in person.sees()
        assert "Sulje toinen Digitutor" in person.sees()
        other.stdin.write("\n")
        other.stdin.flush()
    person.press("Yritä uudelleen")
    assert "Aino" in person.sees()


# Exercises


@pytest.fixture
def content(tmp_path):
    """A copy of the exercises, to be broken."""
    return Path(shutil.copytree(exercises(), tmp_path / "exercises"))


def test_a_broken_exercise_is_left_out_and_the_rest_works(started, folder, content):
    file = content / "files" / "01_open_folder_and_file" / "exercise.toml"
    file.write_text(file.read_text().replace('at = "house"', 'at_ = "house"'))
    person = Person(started(folder, content=content).window)
    person.press("Aloita")
    first = person.practice.exercise.id
    assert first != "files-01"
    person.do_exercise()
    person.press("Jatka")
    person.press("Ohita")
    assert "Avaa kansio ja tiedosto" not in person.sees()
    person.press("Aloita")
    assert person.practice.exercise.id not in ("files-01", first)


def break_all(content):
    for file in content.glob("*/*/exercise.toml"):
        file.write_text("id = ")


def test_without_any_exercise_a_sentence_says_so(started, folder, content):
    break_all(content)
    person = Person(started(folder, content=content).window)
    person.press("Aloita")
    assert "Harjoitukset puuttuvat" in person.sees()
    person.press("Takaisin")
    assert isinstance(person.page, StartScreen)


def test_who_was_in_an_exercise_that_broke_loses_nothing(started, folder, content):
    program = started(folder, content=content)
    Person(program.window).press("Aloita")
    program.close()
    break_all(content)
    person = Person(started(folder, content=content).window)
    person.press_what_begins("Jatka tästä")
    assert "Harjoitukset puuttuvat" in person.sees()
    assert "Tietosi ovat tallessa." in person.sees()


# Crashes


@pytest.fixture
def unwatched():
    """What the program logs about a crash is its own; the handlers go when the test is over."""
    log = logging.getLogger("digitutor")
    before, propagate = list(log.handlers), log.propagate
    yield log
    for handler in [h for h in log.handlers if h not in before]:
        log.removeHandler(handler)
        handler.close()
    log.propagate = propagate


def test_a_crash_is_a_sentence_and_a_log_without_names(started, folder, content, net, unwatched):
    # The last exercise opens a window of no room that there is: what shows it goes wrong.
    broken = content / "files" / "07_delete_and_restore" / "exercise.toml"
    broken.write_text(broken.read_text().replace("files:kitchen", "nowhere:kitchen"))
    net.install(folder.log)
    program = started(folder, content=content)
    person = Person(program.window)
    person.press("Aloita")
    person.do_exercise()
    person.press("Jatka")
    person.type("Etunimi tai kutsumanimi", "Aino")
    code = person.page.property("code")
    person.press("Ota koodi käyttöön")
    person.press("Aloita")
    person.do_step()
    step = person.step
    person.press("Lähden nyt")
    person.press("Valmis")

    person.press("Kirjoitan koodin")
    person.type("Koodi", "sininen-kettu-28")
    person.press("Jatka")
    person.press("Valitse kartalta")
    person.press("Tiedostot ja kansiot")
    person.press_what_begins("Poista ja palauta")
    person.press_what_begins("Ohjatusti")
    assert "Ohjelmassa tapahtui jotain odottamatonta" in person.sees()
    assert "Tekemäsi vaiheet ovat tallessa." in person.sees()
    log = folder.log.read_text(encoding="utf-8")
    assert "OurMistakeError < " in log
    for secret in ("Aino", code, "kettu-28", "nowhere", str(folder.path)):
        assert secret not in log
    person.press("Jatka")
    assert isinstance(person.page, StartScreen)
    program.close()

    again = Person(started(folder).window)
    again.press(f"Aino, {code}")
    again.press("Jatka")
    assert again.step == step


def test_a_folder_that_cannot_be_written_is_said(started, tmp_path):
    if os.name != "posix":
        pytest.skip("a file in place of the folder does the same everywhere")
    (tmp_path / "file").write_text("")
    person = Person(started(DataFolder(tmp_path / "file" / "data"), furnished=False).window)
    assert "Tiedot eivät avaudu nyt" in person.sees()
    assert "Valitse toinen kansio" in person.sees()


def test_a_new_data_folder_is_for_this_user_only(started, tmp_path):
    if os.name != "posix":
        pytest.skip("other systems have other rights")
    program = started(DataFolder(tmp_path / "new"))
    program.close()
    assert (tmp_path / "new").stat().st_mode & 0o077 == 0
    assert (tmp_path / "new" / "practice.key").stat().st_mode & 0o077 == 0
