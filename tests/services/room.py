"""A room of laptops, the workshop's stick, and the tutor's machine."""

from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import Event, Sheet, written_sheet
from digitutor_app.services.collecting import Collecting
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.exchange.stick.makers import SECRET
from tests.services.laptop import Laptop, do_all
from tests.store.makers import KEY

CODES = [f"sininen-kettu-{n}" for n in range(20, 32)]


class Room:
    """Laptops, a stick, and the tutor's machine (a laptop with a tutor's store beside)."""

    def __init__(self, folder, shelf, clock):
        self.folder, self.shelf, self.clock = folder, shelf, clock
        self.opened = []
        (folder / "stick").mkdir()
        self.stick = Stick(folder / "stick")
        self.own = self.a_laptop("tutor")
        self.tutor = StoreWorker.start(lambda: open_store(folder / "tutor.db", KEY, clock))
        self.desk = Collecting(self.own.worker, self.tutor, clock, folder / "waiting")

    def prepare(self, **changes):
        def sheet(store):
            ours = Organisation(store)
            said = {
                "made": self.clock.now().isoformat(),
                "organisation": ours.id,
                "organiser": "Sedu",
                "event": Event("w1", "Paja", "", self.clock.now().date().isoformat()),
                "tutors": ours.machines(),
                "secret": SECRET,
            }
            return written_sheet(Sheet(**{**said, **changes}), ours.key)

        self.stick.prepare(self.tutor.ask(sheet))

    def a_laptop(self, name):
        made = Laptop(self.folder / name, self.shelf, self.clock)
        self.opened.append(made)
        return made

    def joined(self, name):
        laptop = self.a_laptop(name)
        self.gathering(laptop)[0].join(self.stick)
        return laptop

    def gathering(self, laptop):
        def identities(store):
            return Identities(store, laptop.folder.name)

        joining = Joining(laptop.worker, laptop.laptop_number, identities)
        return joining, Gathering(laptop.worker, joining, self.clock)

    def gather(self, laptop):
        return self.gathering(laptop)[1].answer(self.stick)

    def people(self):
        return self.own.store(lambda store: store.people.everyone_with_code())

    def close(self):
        for laptop in self.opened:
            laptop.worker.close()
        self.tutor.close()


def somebody(laptop, code="sininen-kettu-27", name="Aino", data_set="a", leave=True):
    seat, _known = laptop.reception.come_with_code(code, "fi")
    laptop.reception.take_code(code, name)
    do_all(laptop, seat.person.id, data_set=data_set)
    if leave:
        laptop.reception.leave()
    return seat.person.id
