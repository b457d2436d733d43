"""A laptop joins the workshop whose stick it sees: a number, the codes, the PIN; nobody types."""

import pytest

from digitutor_app.domain.display import Display
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.cards import cards
from digitutor_app.exchange.stick.errors import (
    NoStickError,
    OtherOrganiserError,
    StrangersSheetError,
)
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.exchange.stick.sheet import Event, Participant, TutorMachine, written_sheet
from digitutor_app.services.joining import Invitation, Joining
from digitutor_app.services.pin import Pin
from digitutor_app.trust.cost import Cost
from digitutor_app.trust.pin import pin_hash
from tests.exchange.stick.makers import IDENTITY, SECRET, STRANGER, TUTOR, a_sheet

CHEAP = Cost(1, 8 * 1024)
LARGE_TEXT = Display(text=200)
EVENING = Event(id="w2", name="Iltapaja", place="Kirjasto", day="2026-11-25")


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "stick").mkdir()
    return Stick(tmp_path / "stick")


def put(stick, key=TUTOR, **changes):
    stick.prepare(written_sheet(a_sheet(**changes), key))


def joining(laptop, machine="first"):
    def identities(store):
        return Identities(store, machine)

    return Joining(laptop.worker, laptop.laptop_number, identities)


def machine(key):
    return TutorMachine(public=key.public.hex(), recipient=IDENTITY.recipient)


def test_a_new_laptop_joins_with_one_press(laptop, stick):
    put(stick, pin=pin_hash("2468", CHEAP))
    way = joining(laptop)
    assert way.here is None
    invitation, sheet = way.look(stick)
    assert (invitation, sheet.event.name) == (Invitation.NEW, "Digitaitojen perusteet")
    way.join(stick)
    assert way.here.number == 1
    assert way.here.sheet.event.name == "Digitaitojen perusteet"
    assert laptop.laptop_number.number == "1"
    assert way.look(stick)[0] is Invitation.OURS
    assert Pin(laptop.worker, laptop.clock, CHEAP).check("2468")
    [workshop] = laptop.store(lambda store: store.workshops.all())
    assert workshop.name == "Digitaitojen perusteet"
    assert [card.number for card in cards(stick.folder, "w1", SECRET)] == [1]


def test_looking_changes_nothing(laptop, stick):
    put(stick)
    joining(laptop).look(stick)
    assert joining(laptop).here is None
    assert list(cards(stick.folder, "w1", SECRET)) == []


def test_it_stays_joined_after_a_power_cut(laptop, stick, start):
    put(stick)
    joining(laptop).join(stick)
    again = start(laptop)
    assert joining(again).here.number == 1
    assert joining(again).join(stick).number == 1


def test_two_laptops_get_two_numbers(laptop, stick, start):
    put(stick)
    first, second = laptop, start(laptop)
    assert joining(first).join(stick).number == 1
    assert joining(second, "second").join(stick).number == 2


def test_a_code_that_the_workshop_knows_brings_language_and_display(laptop, stick):
    person = Participant(code="sininen-kettu-27", language="sv", display=LARGE_TEXT.to_plain())
    put(stick, people=[person])
    joining(laptop).join(stick)
    seat, known = laptop.reception.come_with_code("sininen kettu 27", "fi")
    assert not known
    assert (seat.person.language, seat.person.display) == ("sv", LARGE_TEXT)
    seat, _known = laptop.reception.come_with_code("punainen-karhu-31", "fi")
    assert (seat.person.language, seat.person.display) == ("fi", Display())


def test_visits_of_the_day_belong_to_the_workshop(laptop, stick):
    today = laptop.clock.now().date().isoformat()
    put(stick, event=Event(id="w1", name="Paja", place="", day=today))
    before = laptop.reception.arrive("fi").visit
    laptop.reception.leave()
    joining(laptop).join(stick)
    assert before.workshop_id == ""
    assert laptop.reception.arrive("fi").visit.workshop_id == "w1"
    put(stick, event=EVENING)
    joining(laptop).join(stick)
    assert laptop.reception.arrive("fi").visit.workshop_id == ""


