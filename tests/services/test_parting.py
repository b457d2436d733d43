"""Parting with another tutor machine: what each of the two may do then, and meeting again."""

import pytest

from digitutor_app.exchange.errors import BundleError, BundleNotForUsError, BundleStrangerError
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.services.organisation import Organisation
from tests.services import test_introducing
from tests.services.test_introducing import somebody

machines, folder = test_introducing.machines, test_introducing.folder


@pytest.fixture
def friends(machines, folder):
    """Emma's and Oskari's machine, which believe each other."""
    emma, oskari = machines
    emma.meet(folder)
    oskari.believe(emma, folder)
    emma.believe(oskari, folder)
    return emma, oskari


def part(machine):
    [other] = machine.introducing.machines()
    machine.introducing.part_with(other.public)


def outcome(giver, taker, place):
    """How many attempts come over, or why none does."""
    place.mkdir()
    giver.handing_over.write(place)
    taken = taker.collecting.take(FolderPlace(place))
    if taken.refused:
        return type(taken.refused[0].error)
    return sum(each.preview.new["attempt"] for each in taken.arrived)


def test_what_the_other_writes_is_taken_in_no_more(friends, tmp_path):
    emma, oskari = friends
    somebody(oskari)
    assert outcome(oskari, emma, tmp_path / "before") == 1
    part(emma)
    assert emma.introducing.machines() == []
    assert issubclass(outcome(oskari, emma, tmp_path / "after"), BundleStrangerError)


def test_the_other_cannot_open_what_is_written_from_now_on(friends, tmp_path):
    emma, oskari = friends
    somebody(emma)
    part(emma)
    refused = outcome(emma, oskari, tmp_path / "out")
    assert issubclass(refused, BundleError)
    assert refused is BundleNotForUsError


def test_its_key_leaves_the_next_sheet(friends):
    emma, oskari = friends
    theirs = oskari.tutor.ask(lambda store: Organisation(store).key.public.hex())
    part(emma)
    ours = emma.tutor.ask(lambda store: Organisation(store).machines())
    assert theirs not in {machine.public for machine in ours}


def test_what_has_come_stays(friends, tmp_path):
    emma, oskari = friends
    somebody(oskari)
    outcome(oskari, emma, tmp_path / "before")
    part(emma)
    assert emma.laptop.store(lambda store: store.people.everyone_with_code())


def test_introduced_again_everything_is_as_before(friends, folder, tmp_path):
    emma, oskari = friends
    part(emma)
    oskari.meet(folder)
    [stranger] = emma.meet(folder)
    assert not stranger.known
    assert stranger.words == oskari.introducing.words
    emma.introducing.introduce(stranger)
    assert [each.known for each in emma.meet(folder)] == [True]
    somebody(oskari)
    assert outcome(oskari, emma, tmp_path / "again") == 1
    assert outcome(emma, oskari, tmp_path / "back") == 0
