"""The contrast of the practice computer's colours, computed; those of the program itself are in
tests/ui_kit/test_theme.py."""

from itertools import product

import pytest

from digitutor_app.room_kit.colours import DeskColours, desk_colours
from digitutor_app.ui_kit.theme import HIGH_CONTRAST, LIGHT, THEMES, Theme, contrast

#: Words and the grounds they stand on: 7:1 (domain/7-accessibility, "Contrast").
WORDS = (
    *product(("ink",), ("wallpaper", "window", "title", "title_back", "hover", "selected", "drop")),
    *product(("muted",), ("window", "title", "title_back", "hover")),
    *product(("task_ink",), ("taskbar", "task_plain", "task_top")),
)
#: Small facts on the one row that is selected: never below 4.5:1.
LEAST_WORDS = (("muted", "selected"),)
#: Edges and drawn shapes against what lies beside them: 3:1.
SHAPES = (
    *product(("edge", "edge_back"), ("wallpaper", "window")),
    *product(("border",), ("window", "hover")),
    *product(("selected_edge",), ("window", "wallpaper", "selected", "drop")),
    *product(("picture_edge",), ("window", "wallpaper", "hover", "selected")),
    *product(("task_mark",), ("taskbar", "task_top")),
)
everywhere = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)


@everywhere
def test_words_of_the_practice_computer_stand_out_seven_to_one(theme: Theme):
    assert faint(desk_colours(theme), WORDS, 7.0) == []
    assert faint(desk_colours(theme), LEAST_WORDS, 4.5) == []


@everywhere
def test_edges_and_pictures_of_the_practice_computer_stand_out_three_to_one(theme: Theme):
    assert faint(desk_colours(theme), SHAPES, 3.0) == []


@everywhere
def test_the_outline_stands_out_by_one_of_its_two_colours_everywhere(theme: Theme):
    desk = desk_colours(theme)
    dark = theme.paper if theme.dark else theme.amber_ink
    assert contrast(desk.target, dark) >= 3.0
    for ground in (desk.window, desk.wallpaper, desk.title, desk.selected, desk.taskbar):
        assert max(contrast(colour, ground) for colour in (desk.target, dark)) >= 3.0


def test_a_faint_colour_is_seen():
    assert faint(desk_colours(LIGHT), (("window", "paper"),), 3.0) == [("window", "paper", 1.0)]
    assert faint(desk_colours(HIGH_CONTRAST), (("ink", "window"),), 21.0) == []


def faint(
    colours: DeskColours, pairs: tuple[tuple[str, str], ...], least: float
) -> list[tuple[str, str, float]]:
    """The pairs that do not reach this contrast, and what they have."""
    found = [
        (one, other, contrast(getattr(colours, one), getattr(colours, other)))
        for one, other in pairs
    ]
    return [(one, other, round(value, 2)) for one, other, value in found if value < least]
