"""What the keys of a walkthrough are called (domain/2, 2.1, term list)."""

from digitutor_app.i18n import _


def key_words(keys: str) -> tuple[str, ...]:
    """The words for "Ctrl+X", one for each key."""
    named = {
        "Backspace": _("Askelpalautin"),
        "Tab": _("Sarkain"),
        "Shift": _("Vaihto"),
        "CapsLock": _("Caps Lock"),
        "NumLock": _("Num Lock"),
        "AltGr": _("Alt Gr"),
        "Space": _("Välilyönti"),
        "Up": _("Nuoli ylös"),
        "Down": _("Nuoli alas"),
        "Left": _("Nuoli vasemmalle"),
        "Right": _("Nuoli oikealle"),
    }
    return tuple(named.get(key, key) for key in keys.split("+"))
