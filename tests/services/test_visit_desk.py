"""Mending visits, marking who has left, ending the day."""

from dataclasses import replace
from datetime import time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import TimesProblem, Visit, VisitCounts
from digitutor_app.services.visit_desk import VisitTimesError, read_time
from tests.services.laptop import open_plan

CODE = "sininen-kettu-27"


def seat(laptop, code=CODE):
    laptop.reception.come_with_code(code, "fi")
    return laptop.reception.seat


def visits(laptop, person_id):
    return laptop.store(lambda store: store.visits.of_person(person_id))


def test_a_day_without_people(laptop, clock):
    day = laptop.visit_desk.of_day(clock.now().date())
    assert day.stays == ()
    assert day.counts == VisitCounts(0, 0, 0, 0, 0)
    assert day.quarter_hours == 0
    assert laptop.visit_desk.end_day() == ()


def test_coming_twice_on_a_day_is_one_visit_and_without_a_code_it_is_counted_so(laptop, clock):
    for code in (CODE, None, CODE):
        if code:
            seat(laptop, code)
        else:
            laptop.arrive()
        clock.forward(40 * 60)
        laptop.reception.leave()
        clock.forward(40 * 60)
    day = laptop.visit_desk.of_day(clock.now().date())
    assert len(day.stays) == 3
    assert day.counts == VisitCounts(visits=2, people=1, anonymous=1, repeated=0, returned=0)
    assert day.quarter_hours == 5 + 2


def test_two_who_turned_out_to_be_one_are_one_visit(laptop, clock):
    first = seat(laptop).person
    clock.forward(20 * 60)
    laptop.reception.leave()
    second = seat(laptop, "vihreä-kuusi-14").person
    clock.forward(20 * 60)
    laptop.reception.leave()
    laptop.store(lambda store: store.people.join(second, first.id))
    day = laptop.visit_desk.of_day(clock.now().date())
    assert [stay.person.id for stay in day.stays] == [first.id, first.id]
    assert (day.counts.visits, day.counts.people) == (1, 1)
    assert day.quarter_hours == 2


def test_who_is_seen_leaving_leaves_now(laptop, clock):
    sat = seat(laptop)
    clock.forward(50 * 60)
    ended = laptop.visit_desk.leave_now(sat.visit)
    assert ended.left == clock.now()
    assert visits(laptop, sat.person.id) == [ended]
    with pytest.raises(OurMistakeError):
        laptop.visit_desk.leave_now(ended)


def test_whom_nobody_saw_leaving_was_here_until_the_last_step_and_waits_no_more(laptop, clock):
    sat = seat(laptop)
    practice = laptop.begin(sat.person.id)
    clock.forward(10 * 60)
    open_plan(practice)
    call = laptop.calls.call(sat.person.id)
    clock.forward(90 * 60)
    [seen] = visits(laptop, sat.person.id)
    ended = laptop.visit_desk.leave_at_last_sign(seen)
    assert ended.left - ended.arrived == timedelta(minutes=10)
    [closed] = laptop.store(lambda store: store.calls.of_person(sat.person.id))
    assert (closed.id, closed.end) == (call.id, CallEnd.LEFT)


def test_mended_times_are_quarters_and_what_was_not_touched_stays(laptop, clock):
    clock.forward(7 * 60)
    sat = seat(laptop)
    clock.forward(120 * 60)
    laptop.reception.leave()
    [visit] = visits(laptop, sat.person.id)
    mended = laptop.visit_desk.mend(visit, visit.arrived, visit.arrived.replace(hour=10, minute=38))
    assert (mended.arrived.time(), mended.left.time()) == (time(9, 7), time(10, 45))
    assert visits(laptop, sat.person.id) == [mended]


@pytest.mark.parametrize(
    ("arrived", "left", "problem"),
    [
        (time(10, 0), time(9, 0), TimesProblem.LEFT_BEFORE_ARRIVING),
        (time(9, 0), time(23, 0), TimesProblem.IN_THE_FUTURE),
        (time(9, 0), time(12, 0), TimesProblem.OVERLAPS),
    ],
)
def test_times_that_cannot_be_change_nothing(laptop, clock, arrived, left, problem):
    person = seat(laptop).person
    clock.forward(60 * 60)
    laptop.reception.leave()
    clock.forward(60 * 60)
    seat(laptop)
    clock.forward(60 * 60)
    before = visits(laptop, person.id)
    day = before[0].arrived
    with pytest.raises(VisitTimesError) as error:
        laptop.visit_desk.mend(
            before[0],
            day.replace(hour=arrived.hour, minute=arrived.minute),
            day.replace(hour=left.hour, minute=left.minute),
        )
    assert error.value.problem is problem
    if problem is TimesProblem.OVERLAPS:
        assert error.value.other == before[1]
    assert visits(laptop, person.id) == before


def test_a_quarter_is_never_in_the_future(laptop, clock):
    sat = seat(laptop)
    clock.forward(10 * 60)
    mended = laptop.visit_desk.mend(sat.visit, sat.visit.arrived, clock.now())
    assert mended.left == clock.now()


def test_ending_the_day_ends_every_open_visit_at_its_last_sign(laptop, clock):
    sat = seat(laptop)
    practice = laptop.begin(sat.person.id)
    clock.forward(30 * 60)
    open_plan(practice)
    clock.forward(24 * 3600)
    [stay] = laptop.visit_desk.open_stays()
    assert stay.person == sat.person
    assert laptop.visit_desk.end_day() == (stay,)
    [ended] = visits(laptop, sat.person.id)
    assert ended.left - ended.arrived == timedelta(minutes=30)
    assert laptop.visit_desk.open_stays() == ()
    assert laptop.visit_desk.end_day() == ()


minutes = st.integers(0, 8 * 60)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.tuples(st.sampled_from("abc"), minutes, minutes, st.booleans()), max_size=12))
def test_ending_the_day_loses_nobody_and_gives_nobody_more(laptop, clock, drawn):
    start = clock.now()
    made = []
    for who, arrived, seen, left in drawn:
        begin = start + timedelta(minutes=arrived)
        last = begin + timedelta(minutes=seen)
        visit = Visit(id=new_id(), person_id=who, arrived=begin, last_seen=last)
        made.append(replace(visit, left=last) if left else visit)
    laptop.store(lambda store: [store.visits.put(visit) for visit in made])
    laptop.store(
        lambda store: [store.people.put(Person(id=who, code=f"koodi-{who}")) for who in "abc"]
    )
    ids = {visit.id for visit in made}
    before = laptop.visit_desk.of_day(start.date())
    laptop.visit_desk.end_day()
    after = laptop.visit_desk.of_day(start.date())
    assert laptop.visit_desk.open_stays() == ()
    assert [s.visit.id for s in after.stays] == [s.visit.id for s in before.stays]
    assert after.quarter_hours == before.quarter_hours
    assert after.counts == before.counts
    assert {s.visit.id: s.visit.left for s in after.stays if s.visit.id in ids} == {
        visit.id: visit.last_seen for visit in made
    }


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("9.15", time(9, 15)),
        (" 9:15 ", time(9, 15)),
        ("klo 9", time(9, 0)),
        ("915", time(9, 15)),
        ("13,30", time(13, 30)),
        ("25.00", None),
        ("9.75", None),
        ("", None),
        ("aamulla", None),
    ],
)
def test_how_people_write_a_time(typed, said):
    assert read_time(typed) == said
