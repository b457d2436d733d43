"""A room of laptops and one stick: what each has collected becomes one picture, nothing twice."""

from datetime import timedelta

import pytest

from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.errors import BundleOldError, BundleStrangerError, BundleTornError
from digitutor_app.exchange.gathering import keep_for_later
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.errors import OtherOrganiserError
from digitutor_app.exchange.stick.sheet import written_sheet
from digitutor_app.services.delivering import Delivering
from digitutor_app.services.erasing import Erasing
from digitutor_app.services.organisation import Device, Organisation
from tests.exchange.stick.makers import TUTOR, a_sheet
from tests.services.room import CODES, somebody


def test_twelve_laptops_are_gathered_by_one_person(room):
    """Presses on the laptops: one each to join, none to deliver."""
    laptops = [room.joined(f"laptop{n}") for n in range(12)]
    for laptop, code in zip(laptops, CODES, strict=True):
        somebody(laptop, code, f"Osallistuja {code[-2:]}")
    for laptop in laptops:
        assert room.gather(laptop).people == 1
    collected = room.desk.collect(room.stick)
    assert collected.refused == []
    assert {each.device.number for each in collected.arrived} == set(range(1, 13))
    assert collected.missing == ()
    assert [card.code for card in room.people()] == CODES
    assert sum(each.preview.new["attempt"] for each in collected.arrived) == 12


def test_whose_numbers_are_missing(room):
    first, second, third = (room.joined(f"laptop{n}") for n in range(3))
    for laptop in (first, third):
        somebody(laptop, CODES[laptop is first])
        room.gather(laptop)
    collected = room.desk.collect(room.stick)
    assert collected.numbers == (1, 2, 3)
    assert collected.missing == (2,)
    room.gather(second)
    assert room.desk.collect(room.stick).missing == ()


def test_who_joined_in_the_morning_and_was_passed_by_in_the_afternoon_is_told(room):
    """Joining delivers too: that alone must not make a round look complete."""
    first, second = room.joined("first"), room.joined("second")
    for laptop in (first, second):
        room.gather(laptop)
    morning = room.clock.now()
    room.clock.forward(3 * 3600)
    somebody(first)
    room.gather(first)
    collected = room.desk.collect(room.stick)
    assert (collected.missing, collected.behind) == ((), ((2, morning),))
    room.gather(second)
    assert room.desk.collect(room.stick).behind == ()


def test_the_next_day_everybody_is_missing_again(room):
    laptop = room.joined("laptop")
    room.gather(laptop)
    assert room.desk.collect(room.stick).missing == ()
    room.clock.forward(24 * 3600)
    assert room.desk.collect(room.stick).missing == (1,)


