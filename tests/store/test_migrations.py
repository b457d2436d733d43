"""Every released store opens and still tells its story; a migration is all there or not at all."""

import hashlib
import shutil
from pathlib import Path

import pytest

from digitutor_app.domain.people import Person
from digitutor_app.domain.skills import SkillState
from digitutor_app.store import engine
from digitutor_app.store.database import sqlite_utils_database
from digitutor_app.store.migrations import NAMES, SET_NAME, STEPS, migrations
from digitutor_app.store.opening import open_store
from digitutor_app.store.tables import TABLES
from tests.store.makers import KEY, a_person
from tests.store.story import AINO, EERO, GONE, STORY

VERSIONS = Path(__file__).parent / "versions"
RELEASED = sorted(file.stem for file in VERSIONS.glob("*.db"))

# The text of a released migration is frozen: a store that has run it will never run it again.
FROZEN = {"0001_first": "6daaa02e062619e2"}


def test_every_migration_has_a_released_store_and_a_frozen_text():
    assert list(NAMES) == RELEASED == sorted(FROZEN)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: step.NAME)
def test_a_released_migration_is_never_edited(step):
    text = "\n".join(step.STATEMENTS)
    assert hashlib.sha256(text.encode()).hexdigest()[:16] == FROZEN[step.NAME]


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_store_opens_and_tells_its_story(name, path, open_again):
    path.parent.mkdir()
    shutil.copyfile(VERSIONS / f"{name}.db", path)
    store = open_again()
    assert store.workshops.all() == [STORY.workshop]
    assert [store.people.get(person.id) for person in STORY.people] == list(STORY.people)
    assert [card.id for card in store.people.all_cards()] == [AINO]
    assert [store.visits.of_person(visit.person_id) for visit in STORY.visits] == [
        [visit] for visit in STORY.visits
    ]
    assert [store.calls.of_person(call.person_id) for call in STORY.calls] == [
        [call] for call in STORY.calls
    ]
    assert store.calls.open_calls() == [STORY.calls[1]]
    assert store.calls.coming_to(EERO) == [STORY.coming]
    assert store.attempts.steps_of(STORY.step.attempt_id) == [STORY.step]
    assert store.positions.get(AINO) == STORY.position
    assert store.attempts.of_person(EERO) == [STORY.attempt]
    states = {"files.move": SkillState.CAN, "files.find": SkillState.ALONE}
    assert store.attempts.skill_states(EERO) == states
    assert store.certificates.of_person(EERO) == [STORY.certificate]
    assert store.notes.of_people([EERO]) == [STORY.note]
    assert store.observations.of_people([EERO]) == [STORY.observation]
    assert store.settings.get("number") == "7"
    assert store.erasures.has(GONE)


@pytest.mark.parametrize("name", RELEASED)
def test_a_released_store_can_be_written_and_still_forgets(name, path, open_again):
    path.parent.mkdir()
    shutil.copyfile(VERSIONS / f"{name}.db", path)
    store = open_again()
    assert not store.people.put(STORY.people[0])
    assert not store.attempts.add(STORY.attempt)
    assert not store.people.put(Person(id=GONE, code="a-1"))
    person = a_person()
    assert store.people.put(person)
    store.close()
    assert open_again().people.get(person.id) == person


def old_store(path):
    """A store of this program from before its first migration, with a table of its own."""
    path.parent.mkdir()
    connection = engine.connect(path, KEY)
    engine.prepare(connection, path)
    connection.execute(f"PRAGMA application_id={engine.APPLICATION_ID}")
    migrations().ensure_migrations_table(sqlite_utils_database(connection))
    connection.execute("CREATE TABLE older (word TEXT)")
    connection.execute("INSERT INTO older VALUES ('kept')")
    return connection


def backups(path):
    return sorted((path.parent / "backups").glob("*"))


def test_a_copy_is_made_before_an_old_store_is_changed(path, clock):
    old_store(path).close()
    store = open_store(path, KEY, clock)
    assert store.people.put(a_person())
    assert store.database.rows("SELECT word FROM older") == [("kept",)]
    store.close()
    [copy] = backups(path)
    assert "before-0001_first" in copy.name
    kept = engine.connect(copy, KEY)
    tables = {row[0] for row in kept.execute("SELECT name FROM sqlite_master")}
    kept.close()
    assert "older" in tables
    assert "person" not in tables
    assert b"older" not in copy.read_bytes()
    open_store(path, KEY, clock).close()
    assert backups(path) == [copy]


def test_a_migration_that_fails_leaves_the_old_store(path, clock):
    connection = old_store(path)
    connection.execute("CREATE TABLE skill_sum (in_the_way)")
    connection.close()
    with pytest.raises(engine.dbapi2.OperationalError, match="skill_sum"):
        open_store(path, KEY, clock)
    connection = engine.connect(path, KEY)
    tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master")}
    done = connection.execute("SELECT count(*) FROM _sqlite_migrations").fetchone()
    connection.close()
    assert "person" not in tables
    assert done == (0,)
    assert len(backups(path)) == 1


def test_migrations_are_recorded_under_our_name(store):
    query = "SELECT migration_set, name FROM _sqlite_migrations ORDER BY id"
    assert store.database.rows(query) == [(SET_NAME, name) for name in NAMES]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_described_columns_are_those_of_the_schema(store, table):
    key = ["id", "subject", "v", "deleted", "edited_at"]
    head = key if table.mutable else ["id", "subject", "sha"]
    said = [*head, *(column.name for column in table.columns), "extra"]
    found = [column.name for column in store.database.tables[table.name].columns]
    assert sorted(found) == sorted(said)
    unique = {"id", "subject"} if table.mutable else {"id", "subject", "sha"}
    assert set(store.database.tables[table.name].pks) == unique
    assert store.database.tables[table.name].foreign_keys == []
