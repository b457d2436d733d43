"""What was put last lies on top: also after Peru, after saving, and under the next press."""

import pytest
from PySide6.QtCore import QPoint

from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.hand import Hand
from digitutor_app.ui_kit.look import Look
from tests.rooms.pointer.bench import make_bench
from tests.rooms.pointer.starts import NAMES, SORT

#: From the middle of what lies below to the middle of what is laid on it.
BESIDE = QPoint(30, 20)


@pytest.fixture
def gone_on(qtbot, clock):
    """``gone_on(bench)`` shows another desktop that goes on from what the book holds."""

    def make(shown):
        computer = Computer()
        computer.words.names = NAMES
        computer.load(shown.computer.to_plain())
        return make_bench(qtbot, computer, clock, Look(), (862, 572))

    return make


def take(shown, item):
    """Press an item where nothing that was laid on it covers it, and move a little."""
    view, hand = shown.view, Hand(shown.desktop)
    hand.move(view.mapToGlobal(view.things[item].picture.center() - BESIDE))
    hand.press()
    hand.move(hand.point + QPoint(0, 30))
    return hand


def lay(shown, item, on):
    """Let an item go beside the middle of another."""
    hand = take(shown, item)
    hand.move(shown.view.mapToGlobal(shown.view.things[on].picture.center()))
    hand.release()


def on_top(shown):
    """Of two that lie on each other: the one that is drawn last and met by a press."""
    view = shown.view
    both = view.things["towel"].picture & view.things["sheet"].picture
    assert not both.isEmpty()
    drawn = [child for child in view.children() if child in view.things.values()]
    assert drawn[-1].thing_id == view.thing_at(both.center())
    return drawn[-1].thing_id


@pytest.mark.parametrize("item", ["towel", "sheet"])
def test_what_is_laid_on_another_stays_on_top(bench, gone_on, item):
    shown = bench(SORT)
    lay(shown, item, on={"towel": "sheet", "sheet": "towel"}[item])
    assert on_top(shown) == item
    assert on_top(gone_on(shown)) == item


def test_peru_brings_back_which_lay_on_top(bench):
    shown = bench(SORT)
    lay(shown, "towel", on="sheet")
    lay(shown, "sheet", on="towel")
    assert on_top(shown) == "sheet"
    shown.computer.undo()
    assert on_top(shown) == "towel"


def test_what_is_held_is_above_everything_and_esc_puts_it_below_again(bench):
    shown = bench(SORT)
    lay(shown, "towel", on="sheet")
    hand = take(shown, "sheet")
    assert on_top(shown) == "sheet"
    hand.let_go()
    assert on_top(shown) == "towel"
