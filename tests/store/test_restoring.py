"""Restoring: a copy is merged in, a damaged store is replaced, and nothing recorded is lost."""

import os
import random
import shutil
from datetime import timedelta

import pytest

from digitutor_app.store import engine
from digitutor_app.store.backup_files import DAILY, DAMAGED, RESERVE, damaged_of
from digitutor_app.store.damage import damage_noted, note_damage
from digitutor_app.store.errors import StoreDamagedError, StoreFullError, StoreInUseError
from digitutor_app.store.looking import wal_of
from digitutor_app.store.opening import open_store
from digitutor_app.store.restoring import rescue, restore
from tests.store.makers import KEY, MORNING, a_person, a_step, a_visit, after, an_attempt
from tests.store.test_full_disk import may_mount, small_disk  # noqa: F401 - a fixture

DAY = 24 * 3600


def contents(path, clock):
    """Every row that means something, read from a closed store."""
    store = open_store(path, KEY, clock)
    try:
        return told(store)
    finally:
        store.close()


def told(store):
    tables = [
        name
        for (name,) in store.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
        if not name.startswith("_sqlite")
    ]
    return {name: sorted(store.database.rows(f'SELECT * FROM "{name}"')) for name in tables}


def live(store, people=20, snapshot="{}"):
    """A morning in which people practise."""
    made = []
    for number in range(people):
        person = a_person(code=f"sininen-kettu-{number}", first_name=f"Aino {number}")
        store.people.put(person)
        store.visits.put(a_visit(person.id))
        store.attempts.add(an_attempt(person.id))
        step = a_step(person.id)
        store.attempts.finish_step(step, after(step, snapshot))
        made.append(person)
    return made


def harm(path, *offsets):
    content = bytearray(path.read_bytes())
    for offset in offsets:
        content[offset] ^= 1
    path.write_bytes(content)


def die(path, *statements):
    """What was written last stands only in the log, as after a power cut."""
    connection = engine.connect(path, KEY)
    engine.prepare(connection, path)
    for statement in statements:
        connection.execute(statement)
    kept = [(file, file.read_bytes()) for file in (path, wal_of(path))]
    connection.close()
    for file, content in kept:
        file.write_bytes(content)


# Into a store that opens


def test_a_copy_is_merged_and_nothing_since_is_lost(store, clock):
    [early] = live(store, 1)
    store.settings.put("number", "7")
    backup = store.backups.make(DAILY)
    clock.forward(DAY)
    store.people.put(early.__class__(id=early.id, code=early.code, first_name="Uusi"))
    [late] = live(store, 1)
    store.settings.put("number", "8")
    before = told(store)
    report = restore(store, backup, KEY)
    assert report.nothing
    assert told(store) == before
    assert store.people.get(early.id).first_name == "Uusi"
    assert store.people.get(late.id) == late


def test_what_was_lost_comes_back(store):
    people = live(store, 3)
    store.settings.put("number", "7")
    backup = store.backups.make(DAILY)
    before = told(store)
    for table in ("person", "attempt", "skill_sum", "position", "setting"):
        store.database.run(f'DELETE FROM "{table}"')
    report = restore(store, backup, KEY)
    assert report.new["person"] == len(people)
    assert told(store) == before


def test_the_erased_stay_erased(store):
    gone, stays = live(store, 2)
    backup = store.backups.make(DAILY)
    store.erasures.add(gone.id)
    restore(store, backup, KEY)
    assert store.people.get(gone.id) is None
    assert store.positions.get(gone.id) is None
    assert store.people.get(stays.id) == stays


def test_nobody_is_sent_back_in_an_exercise(store):
    [person] = live(store, 1)
    begun = store.positions.get(person.id)
    backup = store.backups.make(DAILY)
    step = a_step(person.id, 2, MORNING + timedelta(hours=1), begun.attempt_id)
    store.attempts.finish_step(step, after(step, "further"))
    restore(store, backup, KEY)
    assert store.positions.get(person.id).snapshot == "further"
    # And who has finished it is not in it again.
    store.positions.clear(person.id)
    done = an_attempt(person.id, ended=MORNING + timedelta(hours=2))
    store.attempts.add(done.__class__(**{**fields(done), "id": begun.attempt_id}))
    restore(store, backup, KEY)
    assert store.positions.get(person.id) is None


def fields(attempt):
    return {name: getattr(attempt, name) for name in attempt.__dataclass_fields__}


def test_a_copy_that_is_damaged_changes_nothing(store):
    live(store, 5)
    backup = store.backups.make(DAILY)
    harm(backup.path, 20_000)
    before = told(store)
    with pytest.raises(StoreDamagedError):
        restore(store, backup, KEY)
    assert told(store) == before
    assert not list(store.path.parent.glob("restoring-*"))


# In place of a store that does not


def test_a_store_that_does_not_open_comes_back_from_its_copy(path, open_again, clock):
    store = open_again()
    live(store)
    store.settings.put("number", "7")
    backup = store.backups.make(DAILY)
    before = told(store)
    store.close()
    harm(path, 2000)
    damaged = path.read_bytes()
    done = rescue(path, KEY, clock)
    assert done.backup == backup
    assert not done.whole
    assert done.kept.read_bytes() == damaged
    assert done.kept.parent.name == DAMAGED
    assert contents(path, clock) == before
    assert sorted(file.name for file in path.parent.iterdir()) == [
        "backups",
        "damaged",
        "practice.db",
    ]


