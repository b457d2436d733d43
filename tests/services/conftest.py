"""A laptop with a shelf of two exercises."""

import pytest

from tests.content.shelf import Shelf
from tests.services.laptop import Laptop


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
