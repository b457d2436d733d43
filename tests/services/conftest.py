"""A laptop with a shelf of two exercises."""

import pytest

from digitutor_app.store.opening import open_store
from digitutor_app.store.worker import StoreWorker
from tests.content.shelf import Shelf
from tests.services.laptop import Laptop
from tests.services.room import Room
from tests.store.makers import KEY


@pytest.fixture
def shelf(tmp_path):
    made = Shelf(tmp_path / "exercises")
    made.another("02_again")
    return made


@pytest.fixture
def start(tmp_path, shelf, clock):
    """Starts laptops (again); all are closed at the end."""
    started = []

    def it(laptop=None):
        new = laptop.after_power_cut() if laptop else Laptop(tmp_path / "data", shelf, clock)
        started.append(new)
        return new

    yield it
    for laptop in started:
        assert laptop.worker.close() == 0


@pytest.fixture
def laptop(start):
    return start()


@pytest.fixture
def tutor(tmp_path, clock):
    """A tutor's store."""
    worker = StoreWorker.start(lambda: open_store(tmp_path / "tutor" / "tutor.db", KEY, clock))
    yield worker
    assert worker.close() == 0


@pytest.fixture
def room(tmp_path, shelf, clock):
    """A room whose stick has been prepared."""
    (tmp_path / "room").mkdir()
    made = Room(tmp_path / "room", shelf, clock)
    made.prepare()
    yield made
    made.close()
