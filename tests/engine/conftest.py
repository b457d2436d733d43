"""Hands for exercises."""

import pytest

from tests.engine.makers import Hands, an_exercise


@pytest.fixture
def hands(clock):
    """``hands(step, step, …)`` begins an exercise with these steps."""

    def begin(*steps, mode=None, already=(), **more):
        exercise = an_exercise(*steps, **more)
        arguments = {} if mode is None else {"mode": mode}
        return Hands(exercise, clock, already=already, **arguments)

    return begin