def test_the_same_again_changes_nothing(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    before = room.own.store(lambda store: list(store.database.rows('SELECT * FROM "attempt"')))
    [again] = room.desk.collect(room.stick).arrived
    assert again.preview.known
    assert again.preview.nothing
    room.gather(laptop)
    [later] = room.desk.collect(room.stick).arrived
    assert later.preview.nothing
    assert before == room.own.store(lambda s: list(s.database.rows('SELECT * FROM "attempt"')))


def test_looking_first_changes_nothing(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    somebody(laptop, data_set="b")
    room.gather(laptop)
    place = FolderPlace(room.stick.bundles)
    [seen] = room.desk.look(place).arrived
    assert seen.preview.new["attempt"] == 1
    assert len(room.own.attempts(room.people()[0].id)) == 1
    [taken] = room.desk.take(place).arrived
    assert taken.preview.new == seen.preview.new
    assert len(room.own.attempts(room.people()[0].id)) == 2


def test_a_laptop_dies_and_its_person_goes_on_elsewhere(room):
    first, second = room.joined("first"), room.joined("second")
    somebody(first)
    room.gather(first)
    room.clock.forward(1800)
    somebody(second, name="", data_set="b")
    room.gather(second)
    collected = room.desk.collect(room.stick)
    assert collected.joined == 1
    [card] = room.people()
    assert card.first_name == "Aino"
    assert len(room.own.attempts(card.id)) == 2


def test_people_of_the_laptops_have_no_card_on_the_tutors_machine(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    assert room.own.reception.cards() == []
    assert len(room.people()) == 1


def test_who_sits_at_a_laptop_now_is_on_the_tutors_board(room):
    laptop = room.joined("laptop")
    somebody(laptop, leave=False)
    room.gather(laptop)
    room.desk.collect(room.stick)
    room.own.arrive()
    assert len(room.own.store(lambda store: store.visits.open_visits())) == 2


def test_the_laptop_knows_what_has_been_carried(room):
    laptop = room.joined("laptop")
    person_id = somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    gathering = room.gathering(laptop)[1]
    assert gathering.delivery().waiting == {person_id}
    room.gather(laptop)
    assert gathering.delivery().carried == {person_id}


def test_a_rehearsal_is_shown_and_never_counted(room):
    room.prepare(rehearsal=True)
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    collected = room.desk.collect(room.stick)
    [arrived] = collected.arrived
    assert arrived.rehearsal
    assert arrived.preview.new["attempt"] == 1
    assert collected.missing == ()
    assert room.people() == []
    # The next rehearsal begins with everybody missing.
    room.clock.forward(24 * 3600)
    assert room.desk.collect(room.stick).missing == (1,)


def test_a_stick_of_somebody_else(room):
    room.stick.prepare(written_sheet(a_sheet(), TUTOR))
    assert not room.desk.is_ours(room.stick)
    with pytest.raises(OtherOrganiserError):
        room.desk.collect(room.stick)


def test_what_cannot_be_taken_is_named_and_the_rest_comes(room):
    good, torn = room.joined("good"), room.joined("torn")
    for laptop, code in ((good, CODES[0]), (torn, CODES[1])):
        somebody(laptop, code)
        room.gather(laptop)
    entries = sorted(room.stick.bundles.rglob("*.wb1"))
    public = torn.store(lambda store: Identities(store, "torn").device().public)
    [file] = [entry for entry in entries if entry.parent.name == public[:8]]
    file.write_bytes(file.read_bytes()[:-100])
    collected = room.desk.collect(room.stick)
    assert [type(each.error) for each in collected.refused] == [BundleTornError]
    assert [card.code for card in room.people()] == [CODES[0]]
    assert collected.missing == (2,)
    room.gather(torn)
    assert room.desk.collect(room.stick).missing == ()
    assert [card.code for card in room.people()] == CODES[:2]


def test_a_laptop_that_nobody_introduced(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    [refused] = room.desk.take(FolderPlace(room.stick.bundles)).refused
    assert isinstance(refused.error, BundleStrangerError)
    assert room.people() == []


def test_an_erasure_reaches_the_laptops_and_they_confirm_it(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    erasing = Erasing(room.own.worker, room.tutor, room.clock)
    person = room.own.store(lambda store: store.people.all_heads()[0])
    erasing.ask(person, person.code)
    room.clock.forward(timedelta(days=8).total_seconds())
    erasing.carry_out()
    assert erasing.confirmed().missing == (1,)
    room.gather(laptop)
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert laptop.reception.cards() == []
    assert room.people() == []
    # What it left there in that round tells already that they are forgotten.
    room.desk.collect(room.stick)
    assert erasing.confirmed().missing == ()
    assert (erasing.confirmed().laptops, erasing.confirmed().of) == (1, 1)


def test_a_bundle_that_waited_on_the_stick_brings_nobody_back(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    old = {file: file.read_bytes() for file in room.stick.bundles.rglob("*.wb1")}
    erasing = Erasing(room.own.worker, room.tutor, room.clock)
    person = room.own.store(lambda store: store.people.all_heads()[0])
    erasing.ask(person, person.code)
    room.clock.forward(timedelta(days=8).total_seconds())
    erasing.carry_out()
    for file, content in old.items():
        file.with_name(file.name.replace(file.name[-10:-4], "abcdef")).write_bytes(content)
    room.desk.collect(room.stick)
    assert room.people() == []


def test_bundles_of_today_are_merged_without_a_backup(room):
    laptop = room.joined("laptop")
    somebody(laptop, leave=False)
    joining, _gathering = room.gathering(laptop)
    place, now = FolderPlace(room.stick.bundles), room.clock.now()
    delivering = Delivering(laptop.worker, joining.identities)
    rows, device = delivering.begin(Kind.TODAY, now)
    delivering.carry(rows, device, joining.here, place, now=now, kind=Kind.TODAY)
    before = room.own.store(lambda store: len(store.backups.all()))
    [arrived] = room.desk.collect(room.stick).arrived
    assert arrived.bundle.header.kind is Kind.TODAY
    assert room.own.store(lambda store: len(store.backups.all())) == before
    assert len(room.own.store(lambda store: store.visits.open_visits())) == 1


def test_what_a_newer_program_wrote_is_tried_again(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.desk.collect(room.stick)
    [bundle] = room.stick.bundles.rglob("*.wb1")
    waiting = room.folder / "waiting"
    keep_for_later(waiting, bundle.read_bytes())
    # This program reads it: it is dealt with, and the file is gone.
    [again] = room.desk.take_waiting().arrived
    assert again.preview.nothing
    assert list(waiting.iterdir()) == []
    assert room.desk.take_waiting().arrived == ()


def test_old_bundles_come_only_when_somebody_says_so(room):
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    room.clock.forward(200 * 24 * 3600)
    place = FolderPlace(room.stick.bundles)
    room.tutor.ask(
        lambda store: Organisation(store).note(Device(public=public_of(room, laptop), number=1))
    )
    [refused] = room.desk.look(place).refused
    assert isinstance(refused.error, BundleOldError)
    assert room.desk.take(place, old_too=True).arrived[0].preview.new["attempt"] == 1


def public_of(room, laptop):
    return laptop.store(lambda store: Identities(store, laptop.folder.name).device().public)
