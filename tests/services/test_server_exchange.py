"""Two tutor machines of an organisation meet on its server: both stores, erasures, what follows."""

import pytest

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop
from digitutor_app.services.erasing import GRACE, Erasing
from digitutor_app.services.server_exchange import ServerExchange
from tests.exchange.server import conftest as server
from tests.exchange.server.laptops import write_settings
from tests.services.test_introducing import Machine
from tests.store.makers import a_person

postgres, database, organisation = server.postgres, server.database, server.organisation
certificates, gate = server.certificates, server.gate

CODE = "sininen-kettu-27"


class Connected(Machine):
    """A tutor's machine that knows the server."""

    def __init__(self, folder, shelf, clock, name):
        super().__init__(folder, shelf, clock, name)
        self.clock = clock
        self.folder = folder / name
        self.server = ServerExchange(self.folder, self.practice, clock)

    def once(self):
        return self.server.once(self.tutor)

    def erase(self, person):
        """Forget somebody, as when the seven days are over."""
        erasing = Erasing(self.practice, self.tutor, self.clock)
        erasing.ask(person, erasing.what_to_type(person))
        self.clock.forward(GRACE.total_seconds() + 60)
        assert erasing.carry_out() == 1

    def put(self, person):
        self.practice.ask(lambda store: store.people.put(person))

    def people(self):
        query = 'SELECT "id" FROM "person" WHERE "deleted" = 0'
        return {each for (each,) in self.practice.ask(lambda s: list(s.database.rows(query)))}


@pytest.fixture
def machines(tmp_path, shelf, clock, organisation, gate):
    made = [Connected(tmp_path, shelf, clock, name) for name in ("Emma", "Oskari")]
    for machine in made:
        machine.practice.opened.result()  # from then on there is the folder
        write_settings(machine.folder, organisation, gate)
    yield made
    for machine in made:
        machine.close()


@pytest.fixture
def pair(machines, tmp_path):
    """Both believe each other."""
    emma, oskari = machines
    folder = tmp_path / "shared"
    folder.mkdir()
    emma.meet(folder)
    oskari.believe(emma, folder)
    emma.believe(oskari, folder)
    return machines


def test_each_row_comes_into_the_store_where_it_belongs(pair, clock):
    emma, oskari = pair
    workshop = Workshop(id=new_id(), name="Perusteet", place="Mallila", day=clock.now().date())
    emma.tutor.ask(lambda store: store.workshops.put(workshop))
    emma.put(aino := a_person(CODE, "Aino"))
    emma.once()
    assert not oskari.once().nothing
    assert oskari.people() == {aino.id}
    assert oskari.tutor.ask(lambda store: store.workshops.all()) == [workshop]
    assert oskari.practice.ask(lambda store: store.workshops.all()) == []
    assert oskari.once().nothing


def test_when_it_succeeded_is_known_after_a_start_too(pair, clock):
    emma, _oskari = pair
    assert emma.server.last() is None
    at = emma.once().at
    clock.forward(3600)
    assert ServerExchange(emma.folder, emma.practice, clock).last() == at


def test_while_the_tutors_store_is_locked_nothing_comes(pair):
    emma, oskari = pair
    oskari.put(a_person("vihreä-kuusi-14"))
    oskari.once()
    emma.put(aino := a_person(CODE))
    done = emma.server.once(None)
    assert (done.locked, [(s.sent, s.read) for s in done.stores]) == (True, [(1, 0)])
    assert emma.people() == {aino.id}
    oskari.once()
    assert len(oskari.people()) == 2
    emma.once()
    assert len(emma.people()) == 2


def test_an_erasure_counts_as_soon_as_its_machine_has_been_introduced(machines, tmp_path):
    emma, oskari = machines
    emma.put(aino := a_person(CODE, "Aino"))
    emma.once()
    oskari.once()
    emma.erase(aino)
    emma.once()
    assert max(store.forged for store in oskari.once().stores) == 1
    assert oskari.people() == {aino.id}
    folder = tmp_path / "shared"
    folder.mkdir()
    emma.meet(folder)
    oskari.believe(emma, folder)
    assert max(store.forged for store in oskari.once().stores) == 0
    assert oskari.people() == set()


def test_who_was_joined_with_somebody_erased_goes_too_and_everywhere(pair, clock):
    emma, oskari = pair
    emma.put(aino := a_person(CODE, "Aino"))
    emma.once()
    oskari.once()
    clock.forward(60)
    oskari.put(again := a_person("", ""))
    oskari.practice.ask(lambda store: store.people.join(again, aino.id))
    emma.erase(aino)
    emma.once()
    oskari.once()
    assert oskari.people() == set()
    oskari.once()
    emma.once()
    assert emma.people() == set()
    assert emma.practice.ask(lambda store: store.erasures.has(again.id))
