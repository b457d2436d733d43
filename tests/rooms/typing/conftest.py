"""A practice computer with a sheet to write on, with and without a screen."""

import pytest

from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.typing.state import TypingState

NAMES = {
    "door_given": "Kokouss",
    "door_wanted": "Kokous",
    "head": "Kok",
    "word_1": "aamu",
    "word_2": "lääke",
    "badge": "Liisa Esimerkki",
    "list_model": "ruisleipä 2\nkahvi 1",
}
SHEET = {
    "fields": {"door": "door_given", "name": "", "list": ""},
    "models": {"door": "door_wanted", "name": "badge", "list": "list_model"},
    "labels": {"name": "Nimi"},
    "tall": {"list": 3},
}
WORDS = {"words": {"word": ["word_1", "word_2"]}}


def make_computer(sheet, **more):
    computer = Computer()
    computer.words.names = NAMES
    computer.book.write("typing", {**sheet, **more})
    computer.begin(windows=["typing"])
    computer.book.seal()
    return computer


@pytest.fixture
def computer():
    return make_computer(SHEET)


@pytest.fixture
def state(computer):
    return TypingState(computer)


@pytest.fixture
def words():
    return TypingState(make_computer(WORDS))


@pytest.fixture
def bench(qtbot, clock):
    """``bench(sheet, look=…, size=…)`` shows the room on a real desktop."""
    from digitutor_app.ui_kit.fonts import load_fonts
    from tests.rooms.typing.bench import make_bench

    load_fonts()

    def make(sheet=SHEET, look=None, size=(862, 572), **more):
        return make_bench(qtbot, make_computer(sheet, **more), clock, look, size)

    return make
