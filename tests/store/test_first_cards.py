"""The first cards: read without sqlite-utils, then the same connection becomes the Store."""

import subprocess
import sys

import pytest

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store import engine
from digitutor_app.store.errors import StoreInUseError, StoreNotOursError
from digitutor_app.store.first_cards import FirstCards
from digitutor_app.store.opening import open_store
from tests.store.makers import KEY, a_person

ONLY_CARDS = """
import sys
from pathlib import Path
from digitutor_app.domain.clock import SystemClock
from digitutor_app.store.first_cards import FirstCards
first = FirstCards(Path(sys.argv[1]), bytes.fromhex(sys.argv[2]), SystemClock())
print([card.code for card in first.cards])
print(sorted({"sqlite_utils", "nacl", "sqlite3", "PySide6"} & set(sys.modules)))
store = first.into_store()
print(len(store.people.all_cards()), "sqlite_utils" in sys.modules)
print(sorted(store.database.tables.table_names())[:1], "sqlite_utils" in sys.modules)
store.close()
"""


TABLES = "['_sqlite_migrations'] True"


def test_cards_are_read_without_the_heavy_libraries(path, open_again):
    store = open_again()
    store.people.put(a_person("b-2"))
    store.people.put(a_person("a-1"))
    store.close()
    arguments = [sys.executable, "-c", ONLY_CARDS, str(path), KEY.hex()]
    said = subprocess.run(arguments, check=True, capture_output=True, text=True, timeout=60)
    assert said.stdout.splitlines() == ["['a-1', 'b-2']", "[]", "2 False", TABLES]
    assert said.stderr == ""


def test_no_store_yet_means_no_cards_and_then_a_new_store(path, clock):
    first = FirstCards(path, KEY, clock)
    assert first.cards == ()
    assert not path.exists()
    store = first.into_store()
    store.people.put(a_person())
    store.close()
    again = FirstCards(path, KEY, clock)
    assert [card.first_name for card in again.cards] == ["Aino"]
    again.close()


def test_the_store_stays_locked_on_the_way(path, store, clock):
    store.close()
    first = FirstCards(path, KEY, clock)
    with pytest.raises(StoreInUseError):
        open_store(path, KEY, clock)
    first.into_store().close()
    open_store(path, KEY, clock).close()


def test_it_is_handed_over_only_once(path, clock):
    first = FirstCards(path, KEY, clock)
    store = first.into_store()
    with pytest.raises(OurMistakeError):
        first.into_store()
    first.close()
    store.people.put(a_person())
    store.close()


def test_a_refusal_leaves_the_path_free(path, store, clock):
    store.close()
    with pytest.raises(StoreNotOursError):
        FirstCards(path, bytes(32), clock)
    open_store(path, KEY, clock).close()


def test_an_older_store_shows_its_cards_only_after_its_migration(path, store, clock):
    store.close()
    connection = engine.connect(path, KEY)
    connection.execute("DELETE FROM _sqlite_migrations")
    connection.close()
    first = FirstCards(path, KEY, clock)
    assert first.cards is None
    first.close()
