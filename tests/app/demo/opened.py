"""Opens a demo folder below the window, and tells everything that is in its stores."""

from collections.abc import Iterator
from contextlib import contextmanager

from digitutor_app.app.compose import compose
from digitutor_app.app.demo.demo_folder import clock_of
from digitutor_app.app.demo.workshop import PASSPHRASE
from digitutor_app.store.opening import open_store
from digitutor_app.trust.practice_key import practice_key

MADE_ANEW = {"pin", "slot_keys", "organisation", "stick_secret"}
TABLES = """SELECT "name" FROM "sqlite_master" WHERE "type" = 'table' AND "name" NOT LIKE 'sqlite_%'
    AND "name" NOT LIKE '_sqlite_migrations%' ORDER BY "name" """


@contextmanager
def opened(folder) -> Iterator:
    """The services on the folder, as the program has them."""
    clock = clock_of(folder)
    key = practice_key(folder.practice_key, folder.practice_store)
    parts = compose(folder, clock, lambda: open_store(folder.practice_store, key, clock))
    try:
        yield parts.context
    finally:
        parts.background.close()
        parts.context.worker.close()


def dump(store) -> dict[str, list]:
    """Every row of every table, but for the PIN and keys, which are made anew each time."""
    names = [name for (name,) in store.database.rows(TABLES)]
    found = {name: store.database.rows(f'SELECT * FROM "{name}"') for name in names}
    found["setting"] = [
        row for row in found["setting"] if row[0].partition(":")[0] not in MADE_ANEW
    ]
    return {name: sorted(map(repr, rows)) for name, rows in found.items()}


def dumps(folder) -> list[dict[str, list]]:
    """Of the practice store and of the tutor's."""
    with opened(folder) as context:
        tutor = context.gate.enter(PASSPHRASE)
        try:
            return [context.worker.ask(dump), tutor.ask(dump)]
        finally:
            tutor.close()
