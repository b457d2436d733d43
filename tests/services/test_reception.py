"""Arriving, taking a code, coming back, leaving, and what a power cut leaves behind."""

from datetime import timedelta

import pytest

from digitutor_app.domain.codes import read_code
from digitutor_app.domain.display import Display
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.visits import attended
from digitutor_app.services.errors import NotACodeError
from tests.services.laptop import open_plan


def visits(laptop, person_id):
    return laptop.store(lambda store: store.visits.of_person(person_id))


def with_code(laptop, first_name=""):
    """Somebody who arrived, took a code and left; returns the person."""
    laptop.reception.arrive("fi")
    person = laptop.reception.take_code(laptop.reception.offer_code(), first_name).person
    laptop.reception.leave()
    return person


def test_the_first_arrival_asks_nothing(laptop):
    seat = laptop.reception.arrive("sv")
    assert (seat.person.code, seat.person.first_name, seat.person.language) == ("", "", "sv")
    assert laptop.reception.seat == seat
    assert laptop.store(lambda s: s.people.get(seat.person.id)) == seat.person
    assert visits(laptop, seat.person.id) == [seat.visit]
    assert laptop.reception.cards() == []


def test_a_code_is_taken_with_or_without_a_name(laptop):
    laptop.reception.arrive("fi")
    code = laptop.reception.offer_code()
    assert read_code(code) == code
    person = laptop.reception.take_code(code, "  Aino   Maria ").person
    assert (person.code, person.first_name) == (code, "Aino Maria")
    (card,) = laptop.reception.cards()
    assert (card.id, card.code, card.first_name) == (person.id, code, "Aino Maria")


def test_leaving_closes_the_visit(laptop, clock):
    person_id = laptop.arrive()
    clock.forward(40 * 60)
    visit = laptop.reception.leave()
    assert visit.left - visit.arrived == timedelta(minutes=40)
    assert visits(laptop, person_id) == [visit]
    assert laptop.reception.seat is None


def test_nobody_can_leave_or_take_a_code_who_does_not_sit_here(laptop):
    with pytest.raises(OurMistakeError):
        laptop.reception.leave()
    with pytest.raises(OurMistakeError):
        laptop.reception.take_code("sininen-kettu-27", "")


def test_coming_back_by_card(laptop, clock):
    person = with_code(laptop, "Aino")
    clock.forward(24 * 3600)
    seat = laptop.reception.come_back(person.id)
    assert seat.person == person
    assert len(visits(laptop, person.id)) == 2


def test_a_card_of_nobody_is_our_mistake(laptop):
    with pytest.raises(OurMistakeError):
        laptop.reception.come_back("nobody")


def test_coming_back_by_code_however_it_is_typed(laptop):
    person = with_code(laptop)
    words = person.code.split("-")
    for typed in (person.code, " ".join(words).upper(), f"  {''.join(words)} "):
        if read_code(typed) is None:
            continue
        seat, known = laptop.reception.come_with_code(typed, "en")
        assert known
        assert seat.person == person, "also the language is the person's own"
        laptop.reception.leave()
    assert read_code(" ".join(words).upper()) == person.code, "careless typing is forgiven"


def test_an_unknown_code_is_welcome(laptop):
    seat, known = laptop.reception.come_with_code("Sininen kettu 27", "sv")
    assert not known
    assert (seat.person.code, seat.person.language) == ("sininen-kettu-27", "sv")
    laptop.reception.leave()
    again, known = laptop.reception.come_with_code("sininen-kettu-27", "fi")
    assert known
    assert again.person.id == seat.person.id


@pytest.mark.parametrize("typed", ["", "hei", "1234", "sininen-kettu", "x" * 500])
def test_what_is_no_code_is_said_to_be_none(laptop, typed):
    with pytest.raises(NotACodeError):
        laptop.reception.come_with_code(typed, "fi")
    assert laptop.reception.seat is None


def test_offered_codes_are_free(laptop):
    taken = with_code(laptop).code
    assert taken not in {laptop.reception.offer_code() for _ in range(20)}


def test_the_language_is_kept_with_the_person(laptop):
    laptop.reception.speak("sv")
    person_id = laptop.arrive()
    laptop.reception.speak("sv")
    assert laptop.store(lambda s: s.people.get(person_id)).language == "sv"


def test_two_arrivals_on_one_day_are_two_stays(laptop, clock):
    person = with_code(laptop)
    clock.forward(3600)
    laptop.reception.come_back(person.id)
    clock.forward(1800)
    laptop.reception.leave()
    first, second = visits(laptop, person.id)
    assert second.arrived - first.left == timedelta(hours=1)
    assert attended([first, second]) == timedelta(minutes=30)


