"""The main window shows one page; the one before is deaf at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from digitutor_app.app.window import MainWindow
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.finding import find


@pytest.fixture
def window(qtbot):
    load_fonts()
    shown = MainWindow(Look())
    qtbot.addWidget(shown)
    shown.show()
    return shown


def a_page(window):
    return TroubleScreen(window.look, "Otsikko", "Lause.", verb="Jatka")


def test_a_press_on_its_way_to_the_old_page_is_not_heard(window):
    old, wishes = a_page(window), []
    old.goOnRequested.connect(lambda: wishes.append("old"))
    window.show_page(old)
    button = find(old, "Jatka")
    window.show_page(a_page(window))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wishes == []


def test_ctrl_plus_and_minus_change_the_text(window, qtbot):
    window.show_page(a_page(window))
    with qtbot.waitActive(window):
        window.activateWindow()
    for key, scale in (("Ctrl++", 1.25), ("Ctrl++", 1.5), ("Ctrl+-", 1.25), ("Ctrl+-", 1.0)):
        QTest.keySequence(window, key)
        assert window.look.scale == scale


def test_a_page_waits_below_another_as_it_is(window, qtbot):
    below, over = a_page(window), a_page(window)
    window.show_page(below)
    with qtbot.waitActive(window):
        window.activateWindow()
    find(below, "Jatka").setFocus()
    window.lay_over(over)
    assert (window.page, below.isVisible(), over.isVisible()) == (over, False, True)
    window.uncover()
    assert (window.page, below.isVisible()) == (below, True)
    assert find(below, "Jatka").hasFocus()
    window.uncover()
    assert window.page is below


def test_another_page_takes_the_place_of_both(window, qtbot):
    below, over, last = (a_page(window) for _page in range(3))
    window.show_page(below)
    window.lay_over(over)
    with qtbot.waitSignals([below.destroyed, over.destroyed]):
        window.show_page(last)
    window.uncover()
    assert (window.page, last.isVisible()) == (last, True)


def test_a_second_page_over_the_first_takes_the_place_of_the_one_over_it(window, qtbot):
    below, over, other = (a_page(window) for _page in range(3))
    window.show_page(below)
    window.lay_over(over)
    with qtbot.waitSignal(over.destroyed):
        window.lay_over(other)
    window.uncover()
    assert window.page is below
