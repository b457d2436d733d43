"""What the way of a pointer tells about the hand: how far it went, whether the mouse is lifted
again and again, whether the pointer leaps as under a palm.

A hop is a movement of 10 to 120 px between two pauses of 150 to 1200 ms. A pointer cannot tell a
lifted mouse from one that rests; but a hand that slides comes home in one or two movements, and one
that hops makes five short ones in a row the same way (each within 45 degrees of the first).

A leap is 300 px between two looks at most 40 ms apart. Two of them within 5 s, the second turning
back by more than 90 degrees, are no hand that slides.
"""

import math
from dataclasses import dataclass, field
from enum import StrEnum

PAUSE_MS = (150, 1200)
HOP_PX = (10, 120)
HOPS = 5
HOP_DEGREES = 45
LEAP_PX = 300
LEAP_MS = 40
LEAPS_WITHIN_MS = 5000


class Sign(StrEnum):
    """What the way tells."""

    HOPS = "hops"
    JUMP = "jump"


Point = tuple[float, float]


@dataclass(slots=True)
class HandPath:
    """Takes the points of one way; ``far`` is its length in logical pixels, leaps left out."""

    far: float = 0.0
    _last: tuple[int, Point] | None = None
    _begun: Point | None = None
    _hops: list[Point] = field(default_factory=list)
    _leap: tuple[int, Point] | None = None

    def go(self, ms: int, x: float, y: float) -> Sign | None:
        """The pointer is here now; tells once what that means."""
        here = (x, y)
        before, self._last = self._last, (ms, here)
        if before is None:
            self._begun = here
            return None
        since, step = ms - before[0], (x - before[1][0], y - before[1][1])
        length = math.hypot(*step)
        if length >= LEAP_PX and since <= LEAP_MS:
            self._forget_hops(here)
            return self._leapt(ms, step)
        self.far += length
        return self._paused(since, before[1])

    def lose(self) -> None:
        """The pointer went away: what comes next is another way."""
        self._last = self._begun = self._leap = None
        self._hops.clear()

    def _paused(self, since: int, at: Point) -> Sign | None:
        if since < PAUSE_MS[0]:
            return None
        begun, self._begun = self._begun or at, at
        hop = (at[0] - begun[0], at[1] - begun[1])
        if since > PAUSE_MS[1] or not HOP_PX[0] <= math.hypot(*hop) <= HOP_PX[1]:
            self._hops.clear()
            return None
        if self._hops and _between(self._hops[0], hop) > HOP_DEGREES:
            self._hops.clear()
        self._hops.append(hop)
        if len(self._hops) < HOPS:
            return None
        self._hops.clear()
        return Sign.HOPS

    def _leapt(self, ms: int, step: Point) -> Sign | None:
        before, self._leap = self._leap, (ms, step)
        if before is None or ms - before[0] > LEAPS_WITHIN_MS or _between(before[1], step) <= 90:
            return None
        self._leap = None
        return Sign.JUMP

    def _forget_hops(self, here: Point) -> None:
        self._hops.clear()
        self._begun = here


def _between(one: Point, other: Point) -> float:
    """The angle between two directions, degrees."""
    turn = math.atan2(one[1], one[0]) - math.atan2(other[1], other[0])
    return abs(math.degrees(math.atan2(math.sin(turn), math.cos(turn))))
