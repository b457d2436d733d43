"""What one bundle does to a store: its rows, what is put aside and why, and what is only shown."""

import json

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store.erasures import erasure_hash, erasure_message
from digitutor_app.store.merging import FROM_PRACTICE, merge, outgoing
from digitutor_app.store.merging_aside import all_put_aside
from digitutor_app.store.tables import TABLES
from tests.store.makers import MORNING, a_person, a_step, a_visit, after, an_attempt
from tests.store.merging.lines import GOOD, a_fact, a_version
from tests.store.merging.replicas import (
    OLD_TABLES,
    PRACTICE,
    RULES,
    Replica,
    sign,
    signed,
)


def live(replica):
    person = a_person()
    store = replica.store
    store.people.put(person)
    store.visits.put(a_visit(person.id))
    step = a_step(person.id)
    store.attempts.finish_step(step, after(step))
    store.attempts.add(an_attempt(person.id))
    return person


def as_it_arrives(replica):
    return [json.loads(json.dumps(line)) for line in replica.lines()]


def test_what_one_store_knows_another_one_learns(two):
    one, other = two
    person = live(one)
    report = other.take(as_it_arrives(one))
    assert report.new == {"person": 1, "visit": 1, "step_done": 1, "attempt": 1}
    assert (report.people, report.put_aside) == ({person.id}, ())
    assert other.store.people.get(person.id) == person
    assert other.store.attempts.of_person(person.id) == one.store.attempts.of_person(person.id)
    assert other.sums() == one.sums() != {}
    assert other.state() == one.state()
    assert other.store.positions.get(person.id) is None
    again = other.take(as_it_arrives(one))
    assert again.nothing
    assert again.same == 4


def test_looking_first_tells_the_same_and_changes_nothing(two):
    one, other = two
    person = live(one)
    looked = other.take([*as_it_arrives(one), "torn"], keep=False)
    assert other.lines() == []
    assert all_put_aside(other.database) == []
    assert looked == other.take([*as_it_arrives(one), "torn"])
    one.store.people.delete(person.id)
    looked = other.take(as_it_arrives(one), keep=False)
    assert (looked.new, looked.changed, looked.removed) == ({}, {}, {"person": 1})
    assert other.store.people.get(person.id) == person


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_practice_key_delivers_only_what_is_its_own(two, table):
    one, _other = two
    line = a_version({}, table=table.name) if table.mutable else a_fact({}, table=table.name)
    reasons = [aside.reason for aside in merge(one.store, [line], PRACTICE).put_aside]
    refused = any("not from a practice laptop" in reason for reason in reasons)
    assert refused == (table.name not in FROM_PRACTICE)


def test_a_mark_from_behind_the_tutor_gate_comes_with_a_tutors_key(two):
    one, _other = two
    said = {"skill": "s.1", "day": "2026-03-02", "behind": "tutor_gate"}
    line = a_fact(said, table="observation")
    assert merge(one.store, [line], PRACTICE).put_aside
    assert merge(one.store, [line | {"p": said}], RULES).new == {"observation": 1}
    said = said | {"behind": "laptop_pin"}
    assert merge(one.store, [a_fact(said, table="observation")], PRACTICE).new


def test_a_row_of_an_unknown_table_travels_on_as_it_came(two):
    one, other = two
    line = a_fact({"words": ["ä"], "number": 3}, table="newer")
    assert one.take([line]).new == {"newer": 1}
    assert one.take([line]).nothing
    assert one.lines() == [line]
    merge(other.store, one.lines(), PRACTICE)
    assert other.lines() == [line | {"r": "practice"}]
    one.take(other.lines())
    assert one.lines() == [line | {"r": "practice"}, line]
    one.take([signed("p-1", 5)])
    assert [known["t"] for known in one.lines()] == ["erased"]


def test_through_a_tutor_a_laptop_gets_no_more_rights_when_a_table_becomes_known():
    older, newer = Replica(tables=OLD_TABLES), Replica()
    note = a_version({"text": "x", "day": "2026-03-02"}, table="note")
    merge(older.store, [note], PRACTICE, tables=OLD_TABLES)
    [aside] = newer.take(older.lines()).put_aside
    assert aside.table == "note"
    older.upgrade()
    assert older.lines() == []
    assert [aside.table for aside, _when in all_put_aside(older.database)] == ["note"]


def test_what_waited_is_taken_up_by_the_newer_program():
    newer, older = Replica(), Replica(tables=OLD_TABLES)
    person = live(newer)
    newer.edit("person", person.id, person.id, {"code": "a-1", "display": {"text": 150}})
    newer.edit("note", "n-1", person.id, {"text": "ä", "day": MORNING.date()})
    older.take(newer.lines())
    assert older.state() == newer.state()
    older.upgrade()
    assert older.state() == newer.state()
    assert older.store.people.get(person.id).display.text == 150
    assert [note.text for note in older.store.notes.of_people([person.id])] == ["ä"]
    assert older.database.rows('SELECT DISTINCT "extra" FROM "person"') == [("{}",)]
    assert older.database.rows('SELECT * FROM "parked"') == []


