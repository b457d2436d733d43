"""A person at a laptop on which nothing has been done yet."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.journeys.person import Person, screen


@pytest.fixture
def person(tmp_path: Path) -> Iterator[Person]:
    with screen() as display:
        somebody = Person(display, tmp_path / "data")
        somebody.start_program()
        yield somebody
        assert somebody.end_program() == 0
