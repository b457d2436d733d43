"""The long list with wheel, bar and keys; the shapes of the pointer."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests.finding import find
from tests.rooms.pointer.starts import LAMPS, LIST, NAMES, SHAPES, SORT

#: The inside of the practice frame at 1366x768 and 1093x614, at 100 % and 200 % text.
SIZES = {
    "wide": ((862, 572), 1.0),
    "narrow": ((645, 426), 1.0),
    "large": ((1300, 420), 2.0),
    "small and large": ((1029, 400), 2.0),
}


@pytest.mark.parametrize("keyboard", [False, True])
def test_found_clicked_and_back_to_the_beginning(bench, keyboard):
    shown = bench(LIST, SHAPES)
    assert not shown.desktop.targets.look("row:row_30")
    shown.play(("scroll", "list", {"to": "row:row_30"}), ("click", "row:row_30"), keyboard=keyboard)
    assert shown.rows.word("row") == "row_30"
    assert shown.view.board.id == "list"
    shown.play(("scroll", "list", {"notches": -30}), keyboard=keyboard)
    assert shown.view.board.id == "shapes", "the work of the list is done"
    shown.computer.undo()
    assert shown.view.board.id == "list"
    assert shown.rows.word("row") == "row_30"


def test_a_look_alike_row_is_chosen_too_and_another_one_after_it(bench):
    shown = bench(LIST)
    shown.play(("click", "row:row_2"))
    shown.play(("click", "row:row_3"))
    assert shown.verbs() == [("choose", "row:row_2"), ("choose", "row:row_3")]
    assert shown.rows.word("row") == "row_3"


def test_the_bar_is_pressed_held_pulled_and_paged(bench):
    shown = bench(LIST)
    shown.play(("click", "bar:down"))
    assert shown.view.first == 1
    shown.play(("hold", "bar:down"), ("hover", "bar:down", {"seconds": 1}), ("let_go", "bar:down"))
    assert shown.view.first > 1
    first = shown.view.first
    shown.play(("click", "bar:up"))
    assert shown.view.first == first - 1
    shown.play(("drag", "bar:grip", {"to": "bar:down"}))
    assert shown.view.first == shown.view.last_first
    QTest.mouseClick(shown.view, Qt.MouseButton.LeftButton, pos=QPoint(shown.view.width() - 10, 60))
    assert shown.view.first == shown.view.last_first - shown.view.shown


def test_keys_go_through_the_list(bench):
    shown = bench(LIST)
    shown.view.setFocus()
    shown.play(("key", "End"))
    assert shown.rows.view().first == shown.view.last_first
    shown.play(("key", "Home"), ("key", "Down"), ("key", "Enter"))
    assert shown.rows.word("row") == "row_1"
    assert shown.view.accessibleName() == f"Lista, rivi 2 / 42: Sinä – {NAMES['row_1']}"
    find(shown.desktop, shown.view.accessibleName(), QWidget)


def test_turning_on_against_the_end_is_seen(bench):
    shown = bench(LIST)
    for _turn in range(4):
        shown.play(("scroll", "list", {"notches": -1}))
        shown.clock.forward(1)
    told = [
        (o.get("direction"), o.get("at"), o.get("stuck")) for o in shown.seen if o.verb == "scroll"
    ]
    assert told == [("up", "top", False), ("up", "top", True)]


def test_going_past_the_row_is_seen(bench):
    shown = bench(LIST)
    shown.play(("scroll", "list", {"to": "row:row_30"}))
    assert "overshoot" not in [o.verb for o in shown.seen]
    shown.play(("scroll", "list", {"notches": 10}), ("scroll", "list", {"to": "row:row_30"}))
    shown.play(("scroll", "list", {"notches": -10}))
    assert [o.target for o in shown.seen if o.verb == "overshoot"] == ["row:row_30"] * 2


def test_the_pointer_really_changes_its_shape(bench):
    shown = bench(SHAPES)
    shown.play(("hover", "shape:link"))
    assert shown.view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    assert shown.strip == "Osoitin on käsi"
    assert shown.rows.ids("visited") == ()
    shown.play(("hover", "shape:field", {"seconds": 1}))
    assert shown.view.cursor().shape() is Qt.CursorShape.IBeamCursor
    assert shown.rows.ids("visited") == ("field",)
    shown.play(("hover", "floor"))
    assert shown.view.cursor().shape() is Qt.CursorShape.ArrowCursor


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("board", [LAMPS, SORT, SHAPES], ids=lambda board: board["kind"])
def test_at_every_size_nothing_is_cut_and_nothing_lies_on_another(bench, board, size):
    frame, scale = SIZES[size]
    shown = bench(board, size=frame, scale=scale)
    views = list(shown.view.things.values())
    for view in views:
        assert shown.view.rect().contains(view.geometry()), view.thing_id
        wide = view.fontMetrics().horizontalAdvance(view.text())
        assert wide <= view.width(), view.text()
    for one in views:
        others = [view for view in views if view is not one]
        assert not any(one.geometry().intersects(other.geometry()) for other in others)
    words = shown.strip
    assert words


@pytest.mark.parametrize("size", SIZES)
def test_at_every_size_the_list_shows_whole_rows(bench, size):
    frame, scale = SIZES[size]
    shown = bench(LIST, size=frame, scale=scale)
    assert shown.view.shown >= 2
    assert shown.view.row_height >= 48
    last = shown.view.row_rect(shown.view.shown - 1)
    assert shown.view.rect().contains(last)


def test_a_touchpad_board_says_what_fingers_do(bench):
    shown = bench({**LAMPS, "touchpad": True})
    assert shown.strip == "Liu'uta yhtä sormea kosketuslevyllä."
    shown = bench({**LIST, "touchpad": True})
    assert shown.strip == "Liu'uta kahta sormea kosketuslevyllä."


def test_without_a_start_the_window_says_so(bench):
    shown = bench()
    from digitutor_app.ui_kit.labels import Label

    words = [label.text() for label in shown.desktop.findChildren(Label)]
    assert "Taulussa ei ole nyt tehtävää." in words
