"""One out of a few."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from digitutor_app.ui_kit.choices import Choices, ChoiceShape
from digitutor_app.ui_kit.look import Look
from tests.looks import settle

LANGUAGES = [("fi", "Suomi"), ("sv", "Svenska"), ("en", "English")]


@pytest.fixture(params=list(ChoiceShape))
def switch(look: Look, qtbot, request) -> Choices:
    choices = Choices(look, LANGUAGES, "fi", request.param)
    qtbot.addWidget(choices)
    choices.resize(500, 300)
    choices.show()
    settle(choices)
    return choices


def test_press_chooses_and_is_told(switch: Choices, qtbot):
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.mouseClick(switch.button("sv"), Qt.MouseButton.LeftButton)
    assert told.args == ["sv"]
    assert switch.current == "sv"
    assert not switch.button("fi").isChecked()


def test_keyboard_chooses(switch: Choices, qtbot):
    switch.button("en").setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(switch.chosen) as told:
        QTest.keyClick(switch.button("en"), Qt.Key.Key_Space)
    assert told.args == ["en"]


def test_arrow_keys_reach_the_others(switch: Choices, qtbot):
    switch.button("fi").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(switch.button("fi"), Qt.Key.Key_Right)
    QTest.keyClick(switch.button("sv"), Qt.Key.Key_Space)
    assert switch.current == "sv"


def test_choosing_from_the_program_is_silent(switch: Choices, qtbot):
    with qtbot.assertNotEmitted(switch.chosen):
        switch.choose("en")
    assert switch.button("en").isChecked()


def test_screen_reader_hears_a_radio_button_and_its_state(switch: Choices):
    spoken = QAccessible.queryAccessibleInterface(switch.button("fi"))
    assert spoken.role() == QAccessible.Role.RadioButton
    assert spoken.state().checked


def test_chosen_one_differs_by_more_than_colour(switch: Choices):
    button = switch.button("fi")
    chosen = button.set_for(400, bold=True)
    assert chosen.font.bold()
    assert not button.set_for(400, bold=False).font.bold()


def test_nothing_jumps_when_another_is_chosen(switch: Choices):
    before = [switch.button(key).geometry() for key, _ in LANGUAGES]
    switch.choose("en")
    settle(switch)
    assert [switch.button(key).geometry() for key, _ in LANGUAGES] == before


def test_answers_ask_for_the_height_that_they_need_and_no_more(look: Look, qtbot):
    choices = Choices(look, LANGUAGES)
    qtbot.addWidget(choices)
    choices.resize(360, 100)
    choices.show()
    settle(choices)
    needed = choices.heightForWidth(360)
    assert choices.button("en").geometry().bottom() < needed
    assert choices.minimumSizeHint().height() <= needed
    assert choices.sizeHint().height() <= needed


def test_the_same_answer_is_told_again_the_same_tab_is_not(qtbot, look):
    for shape in ChoiceShape:
        told = ["a", "a"] if shape is ChoiceShape.ANSWER else ["a"]
        choices = Choices(look, [("a", "Kyllä"), ("b", "Ei")], shape=shape)
        qtbot.addWidget(choices)
        choices.show()
        heard = []
        choices.chosen.connect(heard.append)
        for _press in range(2):
            choices.button("a").click()
        assert heard == told