def test_what_came_after_the_copy_is_saved_from_the_damaged_store(path, open_again, clock):
    store = open_again()
    early = live(store, 5, snapshot="x" * 9000)
    store.backups.make(DAILY)
    clock.forward(DAY)
    late = live(store, 40, snapshot="y" * 9000)
    step = a_step(late[0].id, 2, MORNING + timedelta(days=1))
    store.attempts.finish_step(step, after(step, "newest"))
    before = told(store)
    store.close()
    # What people were doing last is by far the largest table.
    harm(path, path.stat().st_size * 3 // 4)
    done = rescue(path, KEY, clock)
    assert not done.whole
    found = contents(path, clock)
    lost = {name: len(before[name]) - len(found[name]) for name in before}
    assert sum(count > 0 for count in lost.values()) <= 1
    assert set(found["person"]) >= {row for row in before["person"] if row[0] in ids(early)}
    assert sum(map(len, found.values())) > sum(map(len, before.values())) * 0.8


def ids(people):
    return {person.id for person in people}


def test_without_any_copy_the_rest_is_saved(path, open_again, clock):
    store = open_again()
    live(store, 60, snapshot="z" * 5000)
    before = told(store)
    store.close()
    harm(path, path.stat().st_size // 2)
    done = rescue(path, KEY, clock)
    assert done.backup is None
    found = contents(path, clock)
    for name, rows in found.items():
        assert set(rows) <= set(before[name])
    assert sum(map(len, found.values())) > sum(map(len, before.values())) * 0.7


def test_what_stands_only_in_the_log_is_saved_too(path, open_again, clock):
    store = open_again()
    live(store, 3)
    store.backups.make(DAILY)
    store.close()
    die(path, "INSERT INTO setting VALUES ('last', 'word')")
    note_damage(path)
    done = rescue(path, KEY, clock)
    assert done.whole
    assert wal_of(done.kept).stat().st_size > 0
    assert not wal_of(path).exists()
    assert ("last", "word") in contents(path, clock)["setting"]
    assert not damage_noted(path)


@pytest.mark.parametrize("harmed", ["gone", "cut", "blank"])
def test_even_where_nothing_reads_the_copy_is_used(path, open_again, clock, harmed):
    store = open_again()
    live(store, 3)
    store.backups.make(DAILY)
    before = told(store)
    store.close()
    if harmed == "gone":
        die(path, "INSERT INTO setting VALUES ('a', 'b')")
        path.unlink()
    else:
        os.truncate(path, 100)
        if harmed == "blank":
            path.write_bytes(bytes(9000))
    with pytest.raises(StoreDamagedError):
        open_store(path, KEY, clock)
    rescue(path, KEY, clock)
    assert contents(path, clock) == before


def test_a_rescue_that_was_cut_short_loses_nothing(path, open_again, clock):
    store = open_again()
    live(store, 3)
    store.close()
    die(path, "INSERT INTO setting VALUES ('last', 'word')")
    note_damage(path)
    # The power goes when the log has been kept aside and taken away, before the new store is there.
    (path.parent / DAMAGED).mkdir()
    aside = path.parent / DAMAGED / "practice-20260302T0700-1.db"
    shutil.copyfile(path, aside)
    wal_of(path).rename(wal_of(aside))
    (path.parent / "restoring-0000").mkdir()
    assert damage_noted(path)
    rescue(path, KEY, clock)
    assert ("last", "word") in contents(path, clock)["setting"]
    assert not list(path.parent.glob("restoring-*"))


def test_the_erased_stay_erased_in_the_new_store(path, open_again, clock):
    store = open_again()
    gone, stays = live(store, 2)
    store.backups.make(DAILY)
    store.erasures.add(gone.id)
    store.close()
    note_damage(path)
    rescue(path, KEY, clock)
    again = open_again()
    assert again.erasures.has(gone.id)
    assert again.people.get(gone.id) is None
    assert again.people.get(stays.id) == stays


def test_damaged_files_grow_old_and_go_with_the_erased(path, open_again, clock):
    store = open_again()
    live(store, 1)
    store.close()
    for _twice in range(2):
        note_damage(path)
        rescue(path, KEY, clock)
    assert len(damaged_of(path)) == 2
    store = open_again()
    clock.forward(31 * DAY)
    store.backups.make(DAILY)
    assert damaged_of(path) == []
    store.close()
    rescue(path, KEY, clock)
    store = open_again()
    store.backups.refresh_after_erasure()
    assert damaged_of(path) == []


def test_an_open_store_is_not_rescued(store, clock):
    with pytest.raises(StoreInUseError):
        rescue(store.path, KEY, clock)


@may_mount
def test_without_room_the_damaged_store_stays_where_it_is(small_disk, clock):  # noqa: F811
    path = small_disk / "practice.db"
    store = open_store(path, KEY, clock)
    store.people.put(a_person())
    store.close()
    before = path.read_bytes()
    with pytest.raises(StoreFullError):
        rescue(path, KEY, clock)
    assert path.read_bytes() == before
    os.system(f"mount -o remount,size={RESERVE * 2} {small_disk}")
    rescue(path, KEY, clock)
    assert len(contents(path, clock)["person"]) == 1


def test_wherever_a_bit_flips_nothing_wrong_comes_back(path, open_again, clock, tmp_path):
    store = open_again()
    live(store, 12)
    backup_rows = None
    store.backups.make(DAILY)
    backup_rows = told(store)
    live(store, 12)
    before = told(store)
    store.close()
    dice = random.Random("flips")
    for number in range(12):
        folder = tmp_path / str(number)
        shutil.copytree(path.parent, folder)
        copy = folder / path.name
        harm(copy, dice.randrange(copy.stat().st_size))
        rescue(copy, KEY, clock)
        found = contents(copy, clock)
        for name, rows in found.items():
            if name != "skill_sum":
                assert (
                    set(backup_rows[name])
                    <= set(rows)
                    <= set(before[name]) | set(backup_rows[name])
                )
