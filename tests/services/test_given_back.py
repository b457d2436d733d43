"""A laptop that was given back: nobody waits for it, until it is heard of again."""

from datetime import timedelta

import pytest

from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.services.erasing import Erasing
from digitutor_app.services.following import Following
from digitutor_app.services.given_back import GivenBack
from digitutor_app.services.laptops_heard import after
from digitutor_app.services.laptops_known import LaptopsKnown
from digitutor_app.services.organisation import Device, Organisation
from tests.exchange.machines import NOW
from tests.services.room import somebody
from tests.services.test_laptops_heard import bundle

A_DAY = timedelta(days=1).total_seconds()
GONE = Device(public="ab" * 32, number=1, sequence=4, given_back=NOW.isoformat())


@pytest.fixture
def given_back(room):
    return GivenBack(room.tutor, room.clock)


@pytest.fixture
def two(room):
    """Two laptops that delivered yesterday; the first comes today too."""
    laptops = [room.joined("1"), room.joined("2")]
    for number, laptop in enumerate(laptops):
        somebody(laptop, f"sininen-kettu-2{number}")
        room.gather(laptop)
    room.desk.collect(room.stick)
    room.clock.forward(A_DAY)
    somebody(laptops[0], "sininen-kettu-28")
    room.gather(laptops[0])
    return laptops


def known(room):
    following = Following(room.tutor, room.desk, room.clock)
    return LaptopsKnown(room.own.worker, room.tutor, following, room.clock).room()


def numbers(laptops):
    return [laptop.number for laptop in laptops]


def erase_somebody(room):
    erasing = Erasing(room.own.worker, room.tutor, room.clock)
    person = room.people()[0]
    ours = room.tutor.ask(Organisation)
    room.own.store(lambda store: ours.erase(store, person.id))
    return erasing


def test_nobody_waits_for_it_anywhere(room, two, given_back):
    erasing = erase_somebody(room)
    assert erasing.confirmed().missing == (1, 2)
    [silent] = [device for device in given_back.in_use() if device.number == 2]
    given_back.say(silent.public)
    assert erasing.confirmed().missing == (1,)
    assert erasing.confirmed().of == 1
    assert numbers(known(room).laptops) == [1]
    assert known(room).others == 0
    collected = room.desk.collect(room.stick)
    assert (collected.missing, collected.numbers) == ((), (1,))
    assert numbers(given_back.given_back()) == [2]


def test_taken_back_it_is_waited_for(room, two, given_back):
    [silent] = [device for device in given_back.in_use() if device.number == 2]
    given_back.say(silent.public)
    given_back.take_back(silent.public)
    assert given_back.given_back() == []
    assert room.desk.collect(room.stick).missing == (2,)
    assert known(room).missing == [2]


def test_what_it_delivers_later_comes_and_it_is_in_use_again(room, two, given_back):
    [silent] = [device for device in given_back.in_use() if device.number == 2]
    given_back.say(silent.public)
    room.desk.take(FolderPlace(room.stick.bundles))
    assert numbers(given_back.given_back()) == [2]  # what was known already is no news
    somebody(two[1], "sininen-kettu-29")
    room.gather(two[1])
    collected = room.desk.collect(room.stick)
    assert (collected.missing, collected.numbers) == ((), (1, 2))
    assert given_back.given_back() == []
    assert sorted(numbers(given_back.in_use())) == [1, 2]
    assert len(room.people()) == 4


def test_who_has_been_silent_longest_is_asked_about_first(room, two, given_back):
    room.desk.collect(room.stick)
    assert numbers(given_back.in_use()) == [2, 1]


def test_a_machine_that_nobody_knows_stays_unknown(room, given_back):
    given_back.say("ab" * 32)
    assert given_back.given_back() == []


def test_a_rehearsal_is_not_waited_for_at_all(room, given_back):
    device = Device(public="ab" * 32, number=1, rehearsal=True)
    room.tutor.ask(lambda store: Organisation(store).note(device))
    assert given_back.in_use() == []


@pytest.mark.parametrize(("sequence", "stays"), [(3, True), (4, True), (5, False)])
def test_only_a_newer_bundle_is_news(sequence, stays):
    said = after(GONE, bundle(sequence=sequence), NOW)
    assert bool(said.given_back) is stays


@pytest.mark.parametrize(("day", "stays"), [("2020-01-01", True), ("2030-01-01", False)])
def test_a_small_file_of_today_is_news_when_it_was_written_since(day, stays):
    today = bundle(sequence=5, kind=Kind.TODAY, created=f"{day}T08:00:00Z")
    assert bool(after(GONE, today, NOW).given_back) is stays
