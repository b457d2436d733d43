"""A store in a folder of its own."""

import pytest

from digitutor_app.store.opening import open_store
from tests.store.makers import KEY


@pytest.fixture
def path(tmp_path):
    """Where the test's store is or will be."""
    return tmp_path / "data" / "practice.db"


@pytest.fixture
def open_again(path, clock):
    """Opens the test's store; whatever is open at the end is closed."""
    opened = []

    def open_it():
        opened.append(open_store(path, KEY, clock))
        return opened[-1]

    yield open_it
    for store in opened:
        store.close()


@pytest.fixture
def store(open_again):
    """A new, open store."""
    return open_again()
