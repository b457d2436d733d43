"""The sentences of the typing room, in the running language."""

from digitutor_app.i18n import _
from digitutor_app.rooms.typing.layout import KEY, Finger, Stroke
from digitutor_app.rooms.typing.rows import Lamp


def key_word(key_id: str) -> str:
    """What a key is called: its letter, or its name."""
    named = {
        "backspace": _("Askelpalautin"),
        "tab": _("Sarkain"),
        "enter": _("Enter"),
        "caps": _("Caps Lock"),
        "shift": _("Vaihto"),
        "shift_right": _("Vaihto"),
        "ctrl": _("Ctrl"),
        "ctrl_right": _("Ctrl"),
        "windows": _("Windows-näppäin"),
        "alt": _("Alt"),
        "alt_gr": _("Alt Gr"),
        "menu": _("Valikkonäppäin"),
        "insert": _("Insert"),
        "home": _("Home"),
        "delete": _("Delete"),
        "end": _("End"),
        "up": _("nuoli ylös"),
        "left": _("nuoli vasemmalle"),
        "down": _("nuoli alas"),
        "right": _("nuoli oikealle"),
        "space": _("välilyönti"),
        "period": _("piste"),
        "comma": _("pilkku"),
        "minus": _("viiva"),
    }
    return named.get(key_id) or KEY[key_id].plain.upper()


def finger_word(finger: Finger) -> str:
    return {
        Finger.LEFT_LITTLE: _("vasen pikkusormi"),
        Finger.LEFT_RING: _("vasen nimetön"),
        Finger.LEFT_MIDDLE: _("vasen keskisormi"),
        Finger.LEFT_INDEX: _("vasen etusormi"),
        Finger.THUMB: _("peukalo"),
        Finger.RIGHT_INDEX: _("oikea etusormi"),
        Finger.RIGHT_MIDDLE: _("oikea keskisormi"),
        Finger.RIGHT_RING: _("oikea nimetön"),
        Finger.RIGHT_LITTLE: _("oikea pikkusormi"),
    }[finger]


def stroke_text(stroke: Stroke) -> str:
    """What to press, in one line; a combination says what to hold."""
    if stroke.held:
        return _("Pidä pohjassa {held}. Paina {key}.").format(
            held=key_word(stroke.held[0]), key=key_word(stroke.key)
        )
    return _("Paina: {key}").format(key=key_word(stroke.key))


def lamp_text(lamp: Lamp, *, on: bool) -> str:
    match lamp:
        case Lamp.CAPS:
            return _("Caps Lock on päällä") if on else _("Caps Lock on pois")
        case Lamp.NUM:
            return _("Num Lock on päällä") if on else _("Num Lock on pois")
        case _:
            return _("Insert on päällä") if on else _("Insert on pois")


def field_word(number: int, of: int) -> str:
    """What a field without a name of its own is called."""
    return _("Kenttä {number}").format(number=number) if of > 1 else _("Kenttä")


def count_text(done: int, of: int) -> str:
    return _("Sana {number} / {of}").format(number=min(done + 1, of), of=of)


def all_done_text() -> str:
    return _("Kirjoitit kaikki sanat.")


def blanked_text() -> str:
    """The sentence of domain/5, 5.10."""
    return _("Käytä harjoituksessa keksittyjä tietoja. Kenttä tyhjennettiin.")
