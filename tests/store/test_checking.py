"""The check after opening: whole stores pass, a rotten page deep inside is found, saves pass by."""

import pytest

from digitutor_app.store import engine
from digitutor_app.store.backup_files import DAILY
from digitutor_app.store.checking import StoreCheck, check_table, table_names
from digitutor_app.store.damage import damage_noted
from digitutor_app.store.errors import StoreDamagedError, StoreFullError, StoreTroubleError
from digitutor_app.store.migrations import TABLE
from digitutor_app.store.opening import open_store
from digitutor_app.store.restoring import mended
from digitutor_app.store.tables import TABLES
from digitutor_app.store.worker import StoreWorker
from tests.store.makers import KEY, a_person, a_step, after, an_attempt

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


def test_a_long_row_of_which_a_page_does_not_read_is_never_shown(path, open_again, clock):
    """The library would give zeros for the further pages of a row."""
    store = open_again()
    for number in range(20):
        step = a_step(f"p-{number}")
        store.attempts.finish_step(step, after(step, "z" * 9000))
    store.close()
    sound = path.read_bytes()
    met = 0
    for page in range(1, len(sound) // engine.PAGE):
        path.write_bytes(sound)
        rot(path, page)
        try:
            store = open_again()
        except StoreDamagedError:
            continue
        for number in range(20):
            try:
                position = store.positions.get(f"p-{number}")
            except StoreDamagedError:
                met += 1
                break
            assert position.snapshot == "z" * 9000
        store.close()
    assert met >= 20


def test_nothing_made_of_a_page_that_does_not_read_is_kept(path, open_again):
    store = open_again()
    long = a_step("p-1")
    store.attempts.finish_step(long, after(long, "z" * 9000))
    store.close()
    # The last page of the file is one of the long row's further pages.
    rot(path, path.stat().st_size // engine.PAGE - 1)
    store = open_again()
    copy = 'INSERT INTO "setting" SELECT "exercise", "snapshot" FROM "position"'
    with pytest.raises((StoreDamagedError, StoreTroubleError)), store.transaction():
        store.database.run(copy)
    store.close()
    assert open_again().settings.get("files-04") == ""


def test_damage_is_mended_while_people_go_on(path, open_again, clock):
    store = open_again()
    person = a_person()
    store.people.put(person)
    for number in range(20):
        step = a_step(f"p-{number}")
        store.attempts.finish_step(step, after(step, "z" * 9000))
    store.backups.make(DAILY)
    store.close()
    rot(path, path.stat().st_size // engine.PAGE * 2 // 3)
    told = []
    worker = StoreWorker.start(
        lambda: open_store(path, KEY, clock), mend=lambda: mended(path, KEY, clock, told.append)
    )
    check = StoreCheck(worker)
    assert isinstance(check.finished.exception(SOON), StoreDamagedError)
    late = [a_person(f"a-{number}") for number in range(5)]
    saves = [worker.tell(lambda store, one=one: store.people.put(one)) for one in late]
    assert [save.result(SOON) for save in saves] == [True] * 5
    assert worker.ask(lambda store: store.people.get(person.id)) == person
    assert worker.ask(lambda store: store.positions.get("p-7").snapshot) == "z" * 9000
    assert worker.unsaved == 0
    assert StoreCheck(worker).finished.result(SOON) is None
    assert worker.close() == 0
    [done] = told
    assert not done.whole
    assert not damage_noted(path)
    assert len(open_again().people.all_cards()) >= 1


def test_without_room_to_mend_saves_wait(path, open_again, clock):
    store = open_again()
    step = a_step("p-1")
    store.attempts.finish_step(step, after(step, "z" * 9000))
    store.close()
    rot(path, path.stat().st_size // engine.PAGE - 1)
    tries = []

    def mend():
        tries.append("once")
        if len(tries) < 3:
            raise StoreFullError(path)
        return mended(path, KEY, clock, tries.append)

    troubles = []
    worker = StoreWorker.start(
        lambda: open_store(path, KEY, clock),
        on_trouble=troubles.append,
        mend=mend,
        retry_seconds=0.01,
    )
    with pytest.raises(StoreDamagedError):
        worker.ask(lambda store: store.positions.get("p-1"))
    person = a_person()
    assert worker.tell(lambda store: store.people.put(person)).result(SOON)
    assert worker.close() == 0
    assert [type(one) for one in troubles] == [StoreFullError, type(None)]
    assert len(tries) == 4