def test_the_next_workshop_of_the_same_organiser(laptop, stick):
    put(stick)
    joining(laptop).join(stick)
    put(stick, event=EVENING, people=[])
    assert joining(laptop).look(stick)[0] is Invitation.NEW
    joining(laptop).join(stick)
    assert joining(laptop).here.sheet.event == EVENING
    seat, _known = laptop.reception.come_with_code("sininen-kettu-27", "fi")
    assert seat.person.language == "fi"


def test_another_organiser_gets_nothing_from_a_laptop_that_has_one(laptop, stick):
    put(stick)
    joining(laptop).join(stick)
    put(stick, key=STRANGER, organisation="other", tutors=[machine(STRANGER)])
    for attempt in (joining(laptop).look, joining(laptop).join):
        with pytest.raises(OtherOrganiserError):
            attempt(stick)
    assert joining(laptop).here.sheet.organisation == "sedu"


def test_a_stranger_who_says_they_are_our_organiser(laptop, stick):
    put(stick)
    joining(laptop).join(stick)
    put(stick, key=STRANGER, tutors=[machine(STRANGER), machine(TUTOR)])
    with pytest.raises(StrangersSheetError):
        joining(laptop).join(stick)
    assert joining(laptop).here.tutors == {TUTOR.public}


def test_a_tutor_may_bring_in_another_tutor(laptop, stick):
    put(stick)
    joining(laptop).join(stick)
    put(stick, tutors=[machine(TUTOR), machine(STRANGER)])
    joining(laptop).join(stick)
    put(stick, key=STRANGER, tutors=[machine(STRANGER)])
    joining(laptop).join(stick)
    assert joining(laptop).here.tutors == {STRANGER.public}


def test_an_older_stick_brings_no_tutor_back_who_has_left(laptop, stick):
    """It was lying in a drawer, and names two; the newer one names one."""
    put(stick, made="2026-11-24T08:30+02:00")
    joining(laptop).join(stick)
    put(stick, made="2026-11-20T08:30+02:00", tutors=[machine(TUTOR), machine(STRANGER)])
    joining(laptop).renew(stick)
    assert joining(laptop).here.tutors == {TUTOR.public}
    put(
        stick,
        made="2026-11-20T08:30+02:00",
        tutors=[machine(TUTOR), machine(STRANGER)],
        event=EVENING,
    )
    assert joining(laptop).join(stick).sheet.event == EVENING
    assert joining(laptop).here.tutors == {TUTOR.public}


def test_no_stick(laptop, stick):
    with pytest.raises(NoStickError):
        joining(laptop).look(stick)


def test_a_rehearsal_and_a_workshop_never_share_a_store(laptop, stick):
    put(stick)
    way = joining(laptop)
    way.join(stick)
    put(stick, rehearsal=True)
    with pytest.raises(NoStickError):
        way.join(stick)
    assert not way.renew(stick).sheet.rehearsal
    assert not way.here.sheet.rehearsal


def test_the_copy_of_a_laptop_knows_which_number_it_had(laptop, stick):
    put(stick)
    joining(laptop).join(stick)
    copy = joining(laptop, "another board")
    renewed = copy.renew(stick)
    assert (renewed.was, renewed.number) == (1, 2)
    assert copy.renew(stick).was == 0


def test_another_number_by_hand_or_in_another_workshop_is_no_copy(laptop, stick):
    put(stick)
    way = joining(laptop)
    way.join(stick)
    laptop.laptop_number.give("7")
    assert way.renew(stick).was == 0
    assert laptop.laptop_number.number == "1"
    put(stick, event=EVENING)
    assert way.join(stick).was == 0


def test_a_stick_that_has_lost_its_cards_makes_no_copy(laptop, stick):
    put(stick)
    way = joining(laptop)
    way.join(stick)
    for card in (stick.folder / "laptops").rglob("*.dgt"):
        card.unlink()
    other = joining(laptop, "first")
    assert other.renew(stick).was == 0
