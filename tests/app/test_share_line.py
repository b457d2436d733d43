"""The shared folder is written beside everything else; a dead one holds nothing up."""

from threading import Event, Thread
from threading import enumerate as threads

import pytest

from digitutor_app.app.own_thread import PATIENCE, SILENT_AFTER
from digitutor_app.app.share_line import EVERY_MS
from digitutor_app.exchange.errors import PlaceGoneError
from digitutor_app.exchange.stick.sheet import written_sheet
from digitutor_app.services.sharing import Sharing
from tests.app.table import Table
from tests.exchange.stick.makers import TUTOR, a_sheet


@pytest.fixture
def table(qtbot, started, folder, tmp_path):
    roots = []
    program = started(folder, places=lambda: list(roots))
    made = Table(qtbot, program, roots, tmp_path / "stick")
    made.join()
    (tmp_path / "share").mkdir()
    made.share = tmp_path / "share"
    return made


def line(table):
    return table.program.house.share


def written(table):
    return sorted(table.share.rglob("*.wb1"))


def open_page(table):
    table.person.press("Tutorille")
    table.person.press("Näytä tämän koneen tiedot")
    table.rest()


def test_a_laptop_without_a_folder_starts_no_writer_again_and_again(table, qtbot):
    with qtbot.waitSignal(line(table).changed, timeout=30_000):
        line(table).write()
    line(table).write()
    assert not [t for t in threads() if t.name == "shared-folder"]


def test_the_folder_that_was_chosen_is_written(table, qtbot):
    with qtbot.waitSignal(line(table).changed, timeout=30_000):
        line(table).choose(table.share)
    qtbot.waitUntil(lambda: line(table).written is not None, timeout=30_000)
    assert len(written(table)) == 2
    open_page(table)
    assert str(table.share) in table.person.sees()
    assert "Tallennettu kansioon klo 9.00." in table.person.sees()
    table.person.press("Älä käytä kansiota")
    assert "Kansiota ei ole valittu." in table.person.sees()
    qtbot.waitUntil(lambda: not line(table)._writing.busy, timeout=30_000)
    line(table).write()
    assert not [t for t in threads() if t.name == "shared-folder"]


def test_what_happens_later_follows_by_itself(table, qtbot):
    line(table).choose(table.share)
    qtbot.waitUntil(lambda: line(table).written is not None, timeout=30_000)
    table.person.press("Aloita")
    before = written(table)
    assert line(table)._timer.interval() == EVERY_MS
    line(table)._timer.timeout.emit()
    qtbot.waitUntil(lambda: written(table) != before, timeout=30_000)


def test_a_folder_that_is_gone_is_said_on_this_laptops_page_alone(table, qtbot):
    line(table).choose(table.share)
    qtbot.waitUntil(lambda: line(table).written is not None, timeout=30_000)
    for file in written(table):
        file.unlink()
    for folder in sorted(table.share.rglob("*"), reverse=True):
        folder.rmdir()
    table.share.rmdir()
    table.person.press("Aloita")
    line(table).write()
    qtbot.waitUntil(lambda: isinstance(line(table).trouble, PlaceGoneError), timeout=30_000)
    assert "Kansio" not in table.person.sees()
    assert table.program.window.banner.sentence == ""
    table.program.house.learner.show_start()
    open_page(table)
    assert "Kansio ei ole nyt auki" in table.person.sees()
    table.share.mkdir()
    line(table).write()
    qtbot.waitUntil(lambda: line(table).trouble is None, timeout=30_000)
    assert "Kansio ei ole nyt auki" not in table.person.sees()


@pytest.fixture
def dead_share(monkeypatch):
    """A network share that answers when the test is over."""
    answers = Event()

    write = Sharing.write

    def hang(sharing):
        if sharing.folder.name == "another":
            return write(sharing)
        answers.wait()
        raise PlaceGoneError("the share")

    monkeypatch.setattr(Sharing, "write", hang)
    yield answers
    answers.set()
    for thread in [t for t in threads() if t.name == "shared-folder"]:
        thread.join()


def test_a_dead_share_holds_up_neither_work_nor_the_end(table, dead_share, clock, monkeypatch):
    line(table).choose(table.share)
    table.rest()
    open_page(table)
    assert "Kansio ei vastaa" not in table.person.sees()
    clock.forward(SILENT_AFTER)
    line(table).write()
    assert "Kansio ei vastaa" in table.person.sees()
    assert len([t for t in threads() if t.name == "shared-folder"]) == 1
    waited = []
    monkeypatch.setattr(Thread, "join", lambda _thread, limit=None: waited.append(limit))
    line(table).close()
    assert waited == [PATIENCE]


def test_another_folder_is_written_though_the_one_before_is_dead(table, dead_share, qtbot):
    line(table).choose(table.share)
    another = table.share.parent / "another"
    another.mkdir()
    line(table).choose(another)
    qtbot.waitUntil(lambda: line(table).written is not None, timeout=30_000)
    assert list(another.rglob("*.wb1"))
    dead_share.set()
    table.rest()
    assert line(table).trouble is None


def test_a_writer_that_comes_back_after_the_end_says_nothing(table, dead_share, monkeypatch):
    house = table.program.house
    line(table).choose(table.share)
    monkeypatch.setattr(line(table)._writing, "_patience", 0.0)
    table.program.close()
    dead_share.set()
    for thread in [t for t in threads() if t.name == "shared-folder"]:
        thread.join()
    assert house.share.trouble is None


def test_a_rehearsal_has_no_shared_folder(table, qtbot):
    line(table).choose(table.share)
    qtbot.waitUntil(lambda: line(table).written is not None, timeout=30_000)
    table.stick.prepare(written_sheet(a_sheet(rehearsal=True), TUTOR))
    table.put_in()
    table.sees("Harjoituskierros")
    table.person.press("Liity työpajaan")
    table.sees("Voit ottaa tikun irti")
    before = written(table)
    with qtbot.waitSignal(line(table).changed, timeout=30_000):
        line(table).write()
    assert line(table).written is None
    assert written(table) == before
