"""How the typing room looks: whole words, large targets, keys that can be read in every theme."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetricsF

from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.rooms.typing.keyboard import _font
from digitutor_app.rooms.typing.layout import KEY, KEYS, Stroke
from digitutor_app.ui_kit.look import SMALLEST, Look
from digitutor_app.ui_kit.theme import LIGHT, THEMES, contrast
from tests.looks import cut_off, settle, small_targets
from tests.rooms.typing.conftest import SHEET, WORDS

# The inside of the practice frame at 1366x768 and 1093x614, at 100 % and 200 % text.
SIZES = {
    "wide": (862, 572, 1.0),
    "narrow": (639, 432, 1.0),
    "large": (1300, 420, 2.0),
    "small_and_large": (1029, 400, 2.0),
}
THREE = {
    "fields": {"door": "door_given", "name": "", "other": ""},
    "models": {"door": "door_wanted", "name": "badge", "other": "door_wanted"},
}
SHEETS = {"fields": SHEET, "words": WORDS, "three": THREE}


@pytest.fixture(params=SIZES)
def size(request):
    return SIZES[request.param]


@pytest.fixture(params=SHEETS)
def shown(request, bench, size):
    wide, high, scale = size
    it = bench(SHEETS[request.param], look=Look(LIGHT, scale), size=(wide, high))
    it.first = it.page.fields[0].field_id
    return it


def test_no_word_is_cut_and_nothing_lies_on_anything(shown):
    for pointed in ("", f"field:{shown.first}"):
        shown.at(shown.first, "end")
        shown.desktop.set_guidance(pointed)
        settle(shown.desktop)
        assert cut_off(shown.page) == []
        assert small_targets(shown.page) == []


def test_also_with_all_lamps_and_the_notice(shown):
    shown.at(shown.first, "end")
    shown.play(("key", "CapsLock"), ("key", "Insert"), ("key", "NumLock"), ("key", "NumLock"))
    settle(shown.desktop)
    assert cut_off(shown.page) == []
    shown.type("131052-308T")
    settle(shown.desktop)
    assert cut_off(shown.page.notice) == []
    assert small_targets(shown.page.notice) == []
    assert shown.page.rect().contains(shown.page.notice.geometry())


def test_fields_are_at_least_48_pixels_high(shown):
    assert min(field.height() for field in shown.page.fields) >= 48


def test_the_picture_is_shown_or_offered_and_its_keys_can_be_hit(shown):
    if not shown.keyboard.isVisible():
        shown.click("button:keyboard")
    assert shown.keyboard.isVisible()
    for key in KEYS:
        place = shown.keyboard.place_of(key)
        assert min(place.width(), place.height()) >= 24, key.id
        assert shown.desktop.targets.look(f"key:{key.id}") is not None


# A tall field and two more leave no room for the picture in the narrow window.
@pytest.mark.parametrize(
    ("place", "sheet"),
    [
        ("wide", "fields"),
        ("wide", "words"),
        ("wide", "three"),
        ("narrow", "words"),
        ("narrow", "three"),
    ],
)
def test_at_usual_text_the_picture_is_there(bench, place, sheet):
    wide, high, scale = SIZES[place]
    it = bench(SHEETS[sheet], look=Look(LIGHT, scale), size=(wide, high))
    assert it.keyboard.isVisible()
    assert not it.page._scroll.scrolls


def test_nothing_moves_when_the_next_key_is_said(shown):
    shown.at(shown.first, "end")
    before = shown.keyboard.geometry(), shown.page.foot.geometry()
    shown.desktop.set_guidance(f"field:{shown.first}")
    assert (shown.keyboard.geometry(), shown.page.foot.geometry()) == before


def test_the_letters_fit_on_their_keys(bench):
    it = bench(THREE, size=SIZES["narrow"][:2])
    metrics = QFontMetricsF(_font(SMALLEST))
    for key in KEYS:
        if key.plain.strip():
            place = it.keyboard.place_of(key)
            assert metrics.horizontalAdvance(key.plain.upper()) + 6 <= place.width()
            assert metrics.capHeight() + 6 <= place.height()


@pytest.mark.parametrize("theme", THEMES)
def test_the_keys_can_be_read_in_every_theme(theme):
    colours = desk_colours(THEMES[theme])
    assert contrast(colours.ink, colours.title_back) >= 7
    assert contrast(colours.shade, colours.target) >= 4.5
    assert contrast(colours.border, colours.title_back) >= 3
    edge = colours.ink if THEMES[theme].dark else colours.shade
    assert contrast(edge, colours.title_back) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_next_key_is_marked_by_more_than_a_colour(bench, theme):
    it = bench(THREE, look=Look(THEMES[theme]))
    place = it.keyboard.place_of(KEY["l"]).toRect()

    def edges():
        """How light the corner at the left is, and the one at the right."""
        image = it.keyboard.grab(QRect(place)).toImage()
        return [image.pixelColor(x, 7).lightness() for x in (7, place.width() - 8)]

    left, right = edges()
    assert left == right
    it.keyboard.set_next(Stroke("l"))
    left, right = edges()
    assert abs(left - right) > 60, "a corner of another lightness, whatever the colour"
