"""Laptops and a shared folder: the tutor's machine follows what goes on, at one small file each."""

import pytest

from digitutor_app.exchange.errors import PlaceGoneError
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.services.sharing import Sharing, Written
from tests.services.room import CODES, somebody


@pytest.fixture
def room(room, tmp_path):
    """With a folder that all of them see."""
    room.share = tmp_path / "share"
    room.share.mkdir()
    return room


def sharing(room, laptop):
    made = Sharing(laptop.worker, room.gathering(laptop)[0], room.clock)
    made.choose(room.share)
    return made


def files(room):
    return sorted(path.name for path in room.share.rglob("*.wb1"))


def test_without_a_folder_or_a_workshop_nothing_is_written(room):
    laptop = room.a_laptop("alone")
    assert sharing(room, laptop).write() == Written()
    joined = room.joined("joined")
    made = sharing(room, joined)
    made.choose(None)
    assert made.folder is None
    assert made.write() == Written()
    assert files(room) == []


def test_only_what_has_changed_is_written(room):
    laptop = room.joined("laptop")
    made = sharing(room, laptop)
    somebody(laptop, leave=False)
    assert made.write() == Written(today=True, full=True)
    assert made.write() == Written()
    laptop.calls.call(laptop.reception.require().person.id, "files-01", "open")
    assert made.write() == Written(today=True)
    assert made.write() == Written()
    room.clock.forward(3601)
    assert made.write() == Written(full=True)


def test_the_tutors_board_follows_thirty_laptops(room):
    """The live picture costs one small file each, without a backup."""
    laptops = [room.joined(f"laptop{n}") for n in range(3)]
    room.desk.collect(room.stick)
    for laptop, code in zip(laptops, CODES, strict=False):
        somebody(laptop, code, leave=False)
        sharing(room, laptop).write()
    place = FolderPlace(room.share)
    assert len(room.desk.follow(place).arrived) == 6
    open_visits = room.own.store(lambda store: store.visits.open_visits())
    assert {visit.laptop for visit in open_visits} == {"1", "2", "3"}
    backups = room.own.store(lambda store: len(store.backups.all()))
    assert room.desk.follow(place).arrived == []
    laptops[1].calls.call(laptops[1].reception.require().person.id, "files-01", "open")
    made = sharing(room, laptops[1])
    made.write()
    room.desk.follow(place)
    assert len(room.own.store(lambda store: store.calls.open_calls())) == 1
    laptops[1].reception.leave()
    made.write()
    arrived = room.desk.follow(place).arrived
    assert len(arrived) == 1
    assert room.own.store(lambda store: len(store.backups.all())) <= backups + 1
    open_visits = room.own.store(lambda store: store.visits.open_visits())
    assert {visit.laptop for visit in open_visits} == {"1", "3"}


def test_a_share_that_is_away_for_a_while(room):
    laptop = room.joined("laptop")
    made = sharing(room, laptop)
    somebody(laptop)
    away = room.share.rename(room.share.with_name("away"))
    with pytest.raises(PlaceGoneError):
        made.write()
    away.rename(room.share)
    assert made.write() == Written(today=True, full=True)
