"""Visits come back in order, to the minute."""

from dataclasses import replace
from datetime import timedelta, timezone
from operator import attrgetter

from digitutor_app.store import rows
from digitutor_app.store.tables import VISIT
from tests.store.makers import MORNING, a_person, a_step, a_visit, after


def test_visits_of_a_person_come_in_order_of_arrival(store):
    person = a_person()
    later = a_visit(person.id, MORNING + timedelta(hours=2), workshop_id="w-1")
    early = a_visit(person.id)
    for visit in (later, early, a_visit(a_person().id)):
        store.visits.put(visit)
    assert store.visits.of_person(person.id) == [early, later]


def test_seconds_are_not_kept(store):
    visit = a_visit(a_person().id, MORNING + timedelta(seconds=42))
    store.visits.put(visit)
    [found] = store.visits.open_visits()
    assert found == replace(visit, arrived=MORNING, last_seen=MORNING)


def test_an_ended_visit_is_not_open(store):
    visit = a_visit(a_person().id)
    store.visits.put(visit)
    ended = replace(visit, left=MORNING + timedelta(hours=1))
    store.visits.put(ended)
    assert store.visits.open_visits() == []
    assert store.visits.of_person(visit.person_id) == [ended]


def practise(store, person_id, *moments):
    for moment in moments:
        step = a_step(person_id, at=moment)
        store.attempts.finish_step(step, after(step))


def test_steps_move_only_the_visit_in_which_they_were_made_and_only_forward(store):
    person = a_person()
    old = a_visit(person.id, MORNING - timedelta(days=1))
    new = a_visit(person.id)
    for visit in (new, old):
        store.visits.put(visit)
    practise(store, person.id, MORNING - timedelta(days=2))
    assert store.visits.of_person(person.id) == [old, new]
    practise(store, person.id, *(MORNING + timedelta(minutes=n) for n in (7, 3)))
    practise(store, a_person().id, MORNING + timedelta(minutes=30))
    seen = replace(new, last_seen=MORNING + timedelta(minutes=7))
    assert store.visits.of_person(person.id) == [old, seen]
    assert store.visits.open_visits() == [old, seen]
    assert store.visits.of_day(MORNING.date()) == [seen]
    assert store.visits.get(person.id, new.id) == seen


def test_of_two_arrivals_in_one_minute_one_has_the_steps(store):
    visits = sorted((a_visit("p-1"), a_visit("p-1")), key=attrgetter("id"))
    for visit in visits:
        store.visits.put(visit)
    practise(store, "p-1", MORNING + timedelta(minutes=4))
    found = [visit.last_seen - MORNING for visit in store.visits.of_person("p-1")]
    assert found == [timedelta(), timedelta(minutes=4)]


def test_a_visit_that_was_deleted_takes_no_steps(store):
    first, gone = a_visit("p-1"), a_visit("p-1", MORNING + timedelta(minutes=5))
    for visit in (first, gone):
        store.visits.put(visit)
    rows.delete(store.database, VISIT, (gone.id, "p-1"), gone.arrived)
    practise(store, "p-1", MORNING + timedelta(minutes=9))
    [found] = store.visits.of_person("p-1")
    assert found == replace(first, last_seen=MORNING + timedelta(minutes=9))


def test_moments_of_other_zones_are_compared_as_moments(store):
    east, west = (timezone(timedelta(hours=hours)) for hours in (14, -11))
    visit = a_visit("p-1", MORNING.astimezone(east))
    store.visits.put(visit)
    practise(store, "p-1", (MORNING - timedelta(minutes=1)).astimezone(east))
    assert store.visits.open_visits() == [visit]
    moment = (MORNING + timedelta(minutes=1)).astimezone(west)
    practise(store, "p-1", moment)
    assert store.visits.open_visits() == [replace(visit, last_seen=moment)]


def test_steps_after_the_leaving_change_nothing(store):
    visit = replace(a_visit(a_person().id), left=MORNING)
    store.visits.put(visit)
    practise(store, visit.person_id, MORNING + timedelta(hours=1))
    assert store.visits.of_person(visit.person_id) == [visit]


def test_a_step_writes_nothing_about_the_visit(store):
    """What a tutor corrects elsewhere meanwhile is not written over."""
    store.visits.put(a_visit("p-1"))
    query = 'SELECT * FROM "visit"'
    before = store.database.rows(query)
    practise(store, "p-1", MORNING + timedelta(minutes=9))
    assert store.database.rows(query) == before


def test_a_visit_keeps_its_laptop_and_its_break(store):
    visit = a_visit(a_person().id, laptop="12", paused=MORNING + timedelta(minutes=4))
    store.visits.put(visit)
    assert store.visits.get(visit.person_id, visit.id) == visit
    assert store.visits.get(visit.person_id, "another") is None
