"""The copies of the day: of the tutor's store when it is open, and every ten minutes a look."""

from datetime import date

from digitutor_app.app.compose import compose_tutor
from digitutor_app.app.daily_backups import DailyBackups
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop


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
