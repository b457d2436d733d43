"""The copies of the day: of the tutor's store when it is open, and every ten minutes a look."""

import shutil
from datetime import date

from digitutor_app.app.compose import compose_tutor
from digitutor_app.app.daily_backups import DailyBackups
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop
from digitutor_app.store.errors import StoreFullError


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
