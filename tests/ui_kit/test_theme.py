"""The contrast of all three themes, computed."""

import re

import pytest

from digitutor_app.ui_kit.theme import (
    LIGHT,
    SHAPE_PAIRS,
    TEXT_PAIRS,
    THEMES,
    Theme,
    contrast,
)

everywhere = pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES.keys())


def test_contrast_of_black_and_white_is_the_greatest():
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#777777") == pytest.approx(1.0)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


@everywhere
def test_words_stand_out_seven_to_one(theme: Theme):
    faint = [
        (word, ground, round(contrast(getattr(theme, word), getattr(theme, ground)), 2))
        for word, ground in TEXT_PAIRS
        if contrast(getattr(theme, word), getattr(theme, ground)) < 7.0
    ]
    assert faint == []


@everywhere
def test_edges_shapes_and_focus_stand_out_three_to_one(theme: Theme):
    faint = [
        (shape, ground, round(contrast(getattr(theme, shape), getattr(theme, ground)), 2))
        for shape, ground in SHAPE_PAIRS
        if contrast(getattr(theme, shape), getattr(theme, ground)) < 3.0
    ]
    assert faint == []


@everywhere
def test_every_colour_is_six_digits(theme: Theme):
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in theme.colours().values())


def test_light_theme_keeps_the_colours_of_the_pictures():
    assert (LIGHT.paper, LIGHT.ink, LIGHT.muted, LIGHT.line) == (
        "#FAFAF7",
        "#1B1B1B",
        "#565248",
        "#DEDBD2",
    )
    assert (LIGHT.accent, LIGHT.soft_accent) == ("#0B4F5C", "#E4F0F1")
    assert (LIGHT.amber, LIGHT.soft_amber, LIGHT.practice) == ("#B36B00", "#FCE9C8", "#2464B4")
