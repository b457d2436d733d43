"""A practice computer with boards, with and without a screen."""

import pytest

from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.pointer.state import PointerState
from tests.rooms.pointer.starts import NAMES


def make_computer(*boards, windows=("pointer",)):
    computer = Computer()
    computer.words.names = NAMES
    computer.book.write("pointer", {"boards": list(boards)})
    computer.begin((), windows)
    computer.book.seal()
    return computer


@pytest.fixture
def state_of():
    """``state_of(board, …)`` gives the state of these boards."""
    return lambda *boards: PointerState(make_computer(*boards))


@pytest.fixture
def bench(qtbot, clock):
    """``bench(board, …)`` shows these boards on a desktop; keyword ``size``, ``scale``."""
    from digitutor_app.ui_kit.fonts import load_fonts
    from digitutor_app.ui_kit.look import Look
    from digitutor_app.ui_kit.theme import LIGHT
    from tests.rooms.pointer.bench import make_bench

    load_fonts()

    def make(*boards, size=(862, 572), scale=1.0):
        return make_bench(qtbot, make_computer(*boards), clock, Look(LIGHT, scale), size)

    return make
