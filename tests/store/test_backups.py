"""Backups: whole or not there, few and young, and without the people who have been erased."""

import os
import shutil
import stat
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from digitutor_app.store import engine
from digitutor_app.store.backup_files import (
    BEFORE_IMPORT,
    DAILY,
    FOLDER,
    RESERVE,
    Backup,
    backups_of,
    before,
    worth_keeping,
)
from digitutor_app.store.backups import newest_good, proved
from digitutor_app.store.errors import StoreFullError
from digitutor_app.store.opening import open_store
from tests.store.makers import KEY, MORNING, a_person, a_step, after, an_attempt
from tests.store.test_full_disk import may_mount, small_disk  # noqa: F401 - a fixture

DAY = 24 * 3600


def everything_in(backup):
    """Every row of every table of a copy, as one text."""
    connection = engine.connect(backup.path, KEY, look_only=True)
    try:
        tables = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'")
        ]
        rows = {name: connection.execute(f'SELECT * FROM "{name}"').fetchall() for name in tables}
    finally:
        connection.close()
    return repr(rows)


def test_a_copy_is_proved_encrypted_and_of_this_user(store):
    person = a_person()
    store.people.put(person)
    backup = store.backups.make(DAILY)
    assert [file.name for file in backup.path.parent.iterdir()] == [backup.path.name]
    assert backup.path.read_bytes()[:16] == engine.salt_of(KEY)
    assert b"Aino" not in backup.path.read_bytes()
    assert person.id in everything_in(backup)
    assert proved(backup, KEY)
    if os.name == "posix":
        assert stat.S_IMODE(backup.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(backup.path.parent.stat().st_mode) == 0o700


def test_a_copy_opens_as_a_store(store, tmp_path, clock):
    person = a_person()
    store.people.put(person)
    backup = store.backups.make(BEFORE_IMPORT)
    elsewhere = tmp_path / "elsewhere" / "practice.db"
    elsewhere.parent.mkdir()
    shutil.copyfile(backup.path, elsewhere)
    copy = open_store(elsewhere, KEY, clock)
    assert copy.people.get(person.id) == person
    copy.close()


def test_the_newest_that_is_whole_is_found(store, clock):
    store.people.put(a_person())
    backups = []
    for _day in range(3):
        backups.append(store.backups.make(DAILY))
        clock.forward(DAY)
    assert store.backups.all() == backups[::-1]
    harm(backups[2].path)
    assert not proved(backups[2], KEY)
    assert newest_good(store.path, KEY) == backups[1]
    assert newest_good(store.path, bytes(32)) is None


def harm(file):
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def test_the_newest_is_told_by_its_number_whatever_the_clock_says(store, clock):
    first = store.backups.make(DAILY)
    clock.set_wall(MORNING - timedelta(days=10))
    second = store.backups.make(DAILY)
    assert store.backups.all() == [second, first]


def test_other_files_and_the_other_store_are_left_alone(store, clock):
    folder = store.path.parent / FOLDER
    folder.mkdir()
    others = [folder / "tutor-000001-daily-20200101T0900.db", folder / "holiday.db"]
    for other in others:
        other.write_bytes(b"x")
    store.backups.make(DAILY)
    clock.forward(60 * DAY)
    store.backups.make(DAILY)
    assert [other.exists() for other in others] == [True, True]
    assert len(store.backups.all()) == 1


def test_what_a_power_cut_left_is_swept(store):
    folder = store.path.parent / FOLDER
    folder.mkdir()
    (folder / "practice-000001-daily-20260302T0700.db.part").write_bytes(b"half")
    backup = store.backups.make(DAILY)
    assert [file.name for file in folder.iterdir()] == [backup.path.name]


# Which are kept


whys = st.sampled_from([DAILY, BEFORE_IMPORT, before("0001_first"), before("0002_second")])
ages = st.integers(-3 * 24 * 60, 80 * 24 * 60)
shelves = st.lists(st.tuples(whys, ages), max_size=60).map(
    lambda drawn: [
        Backup(Path(f"{number}"), number, why, MORNING - timedelta(minutes=age))
        for number, (why, age) in enumerate(drawn, start=1)
    ]
)


@given(shelves)
def test_the_rule_keeps_enough_and_no_more(shelf):
    kept = worth_keeping(shelf, MORNING)
    assert kept <= set(shelf)
    # Seven days, four weeks, two occasions, one from the future, the newest of all.
    assert len(kept) <= 7 + 4 + 2 + 1 + 1
    if shelf:
        assert shelf[-1] in kept
    for backup in kept - set(shelf[-1:]):
        assert MORNING - backup.made <= timedelta(days=30)
    present = [b for b in shelf if timedelta() <= MORNING - b.made <= timedelta(days=6)]
    for backup in present:
        same_day = [k for k in kept if k.made.date() == backup.made.date()]
        assert any(k.number >= backup.number for k in same_day)
    for why in (BEFORE_IMPORT, before("0002_second")):
        young = [b for b in shelf if b.why == why and b.made > MORNING - timedelta(days=30)]
        young = [b for b in young if b.made <= MORNING]
        assert not young or any(
            k.number >= young[-1].number and k.why.startswith("before-") for k in kept
        )


@given(shelves)
def test_what_is_kept_stays_kept_until_time_goes_on(shelf):
    kept = worth_keeping(shelf, MORNING)
    assert worth_keeping(kept, MORNING) == kept


def test_two_months_of_days_leave_a_dozen_copies(store, clock):
    for _day in range(60):
        store.backups.make(DAILY)
        clock.forward(DAY)
    ages_left = [(clock.now() - backup.made).days for backup in store.backups.all()]
    assert ages_left[:7] == [1, 2, 3, 4, 5, 6, 7]
    assert 9 <= len(ages_left) <= 11
    assert 14 < max(ages_left) <= 30


# A full disk


@may_mount
def test_a_full_disk_says_so_and_keeps_the_old_copies(small_disk, clock):  # noqa: F811
    path = small_disk / "practice.db"
    store = open_store(path, KEY, clock)
    with pytest.raises(StoreFullError):
        store.backups.make(DAILY)
    assert store.backups.all() == []
    os.system(f"mount -o remount,size={RESERVE + 2_000_000} {small_disk}")
    first = store.backups.make(DAILY)
    steps = [a_step("p-1", number, attempt_id="attempt") for number in range(1, 120)]
    for step in steps:
        store.attempts.finish_step(step, after(step, "x" * 8000))
    (small_disk / "ballast").write_bytes(bytes(1_000_000))
    with pytest.raises(StoreFullError):
        store.backups.make(DAILY)
    assert store.backups.all() == [first]
    assert [file.name for file in first.path.parent.iterdir()] == [first.path.name]
    assert proved(first, KEY)
    assert len(store.attempts.steps_of("attempt")) == 119
    store.close()


# Erased people


def signed(_message):
    return b"signed"


def test_no_copy_holds_an_erased_person(store, clock):
    gone, stays = a_person(first_name="Katoava"), a_person(first_name="Pysyvä")
    for person in (gone, stays):
        store.people.put(person)
        store.attempts.add(an_attempt(person.id))
        step = a_step(person.id)
        store.attempts.finish_step(step, after(step))
    copies = []
    for why in (DAILY, BEFORE_IMPORT, DAILY):
        copies.append(store.backups.make(why))
        clock.forward(DAY)
    store.erasures.add(gone.id, by="tutor", sign=signed)
    assert store.backups.refresh_after_erasure() >= 2
    assert len(store.backups.all()) == 4
    assert set(store.backups.all()[1:]) <= {*copies}
    for backup in store.backups.all():
        told = everything_in(backup)
        assert proved(backup, KEY)
        assert "Katoava" not in told
        # Only the erasure itself names the subject.
        assert told.count(gone.id) == 1
        assert "Pysyvä" in told
        assert stays.id in told
    assert store.backups.refresh_after_erasure() == 0


def test_a_copy_that_does_not_open_goes_with_the_erased_person(store):
    gone = a_person()
    store.people.put(gone)
    unreadable = store.backups.make(DAILY)
    harm(unreadable.path)
    other_key = unreadable.path.with_name("practice-000000-daily-20260301T0900.db")
    other_key.write_bytes(bytes(9000))
    store.erasures.add(gone.id)
    store.backups.refresh_after_erasure()
    [left] = store.backups.all()
    assert left not in (unreadable, other_key)
    assert not unreadable.path.exists()
    assert not other_key.exists()
    assert proved(left, KEY)


def test_an_older_schema_is_refreshed_too(store):
    gone = a_person(first_name="Katoava")
    store.people.put(gone)
    old = store.backups.make(before("0099_later"))
    connection = engine.connect(old.path, KEY)
    for statement in ('DROP TABLE "erased"', 'DROP TABLE "note"', 'CREATE TABLE "memo" (subject)'):
        connection.execute(statement)
    connection.execute("INSERT INTO memo VALUES (?)", [gone.id])
    connection.close()
    store.erasures.add(gone.id)
    assert store.backups.refresh_after_erasure() == 1
    assert gone.id not in everything_in(old)
    assert len(backups_of(store.path)) == 2
