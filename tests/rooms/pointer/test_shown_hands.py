"""What a demonstration holds it lets go of: afterwards no button of the board is down."""

import pytest

from digitutor_app.domain.exercise import Action
from digitutor_app.screens.demonstration import Demonstration
from tests.rooms.pointer.starts import BELLS, LIST, SORT

HELD = {"item:towel": SORT, "bell:room_1": BELLS, "bar:down": LIST}


@pytest.mark.parametrize("target", HELD)
def test_a_hand_that_showed_how_to_hold_has_let_go(bench, target):
    shown = bench(HELD[target])
    before = shown.computer.to_plain()
    show = Demonstration(shown.desktop, 0)
    show.show([Action("hold", target)])
    assert not show.running
    assert shown.desktop.touch.grip is None
    assert not shown.view.pressing.down
    for _look in range(20):
        shown.desktop.touch.skip(0.1)
    assert shown.computer.to_plain() == before
    show.show([Action("click", target)])
    assert shown.computer.to_plain() == before


def test_a_hand_that_held_before_still_holds_after_it_was_shown(bench):
    shown = bench(SORT)
    shown.play(("hold", "item:towel"))
    Demonstration(shown.desktop, 0).show([Action("carry", "zone:towels")])
    assert shown.rows.hand().held == "towel"
    assert shown.rows.hand().above == ""
    shown.play(("carry", "zone:towels"), ("let_go", "zone:towels"))
    assert shown.rows.spot("towel").zone == "towels"
