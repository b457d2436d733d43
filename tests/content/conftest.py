"""A shelf of exercises in a folder of its own."""

import pytest

from tests.content.shelf import Shelf


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path / "exercises")
