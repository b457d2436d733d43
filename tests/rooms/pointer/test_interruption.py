"""The pointer is lost in the middle of a press: everything lies where it lay, and all goes on."""

import pytest
from PySide6.QtCore import QPoint

from digitutor_app.room_kit.hand import Hand
from tests.lost_pointer import WAYS
from tests.rooms.pointer.starts import BELLS, LIST, SORT


def press(shown, point):
    hand = Hand(shown.desktop)
    hand.move(shown.view.mapToGlobal(point))
    hand.press()
    return hand


def later(shown, seconds):
    """Time passes under the hand, and the board looks what has become of it."""
    for _look in range(10):
        shown.desktop.touch.skip(seconds / 10)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("moved", [True, False], ids=["carried", "held"])
def test_what_was_held_lies_where_it_lay(bench, way, moved):
    shown = bench(SORT)
    view = shown.view
    towel = view.things["towel"]
    there, spot = towel.geometry(), shown.rows.spot("towel")
    hand = press(shown, towel.picture.center())
    if moved:
        hand.move(view.mapToGlobal(view.things["towels"].geometry().center()))
    later(shown, 0.6)
    assert shown.rows.hand().held == "towel"
    WAYS[way](view, view.rect().center())
    assert shown.rows.hand().held == ""
    assert (towel.geometry(), shown.rows.spot("towel")) == (there, spot)
    later(shown, 2)
    hand.move(view.mapToGlobal(view.things["sheets"].geometry().center()))
    hand.release()
    assert (towel.geometry(), shown.rows.spot("towel")) == (there, spot)
    assert shown.verbs("hold", "carry") == []
    shown.play(("drag", "item:towel", {"to": "zone:towels"}))
    assert shown.rows.spot("towel").zone == "towels"


@pytest.mark.parametrize("way", WAYS)
def test_a_press_that_was_lost_is_not_held_later(bench, way):
    shown = bench(SORT)
    press(shown, shown.view.things["towel"].picture.center())
    WAYS[way](shown.view, shown.view.things["towel"].picture.center())
    later(shown, 2)
    assert shown.rows.hand().held == ""


@pytest.mark.parametrize("way", WAYS)
def test_an_arrow_of_the_list_that_was_held_scrolls_no_further(bench, way):
    shown = bench(LIST)
    press(shown, shown.view.bar_rect("down").center())
    later(shown, 1)
    assert (first := shown.rows.view().first) > 0
    WAYS[way](shown.view, shown.view.bar_rect("down").center())
    later(shown, 3)
    assert shown.rows.view().first == first
    shown.play(("click", "bar:down"))
    assert shown.rows.view().first == first + 1


@pytest.mark.parametrize("way", WAYS)
def test_the_grip_of_the_list_is_let_go(bench, way):
    shown = bench(LIST)
    hand = press(shown, shown.view.bar_rect("grip").center())
    hand.move(hand.point + QPoint(0, 60))
    assert (first := shown.rows.view().first) > 0
    WAYS[way](shown.view, shown.view.rect().center())
    hand.move(hand.point + QPoint(0, 60))
    hand.release()
    assert shown.rows.view().first == first


@pytest.mark.parametrize("way", WAYS)
def test_a_bell_that_was_pressed_is_not_answered_but_can_be(bench, way):
    shown = bench(BELLS)
    hand = press(shown, shown.view.things["room_1"].picture.center())
    WAYS[way](shown.view, shown.view.things["room_1"].picture.center())
    hand.release()
    assert shown.rows.ids("answered") == ()
    shown.play(("click", "bell:room_1"))
    assert shown.rows.ids("answered") == ("room_1",)
