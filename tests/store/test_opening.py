"""Opening: what is made, in which state it works, and what is refused without being touched."""

import os
import stat
import subprocess
import sys

import pytest
from sqlcipher3 import dbapi2

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store import engine
from digitutor_app.store.errors import (
    NotOurs,
    StoreDamagedError,
    StoreEngineError,
    StoreInUseError,
    StoreNewerError,
    StoreNotOursError,
)
from digitutor_app.store.looking import wal_of
from digitutor_app.store.opening import open_store
from tests.store.makers import KEY, a_person

OTHER_KEY = bytes(32)


@pytest.fixture
def closed(path, open_again):
    """The path of a closed store with one person in it."""
    store = open_again()
    store.people.put(a_person())
    store.close()
    return path


def everything_in(folder):
    return {file: file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def refused(path, clock, error, key=KEY):
    """The refusal; proves that not one byte of the file or beside it has changed."""
    before = everything_in(path.parent)
    with pytest.raises(error) as caught:
        open_store(path, key, clock)
    assert everything_in(path.parent) == before
    return caught.value


def change(path, *statements):
    """What another program, with our key, does to the store."""
    connection = engine.connect(path, KEY)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def change_and_die(path, *statements):
    """The same, ended by a crash: what was written stands only in the log."""
    code = """
import os, sys
from pathlib import Path
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store import engine
path = Path(sys.argv[1])
connection = engine.connect(path, bytes.fromhex(sys.argv[2]))
engine.prepare(connection, path)
for statement in sys.argv[3:]:
    connection.execute(statement)
os._exit(0)
"""
    arguments = [sys.executable, "-c", code, str(path), KEY.hex(), *statements]
    subprocess.run(arguments, check=True, timeout=60)
    assert wal_of(path).stat().st_size > 0


def test_a_new_store_is_one_file_of_this_user(path, open_again):
    open_again().close()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_bytes()[:16] == engine.salt_of(KEY)


def test_what_was_saved_is_there_after_closing(open_again):
    person = a_person()
    store = open_again()
    store.people.put(person)
    store.close()
    assert open_again().people.get(person.id) == person


def test_it_works_in_the_safe_state(store):
    wanted = {
        "journal_mode": "wal",
        "locking_mode": "exclusive",
        "synchronous": 2,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "temp_store": 2,
        "secure_delete": 1,
        "cache_size": -65536,
        "wal_autocheckpoint": 1000,
        "application_id": engine.APPLICATION_ID,
        "user_version": engine.USER_VERSION,
    }
    found = {name: store.database.first(f"PRAGMA {name}") for name in wanted}
    assert found == {name: (value,) for name, value in wanted.items()}


def test_nothing_readable_is_on_the_disk(path, store):
    store.people.put(a_person(code="vihree-norppa-31"))
    for content in everything_in(path.parent).values():
        assert b"norppa" not in content
        assert b"CREATE TABLE" not in content


def test_an_old_library_is_refused_by_number_not_by_text(path):
    engine.check_engine(path, (3, 51, 3))
    engine.check_engine(path, (3, 100, 0))
    with pytest.raises(StoreEngineError):
        engine.check_engine(path, (3, 51, 2))
    with pytest.raises(StoreEngineError):
        engine.check_engine(path, (3, 9, 9))


def test_another_key_is_told_from_damage(closed, clock):
    assert refused(closed, clock, StoreNotOursError, OTHER_KEY).why is NotOurs.OTHER_KEY


@pytest.mark.parametrize("size", [0, 31, 33])
def test_a_key_of_another_length_is_our_mistake(path, clock, size):
    with pytest.raises(OurMistakeError):
        open_store(path, bytes(size), clock)
    assert everything_in(path.parent) == {}


def test_a_change_of_version_that_was_cut_short_is_finished(closed, open_again):
    change(closed, "PRAGMA user_version=0")
    found = open_again().database.first("PRAGMA user_version")
    assert found == (engine.USER_VERSION,)


def test_a_plain_file_is_refused(path, clock):
    path.parent.mkdir()
    plain = dbapi2.connect(str(path))
    plain.execute("CREATE TABLE person (id)")
    plain.close()
    assert refused(path, clock, StoreNotOursError).why is NotOurs.PLAIN


def test_a_store_of_another_program_is_refused(closed, clock):
    change(closed, "PRAGMA application_id=7")
    assert refused(closed, clock, StoreNotOursError).why is NotOurs.OTHER_PROGRAM


RECORD = (
    "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) "
    "VALUES ('digitutor', '0099_from_the_future', '')"
)


def test_an_unknown_migration_is_newer(closed, clock):
    change(closed, RECORD)
    assert refused(closed, clock, StoreNewerError).unknown == ("0099_from_the_future",)


def test_a_higher_version_is_newer(closed, clock):
    change(closed, "PRAGMA user_version=99")
    assert refused(closed, clock, StoreNewerError).user_version == 99


@pytest.mark.parametrize("statement", [RECORD, "PRAGMA user_version=99"])
def test_a_newer_store_is_untouched_even_after_a_crash(closed, clock, statement):
    change_and_die(closed, statement)
    refused(closed, clock, StoreNewerError)


def test_a_crash_of_our_own_is_no_reason_to_refuse(closed, open_again):
    change_and_die(closed, "INSERT INTO setting VALUES ('a', 'b')")
    assert open_again().settings.get("a") == "b"


def flip(path, offset):
    content = bytearray(path.read_bytes())
    content[offset] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("offset", [0, 15, 16, 100, 2000, 4095])
def test_a_flipped_bit_in_the_first_page_is_damage(closed, clock, offset):
    flip(closed, offset)
    refused(closed, clock, StoreDamagedError)


@pytest.mark.parametrize("offset", [3, 2000])
def test_damage_is_untouched_even_after_a_crash(closed, clock, offset):
    change_and_die(closed, "INSERT INTO setting VALUES ('a', 'b')")
    flip(closed, offset)
    refused(closed, clock, StoreDamagedError)


def test_a_log_that_never_got_a_whole_save_is_no_reason_to_refuse(closed, open_again):
    wal_of(closed).write_bytes(bytes(5000))
    assert len(open_again().people.all_cards()) == 1


@pytest.mark.parametrize("size", [0, 1, 16, 4095])
def test_a_cut_off_file_is_damage(closed, clock, size):
    os.truncate(closed, size)
    refused(closed, clock, StoreDamagedError)


def test_a_blanked_file_is_damage(closed, clock):
    closed.write_bytes(bytes(closed.stat().st_size))
    refused(closed, clock, StoreDamagedError)


def test_a_log_without_its_store_is_damage(closed, clock):
    change_and_die(closed, "INSERT INTO setting VALUES ('a', 'b')")
    closed.unlink()
    refused(closed, clock, StoreDamagedError)


def test_a_second_opening_in_this_process_is_refused(path, store, clock):
    store.people.put(a_person())
    with pytest.raises(StoreInUseError):
        open_store(path, KEY, clock)
    # Had the refused opening read the file, this process would have lost its lock on it.
    arguments = [sys.executable, "-c", HOLD, str(path), KEY.hex()]
    other = subprocess.run(
        arguments, check=False, input="", capture_output=True, text=True, timeout=60
    )
    assert "StoreInUseError" in other.stderr


def test_a_second_process_is_refused_and_the_first_goes_on(closed, open_again, clock):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(closed), KEY.hex()],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with holder:
        assert holder.stdout.readline() == "open\n"
        refused(closed, clock, StoreInUseError)
        answer, _nothing = holder.communicate("go on\n", timeout=60)
    assert answer == "saved\n"
    assert open_again().settings.get("held") == "yes"


HOLD = """
import sys
from pathlib import Path
from digitutor_app.domain.clock import SystemClock
from digitutor_app.store.opening import open_store
store = open_store(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), SystemClock())
store.settings.put("half", "way")
print("open", flush=True)
sys.stdin.readline()
store.settings.put("held", "yes")
store.close()
print("saved", flush=True)
"""


def test_after_a_refusal_the_path_is_free_again(closed, open_again, clock):
    refused(closed, clock, StoreNotOursError, OTHER_KEY)
    open_again().people.put(a_person())
