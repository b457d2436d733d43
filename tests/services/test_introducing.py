"""Two tutor machines meet in a folder: both believe each other after four words, and are of one
organisation from then on."""

import pytest

from digitutor_app.exchange.errors import BundleOtherOrganisationError, BundleStrangerError
from digitutor_app.exchange.introduction import name_of
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.services.collecting import Collecting
from digitutor_app.services.errors import OtherOrganisationError
from digitutor_app.services.handing_over import HandingOver
from digitutor_app.services.introducing import Introducing
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.services.laptop import Laptop, do_all
from tests.store.makers import KEY


class Machine:
    """A tutor's machine: both stores, and what meets others."""

    def __init__(self, folder, shelf, clock, name):
        self.name = name
        self.laptop = Laptop(folder / name, shelf, clock)
        self.practice = self.laptop.worker
        store = folder / name / "tutor.db"
        self.tutor = StoreWorker.start(lambda: open_store(store, KEY, clock))
        self.introducing = Introducing(self.tutor)
        self.handing_over = HandingOver(self.practice, self.tutor, clock)
        waiting = folder / name / "waiting"
        self.collecting = Collecting(self.practice, self.tutor, clock, waiting)

    @property
    def organisation(self):
        return self.tutor.ask(lambda store: Organisation(store).id)

    def settle(self):
        """Laptops count on it."""
        self.tutor.ask(lambda store: Organisation(store).note(Device(public="ab" * 32)))

    def meet(self, folder):
        return self.introducing.meet(folder, self.name)

    def believe(self, other, folder):
        [stranger] = self.meet(folder)
        assert stranger.words == other.introducing.words
        self.introducing.introduce(stranger)
        self.meet(folder)  # as the page does: its file says the new organisation

    def close(self):
        self.practice.close()
        self.tutor.close()


@pytest.fixture
def machines(tmp_path, shelf, clock):
    made = [Machine(tmp_path, shelf, clock, name) for name in ("Emma", "Oskari")]
    yield made
    for machine in made:
        machine.close()


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


def somebody(machine):
    laptop = machine.laptop
    seat, _known = laptop.reception.come_with_code("sininen-kettu-27", "fi")
    laptop.reception.take_code("sininen-kettu-27", "Aino")
    do_all(laptop, seat.person.id)
    laptop.reception.leave()


@pytest.mark.parametrize("settled", [(), (0,), (1,)])
def test_two_machines_become_one_organisation(machines, folder, settled):
    emma, oskari = machines
    for number in settled:
        machines[number].settle()
    before = [machine.organisation for machine in machines]
    assert emma.meet(folder) == []
    oskari.believe(emma, folder)
    emma.believe(oskari, folder)
    assert emma.organisation == oskari.organisation
    if settled:
        assert emma.organisation == before[settled[0]]
    assert [each.known for each in emma.meet(folder)] == [True]
    assert [machine.name for machine in oskari.introducing.machines()] == ["Emma"]


def test_what_one_hands_over_the_other_takes_in(machines, folder):
    emma, oskari = machines
    emma.meet(folder)
    oskari.believe(emma, folder)
    emma.believe(oskari, folder)
    somebody(oskari)
    oskari.handing_over.write(folder)
    taken = emma.collecting.take(FolderPlace(folder))
    assert taken.refused == []
    assert [each.preview.new["attempt"] for each in taken.arrived] == [1]
    assert [card.code for card in emma.laptop.store(lambda s: s.people.everyone_with_code())]
    # The machine's own file lies there too, and says nothing to it.
    assert oskari.collecting.take(FolderPlace(folder)).arrived == []


def test_before_they_have_met_nothing_is_taken(machines, folder):
    emma, oskari = machines
    emma.meet(folder)
    oskari.believe(emma, folder)  # Emma has not looked at Oskari's words
    somebody(oskari)
    oskari.handing_over.write(folder)
    [refused] = emma.collecting.take(FolderPlace(folder)).refused
    assert isinstance(refused.error, BundleStrangerError | BundleOtherOrganisationError)


def test_two_organisations_on_which_people_count_stay_two(machines, folder):
    emma, oskari = machines
    for machine in machines:
        machine.settle()
    emma.meet(folder)
    [stranger] = oskari.meet(folder)
    before = oskari.organisation
    with pytest.raises(OtherOrganisationError):
        oskari.introducing.introduce(stranger)
    assert oskari.organisation == before
    assert oskari.introducing.machines() == []


def test_a_changed_file_is_no_introduction(machines, folder):
    emma, oskari = machines
    emma.meet(folder)
    [file] = folder.iterdir()
    own = emma.tutor.ask(lambda store: Organisation(store).key.public.hex())
    assert file.name == name_of(own)
    file.write_bytes(file.read_bytes().replace(b"Emma", b"Eeva"))
    assert oskari.meet(folder) == []


def test_a_laptop_is_believed_after_its_words(machines):
    emma, _oskari = machines
    emma.introducing.introduce_laptop("cd" * 32)
    trusted = emma.tutor.ask(lambda store: Organisation(store).trusted())
    assert trusted.role_of("cd" * 32) is not None


def test_a_machine_that_was_lost_is_believed_no_more(machines, folder):
    emma, oskari = machines
    oskari.meet(folder)
    emma.believe(oskari, folder)
    oskari.believe(emma, folder)
    [machine] = emma.introducing.machines()
    emma.introducing.part_with(machine.public)
    assert emma.introducing.machines() == []
    somebody(oskari)
    oskari.handing_over.write(folder)
    [refused] = emma.collecting.take(FolderPlace(folder)).refused
    assert isinstance(refused.error, BundleStrangerError)
