"""Presses on a board told by what the hand did: click, slip, long press, drag."""

from dataclasses import dataclass, field

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent, Qt

from digitutor_app.domain.observation import Detail
from digitutor_app.room_kit.touch import Gesture, Presses, Touch, near

#: A press held longer is a long press, seconds (domain/2, mouse-02).
LONG = 1.0
#: So long a button stays down before the hand is taken to hold on, seconds.
HOLD = 0.3


@dataclass(frozen=True, slots=True)
class Done:
    """What a press was: a verb of the observations, and its details."""

    verb: str
    details: dict[str, Detail]


@dataclass(slots=True)
class Pressing:
    """Follows one press after the other on a board; ``target`` is what lies under it."""

    touch: Touch
    target: str = ""
    button: Qt.MouseButton = Qt.MouseButton.NoButton
    at: QPoint = field(default_factory=QPoint)
    moved: bool = False
    _since: float = 0.0
    _presses: dict[str, Presses] = field(default_factory=dict)

    @property
    def down(self) -> bool:
        return self.button is not Qt.MouseButton.NoButton

    @property
    def lasted(self) -> float:
        """For how long the button has been down, seconds."""
        return self.touch.seconds() - self._since if self.down else 0.0

    @property
    def holds(self) -> bool:
        """Whether the left button has been held, not only clicked."""
        return self.button is Qt.MouseButton.LeftButton and (self.moved or self.lasted >= HOLD)

    def press(self, event: QMouseEvent, target: str) -> None:
        self.target, self.button, self.moved = target, event.button(), False
        self.at, self._since = event.position().toPoint(), self.touch.seconds()
        self._of(target).press(event)

    def move(self, event: QMouseEvent) -> bool:
        """Whether the press becomes more than a click with this movement (told only once)."""
        here = event.position().toPoint()
        if not self.down or self.moved or near(here, self.at, self.touch.slack):
            return False
        self.moved = True
        return True

    def release(self, event: QMouseEvent, target: str) -> Done | None:
        """What the press was; None when it began elsewhere."""
        if not self.down:
            return None
        lasted, here = self.lasted, event.position().toPoint()
        self.button = Qt.MouseButton.NoButton
        gesture = self._of(self.target).release(event)
        by: dict[str, Detail] = {"by": "pointer"}
        if event.button() is Qt.MouseButton.RightButton:
            return Done("right_click", by)
        if self.moved or not near(here, self.at, self.touch.slack):
            return Done("slip", {"out": target != self.target, **by})
        if lasted > LONG:
            return Done("long_press", by)
        return Done("double_click" if gesture is Gesture.DOUBLE_CLICK else "click", by)

    def forget(self) -> None:
        """The press came to nothing."""
        self.button = Qt.MouseButton.NoButton
        for presses in self._presses.values():
            presses.forget()

    def _of(self, target: str) -> Presses:
        return self._presses.setdefault(target, Presses(self.touch))
