"""Visits come back in order, to the minute."""

from dataclasses import replace
from datetime import timedelta

from tests.store.makers import MORNING, a_person, a_visit


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


def test_being_seen_moves_only_the_newest_open_visit_and_only_forward(store):
    person = a_person()
    old = a_visit(person.id, MORNING - timedelta(days=1))
    new = a_visit(person.id)
    for visit in (new, old):
        store.visits.put(visit)
    store.visits.seen(person.id, MORNING + timedelta(minutes=7, seconds=30))
    store.visits.seen(person.id, MORNING + timedelta(minutes=3))
    seen = replace(new, last_seen=MORNING + timedelta(minutes=7))
    assert store.visits.of_person(person.id) == [old, seen]


def test_being_seen_outside_a_visit_changes_nothing(store):
    visit = replace(a_visit(a_person().id), left=MORNING)
    store.visits.put(visit)
    store.visits.seen(visit.person_id, MORNING + timedelta(hours=1))
    assert store.visits.of_person(visit.person_id) == [visit]


def test_a_visit_keeps_its_laptop_and_its_break(store):
    visit = a_visit(a_person().id, laptop="12", paused=MORNING + timedelta(minutes=4))
    store.visits.put(visit)
    assert store.visits.get(visit.person_id, visit.id) == visit
    assert store.visits.get(visit.person_id, "another") is None
