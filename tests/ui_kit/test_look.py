"""Text sizes by role and scale, and what follows a change of look."""

import pytest
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.display import USUAL, Display
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import SCALES, Look, Role, motion_is_reduced
from digitutor_app.ui_kit.press_guard import CALM
from digitutor_app.ui_kit.press_guard import USUAL as STEADY
from digitutor_app.ui_kit.theme import DARK, LIGHT, THEMES


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


def test_a_persons_settings_are_followed_at_once_and_given_up_again(look: Look):
    told = []
    look.changed.connect(lambda: told.append(look.scale))
    look.show(Display(text=150, theme="dark", calm=True))
    assert (look.scale, look.theme, look.presses.patience) == (1.5, THEMES["dark"], CALM)
    look.show(Display(text=150, theme="dark", calm=True))
    assert told == [1.5]
    look.show(USUAL)
    assert (look.scale, look.theme, look.presses.patience) == (1.0, LIGHT, STEADY)


@pytest.mark.parametrize("theme", THEMES.values(), ids=lambda theme: theme.name)
def test_the_machines_own_theme_comes_back(qapp, theme):
    load_fonts()
    look = Look(theme)
    for other in THEMES:
        look.show(Display(theme=other))
        assert look.theme is THEMES[other]
    look.show(USUAL)
    assert look.theme is theme


def test_a_text_size_by_keys_is_a_setting_like_the_others(look: Look):
    look.show(Display(theme="dark"))
    for by, text in ((1, 125), (1, 150), (1, 200), (1, 200), (-1, 150)):
        look.step_scale(by)
        assert look.display == Display(theme="dark", text=text)
        assert look.scale == text / 100


def test_less_motion_is_asked_for_by_the_person_or_by_the_machine(look: Look):
    assert look.moves is not motion_is_reduced()
    look.show(Display(motion=False))
    assert not look.moves
