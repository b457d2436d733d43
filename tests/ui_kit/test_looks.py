"""The eyes of the tests see what is wrong; else they would call every page well."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget

from digitutor_app.ui_kit.buttons import PlainButton
from digitutor_app.ui_kit.labels import Body
from digitutor_app.ui_kit.look import Look
from tests.looks import cut_off, settle, small_targets


@pytest.fixture
def window(qtbot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(400, 300)
    return window


def looked_at(window: QWidget, *placed: tuple[QWidget, QRect]) -> list[str]:
    for widget, place in placed:
        widget.setParent(window)
        widget.setGeometry(place)
    window.show()
    settle(window)
    return cut_off(window)


def test_all_well(look: Look, window: QWidget):
    assert looked_at(window, (Body(look, "Hyvin."), QRect(0, 0, 200, 40))) == []


def test_low_place_is_seen(look: Look, window: QWidget):
    text = Body(look, "Kaksi riviä, kun paikka on näin kapea.")
    (trouble,) = looked_at(window, (text, QRect(0, 0, 180, 30)))
    assert "cut: Body" in trouble


def test_parted_word_is_seen(look: Look, window: QWidget):
    (trouble,) = looked_at(window, (Body(look, "hoitosuunnitelma"), QRect(0, 0, 60, 200)))
    assert "parted word" in trouble


def test_overlap_is_seen(look: Look, window: QWidget):
    first, second = PlainButton(look, "Yksi"), PlainButton(look, "Kaksi")
    (trouble,) = looked_at(window, (first, QRect(0, 0, 150, 52)), (second, QRect(140, 0, 150, 52)))
    assert trouble.startswith("overlap")


def test_what_sticks_out_is_seen(look: Look, window: QWidget):
    (trouble,) = looked_at(window, (PlainButton(look, "Yksi"), QRect(300, 0, 150, 52)))
    assert trouble.startswith("sticks out")


def test_silent_and_small_button_is_seen(window: QWidget):
    (trouble,) = looked_at(window, (QPushButton(), QRect(0, 0, 30, 30)))
    assert trouble.startswith("no accessible name")
    assert len(small_targets(window)) == 1
