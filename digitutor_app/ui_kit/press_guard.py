"""Tells a deliberate press from the second half of a trembling or doubled one."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPoint

#: How near the second press must be to count as the same movement of the hand, logical pixels.
SAME_PLACE: Final = 24


class Patience(NamedTuple):
    """How much room and time presses get; lengths in logical pixels, times in milliseconds.

    ``slack``: how far the pointer may slip between press and release. ``double_ms`` and
    ``double_slack``: how far apart the two halves of a double click may be. ``deaf_ms``: a second
    press this soon after the first is ignored. ``bounce_ms``: the same for one key in a field.
    Source: domain/7-accessibility, "Pointer".
    """

    slack: int = 12
    double_ms: int = 1200
    double_slack: int = 15
    deaf_ms: int = 250
    bounce_ms: int = 0


USUAL: Final = Patience()
#: Rauhallinen osoitin (domain/7-accessibility, "Motor").
CALM: Final = Patience(slack=24, double_ms=2000, double_slack=30, deaf_ms=500, bounce_ms=250)


class PressGuard:
    """Remembers the last press of a window; ``patience`` may change at any time.

    Shared by all its buttons, because a double click on a button that changes the page would else
    press whatever has come to lie in the same place.
    """

    def __init__(self) -> None:
        self.patience = USUAL
        self._ended_at = 0
        self._place: QPoint | None = None

    def allows(self, milliseconds: int, place: QPoint | None = None) -> bool:
        """Whether a press now is a new one.

        ``milliseconds`` is the event's own time stamp (0 = unknown: always allowed); ``place`` the
        pointer on the screen, None for the keyboard.
        """
        since = milliseconds - self._ended_at
        if not milliseconds or not self._ended_at or not 0 <= since < self.patience.deaf_ms:
            return True
        if place is None or self._place is None:
            return place is not self._place
        return (place - self._place).manhattanLength() > SAME_PLACE

    def ended(self, milliseconds: int, place: QPoint | None = None) -> None:
        """A press ended (button or key let go) at this time and place."""
        self._ended_at = milliseconds
        self._place = place


class KeyGuard:
    """Tells a key that was meant from one that bounced under the finger."""

    def __init__(self) -> None:
        self._key = 0
        self._last = 0

    def allows(self, key: int, milliseconds: int, bounce_ms: int) -> bool:
        """Whether this press of a key is a new one; ``milliseconds`` is its time stamp.

        It is not, when the same key went down or came up less than ``bounce_ms`` ago. Without a
        time stamp (0) every press is new.
        """
        since = milliseconds - self._last
        bounced = key == self._key and milliseconds and self._last and 0 <= since < bounce_ms
        self._key = key
        self._last = milliseconds
        return not bounced

    def ended(self, key: int, milliseconds: int) -> None:
        """A key came up."""
        if key == self._key:
            self._last = milliseconds
