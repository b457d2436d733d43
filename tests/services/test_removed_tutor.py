"""A tutor who has left: laptops follow the organiser's new key, and believe the old one no more,
whichever stick comes first."""

from datetime import timedelta

import pytest

from digitutor_app.domain.workshops import Workshop
from digitutor_app.exchange.stick.errors import OtherOrganiserError, StrangersSheetError
from digitutor_app.exchange.stick.sheet import (
    Event,
    Heir,
    Sheet,
    TutorMachine,
    written_sheet,
)
from digitutor_app.services.organisation import Organisation, renew_organisation
from digitutor_app.services.stick_desk import StickDesk
from digitutor_app.trust.sealing import Identity
from digitutor_app.trust.signing import SigningKey
from tests.exchange.stick.makers import SECRET, STRANGER
from tests.services.room import somebody
from tests.store.makers import a_person

MINE = Identity.new()


@pytest.fixture
def workshop(room):
    """Put on sticks as the program does."""
    made = Workshop(id="w1", name="Paja", place="", day=room.clock.now().date())
    room.tutor.ask(lambda store: store.workshops.put(made))
    room.desk_of_sticks = StickDesk(room.own.worker, room.tutor, room.clock)
    room.desk_of_sticks.prepare(room.stick, made, "Sedu")
    return made


def ours(room):
    return room.tutor.ask(Organisation)


def forge(room, key, **changes):
    """What somebody who has left puts on a stick."""
    room.clock.forward(60)
    said = {
        "made": room.clock.now().isoformat(),
        "organisation": ours(room).id,
        "organiser": "Sedu",
        "event": Event("w1", "Paja", "", room.clock.now().date().isoformat()),
        "tutors": [TutorMachine(key.public.hex(), MINE.recipient, "gone")],
        "secret": SECRET,
    }
    room.stick.prepare(written_sheet(Sheet(**{**said, **changes}), key))


def leave(room):
    """A tutor is removed; returns the key which that person could have copied."""
    old = ours(room).key
    room.tutor.ask(renew_organisation)
    return old


def recipients(room, laptop):
    return room.gathering(laptop)[0].here.sheet.recipients


def test_laptops_follow_the_new_key(room, workshop):
    laptop = room.joined("laptop")
    leave(room)
    leave(room)
    room.clock.forward(3600)
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    somebody(laptop)
    assert room.gather(laptop).people == 1
    assert list(recipients(room, laptop)) == ours(room).recipients
    assert [each.preview.new["attempt"] for each in room.desk.collect(room.stick).arrived] == [1]


def test_the_old_key_is_believed_no_more(room, workshop):
    laptop = room.joined("laptop")
    old = leave(room)
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    room.gather(laptop)
    forge(room, old)
    with pytest.raises(StrangersSheetError):
        room.gather(laptop)
    with pytest.raises(StrangersSheetError):
        room.desk.collect(room.stick)
    forge(
        room, old, tutors=[*ours(room).machines(), TutorMachine(old.public.hex(), MINE.recipient)]
    )
    with pytest.raises(StrangersSheetError):
        room.gather(laptop)


def test_a_sheet_of_somebody_who_left_that_came_first_holds_until_the_next_stick(room, workshop):
    """Even where it says that it is newer than all that will come."""
    laptop = room.joined("laptop")
    old = leave(room)
    forge(room, old, made=(room.clock.now() + timedelta(hours=30)).isoformat())
    room.gather(laptop)
    assert MINE.recipient in recipients(room, laptop)
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    room.gather(laptop)
    assert list(recipients(room, laptop)) == ours(room).recipients
    forge(room, old, made=(room.clock.now() + timedelta(hours=40)).isoformat())
    with pytest.raises(StrangersSheetError):
        room.gather(laptop)


def test_another_machine_that_has_left_does_not_come_back_with_an_old_stick(room, workshop):
    room.tutor.ask(
        lambda store: Organisation(store).introduce(
            TutorMachine(STRANGER.public.hex(), MINE.recipient, "gone")
        )
    )
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    old_sheet = (room.stick.folder / "workshop.dgt").read_bytes()
    laptop = room.joined("laptop")
    assert MINE.recipient in recipients(room, laptop)
    room.tutor.ask(lambda store: Organisation(store).part_with(STRANGER.public.hex()))
    room.clock.forward(60)
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    room.gather(laptop)
    assert MINE.recipient not in recipients(room, laptop)
    room.stick.prepare(old_sheet)
    room.gather(laptop)
    assert MINE.recipient not in recipients(room, laptop)
    forge(room, STRANGER)
    with pytest.raises(StrangersSheetError):
        room.gather(laptop)


def test_a_machine_that_was_introduced_again_is_believed_again(room, workshop):
    laptop = room.joined("laptop")
    machine = TutorMachine(STRANGER.public.hex(), MINE.recipient, "back")
    for act in (
        lambda store: Organisation(store).introduce(machine),
        lambda store: Organisation(store).part_with(machine.public),
        lambda store: Organisation(store).introduce(machine),
    ):
        room.tutor.ask(act)
        room.clock.forward(60)
        room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
        room.gather(laptop)
    assert MINE.recipient in recipients(room, laptop)
    assert STRANGER.public in room.gathering(laptop)[0].here.tutors


def test_a_stranger_is_no_heir(room, workshop):
    laptop = room.joined("laptop")
    for proof in ("00" * 64, STRANGER.sign(b"x").hex()):
        heir = Heir(ours(room).key.public.hex(), STRANGER.public.hex(), proof)
        forge(room, STRANGER, heirs=[heir])
        with pytest.raises(StrangersSheetError):
            room.gather(laptop)


def test_whoever_was_erased_before_is_erased_on_late_laptops(room, workshop):
    laptop = room.joined("laptop")
    person = a_person()
    laptop.store(lambda store: store.people.put(person))
    signer = ours(room)
    room.own.store(lambda store: signer.erase(store, person.id))
    leave(room)
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    room.desk.collect(room.stick)
    room.gather(laptop)
    assert laptop.store(lambda store: store.people.get(person.id)) is None


def test_a_stick_from_before_is_not_said_to_be_somebody_elses(room, workshop):
    """It is to be prepared again; what lies on it comes then."""
    laptop = room.joined("laptop")
    somebody(laptop)
    room.gather(laptop)
    leave(room)
    with pytest.raises(StrangersSheetError):
        room.desk.is_ours(room.stick)
    room.desk_of_sticks.prepare(room.stick, workshop, "Sedu")
    assert room.desk.is_ours(room.stick)
    assert len(room.desk.collect(room.stick).arrived) == 1
    forge(room, STRANGER, organisation="other")
    assert not room.desk.is_ours(room.stick)
    with pytest.raises(OtherOrganiserError):
        room.desk.collect(room.stick)


def test_a_new_key_signs_what_the_laptops_follow(room, workshop):
    """Each proof is that of the key before it, so a chain of them leads to the key of today."""
    for _ in range(3):
        leave(room)
    heirs = ours(room).heirs
    assert [one.new for one in heirs[:-1]] == [one.old for one in heirs[1:]]
    assert heirs[-1].new == ours(room).key.public.hex()
    assert isinstance(ours(room).key, SigningKey)
