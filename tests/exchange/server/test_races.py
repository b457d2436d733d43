"""Several at once: nobody waits for ever, an erasure leaves nothing, a reader misses nothing."""

import pytest

from digitutor_app.exchange.server.functions import LOCK
from digitutor_app.exchange.server.schema import schema
from tests.exchange.server.crowd import push_at_once
from tests.exchange.server.lines import erasure, fact, picture, picture_there, push, read
from tests.exchange.server.postgres import Organisation, new_database
from tests.exchange.server.racing import IMPORT, race

WITHOUT_LOCK = """
    SELECT o.n, o.epoch INTO base, era FROM digitutor_data.organisation AS o WHERE o.name = mine;
"""


@pytest.mark.parametrize("erasure_first", [True, False])
def test_an_erasure_that_races_an_import_leaves_nothing(postgres, organisation, erasure_first):
    sides = [(erasure(),), IMPORT]
    first, second = sides if erasure_first else reversed(sides)
    assert race(postgres, organisation, first, second) == []


@pytest.mark.parametrize("erasure_first", [True, False])
def test_without_the_lock_the_erased_person_would_stay(postgres, erasure_first):
    careless = schema().replace(LOCK, WITHOUT_LOCK)
    assert careless != schema()
    organisation = Organisation(postgres, new_database(postgres, careless))
    sides = [(erasure(),), IMPORT]
    first, second = sides if erasure_first else reversed(sides)
    assert len(race(postgres, organisation, first, second)) == len(IMPORT)


def test_a_session_that_looks_at_an_older_state_is_refused(organisation):
    import psycopg

    with organisation.connect() as old, organisation.connect() as new:
        old.execute("BEGIN ISOLATION LEVEL REPEATABLE READ")
        old.execute("SELECT 1").fetchone()
        read(old)
        push(new, erasure())
        with pytest.raises(psycopg.errors.SerializationFailure):
            push(old, *IMPORT)
        old.rollback()
        push(old, *IMPORT)
        assert picture_there(old) == picture([erasure()])


def test_a_reader_misses_nothing_that_is_written_meanwhile(organisation):
    with organisation.connect() as writer, organisation.connect() as reader:
        push(writer, fact(row_id="a"))
        with writer.transaction():
            push(writer, fact(row_id="b"))
            place = read(reader)["until"]
        assert [row["id"] for row in read(reader, place)["rows"]] == ["b"]


def test_clients_that_push_at_once_all_come_through(organisation):
    expected, errors = push_at_once(organisation, clients=4, pushes=5, lines=60)
    assert errors == []
    with organisation.connect() as connection:
        assert picture_there(connection) == expected


def test_two_organisations_do_not_wait_for_each_other(postgres, database, organisation):
    other = Organisation(postgres, database)
    with organisation.connect() as one, other.connect() as two, one.transaction():
        push(one, *IMPORT)
        two.execute("SET lock_timeout = '5s'")
        assert push(two, *IMPORT)["facts"] == 1
