"""Which key comes next: from what stands in a field to what should stand there."""

from digitutor_app.rooms.typing.layout import Stroke, stroke_for
from digitutor_app.rooms.typing.rows import Written


def next_stroke(written: Written, wanted: str, *, exact: bool = True) -> Stroke | None:
    """What to press now; None when it is right already, or when nothing is wanted.

    Unless ``exact``, capitals do not matter.

    What is too much is taken away first (from the side on which the caret stands), then what is
    missing is typed; where the caret is elsewhere, an arrow leads it there.
    """
    one, other = written.text, wanted
    if not exact:
        one, other = one.lower(), other.lower()
    if not wanted or one == other:
        return None
    first, ending = _common(one, other), _common(one[::-1], other[::-1])
    tail = min(ending, len(one) - first, len(other) - first)
    extra = len(one) - tail - first
    if not extra or first + tail == len(other):
        # Of a double letter either may go or come: the one where the caret is.
        earliest = max(0, len(one) - extra - ending)
        first = min(max(written.caret, earliest), first)
    return _at(written, first, first + extra) or stroke_for(wanted[first])


def _at(written: Written, first: int, last: int) -> Stroke | None:
    """How to come to ``first`` and take away what stands up to ``last``; None: there, and gone."""
    caret = max(written.caret, 0)
    if written.selected and (written.begin, written.end) == (first, last):
        return Stroke("backspace")
    if not first <= caret <= last:
        return Stroke("right" if caret < first else "left")
    if first == last:
        return None
    return Stroke("delete" if caret == first else "backspace")


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
