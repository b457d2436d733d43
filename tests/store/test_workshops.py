"""Workshops come back, the newest first."""

from dataclasses import replace
from datetime import date

from digitutor_app.domain.ids import new_id
from digitutor_app.domain.workshops import Workshop


def a_workshop(day):
    return Workshop(
        id=new_id(), name="Digitaitojen perusteet", place="Kirjasto", day=day, organisers=("A", "B")
    )


def test_workshops_come_back_newest_first(store):
    old, new = a_workshop(date(2026, 3, 2)), a_workshop(date(2026, 4, 2))
    for workshop in (old, new):
        store.workshops.put(workshop)
    assert store.workshops.all() == [new, old]
    assert store.workshops.get(old.id) == old
    assert store.workshops.get(new_id()) is None


def test_a_workshop_changes(store):
    workshop = a_workshop(date(2026, 3, 2))
    store.workshops.put(workshop)
    moved = replace(workshop, place="Toimintakeskus", organisers=())
    store.workshops.put(moved)
    assert store.workshops.all() == [moved]
