"""What is read of a day: newest success, calls that matter, who stands for whom."""

from dataclasses import replace
from datetime import timedelta

from digitutor_app.domain.attempts import AttemptEnd, Mode
from digitutor_app.domain.calls import Call, CallEnd
from digitutor_app.domain.ids import new_id
from digitutor_app.store.day_rows import people_of_day
from tests.store.makers import MORNING, a_person, a_visit, an_attempt

DAY = MORNING.date()


def minutes(count):
    return MORNING + timedelta(minutes=count)


def here(store, **more):
    """Somebody who arrived in the morning."""
    person = a_person()
    store.people.put(person)
    store.visits.put(a_visit(person.id, **more))
    return person


def test_the_newest_success_counts_and_neither_watching_nor_giving_up(store):
    person = here(store)
    done = an_attempt(person.id, ended=minutes(5))
    for attempt in (
        done,
        an_attempt(person.id, ended=minutes(2)),
        an_attempt(person.id, mode=Mode.WATCH, ended=minutes(9)),
        an_attempt(person.id, ended=minutes(10), end=AttemptEnd.SKIPPED),
    ):
        store.attempts.add(attempt)
    [row] = people_of_day(store, DAY)
    assert [(found.exercise, found.ended) for found in row.successes] == [
        (done.exercise, done.ended)
    ]
    assert row.skills == 1


def test_an_attempt_that_moved_is_no_success_of_the_first(store):
    person, other = here(store), here(store)
    attempt = an_attempt(person.id, ended=minutes(5))
    store.attempts.add(attempt)
    store.attempts.move(attempt, other.id, minutes(8))
    rows = {row.person.id: row for row in people_of_day(store, DAY)}
    assert rows[person.id].successes == ()
    assert [found.ended for found in rows[other.id].successes] == [attempt.ended]


def test_all_successes_of_the_newest_minute_are_told(store):
    person = here(store)
    for exercise, at in (("files-02", 5), ("files-01", 5), ("files-03", 4)):
        store.attempts.add(an_attempt(person.id, exercise=exercise, ended=minutes(at)))
    [row] = people_of_day(store, DAY)
    assert {found.exercise for found in row.successes} == {"files-01", "files-02"}
    assert {found.started for found in row.successes} == {minutes(0)}


def test_only_calls_of_this_stay_and_those_that_wait(store):
    person = here(store)
    store.visits.put(a_visit(person.id, minutes(60)))
    old, new = (
        Call(id=new_id(), person_id=person.id, called=minutes(at), end=CallEnd.WENT_ON)
        for at in (5, 65)
    )
    waits = Call(id=new_id(), person_id=person.id, called=minutes(6))
    for call in (old, new, waits):
        store.calls.put(call)
    [row] = people_of_day(store, DAY)
    assert row.calls == (waits, new)


def test_who_is_joined_is_one_and_a_circle_ends(store):
    first, second = here(store), here(store)
    store.people.join(first, second.id)
    [row] = people_of_day(store, DAY)
    assert row.person.id == second.id
    assert len(row.visits) == 2
    store.people.join(second, first.id)
    assert len(people_of_day(store, DAY)) <= 2


def test_who_was_here_on_another_day_or_is_deleted_is_left_out(store):
    here(store, arrived=MORNING - timedelta(days=1))
    gone = here(store)
    store.people.delete(gone.id)
    assert people_of_day(store, DAY) == []


def test_who_has_left_is_in_no_exercise_and_nobody_is_on_the_way(store):
    person = here(store)
    [visit] = store.visits.of_person(person.id)
    store.visits.put(replace(visit, left=minutes(20)))
    [row] = people_of_day(store, DAY)
    assert (row.position, row.coming) == (None, ())


def test_what_is_asked_for_every_person_goes_through_an_index(store):
    from digitutor_app.store import day_rows

    for query, parameters in (
        (day_rows._SUCCESSES, ["p"]),
        ('SELECT "id" FROM "visit" WHERE "arrived" >= ? AND "arrived" < ?', ["a", "b"]),
    ):
        plan = store.database.rows(f"EXPLAIN QUERY PLAN {query}", parameters)
        steps = [str(row[-1]) for row in plan]
        assert not any(step.startswith("SCAN") for step in steps), steps
        assert not any("TEMP B-TREE" in step for step in steps), steps
