"""A practice laptop and the workshop's stick: one press to join, none to deliver, nothing lost."""

import shutil
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

import digitutor_app
from digitutor_app.exchange.carrying import BundleName
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.cards import cards
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import Event, TutorMachine, written_sheet
from digitutor_app.screens.learner.exercise import ExerciseScreen
from digitutor_app.screens.learner.start import StartScreen
from digitutor_app.screens.learner.stick import StickScreen
from tests.app.table import Table
from tests.exchange.stick.makers import IDENTITY, SECRET, STRANGER, a_sheet


@pytest.fixture
def table(qtbot, started, folder, tmp_path):
    roots = []
    program = started(folder, places=lambda: list(roots))
    return Table(qtbot, program, roots, tmp_path / "stick")


def test_a_laptop_joins_with_one_press(table):
    assert "Liity työpajaan" not in table.person.sees()
    table.put_in()
    table.sees("Digitaitojen perusteet · Kirjasto · ti 24.11.")
    assert table.delivered() == []
    table.person.press("Liity työpajaan")
    table.sees("Voit ottaa tikun irti")
    assert [card.number for card in cards(table.stick.folder, "w1", SECRET)] == [1]
    assert len(table.delivered()) == 1
    table.pull_out()
    table.on(StartScreen)
    assert "Kone 1" in table.person.sees()
    assert "Työpajan tikku on paikallaan" not in table.person.sees()


def test_a_stick_that_goes_away_takes_its_offer_along(table):
    table.put_in()
    table.sees("Liity työpajaan")
    table.pull_out()
    table.until(lambda: "Liity työpajaan" not in table.person.sees())


def test_whoever_works_goes_on_where_they_were(table):
    table.join()
    table.person.press("Aloita")
    page = table.person.page
    assert isinstance(page, ExerciseScreen)
    before = len(table.delivered())
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    assert "1" in table.person.sees()
    assert len(table.delivered()) == before + 1
    table.pull_out()
    table.on(ExerciseScreen)
    assert table.person.page is page


def test_with_the_stick_in_its_place_one_may_go_on_too(table):
    table.join()
    table.person.press("Aloita")
    page = table.person.page
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    table.person.press("Jatka")
    assert table.person.page is page
    delivered = len(table.delivered())
    table.settle()
    assert table.person.page is page
    assert len(table.delivered()) == delivered


def test_each_time_it_is_put_in_everything_is_delivered(table):
    table.join()
    for _round in range(2):
        names = set(table.delivered())
        table.put_in()
        table.sees("Voit ottaa tikun irti")
        assert set(table.delivered()) - names
        table.pull_out()
        table.on(StartScreen)


def test_a_stick_that_takes_nothing(table):
    table.join()
    shutil.rmtree(table.stick.bundles)
    table.stick.bundles.write_text("no folder")
    table.put_in()
    table.sees("Koneen tiedot ovat tallessa.")
    assert isinstance(table.person.page, StickScreen)
    assert "Voit ottaa tikun irti" not in table.person.sees()
    table.person.press("Jatka")
    assert isinstance(table.person.page, StartScreen)


def test_the_stick_of_another_organiser_gets_nothing(table):
    table.join()
    before = table.delivered()
    machine = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient)
    table.write(STRANGER, tutors=[machine], organisation="other", organiser="Muu")
    table.put_in()
    table.until(lambda: "Tikku on toisen järjestäjän" in table.program.window.banner.sentence)
    assert isinstance(table.person.page, StartScreen)
    assert table.delivered() == before


def test_the_next_workshop_of_the_organiser_is_offered_after_delivering(table):
    table.join()
    table.write(event=Event("w2", "Iltapaja", "Koulu", "2026-11-25"))
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    table.person.press("Jatka")
    table.sees("Iltapaja · Koulu · ke 25.11.")
    table.person.press("Liity työpajaan")
    table.sees("Voit ottaa tikun irti")
    assert [card.number for card in cards(table.stick.folder, "w2", SECRET)] == [1]


def test_a_tutors_machine_is_invited_to_nothing(table, folder):
    (folder.path / "slots.json").write_text("{}")
    table.put_in()
    table.settle()
    assert "Liity työpajaan" not in table.person.sees()


