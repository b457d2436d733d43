"""The main window shows one page; the one before is deaf at once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from digitutor_app.app.window import MainWindow
from digitutor_app.screens.trouble import TroubleScreen
from digitutor_app.ui_kit.buttons import MainButton, PlainButton
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.labels import Body, Title
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.page import Page
from tests.finding import find
from tests.looks import settle, spoken_name


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


def test_the_keyboard_is_never_left_on_a_button_that_has_gone(window, qtbot):
    below, over = a_page(window), a_page(window)
    window.show_page(below)
    with qtbot.waitActive(window):
        window.activateWindow()
    button = find(below, "Jatka")
    button.setFocus()
    window.lay_over(over)
    button.hide()
    window.uncover()
    assert below.hasFocus()


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


class Letter(QWidget):
    """A page of many lines whose button, at their end, has the keyboard."""

    def __init__(self, look, lines):
        super().__init__()
        self.page = Page(look)
        self.button = MainButton(look, "Valmis")
        self.first = PlainButton(look, "Lue ääneen")
        self.page.rows.add(Title(look, "Kirje"))
        self.page.rows.add(self.first)
        for number in range(lines):
            self.page.rows.add(Body(look, f"Rivi {number}."))
        self.page.rows.add(self.button)
        QVBoxLayout(self).addWidget(self.page)
        self.setFocusProxy(self.button)


@pytest.fixture
def active(window, qtbot):
    window.resize(1093, 614)
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def in_sight(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def test_a_long_page_opens_at_its_top_and_enter_presses_nothing_unseen(active, qtbot):
    letter, presses = Letter(active.look, 40), []
    letter.button.clicked.connect(lambda: presses.append("Valmis"))
    active.show_page(letter)
    settle(active)
    scroller = letter.page.scroller
    assert scroller.scrolls
    assert scroller.verticalScrollBar().value() == 0
    assert not in_sight(letter.button)
    assert QApplication.focusWidget() is scroller
    assert spoken_name(scroller) == "Kirje"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert presses == []
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_PageDown)
    assert scroller.verticalScrollBar().value() > 0


def test_the_tab_key_goes_from_the_top_of_a_long_page_through_all_of_it(active, qtbot):
    letter = Letter(active.look, 40)
    active.show_page(letter)
    settle(active)
    for wanted in (letter.first, letter.button):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is wanted
        assert in_sight(wanted)


def test_a_short_page_begins_at_its_button(active):
    letter = Letter(active.look, 2)
    active.show_page(letter)
    settle(active)
    assert letter.button.hasFocus()
    assert in_sight(letter.button)


def test_a_page_keeps_the_keyboard_where_it_put_it(active):
    class Form(QWidget):
        def __init__(self, look):
            super().__init__()
            self.first, self.second = PlainButton(look, "Yksi"), PlainButton(look, "Kaksi")
            rows = QVBoxLayout(self)
            rows.addWidget(self.first)
            rows.addWidget(self.second)
            self.second.setFocus()

    form = Form(active.look)
    active.show_page(form)
    assert form.second.hasFocus()


def test_coming_back_to_the_window_scrolls_nothing(active, qtbot):
    letter = Letter(active.look, 40)
    active.show_page(letter)
    letter.button.setFocus()
    bar = letter.page.scroller.verticalScrollBar()
    assert bar.value() > 0
    bar.setValue(10)
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitActive(other):
        other.activateWindow()
    with qtbot.waitActive(active):
        active.activateWindow()
    assert letter.button.hasFocus()
    assert bar.value() == 10
