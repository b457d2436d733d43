"""The button «Lue ääneen», the same on every page."""

from collections.abc import Callable

from digitutor_app import i18n
from digitutor_app.i18n import _
from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.read_aloud import ReadAloud, ReadAloudButton


def read_button(look: Look, reader: ReadAloud, words: Callable[[], str]) -> ReadAloudButton:
    """Reads ``words()`` in the running language; hidden where there is no voice for it."""
    return ReadAloudButton(
        look,
        reader,
        words,
        i18n.current(),
        verb=_("Lue ääneen"),
        stop_verb=_("Lopeta lukeminen"),
    )
