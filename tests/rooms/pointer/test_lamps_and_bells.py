"""Lamps light under a hand that rests, bells are answered by a click, and slips are seen."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.display import Display
from tests.finding import find
from tests.rooms.pointer.starts import BELLS, LAMPS


def moved(view, point):
    """A movement that no player makes."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        QPointF(view.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def test_a_lamp_lights_after_a_second_and_not_before(bench):
    shown = bench(LAMPS)
    middle = shown.view.things["hall"].picture.center()
    moved(shown.view, middle)
    shown.clock.forward(0.9)
    shown.view.look_again()
    assert shown.rows.ids("lit") == ()
    shown.clock.forward(0.1)
    shown.view.look_again()
    assert shown.rows.ids("lit") == ("hall",)
    assert (shown.last("hover").get("ms"), shown.strip) == (1000, "Lamppuja palaa 1 / 3")
    find(shown.desktop, "Käytävä, lamppu palaa")


def test_a_lamp_left_too_early_begins_anew(bench):
    shown = bench(LAMPS)
    shown.play(("hover", "lamp:hall"))
    shown.clock.forward(0.9)
    shown.play(("hover", "floor"), ("hover", "lamp:hall"))
    shown.clock.forward(0.5)
    shown.view.look_again()
    assert shown.rows.ids("lit") == ()


def test_peru_puts_it_out_and_a_hand_that_stays_lights_it_again(bench):
    shown = bench(LAMPS)
    shown.play(("hover", "lamp:hall", {"seconds": 1}))
    shown.computer.undo()
    find(shown.desktop, "Käytävä, lamppu ei pala")
    shown.view.look_again()
    assert shown.rows.ids("lit") == ()
    shown.clock.forward(1)
    shown.view.look_again()
    assert shown.rows.ids("lit") == ("hall",)


def test_the_keyboard_rests_as_well_as_the_pointer(bench):
    shown = bench(LAMPS)
    shown.clock.forward(5)
    shown.view.look_again()
    assert shown.rows.ids("lit") == (), "the keyboard that the window gave is no rest"
    lamps = ("hall", "bath", "yard")
    shown.play(*(("hover", f"lamp:{lamp}", {"seconds": 1}) for lamp in lamps), keyboard=True)
    assert shown.rows.ids("lit") == lamps
    assert shown.last("hover").get("by") == "keys"


def test_clicks_on_a_lamp_do_nothing_and_are_seen(bench):
    shown = bench(LAMPS)
    shown.play(("click", "lamp:bath"), ("right_click", "lamp:hall"))
    assert shown.verbs() == [("click", "lamp:bath"), ("right_click", "lamp:hall")]
    assert shown.rows.ids("lit") == ()


def test_a_pointer_at_the_edge_for_three_seconds(bench):
    shown = bench(LAMPS)
    shown.play(("hover", "edge", {"seconds": 2}))
    assert shown.verbs() == []
    shown.play(("hover", "edge", {"seconds": 3}))
    assert shown.verbs() == [("edge", "floor")]
    shown.clock.forward(60)
    shown.view.look_again()
    assert shown.verbs() == [("edge", "floor")], "told once"
    assert shown.last("edge").get("where") == "board"


def test_nobody_stands_at_the_edge_of_a_board_that_is_not_to_be_seen(bench):
    shown = bench(LAMPS)
    shown.play(("hover", "edge", {"seconds": 2}))
    shown.desktop.hide()
    shown.clock.forward(60)
    shown.desktop.show()
    shown.view.look_again()
    assert shown.verbs() == []


def test_a_recorded_way_of_a_lifted_mouse(bench):
    shown = bench(LAMPS)
    hops = [f"{200 + 50 * n} 500 {400 * n}, {225 + 50 * n} 500 {400 * n + 40}" for n in range(6)]
    shown.play(("trace", "ground", {"points": ", ".join(hops)}))
    assert ("hops", "floor") in shown.verbs()


def test_bells_are_answered_one_after_the_other(bench):
    shown = bench(BELLS)
    assert shown.strip == "Nyt kutsuu: Huone 1"
    find(shown.desktop, "Huone 1, kutsuu")
    shown.play(("click", "bell:room_2"))
    assert shown.last("click").get("answered") is False
    shown.play(("click", "bell:room_1"), ("click", "bell:room_2"))
    find(shown.desktop, "Huone 2, kuitattu")
    assert shown.rows.ids("answered") == ("room_1", "room_2")
    shown.play(("click", "bell:room_3"), keyboard=True)
    assert shown.strip == "Kaikki kutsut on kuitattu."
    shown.computer.undo()
    assert shown.strip == "Nyt kutsuu: Huone 3"


