"""The hand on the practice computer: what presses mean, with room for a hand that shakes."""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from weakref import WeakMethod, ref

from PySide6.QtCore import QPoint
from PySide6.QtGui import QMouseEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.clock import Clock


@dataclass(frozen=True, slots=True)
class Grip:
    """A button that a playing hand keeps down from one action to the next, where it is, and the
    widget that it pressed."""

    button: Qt.MouseButton
    point: QPoint
    pressed: "ref[QWidget] | None" = None


@dataclass(slots=True)
class Touch:
    """The tolerances (domain/7-accessibility, "Pointer"), and the clock that measures them.

    ``slack`` and ``double_slack`` are logical pixels, the others milliseconds. ``rests`` counts how
    often the hand has rested for certain. ``seconds`` is the time as the hand has it: a walkthrough
    that is played without a pace lets it pass with ``skip``. ``grip`` is what a playing hand holds.
    """

    clock: Clock
    slack: int = 12
    double_ms: int = 1200
    double_slack: int = 15
    deaf_ms: int = 250
    rests: int = 0
    grip: Grip | None = None
    _skipped: float = 0.0
    _watchers: list["WeakMethod[Callable[[], None]]"] = field(default_factory=list)

    def seconds(self) -> float:
        """A time that never goes back; only differences mean something."""
        return self.clock.seconds() + self._skipped

    def skip(self, seconds: float) -> None:
        """The hand has waited so long; whoever watches looks what has become of it."""
        self._skipped += seconds
        alive = [(watcher, look) for watcher in self._watchers if (look := watcher()) is not None]
        self._watchers = [watcher for watcher, _look in alive]
        for _watcher, look in alive:
            look()

    def watch(self, look: Callable[[], None]) -> None:
        """Call this bound method whenever time was skipped; its object is not kept alive."""
        self._watchers.append(WeakMethod(look))

    def rest(self) -> None:
        """The hand rested: what it does next is not the second half of what it did before."""
        self.rests += 1


class Gesture(Enum):
    """What the hand did."""

    CLICK = "click"
    DOUBLE_CLICK = "double_click"
    RIGHT_CLICK = "right_click"


@dataclass(slots=True)
class _Before:
    """The click before this one: when (seconds), where (on the screen), after how many rests."""

    seconds: float
    place: QPoint
    rests: int


@dataclass(slots=True)
class Presses:
    """Follows the presses on one widget; one for each widget that takes presses of its own.

    Hand ``press``, ``move`` and ``release`` the widget's events (``mouseDoubleClickEvent`` is a
    press like any other). For a button set ``button``: then no press is ever a double click, and a
    second one within 250 ms is nothing.
    """

    touch: Touch
    button: bool = False
    started: QPoint | None = None
    dragging: bool = False
    _with: Qt.MouseButton = Qt.MouseButton.NoButton
    _before: _Before | None = field(default=None)

    def press(self, event: QMouseEvent) -> None:
        self.started = event.globalPosition().toPoint()
        self.dragging = False
        self._with = event.button()

    def move(self, event: QMouseEvent) -> bool:
        """Whether a drag with the left button begins with this movement (told only once)."""
        here = event.globalPosition().toPoint()
        if self.started is None or self.dragging or self._with is not Qt.MouseButton.LeftButton:
            return False
        self.dragging = not near(here, self.started, self.touch.slack)
        return self.dragging

    def release(self, event: QMouseEvent) -> Gesture | None:
        """What was done, now that the button is up; None for the end of a drag and for nothing."""
        start, self.started = self.started, None
        dragged, self.dragging = self.dragging, False
        here = event.globalPosition().toPoint()
        if start is None or dragged or event.button() is not self._with:
            return None
        if not near(here, start, self.touch.slack):
            return None
        if self._with is Qt.MouseButton.RightButton:
            return Gesture.RIGHT_CLICK
        if self._with is not Qt.MouseButton.LeftButton:
            return None
        return self._clicked(start)

    def forget(self) -> None:
        """The press came to nothing (a drag was taken back, the widget went away)."""
        self.started = None
        self.dragging = False
        self._before = None

    def _clicked(self, place: QPoint) -> Gesture | None:
        now = self.touch.seconds()
        before, self._before = self._before, _Before(now, place, self.touch.rests)
        if before is None or before.rests != self.touch.rests:
            return Gesture.CLICK
        since = round((now - before.seconds) * 1000)
        if self.button:
            deaf = since < self.touch.deaf_ms and near(place, before.place, self.touch.slack)
            return None if deaf else Gesture.CLICK
        if since <= self.touch.double_ms and near(place, before.place, self.touch.double_slack):
            self._before = None
            return Gesture.DOUBLE_CLICK
        return Gesture.CLICK


def near(one: QPoint, other: QPoint, slack: int) -> bool:
    """Whether two points lie at most ``slack`` pixels apart, as the crow flies."""
    way = one - other
    return QPoint.dotProduct(way, way) <= slack * slack
