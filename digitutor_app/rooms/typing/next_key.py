"""Which key comes next: from what stands in a field to what should stand there."""

from digitutor_app.rooms.typing.layout import Stroke, stroke_for
from digitutor_app.rooms.typing.rows import Written


def next_stroke(written: Written, wanted: str) -> Stroke | None:
    """What to press now; None when it is right already, or when nothing is wanted.

    What is too much is taken away first (from the side on which the caret stands), then what is
    missing is typed; where the caret is elsewhere, an arrow leads it there.
    """
    found = written.text
    if not wanted or found == wanted:
        return None
    head = _common(found, wanted)
    tail = min(_common(found[::-1], wanted[::-1]), len(found) - head, len(wanted) - head)
    first, last = head, len(found) - tail
    if written.selected and (written.begin, written.end) == (first, last):
        return Stroke("backspace")
    caret = max(written.caret, 0)
    if caret < first:
        return Stroke("right")
    if caret > last:
        return Stroke("left")
    if first == last:
        return stroke_for(wanted[head])
    return Stroke("delete" if caret == first else "backspace")


def _common(one: str, other: str) -> int:
    """How many letters both begin with."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
