"""The copies of the day: of the tutor's store when it is open, and every ten minutes a look."""

import shutil
from dataclasses import replace
from datetime import date

import pytest

from digitutor_app.app.compose import compose_tutor
from digitutor_app.app.daily_backups import DailyBackups
from digitutor_app.app.gate_line import GateLine
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.gate import Gate
from digitutor_app.store.errors import StoreFullError
from digitutor_app.trust.cost import Cost
from tests.fakes.printer import FakePrinter
from tests.store.makers import a_person

WORDS = "tunturi laiva kahvi lumi"
DAY = 24 * 3600


def a_workshop():
    return Workshop(
        id=new_id(), name="Digipaja", place="Kirjasto", day=date(2026, 3, 2), organisers=()
    )


def test_the_tutors_store_is_copied_when_it_is_open(laptop, qtbot):
    tutor = laptop.context.gate.choose("tunturi laiva kahvi lumi")
    try:
        tutor.ask(lambda store: store.workshops.put(a_workshop()))
        services = compose_tutor(laptop.context, tutor)
        copies = laptop.folder.path / "backups"
        qtbot.waitUntil(lambda: any(copies.glob("tutor-*-daily-*.db")))
        assert len(services.backing_up.all()) == 1
    finally:
        tutor.close()


def test_a_copy_of_the_tutors_store_without_room_is_said(laptop, qtbot, monkeypatch):
    room = shutil.disk_usage(laptop.folder.path)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: room._replace(free=1000))
    tutor = laptop.context.gate.choose("tunturi laiva kahvi lumi")
    try:
        tutor.ask(lambda store: store.workshops.put(a_workshop()))
        with qtbot.waitSignal(laptop.parts.news.backupFinished) as told:
            compose_tutor(laptop.context, tutor)
        assert isinstance(told.args[0], StoreFullError)
    finally:
        tutor.close()


class Looked:
    """Stands for the copies of a store."""

    def __init__(self):
        self.times = 0

    def look(self):
        self.times += 1


def test_every_store_is_looked_at_until_the_end(qtbot):
    stores = Looked(), Looked()
    daily = DailyBackups(*stores)
    daily._timer.setInterval(1)
    qtbot.waitUntil(lambda: min(store.times for store in stores) > 2)
    daily.close()
    assert not daily._timer.isActive()


# A machine that is left on for days


def daily_copies(folder, store):
    return len(list((folder.path / "backups").glob(f"{store}-*-daily-*.db")))


@pytest.fixture
def gate_line(laptop):
    """The way through the gate, with words that cost little."""
    gate = Gate(laptop.folder.path, laptop.clock, print, print, Cost(1, 8 * 1024))
    laptop.context = replace(laptop.context, gate=gate)
    gate.choose(WORDS).close()
    line = GateLine(laptop.window.look, laptop.context, laptop.window.show_page, FakePrinter())
    yield line
    line.close()


def test_the_tutors_store_is_copied_every_day_that_it_stays_open(laptop, gate_line, qtbot):
    gate_line.begin()
    laptop.person.type("Salalause", WORDS)
    with qtbot.waitSignal(gate_line.opened, timeout=30_000):
        laptop.person.press("Avaa")
    gate_line.tutor.worker.ask(lambda store: store.workshops.put(a_workshop()))
    gate_line._backups._timer.setInterval(1)
    for days in (1, 2, 3):
        qtbot.waitUntil(lambda n=days: daily_copies(laptop.folder, "tutor") == n)
        laptop.clock.forward(DAY)
    looks = gate_line._backups
    gate_line.close()
    assert not looks._timer.isActive()
    assert gate_line._backups is None


def test_the_practice_store_is_copied_every_day(started, folder, clock, qtbot):
    program = started(folder)
    program.house.parts.context.worker.ask(lambda store: store.people.put(a_person()))
    program.house._backups._timer.setInterval(1)
    for days in (1, 2, 3):
        qtbot.waitUntil(lambda n=days: daily_copies(folder, "practice") == n)
        clock.forward(DAY)
    program.close()
