"""Text sizes by role and scale, and what follows a change of look."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.look import SCALES, Look, Role
from digitutor_app.ui_kit.theme import DARK


def test_typeface_is_ours_in_two_weights(look: Look):
    body, title = QFontInfo(look.font(Role.BODY)), QFontInfo(look.font(Role.TITLE))
    assert body.family() == title.family() == "FiraGO"
    assert (body.bold(), title.bold()) == (False, True)
    assert not body.italic()


@pytest.mark.parametrize("scale", SCALES)
def test_no_text_is_smaller_than_its_points(look: Look, scale: float):
    look.set_scale(scale)
    assert look.pixels(Role.BODY) >= 14 * 96 / 72 * scale
    assert look.pixels(Role.INSTRUCTION) >= 16 * 96 / 72 * scale
    assert min(look.pixels(role) for role in Role) >= 12 * 96 / 72 * scale


def test_scale_between_and_beyond(look: Look, qtbot):
    with qtbot.waitSignal(look.changed):
        look.set_scale(1.4)
    assert look.scale == 1.4
    look.set_scale(9)
    assert look.scale == 2.0
    look.set_scale(0.1)
    assert look.scale == 1.0


def test_same_scale_and_theme_tell_nobody(look: Look, qtbot):
    with qtbot.assertNotEmitted(look.changed):
        look.set_scale(1.0)
        look.set_theme(look.theme)


def test_columns_become_rows_from_150_percent(look: Look):
    assert not look.stacks
    look.set_scale(1.5)
    assert look.stacks


def test_dress_gives_window_the_theme(look: Look, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    look.set_theme(DARK)
    look.dress(window)
    assert window.palette().color(QPalette.ColorRole.Window).name().upper() == DARK.paper
    assert window.font().family() == "FiraGO"
