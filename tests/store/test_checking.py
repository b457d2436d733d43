"""The check after opening: whole stores pass, a rotten page deep inside is found, saves pass by."""

import pytest

from digitutor_app.store import engine
from digitutor_app.store.checking import StoreCheck, check_table, table_names
from digitutor_app.store.errors import StoreDamagedError
from digitutor_app.store.migrations import TABLE
from digitutor_app.store.opening import open_store
from digitutor_app.store.tables import TABLES
from digitutor_app.store.worker import StoreWorker
from tests.store.makers import KEY, a_person, an_attempt

SOON = 30


@pytest.fixture
def filled(path, open_again):
    """The path of a closed store of many pages."""
    store = open_again()
    with store.transaction():
        for number in range(300):
            person = a_person(f"a-{number}")
            store.people.put(person)
            store.attempts.add(an_attempt(person.id))
    store.close()
    return path


def rot(path, page):
    content = bytearray(path.read_bytes())
    content[page * engine.PAGE + 1000] ^= 1
    path.write_bytes(content)


def test_every_table_of_ours_is_among_those_checked(store):
    assert {table.name for table in TABLES} | {TABLE} <= set(table_names(store))


def test_a_whole_store_passes(filled, clock):
    worker = StoreWorker.start(lambda: open_store(filled, KEY, clock))
    assert StoreCheck(worker).finished.result(SOON) is None
    worker.close()


def test_a_rotten_page_is_found(filled, clock, open_again):
    store = open_again()
    (page,) = store.database.first(
        "SELECT rootpage FROM sqlite_master WHERE name = 'person_by_code'"
    )
    store.close()
    rot(filled, page - 1)
    worker = StoreWorker.start(lambda: open_store(filled, KEY, clock))
    assert isinstance(StoreCheck(worker).finished.exception(SOON), StoreDamagedError)
    worker.close()


def test_one_table_says_which_it_is(filled, open_again):
    store = open_again()
    (page,) = store.database.first("SELECT rootpage FROM sqlite_master WHERE name = 'attempt'")
    store.close()
    rot(filled, page - 1)
    store = open_again()
    check_table(store, "person")
    with pytest.raises(StoreDamagedError):
        check_table(store, "attempt")


def test_saves_pass_by_between_the_tables(filled, clock):
    worker = StoreWorker.start(lambda: open_store(filled, KEY, clock))
    check = StoreCheck(worker)
    saves = [worker.tell(lambda store: store.people.put(a_person())) for _time in range(40)]
    for save in saves:
        assert save.result(SOON)
    assert check.finished.result(SOON) is None
    worker.close()


def test_closing_does_not_wait_for_the_check(filled, clock):
    worker = StoreWorker.start(lambda: open_store(filled, KEY, clock))
    check = StoreCheck(worker)
    worker.close()
    assert check.finished.cancelled() or check.finished.result(SOON) is None
