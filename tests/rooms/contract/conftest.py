"""The bench of the exercise check, on which every room keeps its contract."""

import pytest

from digitutor_app.app.exercise_check.bench import Bench
from tests.replays.found import copy_of_exercises


@pytest.fixture(scope="module")
def module_bench(qapp, tmp_path_factory):
    made = Bench(copy_of_exercises(tmp_path_factory.mktemp("content") / "exercises"))
    yield made
    made.close()


@pytest.fixture
def bench(module_bench):
    """The bench, without what the test before left in the window."""
    yield module_bench
    module_bench.shut_window()
