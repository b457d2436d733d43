"""Machines in folders of their own."""

import pytest

from tests.exchange.machines import Machine


@pytest.fixture
def machine(tmp_path, clock):
    """Makes a machine; all are closed at the end."""
    made = []

    def make(name, *, tutor=False, number=None):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        made.append(Machine(folder, clock, tutor=tutor, number=number))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def laptop(machine):
    return machine("laptop")


@pytest.fixture
def desk(machine):
    """The tutor's machine."""
    return machine("desk", tutor=True)
