"""Pressing: by mouse, by keyboard, twice, with a trembling hand, with the wrong button."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.ui_kit.buttons import (
    BarButton,
    Button,
    HintButton,
    LinkButton,
    MainButton,
    PlainButton,
    SmallButton,
)
from digitutor_app.ui_kit.card_button import CardButton
from digitutor_app.ui_kit.choices import ChoiceButton
from digitutor_app.ui_kit.column import Column
from digitutor_app.ui_kit.look import SCALES, Look
from digitutor_app.ui_kit.pressable import Pressable
from tests.looks import cut_off, settle, small_targets, spoken_name

KINDS = [
    MainButton,
    PlainButton,
    SmallButton,
    HintButton,
    BarButton,
    LinkButton,
    CardButton,
    ChoiceButton,
]
BUTTONS = [MainButton, PlainButton, SmallButton, HintButton, BarButton, LinkButton]
LEFT = Qt.MouseButton.LeftButton
every_kind = pytest.mark.parametrize("kind", KINDS)


class Presses:
    """Counts what a button says."""

    def __init__(self, button: Pressable) -> None:
        self.count = 0
        button.clicked.connect(self.on_clicked)

    def on_clicked(self) -> None:
        self.count += 1


@pytest.fixture
def shown(qtbot):
    """Shows widgets one below the other in a window."""
    windows = []

    def show(*widgets: QWidget, width: int = 700) -> Column:
        window = Column(*widgets)
        windows.append(window)
        qtbot.addWidget(window)
        window.resize(width, 500)
        window.show()
        settle(window)
        return window

    yield show
    windows.clear()


def mouse(button: QWidget, kind: QEvent.Type, place: QPoint, moment: int, which=LEFT) -> None:
    """Send a real mouse event with a time stamp of its own, milliseconds."""
    held = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseButtonRelease else which
    event = QMouseEvent(
        kind,
        QPointF(place),
        QPointF(button.mapToGlobal(place)),
        which,
        held,
        Qt.KeyboardModifier.NoModifier,
    )
    event.setTimestamp(moment)
    QApplication.sendEvent(button, event)


def click_at(button: QWidget, moment: int, place: QPoint | None = None) -> None:
    place = place or button.rect().center()
    mouse(button, QEvent.Type.MouseButtonPress, place, moment)
    mouse(button, QEvent.Type.MouseButtonRelease, place, moment + 40)


@every_kind
def test_click_and_keys_press(look: Look, shown, kind):
    button = kind(look, "Jatka")
    shown(button)
    presses = Presses(button)
    QTest.mouseClick(button, LEFT)
    assert presses.count == 1
    for key in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(button, key)
    assert presses.count == 4


@every_kind
def test_second_click_within_250_ms_is_ignored(look: Look, shown, kind):
    button = kind(look, "Jatka")
    shown(button)
    presses = Presses(button)
    click_at(button, 1000)
    click_at(button, 1200)
    assert presses.count == 1
    click_at(button, 2000)
    assert presses.count == 2


def test_double_click_does_not_press_what_came_to_lie_in_the_same_place(look: Look, shown):
    first, second = PlainButton(look, "Tauko"), PlainButton(look, "Lähden")
    window = shown(first, second)
    presses = Presses(second)
    place = first.rect().center()
    click_at(first, 1000, place)
    first.hide()
    settle(window)
    assert second.geometry().contains(place)
    click_at(second, 1150, place)
    assert presses.count == 0
    click_at(second, 1700, place)
    assert presses.count == 1


def test_quick_presses_of_two_places_both_count(look: Look, shown):
    one, two = PlainButton(look, "1"), PlainButton(look, "2")
    shown(one, two)
    presses = Presses(two)
    click_at(one, 1000)
    click_at(two, 1150)
    assert presses.count == 1


@every_kind
def test_right_click_does_nothing(look: Look, shown, kind):
    button = kind(look, "Jatka")
    shown(button)
    presses = Presses(button)
    QTest.mouseClick(button, Qt.MouseButton.RightButton)
    QTest.mouseClick(button, Qt.MouseButton.MiddleButton)
    assert presses.count == 0


@pytest.mark.parametrize(("drift", "pressed"), [(10, 1), (30, 0)])
def test_pointer_may_slip_a_little(look: Look, shown, drift: int, pressed: int):
    button = PlainButton(look, "Jatka")
    shown(button)
    presses = Presses(button)
    edge = QPoint(button.rect().center().x(), button.height() - 1)
    away = edge + QPoint(0, drift)
    mouse(button, QEvent.Type.MouseButtonPress, edge, 1000)
    mouse(button, QEvent.Type.MouseMove, away, 1050)
    mouse(button, QEvent.Type.MouseButtonRelease, away, 1100)
    assert presses.count == pressed


def test_key_held_down_presses_once(look: Look, shown):
    button = PlainButton(look, "Jatka")
    shown(button)
    presses = Presses(button)
    for repeated in (False, True, True):
        _key(button, Qt.Key.Key_Return, repeated=repeated)
    assert presses.count == 1


def _key(button: QWidget, key: Qt.Key, *, repeated: bool) -> None:
    none = Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(button, QKeyEvent(QEvent.Type.KeyPress, key, none, "", repeated))


@every_kind
def test_markup_is_shown_as_written(look: Look, shown, kind):
    button = kind(look, "<b>A & B</b>")
    shown(button)
    assert spoken_name(button) == "<b>A & B</b>"
    assert button.shortcut().isEmpty()
    words = button.set_for(600)
    lines = words[0].lines if isinstance(words, tuple) else words.lines
    assert lines == ("<b>A & B</b>",)


@pytest.mark.parametrize("scale", SCALES)
def test_targets_are_large_and_grow(look: Look, shown, scale: float):
    before = [kind(look, "Ei").sizeHint().height() for kind in KINDS]
    look.set_scale(scale)
    buttons = [kind(look, "Ei") for kind in KINDS]
    window = shown(*buttons)
    assert small_targets(window) == []
    heights = [button.sizeHint().height() for button in buttons]
    if scale > 1.25:
        assert all(now > then for now, then in zip(heights, before, strict=True))


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("width", [260, 420, 900])
def test_long_words_wrap_and_are_never_cut(look: Look, shown, scale: float, width: int):
    look.set_scale(scale)
    words = "Palaa harjoituksen alkuun ja aloita uudelleen"
    window = shown(*[kind(look, words) for kind in KINDS], width=width)
    width = max(width, window.minimumSizeHint().width())
    window.resize(width, window.heightForWidth(width))
    settle(window)
    assert cut_off(window) == []


@pytest.mark.parametrize("kind", BUTTONS)
def test_button_is_as_high_as_the_design_says(look: Look, kind: type[Button]):
    assert kind(look, "Jatka").sizeHint().height() == kind.dress.height


def test_focus_ring_shows_for_the_keyboard_only(look: Look, shown):
    button, other = PlainButton(look, "Jatka"), PlainButton(look, "Muu")
    window = shown(button, other)
    plain = button.grab().toImage()
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    QTest.mouseClick(button, LEFT)
    assert _ring_pixels(button, look) == 0
    other.setFocus(Qt.FocusReason.MouseFocusReason)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert button.hasFocus()
    settle(window)
    assert _ring_pixels(button, look) > plain.width()


def _ring_pixels(button: QWidget, look: Look) -> int:
    picture = button.grab().toImage()
    ring = look.colour("focus").rgb()
    return sum(
        picture.pixelColor(x, y).rgb() == ring for x in range(picture.width()) for y in (0, 1, 2)
    )


def test_disabled_button_cannot_be_pressed(look: Look, shown):
    button = PlainButton(look, "Jatka")
    button.setEnabled(False)
    shown(button)
    presses = Presses(button)
    QTest.mouseClick(button, LEFT)
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert presses.count == 0
