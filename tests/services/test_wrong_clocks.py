"""Clocks of laptops and tutors that are years off: nothing is lost by it, and nothing waits for
ever."""

from datetime import UTC, datetime, timedelta

import pytest

from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.receipts import Receipt, Receipts, written_receipts
from digitutor_app.exchange.stick.sheet import TutorMachine
from digitutor_app.services.organisation import Organisation
from digitutor_app.services.pin import KEPT as PIN
from digitutor_app.services.reception import Reception
from digitutor_app.services.sharing import Sharing
from tests.exchange.stick.makers import IDENTITY, STRANGER
from tests.fakes.clock import FakeClock
from tests.services.room import CODES, somebody

DEAD_BATTERY = datetime(1970, 1, 1, 2, 3, tzinfo=UTC)


def with_clock(room, laptop, moment):
    """The laptop after its clock was set to this."""
    laptop.clock = FakeClock(moment)
    laptop.reception = Reception(laptop.worker, laptop.clock)
    _joining, gathering = room.gathering(laptop)
    gathering._clock = laptop.clock
    return gathering


@pytest.mark.parametrize("moment", [DEAD_BATTERY, datetime(2099, 5, 5, tzinfo=UTC)])
def test_a_laptop_with_a_wrong_clock_is_heard_of_when_it_delivers(room, moment):
    laptop = room.joined("laptop")
    gathering = with_clock(room, laptop, moment)
    somebody(laptop)
    gathering.answer(room.stick)
    collected = room.desk.collect(room.stick)
    assert collected.refused == []
    assert [each.preview.new["attempt"] for each in collected.arrived] == [1]
    assert collected.missing == ()
    room.clock.forward(24 * 3600)
    assert room.desk.collect(room.stick).missing == (1,)


def test_what_comes_after_the_clock_went_back_is_taken_in(room):
    """The names of bundles tell when a clock said that they were made; the newest is another."""
    laptop = room.joined("laptop")
    somebody(laptop, CODES[0])
    room.gather(laptop)
    room.desk.collect(room.stick)
    gathering = with_clock(room, laptop, DEAD_BATTERY)
    for number in (1, 2):
        somebody(laptop, CODES[number])
        gathering.answer(room.stick)
        room.desk.collect(room.stick)
        assert len(room.people()) == number + 1
    gathering.answer(room.stick)
    assert len(gathering.delivery().carried) == 3


def test_a_sheet_from_the_future_keeps_no_later_one_away(room):
    future = (room.clock.now() + timedelta(days=73 * 365)).isoformat()
    room.prepare(made=future, pin="first")
    laptop = room.joined("laptop")
    newcomer = TutorMachine(STRANGER.public.hex(), IDENTITY.recipient, "Oskari")
    room.prepare(tutors=[*room.tutor.ask(Organisation).machines(), newcomer], pin="second")
    room.gather(laptop)
    assert STRANGER.public in room.gathering(laptop)[0].here.tutors
    assert laptop.store(lambda store: store.settings.get(PIN)) == "second"
    room.prepare(made=future, pin="first")
    room.gather(laptop)
    assert STRANGER.public in room.gathering(laptop)[0].here.tutors
    assert laptop.store(lambda store: store.settings.get(PIN)) == "second"


def test_an_old_stick_brings_nothing_of_the_workshop_back(room):
    old = room.clock.now().isoformat()
    room.prepare(pin="first")
    laptop = room.joined("laptop")
    room.clock.forward(3600)
    room.prepare(pin="second", organiser="Sedu ja kirjasto")
    room.gather(laptop)
    room.prepare(made=old, pin="first")
    room.gather(laptop)
    assert laptop.store(lambda store: store.settings.get(PIN)) == "second"
    assert room.gathering(laptop)[0].here.sheet.organiser == "Sedu ja kirjasto"


def test_a_laptop_in_1970_goes_back_to_no_old_sheet(room):
    old = room.clock.now().isoformat()
    newcomer = TutorMachine(STRANGER.public.hex(), IDENTITY.recipient, "Oskari")
    room.prepare(tutors=[*room.tutor.ask(Organisation).machines(), newcomer])
    laptop = room.joined("laptop")
    room.clock.forward(3600)
    room.prepare()
    room.gather(laptop)
    room.prepare(made=old, tutors=[*room.tutor.ask(Organisation).machines(), newcomer])
    room.gather(laptop)
    assert STRANGER.public not in room.gathering(laptop)[0].here.tutors


def test_old_receipts_take_nothing_back(room):
    laptop = room.joined("laptop")
    first = somebody(laptop, CODES[0])
    room.gather(laptop)
    room.desk.collect(room.stick)
    old = (room.stick.folder / "receipts.dgt").read_bytes()
    second = somebody(laptop, CODES[1])
    room.gather(laptop)
    room.desk.collect(room.stick)
    room.gather(laptop)
    gathering = room.gathering(laptop)[1]
    assert gathering.delivery().carried == {first, second}
    room.stick.answer(old)
    room.gather(laptop)
    assert gathering.delivery().carried == {first, second}


def test_receipts_from_the_future_are_receipts(room):
    laptop = room.joined("laptop")
    person = somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    ours = room.tutor.ask(Organisation)
    receipts = room.stick.receipts()[1]
    said = Receipts("2999-01-01T00:00+00:00", ours.id, receipts.receipts, receipts.erased)
    room.stick.answer(written_receipts(said, ours.key))
    room.gather(laptop)
    assert room.gathering(laptop)[1].delivery().carried == {person}


def test_a_receipt_for_what_was_never_made_says_nothing(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    ours = room.tutor.ask(Organisation)
    public = room.gathering(laptop)[0].identities
    own = laptop.store(lambda store: public(store).device().public)
    said = Receipts("2026-03-02T10:00+02:00", ours.id, [Receipt(own, 10**9, "ab" * 32)])
    room.stick.answer(written_receipts(said, ours.key))
    room.gather(laptop)
    assert room.gathering(laptop)[1].delivery().carried == frozenset()


def test_a_copied_laptop_gets_its_receipts_too(room):
    """It counts from the beginning under its new name; what it delivered before is another's."""
    laptop = room.joined("laptop")
    for _ in range(6):
        room.gather(laptop)
    joining, gathering = room.gathering(laptop)
    laptop.store(lambda store: joining.identities(store).renew("copy"))
    person = somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert gathering.delivery().carried == {person}


def test_what_came_by_a_shared_folder_is_receipted_on_the_stick(room, tmp_path):
    laptop = room.joined("laptop")
    joining, gathering = room.gathering(laptop)
    sharing = Sharing(laptop.worker, joining, laptop.clock)
    (tmp_path / "share").mkdir()
    sharing.choose(tmp_path / "share")
    room.gather(laptop)
    room.desk.collect(room.stick)
    person = somebody(laptop)
    assert sharing.write().full
    heard = room.desk.follow(FolderPlace(tmp_path / "share")).arrived
    assert Kind.BUNDLE in [each.bundle.header.kind for each in heard]
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert gathering.delivery().carried == {person}