def test_a_torn_sheet_is_looked_at_again(table):
    file = table.stick.folder / "workshop.dgt"
    whole = file.read_bytes()
    file.write_bytes(whole[:50])
    table.put_in()
    table.settle()
    file.write_bytes(whole)
    table.sees("Liity työpajaan")


def test_started_from_the_stick_it_joins_by_itself(table, monkeypatch):
    package = table.stick.folder / "program" / "digitutor_app"
    monkeypatch.setattr(digitutor_app, "__file__", str(package / "__init__.py"))
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    assert [card.number for card in cards(table.stick.folder, "w1", SECRET)] == [1]


def test_whether_it_was_started_from_the_stick(tmp_path):
    """The package itself, copied to a stick as it is packaged, and started from there."""
    program = tmp_path / "stick" / "DIGITUTOR" / "program"
    here = Path(digitutor_app.__file__).parent
    (program / "digitutor_app" / "app").mkdir(parents=True)
    for name in ("__init__.py", "app/__init__.py", "app/places_seen.py"):
        shutil.copy(here / name, program / "digitutor_app" / name)
    ask = (
        "import sys; from pathlib import Path; from digitutor_app.app.places_seen import runs_from;"
        "print(*[runs_from(Path(root)) for root in sys.argv[1:]])"
    )
    roots = [tmp_path / "stick", tmp_path / "other", tmp_path, Path("/")]
    done = subprocess.run(
        [sys.executable, "-c", ask, *map(str, roots)],
        cwd=program,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["True", "False", "False", "False"]


def test_a_copied_laptop_says_its_new_number_once(table):
    """Another laptop goes about as a copy of this one: its bundle lies on the stick."""
    table.join()
    worker = table.program.house.parts.context.worker
    [ours] = table.delivered()
    name = BundleName.read(ours.name)
    copied = replace(name, chance="c0ffee")
    ours.with_name(str(copied)).write_bytes(ours.read_bytes())
    before = worker.ask(lambda store: Identities(store).device().public)
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    words = "Kone sai uuden numeron 2, koska toinen kone käytti samaa tunnusta."
    assert table.program.window.banner.sentence == words
    assert worker.ask(lambda store: Identities(store).device().public) != before
    table.program.window.banner.clear()
    table.pull_out()
    table.on(StartScreen)
    assert "Kone 2" in table.person.sees()
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    assert table.program.window.banner.sentence == ""


def another_stick(table, folder):
    """A stick in another place, with whatever sheet is written on it."""
    folder.mkdir()
    other = Stick(folder)
    machine = TutorMachine(public=STRANGER.public.hex(), recipient=IDENTITY.recipient)
    sheet = a_sheet(tutors=[machine], organisation="other", organiser="Muu")
    other.prepare(written_sheet(sheet, STRANGER))
    return other


def test_beside_a_stick_of_others_ours_is_delivered_to(table, tmp_path):
    table.join()
    before = len(table.delivered())
    other = another_stick(table, tmp_path / "a other")
    table._roots.append(other.root)
    table.until(lambda: "Tikku on toisen järjestäjän" in table.program.window.banner.sentence)
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    assert len(table.delivered()) == before + 1
    assert list(other.bundles.iterdir()) == []


def test_beside_a_torn_stick_ours_is_delivered_to(table, tmp_path):
    table.join()
    before = len(table.delivered())
    other = another_stick(table, tmp_path / "a other")
    (other.folder / "workshop.dgt").write_bytes(b"torn")
    table._roots.append(other.root)
    table.put_in()
    table.sees("Voit ottaa tikun irti")
    assert len(table.delivered()) == before + 1


def test_a_stick_that_does_not_answer_keeps_nothing_else(qtbot, started, folder):
    """Whoever looks at it waits; practising, the tutor's gate and closing do not."""
    hangs, let_go = threading.Event(), threading.Event()

    def places():
        hangs.set()
        let_go.wait(60)
        return []

    program = started(folder, places=places)
    try:
        qtbot.waitUntil(lambda: program.house is not None, timeout=30_000)
        program.house.stick.look()
        assert hangs.wait(30)
        done = []
        program.house.parts.background.run(list, done.append, done.append)
        qtbot.waitUntil(lambda: bool(done), timeout=30_000)
        program.close()
        assert not let_go.is_set()
    finally:
        let_go.set()
