"""A bit of the file turns over by itself: that must be noticed before anything is believed."""

import random

from digitutor_app.store.checking import check_table, table_names
from digitutor_app.store.errors import StoreError
from digitutor_app.store.opening import open_store
from tests.fakes.clock import FakeClock
from tests.store.makers import KEY, a_person, a_visit, an_attempt

STORE = "practice.db"


def made(folder, people=40):
    """A store with some people in it; returns the bytes of its file."""
    folder.mkdir(exist_ok=True)
    store = open_store(folder / STORE, KEY, FakeClock())
    with store.transaction():
        for _each in range(people):
            person = a_person()
            store.people.put(person)
            store.visits.put(a_visit(person.id))
            for data_set in "ab":
                store.attempts.add(an_attempt(person.id, data_set=data_set))
    store.close()
    return (folder / STORE).read_bytes()


def flip(folder, sound, seed):
    """Turn one bit over; returns whether opening and the check after it notice that."""
    dice = random.Random(seed)
    content = bytearray(sound)
    content[dice.randrange(len(content))] ^= 1 << dice.randrange(8)
    for left in folder.iterdir():
        if left.is_file():
            left.unlink()
    (folder / STORE).write_bytes(content)
    try:
        store = open_store(folder / STORE, KEY, FakeClock())
    except StoreError:
        return True
    try:
        for name in table_names(store):
            check_table(store, name)
    except StoreError:
        return True
    finally:
        store.close()
    return False
