"""Tells a deliberate press from the second half of a trembling or doubled one."""

from typing import Final

from PySide6.QtCore import QPoint

#: A second press this soon after the first is ignored (domain/7-accessibility, "Pointer").
DEAF_MS: Final = 250
#: How near the second press must be to count as the same movement of the hand, logical pixels.
SAME_PLACE: Final = 24
#: How far the pointer may slip between press and release, logical pixels (same source).
DRIFT: Final = 12


class PressGuard:
    """Remembers the last press of a window.

    Shared by all its buttons, because a double click on a button that changes the page would else
    press whatever has come to lie in the same place.
    """

    def __init__(self) -> None:
        self._ended_at = 0
        self._place: QPoint | None = None

    def allows(self, milliseconds: int, place: QPoint | None = None) -> bool:
        """Whether a press now is a new one.

        ``milliseconds`` is the event's own time stamp (0 = unknown: always allowed); ``place`` the
        pointer on the screen, None for the keyboard.
        """
        since = milliseconds - self._ended_at
        if not milliseconds or not self._ended_at or not 0 <= since < DEAF_MS:
            return True
        if place is None or self._place is None:
            return place is not self._place
        return (place - self._place).manhattanLength() > SAME_PLACE

    def ended(self, milliseconds: int, place: QPoint | None = None) -> None:
        """A press ended (button or key let go) at this time and place."""
        self._ended_at = milliseconds
        self._place = place
