"""A press whose button nobody sees coming up ends without moving or losing anything."""

import pytest
from PySide6.QtCore import QPoint

from digitutor_app.practice.windows import Shape
from tests.lost_pointer import WAYS


def grabbed(bench, point):
    """A hand that has the left button down at this point of the screen."""
    hand = bench.hand
    hand.move(point)
    hand.press()
    return hand


@pytest.mark.parametrize("way", WAYS)
def test_a_window_that_is_being_moved_stands_where_it_stood(bench, way):
    window, frame = bench.desktop.stack.top(), bench.desktop.stack.top().frame()
    before = bench.rows()
    hand = grabbed(bench, bench.desktop.targets.spot("title:files").point)
    hand.move(hand.point + QPoint(80, 60))
    assert window.frame() != frame
    WAYS[way](window.bar, window.bar.rect().center())
    assert window.frame() == frame
    hand.move(hand.point + QPoint(40, 0))
    hand.release()
    assert (window.frame(), bench.rows()) == (frame, before)
    assert bench.seen == []
    bench.play(("double_click", "title:files"))
    assert bench.window("files").shape is Shape.MAXIMISED


@pytest.mark.parametrize("way", WAYS)
def test_a_window_whose_size_is_being_changed_has_its_size_again(bench, way):
    window, frame = bench.desktop.stack.top(), bench.desktop.stack.top().frame()
    before = bench.rows()
    hand = grabbed(bench, window.mapToGlobal(window.rect().bottomRight() - QPoint(3, 3)))
    hand.move(hand.point - QPoint(90, 70))
    assert window.frame() != frame
    WAYS[way](window, QPoint(3, 3))
    assert window.frame() == frame
    hand.move(hand.point - QPoint(40, 0))
    hand.release()
    assert (window.frame(), bench.rows()) == (frame, before)


@pytest.mark.parametrize("way", WAYS)
def test_an_icon_that_is_carried_lies_where_it_lay(bench, way):
    before = bench.rows()
    spot = bench.desktop.targets.spot("file:note")
    hand = grabbed(bench, spot.point)
    hand.move(bench.desktop.targets.spot("folder:letters").point)
    assert bench.desktop.drags.going_on
    WAYS[way](spot.widget, spot.widget.mapFromGlobal(spot.point) + QPoint(60, 0))
    assert not bench.desktop.drags.going_on
    hand.release()
    assert {key: row for key, row in bench.rows().items() if key.startswith("node:")} == {
        key: row for key, row in before.items() if key.startswith("node:")
    }
    bench.clock.forward(5)
    bench.play(("click", "file:note"))
    assert not spot.widget.hasMouseTracking()


def test_two_clicks_are_a_double_click_though_the_hand_moves_between_them(bench):
    """A movement without a button ends a press; it is not to forget the click before."""
    point = bench.desktop.targets.spot("title:files").point
    hand = grabbed(bench, point)
    hand.release()
    hand.move(point + QPoint(2, 0))
    hand.press_again()
    hand.release()
    assert bench.window("files").shape is Shape.MAXIMISED