def test_erasing_covers_everybody_joined_and_says_who_came_late(two):
    one, other = two
    people = [live(one) for _ in range(3)]
    ids = [person.id for person in people]
    one.store.people.join(people[1], into=ids[0])
    other.take(one.lines())
    other.store.people.join(people[2], into=ids[1])
    assert set(one.erase(ids[0])) == set(ids[:2])
    report = other.take(one.lines())
    assert set(report.erased) == set(ids[:2])
    assert report.removed == {"person": 2, "visit": 2, "step_done": 2, "attempt": 2}
    assert report.to_erase_too == (ids[2],)
    assert set(other.erase(ids[2])) >= {ids[2]}
    assert other.named(ids) == []
    assert other.take([]).to_erase_too == ()


def test_the_hash_of_the_erased_is_that_of_the_same_people(two):
    one, other = two
    empty = erasure_hash(one.database)
    one.erase("p-1")
    assert erasure_hash(one.database) != empty
    other.take([signed("p-1", 7)])
    assert erasure_hash(other.database) == erasure_hash(one.database)


def test_of_two_decisions_the_earliest_stays_and_of_one_moment_always_the_same(two):
    one, other = two
    decisions = [signed("p-1", 7), signed("p-1", 5, "cd"), signed("p-1", 5, "ab")]
    for replica, order in ((one, (0, 1, 2)), (other, (2, 1, 0))):
        for number in order:
            replica.take([decisions[number]])
        assert replica.lines() == [decisions[2]]


def test_only_what_a_tutor_signed_travels(two):
    one, _other = two
    one.store.erasures.add("p-1")
    assert one.lines() == []
    assert one.store.erasures.has("p-1")
    assert sign(erasure_message("p-1", 1)) != sign(erasure_message("p-1", 2))


def test_nothing_about_the_erased_is_put_aside_or_parked(two):
    one, _other = two
    one.take([a_fact(GOOD) | {"h": "0" * 16}, a_fact({}, table="newer")])
    one.take([signed("p-1", 5)])
    assert one.named(["p-1"]) == []
    report = one.take([a_fact(GOOD) | {"h": "0" * 16}, a_fact({}, table="newer"), a_fact(GOOD)])
    assert report.nothing
    assert report.put_aside == ()
    assert one.named(["p-1"]) == []


def test_what_was_moved_to_somebody_erased_goes_everywhere(two):
    one, other = two
    wrong, right = live(one), a_person("b-2")
    one.store.people.put(right)
    [attempt] = one.store.attempts.of_person(wrong.id)
    one.store.attempts.move(attempt, right.id, MORNING)
    before = one.lines()
    other.take(before)
    one.erase(right.id)
    other.take(one.lines())
    for replica in two:
        assert replica.database.rows('SELECT * FROM "attempt"') == []
        assert replica.take(before).nothing


def test_two_tutors_who_move_one_attempt_to_two_people_agree_later(two):
    one, other = two
    person = live(one)
    other.take(one.lines())
    [attempt] = one.store.attempts.of_person(person.id)
    first = one.store.attempts.move(attempt, "p-9", MORNING)
    later = other.store.attempts.move(attempt, "p-1", MORNING.replace(minute=1))
    assert (first.person_id, later.person_id) == ("p-9", "p-1")
    one.take(other.lines())
    other.take(one.lines())
    for replica in two:
        assert replica.store.attempts.of_person("p-9") == []
        assert replica.store.attempts.of_person("p-1") == [later]
        assert replica.store.attempts.skill_states("p-9") == {}
        assert replica.sums() == replica.sums_from_attempts()


def test_a_move_to_an_erased_person_is_still_our_mistake(two):
    one, _other = two
    person = live(one)
    one.erase("p-9")
    [attempt] = one.store.attempts.of_person(person.id)
    with pytest.raises(OurMistakeError):
        one.store.attempts.move(attempt, "p-9", MORNING)


def test_only_what_is_wanted_goes_out_and_is_told_without_what_it_says(two):
    one, _other = two
    one.store.people.put(a_person("p-1"))
    one.store.people.put(a_person("p-2"))
    one.store.attempts.add(an_attempt("p-1"))
    one.erase("p-2")
    one.take([a_fact({"some": "thing"}, table="song"), a_fact({"other": 1}, "p-3", table="song")])
    asked = []

    def wanted(line):
        asked.append(line)
        return line["s"] != "p-3"

    everything = one.lines()
    assert [x for x in everything if x["s"] != "p-3"] == list(outgoing(one.store, wanted=wanted))
    assert asked == [{key: x[key] for key in x if key != "p"} for x in everything]
