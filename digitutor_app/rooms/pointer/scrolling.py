"""What the turns of a wheel tell: the way it goes, and a hand that turns on against an end."""

from dataclasses import dataclass

#: Turned against the end of the list for so long, seconds (domain/2, mouse-06) …
STUCK = 3.0
#: … with no pause longer than this between two turns.
_PAUSE = 2.0


@dataclass(frozen=True, slots=True)
class Turned:
    """Something new about the turning."""

    stuck: bool


@dataclass(slots=True)
class Turns:
    """Takes every turn, answers when there is something to tell: another way, another end, a new
    beginning after a pause, or that the hand is stuck."""

    _last: tuple[str, str] = ("", "")
    _at: float = 0.0
    _pushing: float | None = None
    _told: bool = False

    def turn(self, now: float, direction: str, at: str, *, moved: bool) -> Turned | None:
        """One turn; ``now`` in seconds, ``at`` where the list stands after it."""
        rested = now - self._at > _PAUSE
        news = rested or self._last != (direction, at)
        self._last, self._at = (direction, at), now
        if moved:
            self._pushing, self._told = None, False
            return Turned(stuck=False) if news else None
        if self._pushing is None or news:
            self._pushing, self._told = now, False
        if now - self._pushing >= STUCK and not self._told:
            self._told = True
            return Turned(stuck=True)
        return Turned(stuck=False) if news else None
