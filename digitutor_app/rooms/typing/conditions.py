"""What exercises may ask about the fields; each function is one kind, by its own name.

An option for words takes the id of a name (so that data sets may differ) or the words themselves.
"""

from typing import Literal

from digitutor_app.practice.seen import Seen
from digitutor_app.rooms.typing.matching import like, same
from digitutor_app.rooms.typing.rows import Rows


def text(
    seen: Seen,
    field: str,
    *,
    is_: str,
    case: bool = True,
    spaces: Literal["loose", "exact"] = "loose",
    dot: Literal["exact", "loose"] = "exact",
) -> bool:
    """The field's text is this; "" is no text.

    ``case`` false: capitals do not matter. ``spaces`` loose: spaces at the ends, double spaces and
    empty lines at the ends do not matter. ``dot`` loose: nor does a final full stop.
    """
    rows = Rows(seen.computer)
    found, wanted = rows.written(field).text, rows.words_of(is_)
    return same(found, wanted, case=case, exact_spaces=spaces == "exact", dot=dot == "loose")


def text_like(
    seen: Seen,
    field: str,
    *,
    pattern: Literal["time", "date", "phone", "range", "number", "email"],
    is_: str = "",
) -> bool:
    """The field's text is one of this kind (7.30 and 07:30 are one time), the same as ``is``."""
    rows = Rows(seen.computer)
    return like(rows.written(field).text, pattern, rows.words_of(is_) if is_ else "")


def has_text(seen: Seen, field: str, *, part: str, case: bool = False) -> bool:
    """The field's text has ``part`` in it; spaces count, capitals only with ``case``."""
    rows = Rows(seen.computer)
    found, wanted = rows.written(field).text, rows.words_of(part)
    return wanted in found if case else wanted.casefold() in found.casefold()


def has_any(seen: Seen, field: str, *, of: str) -> bool:
    """The field's text has at least one of the signs in ``of``; field "" is any field."""
    rows = Rows(seen.computer)
    fields = [field] if field else [spec.id for spec in rows.fields()]
    return any(not set(of).isdisjoint(rows.written(name).text) for name in fields)


def begins(seen: Seen, field: str, *, part: str, case: bool = False) -> bool:
    """The field's text begins with ``part`` (what has been typed so far is right)."""
    rows = Rows(seen.computer)
    found, wanted = rows.written(field).text, rows.words_of(part)
    return found.startswith(wanted) if case else found.casefold().startswith(wanted.casefold())


def caret(seen: Seen, field: str, *, at: str) -> bool:
    """The caret stands at the "start", at the "end", or behind these words with which the text
    begins; nothing is selected."""
    rows = Rows(seen.computer)
    written = rows.written(field)
    if written.caret < 0 or written.selected:
        return False
    if at in ("start", "end"):
        return written.caret == (0 if at == "start" else len(written.text))
    return written.text[: written.caret] == rows.words_of(at)


def text_selected(seen: Seen, field: str) -> bool:
    """Something in the field is selected."""
    return Rows(seen.computer).written(field).selected


def lines(seen: Seen, field: str, *, count: int = -1, at_least: int = 0, blank: int = 0) -> bool:
    """The field has exactly ``count`` lines that are not empty (left out: any number), not fewer
    than ``at_least``, and not fewer than ``blank`` empty ones."""
    written = Rows(seen.computer).written(field).text
    full = [line for line in written.splitlines() if line.strip()]
    empty = written.count("\n") + 1 - len(full)
    return count in (-1, len(full)) and len(full) >= at_least and empty >= blank


def lamp(seen: Seen, lamp: Literal["caps", "num", "insert"], *, on: bool = True) -> bool:
    """The lamp is lit (``on`` false: it is not). That of Num Lock is known only after a key of the
    number pad."""
    lit = getattr(Rows(seen.computer).lamps(), lamp)
    return lit is on


def focused(seen: Seen, field: str) -> bool:
    """The field has the keyboard; "" is none of them."""
    return Rows(seen.computer).focus() == field


def words_written(seen: Seen, field: str, *, count: int = 0) -> bool:
    """At least so many of the field's words have been written (left out: all of them)."""
    rows = Rows(seen.computer)
    spec = rows.field(field)
    return spec is not None and rows.written(field).word >= (count or len(spec.words))


CONDITIONS = (
    text,
    text_like,
    has_text,
    has_any,
    begins,
    caret,
    text_selected,
    lines,
    lamp,
    focused,
    words_written,
)
