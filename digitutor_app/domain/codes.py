"""Participant codes: two Finnish words and two digits, each word with its picture or colour.

A code stands for a person in the records (domain/5, 5.10). The words are neutral: no pair looks
or sounds alike, and none is said of people in jest ("pöllö", "saapas" and "lapanen" are).
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Container
from typing import TYPE_CHECKING, NamedTuple

from digitutor_app.domain.errors import OurMistakeError, WorldError

if TYPE_CHECKING:
    import random  # slow to load, and the start screen needs only the pictures

INK = "#1B1B1B"

# None: drawn as a dark outline on white.
COLOURS: dict[str, str | None] = {
    "sininen": "#1F5FBF",
    "vihreä": "#2E8050",
    "punainen": "#B3261E",
    "keltainen": "#9A7000",
    "harmaa": "#5F6068",
    "valkoinen": None,
    "ruskea": "#6B4423",
    "violetti": "#6A3D9A",
    "oranssi": "#C25700",
    "turkoosi": "#007C80",
    "musta": "#1B1B1B",
    "pinkki": "#C2367F",
    "hopeinen": "#7A828C",
    "kuparinen": "#A65A2E",
    "lasinen": "#3A86A0",
    "samettinen": "#7B1E3C",
    "villainen": "#857457",
    "pellavainen": "#7D7A4E",
    "silkkinen": "#8E6AA8",
    "teräksinen": "#46596B",
    "mahonkinen": "#6E2C1E",
    "havuinen": "#24543F",
    "pohjoinen": "#234B7A",
    "suklainen": "#4A2C1D",
    "eteläinen": "#B8622B",
    "oliivinen": "#5F7A1E",
    "syksyinen": "#A14A12",
    "talvinen": "#4A7EA8",
    "korallinen": "#C4523F",
    "juhlava": "#5B2A86",
    "tuulinen": "#55808A",
    "minttuinen": "#1F8569",
    "luumuinen": "#5A2A5C",
    "kirsikkainen": "#9B1239",
    "hunajainen": "#A86B00",
    "kanelinen": "#8A4B2A",
    "puolukkainen": "#A8324A",
    "merellinen": "#155E75",
    "kirkas": "#0071C5",
    "tyyni": "#3D5A80",
}
FIRST_WORDS = tuple(COLOURS)
SECOND_WORDS = (
    *("kettu", "karhu", "lintu", "joutsen", "delfiini", "orava", "perhonen", "leppäkerttu"),
    *("kuusi", "lehti", "tulppaani", "omena", "mansikka", "sieni", "apila", "porkkana"),
    *("kaktus", "palmu", "kukka", "ananas", "talo", "mylly", "majakka", "silta", "teltta"),
    *("ikkuna", "vene", "laiva", "juna", "auto", "pyörä", "raketti", "lentokone", "kello"),
    *("avain", "teekannu", "lamppu", "kirja", "sateenvarjo", "kitara", "nuotti", "rumpu"),
    *(
        "ankkuri",
        "vasara",
        "sakset",
        "sivellin",
        "kynttilä",
        "kompassi",
        "ämpäri",
        "kamera",
        "kruunu",
    ),
    *("pilvi", "aurinko", "hiutale", "salama", "vuori", "palapeli", "magneetti", "ratas"),
    "haarukka",
)
NUMBERS = tuple(f"{number:02}" for number in range(1, 100))

_TRIES = 100


class NoCodeLeftError(WorldError):
    """Every one of the 237 600 codes is taken."""


class CodeParts(NamedTuple):
    """A code taken apart; ``number`` keeps both digits ("08")."""

    first: str
    second: str
    number: str


def new_code(source: random.Random, taken: Container[str]) -> str:
    """A code that is not in ``taken``, each free one equally likely. Raises NoCodeLeftError."""
    for _ in range(_TRIES):
        words = source.choice(FIRST_WORDS), source.choice(SECOND_WORDS)
        code = "-".join((*words, source.choice(NUMBERS)))
        if code not in taken:
            return code
    free = [code for code in _every_code() if code not in taken]
    if not free:
        raise NoCodeLeftError("no participant code is free")
    return source.choice(free)


def read_code(text: str) -> str | None:
    """The code that somebody typed, as it is properly written, or None if it is not a code.

    Capitals, a for ä and o for ö, and anything or nothing between the parts are all understood.
    Both digits are needed: one digit may as well be half of another number.
    """
    plain = re.sub(r"[\W_]", "", _without_dots(text))
    letters, digits = plain[:-2], plain[-2:]
    words = _by_plain_words().get(letters)
    return f"{words}-{digits}" if words and digits in NUMBERS else None


def parts(code: str) -> CodeParts:
    """The parts of a properly written code. Raises OurMistakeError for anything else."""
    first, _, rest = code.partition("-")
    second, _, number = rest.partition("-")
    if first not in COLOURS or second not in SECOND_WORDS or number not in NUMBERS:
        raise OurMistakeError(f"not a participant code: {code!r}")
    return CodeParts(first, second, number)


def picture_name(second: str) -> str:
    """The file name of a second word's picture in resources/codes: "leppakerttu.svg"."""
    return f"{_without_dots(second)}.svg"


def coloured(svg: str, first: str) -> str:
    """A picture of resources/codes in the colour of a first word, as SVG text.

    The file paints its shape #000 in one group and details #fff in another that may follow. An
    outlined picture has the shape in white on a dark copy that is one line wider, and the details
    dark. ``first`` must be a first word (KeyError).
    """
    colour = COLOURS[first]
    if colour is not None:
        return svg.replace("#000", colour)
    start, _, rest = svg.partition('<g fill="#000">')
    shape, _, details = rest.partition("</g>")
    line = f'stroke="{INK}" stroke-width="3.5" stroke-linejoin="round"'
    return (
        f'{start}<g fill="{INK}" {line}>{shape}</g><g fill="#fff">{shape}</g>'
        f"{details.replace('#fff', INK)}"
    )


def _every_code() -> list[str]:
    return [
        f"{first}-{second}-{number}"
        for first in FIRST_WORDS
        for second in SECOND_WORDS
        for number in NUMBERS
    ]


def _without_dots(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


@functools.cache
def _by_plain_words() -> dict[str, str]:
    return {
        _without_dots(first + second): f"{first}-{second}"
        for first in FIRST_WORDS
        for second in SECOND_WORDS
    }
