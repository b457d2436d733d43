"""When a typed text is the wanted one: with the variations that people may make (domain/2, 2.0)."""

import re
from collections.abc import Callable, Mapping
from typing import Final

_DASHES: Final = re.compile(r"[‐-―−]")


def same(
    text: str, wanted: str, *, case: bool = True, exact_spaces: bool = False, dot: bool = False
) -> bool:
    """Whether both are the same text.

    ``case``: capitals matter. Unless ``exact_spaces``, spaces at the ends of lines and empty lines
    at the ends are forgiven, and several spaces count as one. ``dot``: a final full stop more or
    less is forgiven.
    """
    one, other = (_plain(t, case, exact_spaces, dot) for t in (text, wanted))
    return one == other


def tidy(text: str) -> str:
    """Without spaces at the ends of lines, double spaces, and empty lines at the ends."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return "\n".join(lines).strip("\n")


def _plain(text: str, case: bool, exact_spaces: bool, dot: bool) -> str:
    plain = text if exact_spaces else tidy(text)
    if dot:
        plain = plain.rstrip().removesuffix(".").rstrip()
    return plain if case else plain.casefold()


def like(text: str, pattern: str, wanted: str = "") -> bool:
    """Whether the text is a ``pattern`` (see PATTERNS), and the same one as ``wanted`` is."""
    read = PATTERNS[pattern]
    found = read(tidy(text))
    return found is not None and (not wanted or found == read(tidy(wanted)))


def _time(text: str) -> object | None:
    """7.30, 07.30, 07:30 and 7 30 are one time."""
    found = re.fullmatch(r"(?:klo |kello )?(\d{1,2})[.: ] ?(\d{2})", text)
    if found is None:
        return None
    hour, minute = int(found[1]), int(found[2])
    return (hour, minute) if hour <= 24 and minute < 60 else None


def _date(text: str) -> object | None:
    """14.10., 14.10 and 14. 10. are one day; a year may follow, and must be the same."""
    found = re.fullmatch(r"(\d{1,2})\. ?(\d{1,2})(?:\. ?(\d{4})?)?\.?", text)
    if found is None:
        return None
    day, month = int(found[1]), int(found[2])
    return (day, month, found[3] or "") if 1 <= day <= 31 and 1 <= month <= 12 else None


def _phone(text: str) -> object | None:
    """Spaces and dashes do not matter; +358 40 … is 040 …."""
    if not re.fullmatch(r"\+?[\d ()-]+", _DASHES.sub("-", text)):
        return None
    digits = re.sub(r"\D", "", text)
    if text.startswith("+358"):
        digits = "0" + digits[3:].removeprefix("0")
    return digits if 5 <= len(digits) <= 15 else None


def _range(text: str) -> object | None:
    """8-16, 8 - 16 and 8–16 are one."""
    found = re.fullmatch(r"(\d+(?:[.:]\d+)?) ?- ?(\d+(?:[.:]\d+)?)", _DASHES.sub("-", text))
    return None if found is None else (found[1].replace(":", "."), found[2].replace(":", "."))


def _number(text: str) -> object | None:
    digits = text.replace(" ", "").replace(",", ".")
    return float(digits) if re.fullmatch(r"-?\d+(\.\d+)?", digits) else None


def _email(text: str) -> object | None:
    plain = text.casefold()
    return plain if re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s.]+", plain) else None


PATTERNS: Final[Mapping[str, Callable[[str], object | None]]] = {
    "time": _time,
    "date": _date,
    "phone": _phone,
    "range": _range,
    "number": _number,
    "email": _email,
}
