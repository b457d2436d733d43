"""Palauta kone: only when everything has been delivered, and then nothing of ours is left."""

import pytest

from digitutor_app.exchange.identity import Identities
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.returning import Returning, wipe
from tests.services.laptop import do_all
from tests.services.test_collecting import Room, somebody


@pytest.fixture
def room(tmp_path, shelf, clock):
    (tmp_path / "room").mkdir()
    made = Room(tmp_path / "room", shelf, clock)
    made.prepare()
    yield made
    made.close()


def test_a_laptop_without_anybody_may_go(laptop):
    joining = Joining(laptop.worker, laptop.laptop_number, lambda s: Identities(s, "m"))
    assert Returning(Gathering(laptop.worker, joining, laptop.clock)).may().now


def test_only_when_the_receipt_is_there(room):
    laptop = room.joined("laptop")
    returning = Returning(room.gathering(laptop)[1])
    assert returning.may().now
    somebody(laptop)
    assert returning.may().waiting == 1
    room.gather(laptop)
    assert returning.may().waiting == 1
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert returning.may().now
    laptop.arrive()
    assert returning.may().waiting == 1


def test_nothing_of_ours_is_left(tmp_path, laptop):
    person_id = laptop.arrive()
    laptop.reception.take_code("sininen-kettu-27", "Ainokaisa")
    do_all(laptop, person_id)
    laptop.store(lambda store: store.backups.make("daily"))
    laptop.worker.close()
    folder = laptop.folder
    (folder / "practice.key").write_bytes(bytes(range(32)))
    (folder / "digitutor.log").write_text("something")
    (folder / "rehearsal").mkdir()
    (folder / "rehearsal" / "practice.db").write_bytes(b"x")
    assert wipe(folder) == []
    assert not folder.exists()
    assert wipe(folder) == []


def test_what_others_keep_in_the_folder_stays(tmp_path):
    (tmp_path / "practice.db").write_bytes(b"x")
    (tmp_path / "letter.odt").write_text("mine")
    (tmp_path / "photos").mkdir()
    assert wipe(tmp_path) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter.odt", "photos"]


def test_a_link_is_removed_and_what_it_leads_to_stays(tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "key").write_bytes(b"not ours")
    (elsewhere / "letter.odt").write_text("mine")
    data = tmp_path / "data"
    data.mkdir()
    (data / "practice.key").symlink_to(elsewhere / "key")
    (data / "backups").symlink_to(elsewhere)
    assert wipe(data) == []
    assert (elsewhere / "key").read_bytes() == b"not ours"
    assert (elsewhere / "letter.odt").exists()
    assert not data.exists()
