"""What an organiser gives to every paper: names, logos, two colours, the funder's words."""

import hashlib
import re
from dataclasses import dataclass

_COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
#: Black on white is 21; WCAG 2.2 asks 4.5 for text and 3 for lines that mean something.
LEAST_FOR_TEXT = 4.5
LEAST_FOR_LINES = 3.0
ACCENT, SECOND = "#0B4F5C", "#9A6A00"


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """How an organiser's papers look.

    ``organisers`` are names in the order in which they are printed. ``logos`` are PNG files, made
    safe by printing.logo. ``accent`` colours the title, ``second`` thin lines: both "#RRGGBB".
    ``funder`` is one line, "" for none.
    """

    organisers: tuple[str, ...] = ()
    logos: tuple[bytes, ...] = ()
    accent: str = ACCENT
    second: str = SECOND
    funder: str = ""

    @property
    def fingerprint(self) -> str:
        """Tells two looks apart (logos, colours, funder); "" for the look of Digitutor itself."""
        if not self.logos and not self.funder and (self.accent, self.second) == (ACCENT, SECOND):
            return ""
        parts = [*self.logos, self.accent.encode(), self.second.encode(), self.funder.encode()]
        digests = (hashlib.sha256(part).digest() for part in parts)
        return hashlib.sha256(b"".join(digests)).hexdigest()[:32]


PLAIN = Letterhead()


def read_colour(typed: str) -> str | None:
    """The colour somebody typed as "#RRGGBB", also without the # and with spaces; else None."""
    plain = "".join(typed.split()).upper()
    plain = plain if plain.startswith("#") else f"#{plain}"
    return plain if _COLOUR.fullmatch(plain) else None


def contrast_on_white(colour: str) -> float:
    """The contrast of "#RRGGBB" with white paper, 1.0 to 21.0 (WCAG 2.2, "contrast ratio")."""
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
