"""Slip mistakes on the page of an exercise: real presses and keys, and what the card says."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.attempts import Mode
from digitutor_app.services.slip_words import slip_hint
from tests.finding import said
from tests.screens.learner.pages import Pages

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton


class Hand:
    """A hand on the page: presses at targets of the practice computer, and beside them."""

    def __init__(self, page, qtbot, clock):
        self.page, self.qtbot, self.clock = page, qtbot, clock

    def press(self, target, button=LEFT, off=(0, 0), *, edge=False):
        spot = self.page.desktop.targets.spot(target)
        point = QPoint(spot.rect.right(), spot.rect.center().y()) if edge else spot.point
        self.at(point + QPoint(*off), button)

    def at(self, point, button=LEFT):
        window = self.page.window()
        local = window.mapFromGlobal(point)
        under = window.childAt(local) or window
        QTest.mouseClick(under, button, pos=under.mapFrom(window, local))
        QApplication.processEvents()

    def wait(self, seconds):
        self.clock.forward(seconds)
        self.page.tick()

    @property
    def counted(self):
        return self.page.practice.run.tally.mistakes


@pytest.fixture
def hand(parts, look, shown, qtbot, clock):
    def on(exercise="files-04", mode=Mode.ALONE):
        page = shown(Pages(parts, look).exercise(mode, exercise))
        return Hand(page, qtbot, clock)

    return on


def test_the_other_button_on_what_is_to_be_opened(hand):
    it = hand()
    it.press("folder:inbox", RIGHT)
    assert it.counted == {"G1": 1}
    assert slip_hint("G1") in said(it.page)


def test_one_click_on_what_is_to_be_opened(hand):
    it = hand()
    it.press("folder:inbox")
    it.wait(5)
    assert it.counted == {"G3": 1}
    assert slip_hint("G3") in said(it.page)


def test_three_times_one_click_and_the_key_is_shown(hand):
    it = hand()
    it.page.demonstration._pace = 0
    for _ in range(3):
        it.press("folder:inbox")
        it.wait(65)
    assert it.counted["G3"] == 3
    assert it.page.practice.run.tally.hint == 3
    assert it.page.practice.run.step.id == "open_inbox", "everything stands as before"
    assert slip_hint("G3", shown=True) in said(it.page)


def test_a_press_on_the_guide_card_is_kindly_led_to_the_frame(hand):
    it = hand()
    card = it.page.guide
    it.at(card.mapToGlobal(QPoint(card.width() // 2, 60)))
    assert it.counted == {"G5": 1}
    assert slip_hint("G5") in said(it.page)


def test_a_drag_that_ends_on_the_way(hand):
    it = hand("files-04")
    it.press("folder:inbox")
    it.press("folder:inbox")
    assert it.page.practice.run.step.id == "select"
    spot = it.page.desktop.targets.spot("file:plan")
    QTest.mousePress(spot.widget, LEFT, pos=spot.widget.mapFromGlobal(spot.point))
    for step in range(1, 8):
        QTest.mouseMove(spot.widget, spot.widget.mapFromGlobal(spot.point + QPoint(0, 12 * step)))
    end = spot.widget.mapFromGlobal(spot.point + QPoint(0, 84))
    QTest.mouseRelease(spot.widget, LEFT, pos=end)
    QApplication.processEvents()
    assert it.counted.get("G6") == 1


def test_typing_while_nothing_takes_text(hand):
    it = hand("files-08")
    it.press("folder:meetings")
    QTest.keyClicks(QApplication.focusWidget(), "ko")
    QApplication.processEvents()
    assert it.counted == {"G9": 1}
    assert slip_hint("G9") in said(it.page)


def test_a_window_closed_by_accident(hand):
    it = hand()
    it.press("close:files:house")
    assert it.counted == {"G12": 1}
    assert slip_hint("G12") in said(it.page)
    it.page.bar.undo.click()
    assert it.page.practice.computer.windows.get("files:house") is not None


def test_not_needed_now_is_counted_too(hand):
    it = hand(mode=Mode.GUIDED)
    it.press("tree:forms")
    assert it.counted == {"G13": 1}


def test_in_another_program_a_strip_says_how_to_come_back(hand):
    it = hand()
    app = QGuiApplication.instance()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    assert it.page.banner.sentence == slip_hint("G14")
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    assert it.page.banner.sentence == ""
    assert it.counted == {"G14": 1}


def test_a_demonstration_makes_no_mistakes(hand):
    it = hand()
    for _ in range(3):
        it.page.bar.hint.click()
    it.wait(10)
    assert it.counted == {}


def test_typing_while_the_keyboard_is_on_a_button_beside(hand):
    it = hand("files-08")
    it.page.bar.restart.setFocus()
    QTest.keyClicks(it.page.bar.restart, "ko")
    QApplication.processEvents()
    assert it.counted == {"G9": 1}


def test_a_press_on_hint_leaves_the_keyboard_in_the_field(hand):
    it = hand("files-08")
    it.press("field:search")
    field = QApplication.focusWidget()
    QTest.mouseClick(it.page.bar.hint, LEFT)
    assert QApplication.focusWidget() is field