def test_a_new_person_ends_the_stay_of_who_forgot_to_leave(laptop, clock):
    first = laptop.arrive()
    practice = laptop.begin(first)
    clock.forward(600)
    open_plan(practice)
    clock.forward(3600)
    second = laptop.arrive()
    (forgotten,) = visits(laptop, first)
    assert forgotten.left == forgotten.last_seen == forgotten.arrived + timedelta(minutes=10)
    assert visits(laptop, second)[0].left is None


# Power cuts


def test_after_a_power_cut_the_visit_of_today_goes_on(laptop, start, clock):
    laptop.reception.arrive("fi")
    person = laptop.reception.take_code("sininen-kettu-27", "").person
    clock.forward(1200)
    again = start(laptop)
    assert again.reception.interrupted() is None, "who has a code has a card"
    seat = again.reception.come_back(person.id)
    clock.forward(600)
    visit = again.reception.leave()
    assert visit.id == seat.visit.id
    assert attended(visits(again, person.id)) == timedelta(minutes=30)


def test_after_a_long_gap_a_new_visit_begins(laptop, start, clock):
    """Nobody gets hours for the time in which the laptop was off."""
    laptop.reception.arrive("fi")
    person = laptop.reception.take_code("sininen-kettu-27", "").person
    clock.forward(31 * 60)
    again = start(laptop)
    again.reception.come_back(person.id)
    clock.forward(600)
    again.reception.leave()
    assert len(visits(again, person.id)) == 2
    assert attended(visits(again, person.id)) == timedelta(minutes=10)


def test_who_has_no_code_yet_is_found_after_a_power_cut(laptop, start, clock):
    person_id = laptop.arrive()
    clock.forward(60)
    again = start(laptop)
    assert again.reception.interrupted().id == person_id
    again.reception.come_back(person_id)
    again.reception.leave()
    assert again.reception.interrupted() is None


def test_nobody_of_yesterday_is_taken_for_interrupted(laptop, start, clock):
    laptop.arrive()
    clock.forward(24 * 3600)
    assert start(laptop).reception.interrupted() is None


def test_on_another_day_the_visit_ended_at_the_last_certain_moment(laptop, start, clock):
    person_id = laptop.arrive()
    practice = laptop.begin(person_id)
    clock.forward(900)
    open_plan(practice)
    clock.forward(24 * 3600)
    again = start(laptop)
    again.reception.come_back(person_id)
    old, new = visits(again, person_id)
    assert old.left == old.arrived + timedelta(minutes=15)
    assert new.left is None
    assert new.id != old.id


def test_who_has_left_does_not_wait_for_the_tutor(laptop):
    first = laptop.arrive()
    laptop.calls.call(first)
    laptop.reception.leave()
    assert laptop.calls.open_call(first) is None

    second = laptop.arrive()
    laptop.calls.call(second)
    laptop.arrive()
    assert laptop.calls.open_call(second) is None, "somebody else sits here now"


def test_settings_follow_the_person_and_nobody_else(laptop):
    large = Display(text=200, left_handed=True)
    laptop.reception.show(large)
    first = laptop.reception.arrive("fi").person
    assert first.display == Display()
    laptop.reception.show(large)
    laptop.reception.take_code(laptop.reception.offer_code(), "Aino")
    assert laptop.reception.require().person.display == large
    laptop.reception.leave()
    laptop.reception.show(Display(theme="dark"))
    assert laptop.reception.arrive("fi").person.display == Display()
    laptop.reception.leave()
    assert laptop.reception.come_back(first.id).person.display == large


def test_a_visit_knows_its_laptop_also_a_number_that_comes_later(laptop, clock):
    person_id = laptop.arrive()
    [visit] = laptop.store(lambda store: store.visits.of_person(person_id))
    assert visit.laptop == ""
    laptop.laptop_number.give("7")
    [visit] = laptop.store(lambda store: store.visits.of_person(person_id))
    assert visit.laptop == "7"
    laptop.reception.leave()
    laptop.laptop_number.give("8")
    [visit] = laptop.store(lambda store: store.visits.of_person(person_id))
    assert visit.laptop == "7", "who has left was at the laptop as it was called then"
    other = laptop.arrive()
    [visit] = laptop.store(lambda store: store.visits.of_person(other))
    assert visit.laptop == "8"


def test_a_break_begins_and_ends_and_leaving_ends_it_too(laptop, clock):
    person_id = laptop.arrive()
    clock.forward(300)
    laptop.reception.pause()
    [visit] = laptop.store(lambda store: store.visits.of_person(person_id))
    assert visit.paused == visit.last_seen == clock.now()
    clock.forward(300)
    laptop.reception.go_on()
    [visit] = laptop.store(lambda store: store.visits.of_person(person_id))
    assert (visit.paused, visit.last_seen) == (None, clock.now())
    laptop.reception.pause()
    laptop.reception.leave()
    [visit] = laptop.store(lambda store: store.visits.of_person(person_id))
    assert (visit.paused, visit.left) == (None, clock.now())