def test_other_presses_answer_nothing_and_are_seen(bench):
    shown = bench(BELLS)
    shown.play(("right_click", "bell:room_1"))
    shown.play(
        ("hold", "bell:room_1"),
        ("hover", "bell:room_1", {"seconds": 2}),
        ("let_go", "bell:room_1"),
    )
    shown.play(("hold", "bell:room_1"), ("let_go", "floor"))
    assert shown.verbs() == [
        ("right_click", "bell:room_1"),
        ("long_press", "bell:room_1"),
        ("slip", "bell:room_1"),
    ]
    assert shown.last("slip").get("out") is True
    assert shown.rows.ids("answered") == ()


def test_a_double_click_answers_once_and_is_seen(bench):
    shown = bench(BELLS)
    shown.play(("double_click", "bell:room_1"))
    assert shown.verbs() == [("click", "bell:room_1"), ("double_click", "bell:room_1")]
    assert shown.rows.ids("answered") == ("room_1",)


def test_a_hand_may_drift_twelve_pixels(bench):
    shown = bench(BELLS)
    middle = shown.view.things["room_1"].picture.center()
    left, view = Qt.MouseButton.LeftButton, shown.view
    for far, answered in ((13, ()), (12, ("room_1",))):
        QTest.mousePress(view, left, pos=middle)
        there = middle + type(middle)(far, 0)
        QTest.mouseMove(view, there)
        QTest.mouseRelease(view, left, pos=there)
        assert shown.rows.ids("answered") == answered
        shown.clock.forward(5)


def test_blinking_is_slow_and_can_be_switched_off(bench):
    shown = bench(BELLS)
    bell = shown.view.things["room_1"]
    seen = []
    for _tenth in range(40):
        shown.clock.forward(0.1)
        shown.view.look_again()
        seen.append(bell.bright)
    changes = sum(one is not other for one, other in pairwise(seen))
    assert 3 <= changes <= 4, "one blink takes two seconds"
    shown.play(("click", "button:blink"))
    find(shown.desktop, "Vilkkuminen päälle")
    for _tenth in range(30):
        shown.clock.forward(0.1)
        shown.view.look_again()
        assert bell.bright


def test_somebody_who_wants_less_motion_sees_no_blinking(bench):
    shown = bench(BELLS)
    shown.desktop.look.show(Display(motion=False))
    bell = shown.view.things["room_1"]
    for _tenth in range(30):
        shown.clock.forward(0.1)
        assert bell.bright
    assert shown.strip == "Nyt kutsuu: Huone 1", "the words tell it all the same"
    assert "button:blink" not in shown.in_sight()


def test_training_wheels_hold_a_bell_that_is_not_needed(bench):
    shown = bench(BELLS)
    shown.desktop.set_guidance(live=frozenset({"bell:room_1"}))
    shown.play(("click", "bell:room_2"))
    assert shown.refused == ["bell:room_2"]
    assert shown.verbs() == []


def test_the_next_board_comes_when_one_is_done_and_peru_comes_back(bench):
    shown = bench(BELLS, LAMPS)
    for bell in ("room_1", "room_2", "room_3"):
        shown.play(("click", f"bell:{bell}"))
    assert shown.strip == "Lamppuja palaa 0 / 3"
    shown.play(("hover", "lamp:yard", {"seconds": 1}))
    assert shown.rows.ids("lit") == ("yard",)
    shown.computer.undo()
    shown.computer.undo()
    assert shown.strip == "Nyt kutsuu: Huone 3"


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Qt.NativeGestureType.ZoomNativeGesture, "zoom"),
        (Qt.NativeGestureType.SwipeNativeGesture, "fingers"),
    ],
)
def test_a_gesture_of_the_touchpad_that_is_not_needed_is_seen(bench, kind, name):
    shown = bench(LAMPS)
    here = QPointF(50, 50)
    pad = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(kind, pad, 2, here, here, here, 1.0, QPointF())
    QApplication.sendEvent(shown.view, event)
    assert shown.verbs() == [("gesture", "floor")]
    assert shown.last("gesture").get("name") == name


def test_a_palm_that_lets_the_pointer_leap_is_seen(bench):
    shown = bench(LAMPS)
    leaps = "100 500 0, 900 500 20, 900 510 400, 100 500 420"
    shown.play(("trace", "ground", {"points": leaps}))
    assert ("jump", "floor") in shown.verbs()
