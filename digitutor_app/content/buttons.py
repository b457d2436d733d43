"""The words for the two mouse buttons in each language, by the hand that holds the mouse."""

from functools import lru_cache
from pathlib import Path

import msgspec

from digitutor_app.content.toml_file import read_table, typed
from digitutor_app.i18n import places


class _Buttons(msgspec.Struct, forbid_unknown_fields=True):
    left: dict[str, str]
    right: dict[str, str]


def button_words(language: str, *, left_handed: bool) -> dict[str, str]:
    """What ``{main_button}``, ``{other_button_p}`` and so on become in the texts of exercises.

    The main button lies under the index finger: the left one, for a left hand the right one. Empty
    for a language that has no buttons.toml. Raises ContentError for one that cannot be read.
    """
    file = places.resources() / "languages" / language / "buttons.toml"
    return _words(file, left_handed) if file.is_file() else {}


@lru_cache
def _words(file: Path, left_handed: bool) -> dict[str, str]:
    buttons = typed(file, read_table(file), _Buttons)
    main, other = buttons.left, buttons.right
    if left_handed:
        main, other = other, main
    return {
        **{f"main_{form}": word for form, word in main.items()},
        **{f"other_{form}": word for form, word in other.items()},
    }
