"""Dragging, letting go, coming back with Esc, and Siirrä as the equal way."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.finding import find
from tests.rooms.pointer.starts import SORT


def test_a_drag_into_a_zone_and_peru(bench):
    shown = bench(SORT)
    before = shown.view.things["towel"].geometry()
    shown.play(("drag", "item:towel", {"to": "zone:towels"}))
    assert shown.rows.spot("towel").zone == "towels"
    find(shown.desktop, "Pyyhe, paikka: Pyyhevaunu")
    zone = shown.view.things["towels"].geometry()
    assert zone.contains(shown.view.things["towel"].geometry())
    assert shown.verbs() == [
        ("hold", "item:towel"),
        ("carry", "item:towel"),
        ("drop", "item:towel"),
    ]
    shown.computer.undo()
    assert shown.view.things["towel"].geometry() == before


def test_what_is_let_go_stays_there_and_can_be_taken_again(bench):
    shown = bench(SORT)
    shown.play(("drag", "item:towel", {"to": "floor"}))
    assert shown.last("drop").get("to") == "floor"
    there = shown.view.things["towel"].geometry().topLeft()
    spot = shown.rows.spot("towel")
    assert (spot.zone, spot.x >= 0, spot.y >= 0) == ("", True, True)
    shown.desktop.resize(900, 600)
    shown.desktop.resize(862, 572)
    assert shown.view.things["towel"].geometry().topLeft() == there
    shown.play(("drag", "item:towel", {"to": "zone:towels"}))
    assert shown.rows.spot("towel").zone == "towels"


def test_the_parts_of_a_drag_by_hands_that_follow_each_other(bench):
    shown = bench(SORT)
    shown.play(("hold", "item:towel"))
    assert shown.rows.hand().held == "towel"
    assert shown.rows.spot("towel").zone == ""
    shown.play(("carry", "zone:sheets"))
    assert shown.rows.hand().above == "sheets"
    middle = shown.view.things["sheets"].geometry().center()
    assert shown.view.things["towel"].picture.center() == middle
    shown.play(("carry", "zone:towels"))
    shown.play(("let_go", "zone:towels"))
    assert (shown.rows.hand().held, shown.rows.spot("towel").zone) == ("", "towels")


@pytest.mark.parametrize(("away", "zone"), [(39, "towels"), (41, "")])
def test_a_zone_draws_what_is_let_go_within_forty_pixels(bench, away, zone):
    shown = bench(SORT)
    view, left = shown.view, Qt.MouseButton.LeftButton
    start = view.things["towel"].picture.center()
    edge = view.things["towels"].geometry()
    end = QPoint(edge.left() - away, edge.center().y())
    QTest.mousePress(view, left, pos=start)
    for point in (start + QPoint(20, 0), end):
        QTest.mouseMove(view, point)
    QTest.mouseRelease(view, left, pos=end)
    assert shown.rows.spot("towel").zone == zone


def test_esc_brings_it_back(bench):
    shown = bench(SORT)
    before = shown.view.things["towel"].geometry()
    shown.play(("hold", "item:towel"), ("carry", "zone:towels"))
    QTest.keyClick(shown.view, Qt.Key.Key_Escape)
    assert shown.view.things["towel"].geometry() == before
    assert shown.rows.hand().held == ""
    QTest.mouseRelease(shown.view, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert shown.rows.spot("towel").x == -1


def test_a_button_that_came_up_unheard_lays_it_down(bench):
    shown = bench(SORT)
    before = shown.view.things["towel"].geometry()
    shown.play(("hold", "item:towel"))
    shown.desktop.touch.grip = None
    shown.play(("hover", "floor"))
    assert shown.rows.hand().held == ""
    assert shown.view.things["towel"].geometry() == before


@pytest.mark.parametrize("keyboard", [False, True])
def test_click_siirra_click(bench, keyboard):
    shown = bench(SORT)
    assert not find(shown.desktop, "Siirrä").isEnabled()
    shown.play(("click", "item:towel"), keyboard=keyboard)
    assert shown.strip == "Valittu: Pyyhe"
    shown.play(("click", "button:move"), ("click", "zone:towels"), keyboard=keyboard)
    assert shown.rows.spot("towel").zone == "towels"
    assert shown.verbs() == [
        ("pick", "item:towel"),
        ("press", "button:move"),
        ("move", "item:towel"),
    ]
    assert not find(shown.desktop, "Siirrä").isEnabled()


def test_what_lies_in_a_zone_is_in_nobodys_way(bench):
    shown = bench(SORT)
    shown.play(("drag", "item:sheet", {"to": "zone:towels"}))
    shown.play(("click", "item:towel"), ("click", "button:move"), ("click", "zone:towels"))
    assert shown.rows.spot("towel").zone == "towels"
    assert shown.rows.spot("sheet").zone == "towels"


def test_the_right_button_drags_nothing_and_is_seen(bench):
    shown = bench(SORT)
    before = shown.view.things["towel"].geometry()
    shown.play(("drag", "item:towel", {"to": "zone:towels", "button": "right"}))
    assert shown.verbs() == [("drag", "item:towel")]
    assert shown.last("drag").get("button") == "right"
    assert shown.view.things["towel"].geometry() == before


def test_a_slow_click_is_still_a_click(bench):
    shown = bench(SORT)
    shown.play(("hold", "item:towel"), ("let_go", "item:towel"))
    assert shown.rows.word("picked") == "towel"
    assert shown.rows.spot("towel").x == -1


def test_a_held_thing_goes_on_after_the_laptop_was_shut(bench):
    shown = bench(SORT)
    shown.play(("hold", "item:towel"), ("carry", "zone:towels"))
    saved = shown.computer.to_plain()
    other = bench(SORT)
    other.computer.load(saved)
    assert other.rows.hand().above == "towels"
    other.play(("let_go", "zone:towels"))
    assert other.rows.spot("towel").zone == "towels"


def test_closed_minimised_and_opened_again_nothing_is_lost(bench):
    shown = bench(SORT)
    shown.play(("drag", "item:towel", {"to": "zone:towels"}), ("click", "close:pointer"))
    shown.desktop.open_window("pointer", "pointer")
    find(shown.desktop, "Pyyhe, paikka: Pyyhevaunu")
    shown.play(("click", "minimise:pointer"), ("click", "task:pointer"))
    shown.play(("drag", "item:sheet", {"to": "zone:sheets"}))
    assert shown.rows.spot("sheet").zone == "sheets"


def test_training_wheels_hold_an_item_that_is_not_needed(bench):
    shown = bench(SORT)
    shown.desktop.set_guidance(live=frozenset({"item:sheet", "zone:sheets"}))
    shown.play(("drag", "item:towel", {"to": "zone:sheets"}))
    assert shown.refused == ["item:towel"]
    assert shown.rows.spot("towel").zone == ""
