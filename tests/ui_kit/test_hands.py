"""A left hand finds its buttons exchanged everywhere; a calm hand has its bouncing keys dropped."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from digitutor_app.domain.display import USUAL, Display
from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.hands import Hands
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.press_guard import KeyGuard
from tests.looks import settle

LEFT, RIGHT = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
LEFT_HANDED = Display(left_handed=True)


class Pad(QWidget):
    """Notes what the hand does on it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, Qt.MouseButton, Qt.MouseButton]] = []
        self.menus = 0
        self.setMinimumSize(200, 80)

    def note(self, word: str, event: QMouseEvent) -> None:
        self.seen.append((word, event.button(), event.buttons()))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.note("press", event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.note("release", event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.note("double", event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.note("move", event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.menus += event.reason() is QContextMenuEvent.Reason.Mouse


class Room(QWidget):
    """A window with a button, a field and a pad; the presses come from the machine."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.hands = Hands(look, self)
        self.button = PlainButton(look, "Jatka")
        self.pressed = 0
        self.button.clicked.connect(self._on_pressed)
        self.field, self.pad = QLineEdit(), Pad()
        self.field.setAccessibleName("Nimi")
        rows = QVBoxLayout(self)
        for child in (self.button, self.field, self.pad):
            rows.addWidget(child)

    def _on_pressed(self) -> None:
        self.pressed += 1

    def at(self, widget: QWidget) -> QPoint:
        return widget.mapTo(self, widget.rect().center())

    def type(self, letters: str) -> None:
        for letter in letters:
            QTest.keyClick(self.windowHandle(), Qt.Key(ord(letter.upper())))

    def click(self, widget: QWidget, button: Qt.MouseButton) -> None:
        QTest.mouseClick(self.windowHandle(), button, pos=self.at(widget))


@pytest.fixture
def room(look: Look, qtbot):
    made = Room(look)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    settle(made)
    made.button.setFocus()
    yield made
    made.hands.let_go()


def test_a_right_hand_presses_with_the_left_button(room: Room):
    room.click(room.button, RIGHT)
    assert room.pressed == 0
    room.click(room.button, LEFT)
    assert room.pressed == 1


def test_a_left_hand_presses_with_the_right_button_once(room: Room, look: Look):
    look.show(LEFT_HANDED)
    room.click(room.button, LEFT)
    assert room.pressed == 0
    room.click(room.button, RIGHT)
    assert room.pressed == 1
    look.show(USUAL)
    room.click(room.button, RIGHT)
    assert room.pressed == 1
    room.click(room.button, LEFT)
    assert room.pressed == 2


@pytest.mark.parametrize(
    ("display", "main", "other"), [(USUAL, LEFT, RIGHT), (LEFT_HANDED, RIGHT, LEFT)]
)
def test_each_event_comes_once_with_the_button_that_it_means(
    room: Room, look: Look, display, main, other
):
    look.show(display)
    window, place = room.windowHandle(), room.at(room.pad)
    none = Qt.MouseButton.NoButton
    QTest.mousePress(window, main, pos=place)
    QTest.mouseMove(window, place + QPoint(5, 0))
    QTest.mouseRelease(window, main, pos=place + QPoint(5, 0))
    assert room.pad.seen == [("press", LEFT, LEFT), ("move", none, LEFT), ("release", LEFT, none)]
    assert room.pad.menus == 0
    room.pad.seen.clear()
    room.click(room.pad, other)
    assert room.pad.seen == [("press", RIGHT, RIGHT), ("release", RIGHT, none)]
    assert room.pad.menus == 1


def test_a_double_click_stays_one(room: Room, look: Look):
    look.show(LEFT_HANDED)
    QTest.mouseDClick(room.windowHandle(), RIGHT, pos=room.at(room.pad))
    words = [word for word, button, _held in room.pad.seen if button == LEFT]
    assert words == ["press", "release", "double", "release"]


def test_a_left_hand_gives_the_keyboard_to_a_field_by_pressing(room: Room, look: Look):
    look.show(LEFT_HANDED)
    room.click(room.field, RIGHT)
    assert room.field.hasFocus()
    room.type("moi")
    assert room.field.text() == "moi"
    room.click(room.pad, RIGHT)
    assert room.field.hasFocus()


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_left_hand_opens_the_menu_of_a_field_with_the_left_button(room, look, qtbot):
    look.show(LEFT_HANDED)
    room.click(room.field, LEFT)
    (menu,) = room.field.findChildren(QMenu)
    qtbot.waitUntil(menu.isVisible)
    assert room.field.hasFocus()
    menu.close()


def test_a_finger_on_the_glass_has_no_left_and_right(room: Room, look: Look):
    look.show(LEFT_HANDED)
    glass, window, place = QTest.createTouchDevice(), room.windowHandle(), room.at(room.button)
    QTest.touchEvent(window, glass).press(0, place, window).commit()
    QTest.touchEvent(window, glass).release(0, place, window).commit()
    assert room.pressed == 1


def test_a_press_that_changes_the_hand_ends_as_it_began(room: Room, look: Look):
    window, place = room.windowHandle(), room.at(room.pad)
    for first, then in ((USUAL, LEFT_HANDED), (LEFT_HANDED, USUAL)):
        look.show(first)
        room.pad.seen.clear()
        begins = LEFT if first is USUAL else RIGHT
        QTest.mousePress(window, begins, pos=place)
        look.show(then)
        QTest.mouseRelease(window, begins, pos=place)
        assert [button for _word, button, _held in room.pad.seen] == [LEFT, LEFT]
        room.pressed = 0
        room.click(room.button, LEFT if then is USUAL else RIGHT)
        assert room.pressed == 1


def test_a_calm_hand_writes_a_bounced_letter_once(room: Room, look: Look):
    room.field.setFocus()
    room.type("aa")
    assert room.field.text() == "aa"
    look.show(Display(calm=True))
    # However slow this machine is just now.
    look.presses.patience = look.presses.patience._replace(bounce_ms=600_000)
    room.field.clear()
    room.type("ssata")
    assert room.field.text() == "sata"


PRESSES = st.lists(st.tuples(st.integers(1, 3), st.integers(1, 600), st.integers(1, 200)))


@given(PRESSES, st.sampled_from([0, 250]))
def test_only_the_same_key_soon_after_is_a_bounce(presses, bounce_ms):
    guard, now, last = KeyGuard(), 1000, None
    for key, pause, held in presses:
        now += pause
        soon = last is not None and last[0] == key and now - last[1] < bounce_ms
        assert guard.allows(key, now, bounce_ms) is not soon
        now += held
        guard.ended(key, now)
        last = (key, now)


def test_keys_without_a_time_are_all_new():
    guard = KeyGuard()
    assert guard.allows(7, 0, 250)
    assert guard.allows(7, 0, 250)


def test_nothing_is_watched_for_a_right_and_steady_hand(room: Room, look: Look):
    assert not room.hands._watching
    look.show(Display(calm=True))
    assert room.hands._watching
    look.show(USUAL)
    assert not room.hands._watching
