"""On the practice computer a calm hand has as much room and time as on the program's buttons."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitutor_app.domain.display import USUAL, Display
from digitutor_app.room_kit.targets import Spot
from tests.room_kit.conftest import make_bench

LEFT = Qt.MouseButton.LeftButton
CALM = Display(calm=True)


def slip(spot: Spot, pixels: int) -> None:
    """Press and let go a little beside."""
    place = spot.widget.mapFromGlobal(spot.point)
    QTest.mousePress(spot.widget, LEFT, pos=place)
    QTest.mouseRelease(spot.widget, LEFT, pos=place + QPoint(pixels, 0))


@pytest.mark.parametrize(("display", "counts"), [(USUAL, False), (CALM, True)])
def test_a_press_may_slip_further(bench, display, counts):
    bench.look.show(display)
    slip(bench.desktop.targets.spot("task:files"), 20)
    assert (("minimise", "window:files", "pointer") in bench.verbs()) is counts


def test_the_hand_follows_in_mid_exercise_and_back(bench):
    touch = bench.desktop.touch
    usual = (touch.slack, touch.double_ms, touch.double_slack, touch.deaf_ms)
    bench.look.show(CALM)
    assert (touch.slack, touch.double_ms, touch.double_slack, touch.deaf_ms) == (24, 2000, 30, 500)
    bench.look.show(USUAL)
    assert (touch.slack, touch.double_ms, touch.double_slack, touch.deaf_ms) == usual


def test_a_desktop_that_comes_later_is_patient_from_the_beginning(qtbot, look, clock):
    look.show(CALM)
    later = make_bench(qtbot, look, clock)
    assert later.desktop.touch.double_ms == 2000
