"""Forgetting a person: typed, seven days, both stores and their backups, and who has confirmed."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from digitutor_app.domain.notes import Note
from digitutor_app.services.erasing import Erasing
from digitutor_app.services.errors import NotConfirmedError
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.erasures import erasure_hash
from digitutor_app.store.opening import open_store
from tests.store.makers import KEY, a_person, a_visit, an_attempt

WEEK = timedelta(days=7)


@pytest.fixture
def desk(laptop, tutor, clock):
    return Erasing(laptop.worker, tutor, clock)


@pytest.fixture
def aino(laptop, tutor):
    """Somebody with records in both stores, also in their backups."""
    person = a_person(first_name="Ainokaisa")
    laptop.store(lambda store: keep(store, person))
    note = Note(id="n1", person_id=person.id, text="Ainokaisa osaa jo", day=date(2026, 3, 2))
    tutor.ask(lambda store: store.notes.put(note))
    for worker in (laptop.worker, tutor):
        worker.ask(lambda store: store.backups.make("daily"))
    return person


def keep(store, person):
    store.people.put(person)
    store.visits.put(a_visit(person.id))
    store.attempts.add(an_attempt(person.id))


def about(worker, person_id):
    def rows(store):
        names = ("person", "visit", "attempt", "note", "certificate", "skill_sum")
        return [
            name
            for name in names
            for row in store.database.rows(f'SELECT * FROM "{name}"')
            if person_id in row
        ]

    return worker.ask(rows)


def test_what_must_be_typed(desk, aino):
    assert desk.what_to_type(aino) == aino.code
    assert desk.what_to_type(replace(aino, code="")) == "poista"
    with pytest.raises(NotConfirmedError):
        desk.ask(aino, "Ainokaisa")
    assert desk.pending() == []


@pytest.mark.parametrize("typed", ["sininen-kettu-27", " Sininen  kettu 27 ", "SININEN-KETTU-27"])
def test_how_it_was_spaced_does_not_matter(desk, aino, typed):
    assert desk.ask(aino, typed).due == desk.pending()[0].due


def test_for_seven_days_nothing_happens(desk, aino, laptop, tutor, clock):
    pending = desk.ask(aino, aino.code)
    assert pending.due - pending.asked == WEEK
    clock.forward((WEEK - timedelta(minutes=2)).total_seconds())
    assert desk.carry_out() == 0
    assert [each.person.first_name for each in desk.pending()] == ["Ainokaisa"]
    assert about(laptop.worker, aino.id)


def test_it_can_be_taken_back(desk, aino, laptop, clock):
    desk.ask(aino, aino.code)
    desk.take_back(aino.id)
    clock.forward((2 * WEEK).total_seconds())
    assert desk.carry_out() == 0
    assert about(laptop.worker, aino.id)


def test_after_seven_days_nothing_is_left_anywhere(desk, aino, laptop, tutor, clock):
    desk.ask(aino, aino.code)
    clock.forward(WEEK.total_seconds() + 60)
    assert desk.carry_out() == 1
    for worker in (laptop.worker, tutor):
        assert about(worker, aino.id) == []
        for backup in worker.ask(lambda store: store.backups.all()):
            assert not holds(backup.path, aino.id, clock)
    assert desk.pending() == []
    assert desk.carry_out() == 0


def holds(path, person_id, clock):
    copy = path.with_name("look.db")
    copy.write_bytes(path.read_bytes())
    opened = open_store(copy, KEY, clock)
    try:
        return any(
            person_id in row
            for name in ("person", "note", "visit")
            for row in opened.database.rows(f'SELECT * FROM "{name}"')
        )
    finally:
        opened.close()
        copy.unlink()


def test_whoever_was_joined_goes_too(desk, aino, laptop, tutor, clock):
    twin = a_person(first_name="")
    laptop.store(lambda store: keep(store, twin))
    laptop.store(lambda store: store.people.join(twin, aino.id))
    note = Note(id="n2", person_id=twin.id, text="x", day=date(2026, 3, 2))
    tutor.ask(lambda store: store.notes.put(note))
    desk.ask(aino, aino.code)
    clock.forward(WEEK.total_seconds() + 60)
    desk.carry_out()
    for worker in (laptop.worker, tutor):
        assert about(worker, twin.id) == []


def test_joined_people_wait_and_stay_as_one(desk, aino, laptop, clock):
    """Whichever of them it was asked for; undone for one, it is undone for all."""
    twin = a_person(code="punainen-karhu-31", first_name="")
    laptop.store(lambda store: keep(store, twin))
    desk.ask(twin, twin.code)
    assert desk.waits_for(aino.id) is None
    laptop.store(lambda store: store.people.join(twin, aino.id))
    clock.forward(3600)
    desk.ask(aino, aino.code)
    [pending] = desk.pending()
    assert pending.person.id == aino.id
    assert desk.waits_for(twin.id) == desk.waits_for(aino.id) == pending
    desk.take_back(aino.id)
    assert desk.pending() == []
    assert desk.waits_for(aino.id) is None


def test_of_joined_people_nobody_waits_after_one_was_due(desk, aino, laptop, clock):
    twin = a_person(code="punainen-karhu-31", first_name="")
    laptop.store(lambda store: keep(store, twin))
    desk.ask(twin, twin.code)
    clock.forward(3600)
    desk.ask(aino, aino.code)
    laptop.store(lambda store: store.people.join(twin, aino.id))
    clock.forward(WEEK.total_seconds() - 3500)
    assert desk.carry_out() == 1
    assert desk.pending() == []
    clock.forward(7200)
    assert desk.carry_out() == 0


def test_a_power_cut_between_the_two_stores(desk, aino, laptop, tutor, clock):
    """The practice store has forgotten, the tutor's has not: the next opening goes on."""
    desk.ask(aino, aino.code)
    clock.forward(WEEK.total_seconds() + 60)
    ours = tutor.ask(Organisation)
    laptop.store(lambda store: ours.erase(store, aino.id))
    assert about(tutor, aino.id)
    assert desk.pending() == []
    assert desk.carry_out() == 1
    assert about(tutor, aino.id) == []


def test_which_laptops_have_confirmed(desk, aino, laptop, tutor, clock):
    assert (desk.confirmed().laptops, desk.confirmed().of) == (0, 0)
    before = laptop.store(lambda store: erasure_hash(store.database))
    for number in (1, 2, 3):
        device = Device(public=f"{number:064x}", number=number, sequence=1, erasures=before)
        tutor.ask(lambda store, device=device: Organisation(store).note(device))
    never_heard = Device(public="9" * 64, number=9)
    tutor.ask(lambda store: Organisation(store).note(never_heard))
    assert desk.confirmed().missing == ()
    desk.ask(aino, aino.code)
    clock.forward(WEEK.total_seconds() + 60)
    desk.carry_out()
    after = laptop.store(lambda store: erasure_hash(store.database))
    told = Device(public=f"{2:064x}", number=2, sequence=2, erasures=after)
    tutor.ask(lambda store: Organisation(store).note(told))
    confirmed = desk.confirmed()
    assert confirmed.people == 1
    assert (confirmed.laptops, confirmed.of, confirmed.missing) == (1, 3, (1, 3))
