"""Keys drawn as caps: they say what they show, and have room for their words."""

import pytest

from digitutor_app.screens.key_words import key_words
from digitutor_app.ui_kit.key_caps import KeyCaps


def test_a_combination_is_said_key_by_key(qtbot, look):
    caps = KeyCaps(look)
    qtbot.addWidget(caps)
    caps.show_keys(key_words("Ctrl+X"))
    assert caps.words == ("Ctrl", "X")
    assert caps.accessibleName() == "Näppäin: Ctrl + X"
    assert caps.isVisibleTo(None) or not caps.isHidden()


def test_no_keys_no_picture(qtbot, look):
    caps = KeyCaps(look)
    qtbot.addWidget(caps)
    caps.show_keys(())
    assert caps.isHidden()


def test_keys_have_their_finnish_names():
    assert key_words("Backspace") == ("Askelpalautin",)
    assert key_words("Shift+F10") == ("Vaihto", "F10")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_every_word_has_room(qtbot, look, scale):
    caps = KeyCaps(look)
    qtbot.addWidget(caps)
    look.set_scale(scale)
    caps.show_keys(key_words("Shift+Right"))
    shown = caps.grab().toImage()
    assert shown.width() >= caps.sizeHint().width()
    assert caps.sizeHint().height() >= 46 * 1.0
