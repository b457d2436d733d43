"""Buttons forgive a hand that slips and trembles, a calm one's more."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from digitutor_app.domain.display import USUAL as USUAL_DISPLAY
from digitutor_app.domain.display import Display
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.press_guard import CALM, SAME_PLACE, USUAL, PressGuard

LEFT = Qt.MouseButton.LeftButton
PATIENCE = st.sampled_from([USUAL, CALM])


@given(PATIENCE, st.integers(1, 2000), st.integers(0, 60), st.integers(1, 10_000))
def test_only_a_press_soon_after_and_near_the_last_is_refused(patience, since, away, start):
    guard = PressGuard()
    guard.patience = patience
    guard.ended(start, QPoint(100, 100))
    refused = since < patience.deaf_ms and away <= SAME_PLACE
    assert guard.allows(start + since, QPoint(100 + away, 100)) is not refused


@given(PATIENCE, st.integers(0, 10_000))
def test_the_first_press_is_always_heard(patience, moment):
    guard = PressGuard()
    guard.patience = patience
    assert guard.allows(moment, QPoint(1, 1))


def test_a_calm_hand_has_more_of_everything():
    for name in ("slack", "double_ms", "double_slack", "deaf_ms", "bounce_ms"):
        assert getattr(CALM, name) > getattr(USUAL, name)


@pytest.mark.parametrize(
    ("display", "slip", "counts"),
    [
        (USUAL_DISPLAY, 12, True),
        (USUAL_DISPLAY, 13, False),
        (Display(calm=True), 24, True),
        (Display(calm=True), 25, False),
    ],
)
def test_a_press_may_slip_off_the_button_so_far(look: Look, qtbot, display, slip, counts):
    button = PlainButton(look, "Jatka")
    qtbot.addWidget(button)
    button.show()
    pressed = []
    button.clicked.connect(lambda: pressed.append(button))
    look.show(display)
    edge = QPoint(button.width() - 1, button.height() // 2)
    QTest.mousePress(button, LEFT, pos=edge)
    QTest.mouseRelease(button, LEFT, pos=edge + QPoint(slip, 0))
    assert (len(pressed) == 1) is counts
