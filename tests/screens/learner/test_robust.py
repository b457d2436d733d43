"""What the machine does to an exercise from outside never loses it."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.attempts import Mode
from tests.looks import settle
from tests.screens.learner.pages import Pages

LEFT = Qt.MouseButton.LeftButton
ODD_KEYS = [
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Print,
    Qt.Key.Key_SysReq,
    Qt.Key.Key_Menu,
    Qt.Key.Key_Pause,
    Qt.Key.Key_ScrollLock,
    Qt.Key.Key_NumLock,
    Qt.Key.Key_CapsLock,
    Qt.Key.Key_VolumeUp,
    Qt.Key.Key_MediaPlay,
    Qt.Key.Key_Calculator,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_F11,
    Qt.Key.Key_Dead_Acute,
]


@pytest.fixture
def page(parts, look, shown):
    return shown(Pages(parts, look).exercise(Mode.ALONE))


def plain(page):
    return page.practice.computer.to_plain()


@pytest.mark.parametrize("key", ODD_KEYS)
def test_a_key_of_the_machine_changes_nothing(page, key):
    page.desktop.setFocus()
    before = plain(page)
    focus = QApplication.focusWidget()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(focus, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier))
    QTest.keyClick(focus, Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier)
    assert plain(page)["rows"] == before["rows"]
    assert page.practice.run.step.id == "open_inbox"


def drag_from(page, target):
    """Press and move; the button is never let go, as when the mouse is pulled out."""
    spot = page.desktop.targets.spot(target)
    start = spot.widget.mapFromGlobal(spot.point)
    QTest.mousePress(spot.widget, LEFT, pos=start)
    for part in range(1, 6):
        QTest.mouseMove(spot.widget, start + QPoint(14 * part, 6 * part))
    return spot


def press(page, target):
    spot = page.desktop.targets.spot(target)
    QTest.mouseClick(spot.widget, LEFT, pos=spot.widget.mapFromGlobal(spot.point))


def test_a_mouse_pulled_out_in_mid_drag(page):
    spot = drag_from(page, "folder:inbox")
    assert page.desktop.drags.going_on
    before = plain(page)["rows"]
    QApplication.sendEvent(spot.widget, QEvent(QEvent.Type.UngrabMouse))
    QApplication.processEvents()
    press(page, "folder:forms")
    assert not page.desktop.drags.going_on
    assert page.practice.computer.files.node("inbox").parent == "house"
    assert {k: v for k, v in plain(page)["rows"].items() if k.startswith("node:")} == {
        k: v for k, v in before.items() if k.startswith("node:")
    }


def test_another_program_comes_to_the_front_in_mid_drag(page):
    drag_from(page, "folder:inbox")
    app = QGuiApplication.instance()
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
    QApplication.processEvents()
    assert not page.desktop.drags.going_on
    assert page.practice.computer.files.node("inbox").parent == "house"
    app.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    press(page, "folder:forms")
    assert page.practice.run.step.id == "open_inbox"


def test_another_scale_of_the_screen_keeps_the_exercise(page, look):
    press(page, "folder:inbox")
    before = plain(page)["rows"]
    window = page.window()
    QApplication.sendEvent(window, QEvent(QEvent.Type.DevicePixelRatioChange))
    QApplication.sendEvent(page.desktop, QEvent(QEvent.Type.ScreenChangeInternal))
    for size in ((1093, 582), (800, 560), (1366, 728)):
        window.resize(*size)
        settle(window)
    assert plain(page)["rows"] == before
    assert page.desktop.targets.look("folder:inbox") is not None


def test_the_window_is_minimised_and_comes_back(page):
    press(page, "folder:inbox")
    before = plain(page)
    window = page.window()
    window.showMinimized()
    QApplication.processEvents()
    window.showNormal()
    settle(window)
    assert plain(page) == before
