"""The Finnish and Swedish keyboard: which key stands where, what it types, which finger presses it.

Lengths are in widths of a letter key.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Finger(StrEnum):
    """Fingers from left to right, in touch typing's way; any finger will do (domain/2, kbd)."""

    LEFT_LITTLE = "left_little"
    LEFT_RING = "left_ring"
    LEFT_MIDDLE = "left_middle"
    LEFT_INDEX = "left_index"
    THUMB = "thumb"
    RIGHT_INDEX = "right_index"
    RIGHT_MIDDLE = "right_middle"
    RIGHT_RING = "right_ring"
    RIGHT_LITTLE = "right_little"


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """One key.

    ``id`` is its name among targets (``key:enter``); ``plain``, ``shift`` and ``alt_gr`` are what
    it types ("" for a key that types nothing).
    """

    id: str
    plain: str = ""
    shift: str = ""
    alt_gr: str = ""
    left: float
    top: float
    wide: float = 1.0
    high: float = 1.0
    finger: Finger = Finger.RIGHT_LITTLE


@dataclass(frozen=True, slots=True)
class Stroke:
    """What to press for something: the key, and what is held down with it (ids of keys)."""

    key: str
    held: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        return (*self.held, self.key)


_L, _R, _M, _I = Finger.LEFT_LITTLE, Finger.LEFT_RING, Finger.LEFT_MIDDLE, Finger.LEFT_INDEX
_J, _K, _O, _P = Finger.RIGHT_INDEX, Finger.RIGHT_MIDDLE, Finger.RIGHT_RING, Finger.RIGHT_LITTLE

#: Each row of signs: where it begins, and (id, plain, Shift, Alt Gr, finger) of each key.
_ROWS: Final = (
    (
        0.0,
        (
            ("section", "§", "½", "", _L),
            ("1", "1", "!", "", _L),
            ("2", "2", '"', "@", _R),
            ("3", "3", "#", "£", _M),
            ("4", "4", "¤", "$", _I),
            ("5", "5", "%", "€", _I),
            ("6", "6", "&", "", _J),
            ("7", "7", "/", "{", _J),
            ("8", "8", "(", "[", _K),
            ("9", "9", ")", "]", _O),
            ("0", "0", "=", "}", _P),
            ("plus", "+", "?", "\\", _P),
            ("acute", "´", "`", "", _P),
        ),
    ),
    (
        1.5,
        (
            *zip("qwertyuiop", "qwertyuiop", "QWERTYUIOP", ("",) * 10, (
                _L, _R, _M, _I, _I, _J, _J, _K, _O, _P), strict=True),
            ("aa", "å", "Å", "", _P),
            ("diaeresis", "¨", "^", "~", _P),
        ),
    ),
    (
        1.75,
        (
            *zip("asdfghjkl", "asdfghjkl", "ASDFGHJKL", ("",) * 9, (
                _L, _R, _M, _I, _I, _J, _J, _K, _O), strict=True),
            ("oe", "ö", "Ö", "", _P),
            ("ae", "ä", "Ä", "", _P),
            ("apostrophe", "'", "*", "", _P),
        ),
    ),
    (
        1.25,
        (
            ("less", "<", ">", "|", _L),
            *zip("zxcvbnm", "zxcvbnm", "ZXCVBNM", ("",) * 7, (
                _L, _R, _M, _I, _I, _J, _J), strict=True),
            ("comma", ",", ";", "", _K),
            ("period", ".", ":", "", _O),
            ("minus", "-", "_", "", _P),
        ),
    ),
)  # fmt: skip

_NAV: Final = 15.25
#: Keys that type no sign: id, left, top, width, finger.
_OTHERS: Final = (
    ("backspace", 13.0, 0.0, 2.0, _P),
    ("tab", 0.0, 1.0, 1.5, _L),
    ("enter", 13.5, 1.0, 1.5, _P),
    ("caps", 0.0, 2.0, 1.75, _L),
    ("shift", 0.0, 3.0, 1.25, _L),
    ("shift_right", 12.25, 3.0, 2.75, _P),
    ("ctrl", 0.0, 4.0, 1.5, _L),
    ("windows", 1.5, 4.0, 1.25, _L),
    ("alt", 2.75, 4.0, 1.5, Finger.THUMB),
    ("alt_gr", 10.0, 4.0, 1.75, Finger.THUMB),
    ("menu", 11.75, 4.0, 1.25, _P),
    ("ctrl_right", 13.0, 4.0, 2.0, _P),
    ("insert", _NAV, 0.0, 1.5, _O),
    ("home", _NAV + 1.5, 0.0, 1.5, _O),
    ("delete", _NAV, 1.0, 1.5, _O),
    ("end", _NAV + 1.5, 1.0, 1.5, _O),
    ("up", _NAV + 1.0, 3.0, 1.0, _K),
    ("left", _NAV, 4.0, 1.0, _J),
    ("down", _NAV + 1.0, 4.0, 1.0, _K),
    ("right", _NAV + 2.0, 4.0, 1.0, _O),
)
WIDE: Final = _NAV + 3.0
HIGH: Final = 5.0


def _signs() -> list[Key]:
    return [
        Key(
            id=name,
            plain=plain,
            shift=shift,
            alt_gr=alt_gr,
            left=start + number,
            top=float(row),
            finger=finger,
        )
        for row, (start, keys) in enumerate(_ROWS)
        for number, (name, plain, shift, alt_gr, finger) in enumerate(keys)
    ]


def _others() -> list[Key]:
    keys = [
        Key(
            id=name,
            left=left,
            top=top,
            wide=wide,
            high=2.0 if name == "enter" else 1.0,
            finger=finger,
        )
        for name, left, top, wide, finger in _OTHERS
    ]
    space = Key(
        id="space", plain=" ", shift=" ", left=4.25, top=4.0, wide=5.75, finger=Finger.THUMB
    )
    return [*keys, space]


KEYS: Final = (*_signs(), *_others())
KEY: Final = {key.id: key for key in KEYS}
#: Keys that are held while another is pressed.
HELD: Final = ("shift", "shift_right", "ctrl", "ctrl_right", "alt", "alt_gr", "windows")
_LEFT_HAND: Final = (_L, _R, _M, _I)


def stroke_for(letter: str) -> Stroke | None:
    """How to type one letter or sign; None when the keyboard has no one key for it."""
    if letter == "\n":
        return Stroke("enter")
    for key in KEYS:
        if key.plain and letter == key.plain:
            return Stroke(key.id)
    for key in KEYS:
        if key.shift and letter == key.shift:
            # The hand that does not press the key holds Shift.
            right = key.finger in _LEFT_HAND
            return Stroke(key.id, ("shift_right" if right else "shift",))
        if key.alt_gr and letter == key.alt_gr:
            return Stroke(key.id, ("alt_gr",))
    return None


def sign_of(key: Key, *, shift: bool = False, alt_gr: bool = False, caps: bool = False) -> str:
    """What the key types then; "" for nothing."""
    if alt_gr:
        return key.alt_gr
    if caps and key.plain.isalpha():
        shift = not shift
    return key.shift if shift else key.plain
