"""The rule of versions: the later one wins wherever they meet, and the forgotten stay forgotten."""

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from digitutor_app.domain.ids import new_id
from digitutor_app.store import rows
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.rows import Row, Version
from digitutor_app.store.tables import CERTIFICATE, PERSON, STEP_DONE, TABLES
from tests.store.makers import MORNING

fast = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
CLOCKS = st.sampled_from([0, 1, 500, 10**6, 10**12, rows.LAST_CLOCK - 1000])
VERSIONS = st.builds(
    Version,
    at=CLOCKS,
    edited_at=st.sampled_from([MORNING, MORNING + timedelta(minutes=1)]),
    deleted=st.booleans(),
)
SAID = st.tuples(VERSIONS, st.sampled_from(["", "a-1", "b-2"]), st.sampled_from([{}, {"new": 1}]))


def person_row(person_id, code, extra=None):
    return Row(id=person_id, subject=person_id, values={"code": code}, extra=extra or {})


def stored(database, table=PERSON, subject=""):
    return database.rows(f'SELECT * FROM "{table.name}" WHERE "subject" = ?', [subject])


def meet(database, person_id, said):
    with database.transaction():
        for version, code, extra in said:
            rows.merge(database, PERSON, person_row(person_id, code, extra), version)


@fast
@given(st.lists(SAID, max_size=6), st.randoms())
def test_any_order_and_any_repeats_end_the_same(store, said, dice):
    one, other = new_id(), new_id()
    meet(store.database, one, said)
    shuffled = said + dice.choices(said, k=3) if said else []
    dice.shuffle(shuffled)
    meet(store.database, other, shuffled)
    first = [row[2:] for row in stored(store.database, subject=one)]
    assert first == [row[2:] for row in stored(store.database, subject=other)]


@fast
@given(SAID, SAID)
def test_an_older_version_never_wins(store, one, other):
    older, later = sorted((one, other), key=lambda said: said[0].at)
    person_id = new_id()
    meet(store.database, person_id, [later])
    before = stored(store.database, subject=person_id)
    meet(store.database, person_id, [older])
    if older[0].at < later[0].at:
        assert stored(store.database, subject=person_id) == before


@fast
@given(st.lists(SAID, min_size=1, max_size=3), st.integers(-(10**9), 10**9))
def test_an_edit_after_seeing_wins_whatever_the_clock_says(store, said, seconds):
    person_id = new_id()
    meet(store.database, person_id, said)
    now = MORNING + timedelta(seconds=seconds)
    rows.edit(store.database, PERSON, person_row(person_id, "edited-9"), now)
    [found] = rows.find(store.database, PERSON, '"subject" = ?', [person_id])
    assert found.values["code"] == "edited-9"
    meet(store.database, person_id, said)
    assert rows.find(store.database, PERSON, '"subject" = ?', [person_id]) == [found]


def test_the_version_is_the_minute_of_the_wall_clock_or_one_more_than_seen(store):
    person_id = new_id()
    late = MORNING + timedelta(seconds=59, milliseconds=999)
    rows.edit(store.database, PERSON, person_row(person_id, "a-1"), late)
    rows.edit(store.database, PERSON, person_row(person_id, "a-2"), late)
    ((stamp,),) = store.database.rows('SELECT "v" FROM person WHERE "id" = ?', [person_id])
    assert int(stamp[:12], 16) == int(MORNING.timestamp() * 1000) + 1
    assert len(stamp) == 28


def test_an_edit_that_changes_nothing_makes_no_version(store):
    person_id = new_id()
    assert rows.edit(store.database, PERSON, person_row(person_id, "a-1"), MORNING)
    before = stored(store.database, subject=person_id)
    later = MORNING + timedelta(hours=1)
    assert not rows.edit(store.database, PERSON, person_row(person_id, "a-1"), later)
    assert stored(store.database, subject=person_id) == before


def test_an_edit_keeps_what_a_newer_program_wrote(store):
    person_id = new_id()
    newer = person_row(person_id, "a-1", {"picture": "fox"})
    rows.merge(store.database, PERSON, newer, Version(at=5, edited_at=MORNING))
    rows.edit(store.database, PERSON, person_row(person_id, "b-2"), MORNING)
    [found] = rows.find(store.database, PERSON, '"subject" = ?', [person_id])
    assert found.extra == {"picture": "fox"}


def test_a_deleted_row_says_nothing_and_stays_deleted(store):
    person_id = new_id()
    row = person_row(person_id, "secret-1", {"picture": "fox"})
    rows.edit(store.database, PERSON, row, MORNING)
    assert rows.delete(store.database, PERSON, (person_id, person_id), MORNING)
    assert rows.find(store.database, PERSON, '"subject" = ?', [person_id]) == []
    assert "secret" not in str(stored(store.database, subject=person_id))
    rows.merge(store.database, PERSON, row, Version(at=1, edited_at=MORNING))
    assert rows.find(store.database, PERSON, '"subject" = ?', [person_id]) == []
    assert not rows.delete(store.database, PERSON, (person_id, person_id), MORNING)


def test_a_clock_beyond_the_year_2200_is_refused(store):
    person_id = new_id()
    version = Version(at=rows.LAST_CLOCK + 1, edited_at=MORNING)
    with pytest.raises(UnfitValueError):
        rows.merge(store.database, PERSON, person_row(person_id, "a-1"), version)


def test_the_same_fact_twice_is_one_and_the_same_id_with_other_words_is_two(store):
    row = Row(id=new_id(), subject=new_id(), values={"step": "one"})
    other = Row(id=row.id, subject=row.subject, values={"step": "two"})
    assert rows.add_fact(store.database, STEP_DONE, row)
    assert not rows.add_fact(store.database, STEP_DONE, row)
    assert rows.add_fact(store.database, STEP_DONE, other)
    assert len(rows.find(store.database, STEP_DONE, '"id" = ?', [row.id])) == 2


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@fast
@given(said=st.lists(VERSIONS, min_size=1, max_size=4), when=st.integers(0, 4))
def test_nothing_about_a_forgotten_subject_comes_back(store, table, said, when):
    subject = new_id()
    row = Row(id=subject, subject=subject, values={})
    for number, version in enumerate(said):
        if number == when:
            store.erasures.add(subject)
        if table.mutable:
            rows.merge(store.database, table, row, version)
            rows.edit(store.database, table, row, MORNING)
        else:
            rows.add_fact(store.database, table, row)
    assert bool(stored(store.database, table, subject)) is (when >= len(said))
    store.erasures.add(subject)
    assert stored(store.database, table, subject) == []


def test_bytes_travel_whole(store):
    row = Row(id=new_id(), subject=new_id(), values={"pdf": bytes(range(256)) * 40})
    rows.add_fact(store.database, CERTIFICATE, row)
    [found] = rows.find(store.database, CERTIFICATE, '"id" = ?', [row.id])
    assert found.values["pdf"] == row.values["pdf"]
