"""The shared folder of the tutor's machine: nothing until it is switched on, then what is new."""

import pytest

from digitutor_app.exchange.errors import PlaceGoneError
from digitutor_app.exchange.identity import Identities
from digitutor_app.services.following import Following
from digitutor_app.services.joining import Joining
from digitutor_app.services.laptops_known import LaptopsKnown
from digitutor_app.services.sharing import Sharing
from tests.services.room import somebody


@pytest.fixture
def shared(tmp_path):
    (tmp_path / "shared").mkdir()
    return tmp_path / "shared"


def following(room, folder, *, on=True):
    made = Following(room.tutor, room.desk, room.clock)
    made.choose(folder)
    made.switch(on=on)
    return made


def sharing(room, laptop, folder):
    def identities(store):
        return Identities(store, laptop.folder.name)

    made = Sharing(
        laptop.worker, Joining(laptop.worker, laptop.laptop_number, identities), room.clock
    )
    made.choose(folder)
    return made


def attempts(room):
    query = 'SELECT count(*) FROM "attempt"'
    return room.own.store(lambda store: next(iter(store.database.rows(query)))[0])


def test_what_comes_is_taken_in_and_nothing_twice(room, shared):
    laptop = room.joined("laptop")
    room.desk.collect(room.stick)
    somebody(laptop)
    writer, reader = sharing(room, laptop, shared), following(room, shared)
    writer.write()
    came = reader.follow()
    assert came.refused == []
    assert sum(each.preview.new["attempt"] for each in came.arrived) == 1
    assert reader.follow().arrived == []
    assert attempts(room) == 1
    [heard] = reader.heard().values()
    assert heard.number == 1


def test_switched_off_nothing_comes(room, shared):
    laptop = room.joined("laptop")
    room.desk.collect(room.stick)
    somebody(laptop)
    sharing(room, laptop, shared).write()
    reader = following(room, shared, on=False)
    assert reader.follow() is None
    assert attempts(room) == 0


def test_another_folder_is_not_followed_by_itself(room, shared, tmp_path):
    reader = following(room, shared)
    reader.choose(tmp_path)
    assert not reader.on
    assert reader.folder == tmp_path


def test_a_stranger_is_looked_at_again_once_it_is_introduced(room, shared):
    laptop = room.joined("laptop")
    somebody(laptop)
    sharing(room, laptop, shared).write()
    reader = following(room, shared)
    assert len(reader.follow().refused) == 2
    room.desk.collect(room.stick)  # the stick introduces it
    assert sum(each.preview.new["attempt"] for each in reader.follow().arrived) == 1


def test_a_folder_that_is_gone_is_said(room, shared):
    reader = following(room, shared)
    shared.rmdir()
    with pytest.raises(PlaceGoneError):
        reader.follow()


def test_yesterday_is_not_today(room, shared):
    laptop = room.joined("laptop")
    room.gather(laptop)
    room.desk.collect(room.stick)
    reader = following(room, shared)
    known = LaptopsKnown(room.own.worker, room.tutor, reader, room.clock)
    assert [seen.today for seen in known.room().laptops] == [True]
    assert known.room().missing == []
    room.clock.forward(24 * 3600)
    assert reader.heard() == {}
    [seen] = known.room().laptops
    assert not seen.today
    assert seen.heard is not None
    assert known.room().missing == [1]
