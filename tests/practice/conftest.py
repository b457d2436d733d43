"""A practice computer with a few files."""

import pytest

from digitutor_app.practice.computer import Computer
from tests.practice.makers import NAMES


@pytest.fixture
def computer():
    """Three folders with files, sealed; the names are Finnish."""
    made = Computer()
    made.words.names = NAMES
    made.begin(
        files=[
            "house/inbox/plan.odt",
            "house/inbox/menu.odt",
            "house/care_plans/to_update/",
            "house/forms/order.odt",
            "downloads/",
        ]
    )
    made.book.seal()
    return made


@pytest.fixture
def files(computer):
    return computer.files
