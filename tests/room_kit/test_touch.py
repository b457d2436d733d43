"""What presses mean: slack, double click, deaf buttons, rest."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent

from digitutor_app.room_kit.touch import Gesture, Presses, Touch

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Finger:
    def __init__(self, presses):
        self.presses = presses

    def press(self, x, button=LEFT):
        self.presses.press(event(QEvent.Type.MouseButtonPress, x, button))

    def move(self, x):
        return self.presses.move(event(QEvent.Type.MouseMove, x, Qt.MouseButton.NoButton))

    def release(self, x, button=LEFT):
        return self.presses.release(event(QEvent.Type.MouseButtonRelease, x, button))

    def click(self, x, button=LEFT):
        self.press(x, button)
        return self.release(x, button)


def event(kind, x, button):
    place = QPointF(x, 50)
    return QMouseEvent(kind, place, place, place, button, button, Qt.KeyboardModifier.NoModifier)


@pytest.fixture
def touch(clock):
    return Touch(clock)


@pytest.fixture
def finger(touch):
    return Finger(Presses(touch))


def test_a_click_may_slip_twelve_pixels(finger):
    finger.press(100)
    assert finger.release(112) is Gesture.CLICK
    finger.press(300)
    assert finger.release(313) is None


def test_two_clicks_within_the_time_and_place_are_a_double_click(finger, clock):
    assert finger.click(100) is Gesture.CLICK
    clock.forward(1.2)
    assert finger.click(115) is Gesture.DOUBLE_CLICK
    assert finger.click(115) is Gesture.CLICK


def test_a_slow_or_far_second_click_is_a_click(finger, clock):
    finger.click(100)
    clock.forward(1.21)
    assert finger.click(100) is Gesture.CLICK
    assert finger.click(116) is Gesture.CLICK


def test_a_rest_parts_two_clicks(finger, touch):
    finger.click(100)
    touch.rest()
    assert finger.click(100) is Gesture.CLICK


def test_a_button_is_deaf_for_a_moment(touch, clock):
    finger = Finger(Presses(touch, button=True))
    assert finger.click(100) is Gesture.CLICK
    clock.forward(0.2)
    assert finger.click(100) is None
    clock.forward(0.3)
    assert finger.click(100) is Gesture.CLICK


def test_the_right_button_is_a_right_click_and_never_half_of_a_double_click(finger):
    assert finger.click(100) is Gesture.CLICK
    assert finger.click(100, RIGHT) is Gesture.RIGHT_CLICK
    finger.press(100, RIGHT)
    assert not finger.move(200)


def test_a_drag_begins_beyond_the_slack_and_once(finger):
    finger.press(100)
    assert not finger.move(112)
    assert finger.move(113)
    assert not finger.move(150)
    assert finger.release(150) is None


def test_a_forgotten_press_is_nothing(finger):
    finger.press(100)
    finger.presses.forget()
    assert finger.release(100) is None
