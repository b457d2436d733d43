"""The common mistakes of domain/2, 2.1, and how they are seen in what hands do."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.exercise import Action
from digitutor_app.domain.hands import Key, Press, Release
from digitutor_app.domain.observation import Observation

#: Two presses this near in time (seconds) were meant as one double click.
TWICE = 0.6
#: How long (seconds) a single click on something to open waits for its second one; longer than
#: an exercise waits with what it has to say about the same.
OPENS_WITHIN = 4.0
#: More presses than this, in so many seconds, are many (G10).
MANY_PRESSES, MANY_WITHIN = 5, 2.0
#: From this many letters of one press on, a key is held down (G8).
HELD = 4
_ONE_CLICK = ("click", "choose")
_TO_OPEN = ("open", "double_click")


class Slip(StrEnum):
    """The codes of domain/2, 2.1; stored with an attempt like any mistake."""

    OTHER_BUTTON = "G1"
    TWO_CLICKS = "G2"
    ONE_CLICK = "G3"
    NEAR = "G4"
    OUTSIDE = "G5"
    DROPPED = "G6"
    CAPS = "G7"
    HELD_KEY = "G8"
    NO_FIELD = "G9"
    MANY_CLICKS = "G10"
    IDLE = "G11"
    CLOSED = "G12"
    NOT_NEEDED = "G13"
    ELSEWHERE = "G14"


#: Those that a demonstration of the step helps against, when they happen again and again.
SHOWN: frozenset[str] = frozenset({Slip.OTHER_BUTTON, Slip.ONE_CLICK, Slip.NEAR, Slip.DROPPED})


@dataclass(frozen=True, slots=True)
class Standing:
    """Where the run stands: what a hand may do next, and counts that only grow."""

    expected: tuple[Action, ...]
    steps: int
    mistakes: int
    refusals: int

    def wants(self, target: str, verbs: Iterable[str] = ()) -> bool:
        """Whether one of the next actions is on this target (and is one of these verbs)."""
        wanted = tuple(verbs)
        return bool(target) and any(
            action.where == target and (not wanted or action.verb in wanted)
            for action in self.expected
        )


@dataclass(frozen=True, slots=True)
class _Pressed:
    press: Press
    at: float
    standing: Standing


class SlipWatch:
    """Follows presses and keys. Nothing of it is saved.

    Tell it ``press`` and ``key`` before they are handled, ``release`` and ``key_done`` after: what
    finished a step or was a named mistake is no common mistake. ``standing`` says where the run
    stands now, ``clock`` gives seconds.
    """

    def __init__(self, standing: Callable[[], Standing], clock: Clock) -> None:
        self._standing = standing
        self._clock = clock
        self._pressed: _Pressed | None = None
        self._before: _Pressed | None = None
        self._times: list[float] = []
        self._single: _Pressed | None = None
        self._key: tuple[Key, Standing] | None = None
        self._caps = False
        self._stray = False

    def press(self, press: Press) -> None:
        """A button goes down."""
        now = self._clock.seconds()
        self._before, self._pressed = self._pressed, _Pressed(press, now, self._standing())
        self._times = [at for at in self._times if now - at < MANY_WITHIN]
        self._times.append(now)
        self._single = None
        self._stray = False

    def release(self, release: Release) -> Slip | None:
        """The button came up and was handled; what mistake it was, if any."""
        pressed, now = self._pressed, self._standing()
        if pressed is None or now.mistakes != pressed.standing.mistakes:
            return None
        if self._was_second(pressed, now):
            return Slip.TWO_CLICKS
        if release.moved and pressed.press.main and _fell(pressed, now):
            return Slip.DROPPED
        if now.steps != pressed.standing.steps:
            self._times.clear()
            return None
        return self._in_vain(pressed, now, release)

    def _in_vain(self, pressed: _Pressed, now: Standing, release: Release) -> Slip | None:
        """What it was when nothing came of a press."""
        press, standing = pressed.press, pressed.standing
        if not press.main:
            return _by_other_button(pressed)
        if release.moved or now.refusals != standing.refusals:
            return None
        if len(self._times) > MANY_PRESSES:
            self._times.clear()
            return Slip.MANY_CLICKS
        if press.near and not press.target:
            return Slip.NEAR
        if standing.wants(press.target, _TO_OPEN):
            self._single = _Pressed(press, self._clock.seconds(), now)
        return None

    def tick(self) -> Slip | None:
        """Time has passed: a single click may have stayed alone where opening was wanted."""
        single, now = self._single, self._standing()
        if single is None or self._clock.seconds() - single.at < OPENS_WITHIN:
            return None
        self._single = None
        same = (now.steps, now.mistakes) == (single.standing.steps, single.standing.mistakes)
        waiting = same and now.wants(single.press.target, _TO_OPEN)
        return Slip.ONE_CLICK if waiting else None

    def key(self, key: Key) -> None:
        """A key goes down."""
        self._single = None
        self._key = (key, self._standing())

    def key_done(self) -> Slip | None:
        """It was handled; what mistake it was, if any."""
        if self._key is None:
            return None
        (key, before), now = self._key, self._standing()
        self._key = None
        if not key.letter or now.mistakes != before.mistakes:
            return None
        if not key.into_field:
            return self._beside_field(before)
        if key.times == HELD:
            return Slip.HELD_KEY
        caps_before, self._caps = self._caps, key.capital
        return Slip.CAPS if key.capital and not caps_before else None

    def _beside_field(self, standing: Standing) -> Slip | None:
        if self._stray or not any(writes(action) for action in standing.expected):
            return None
        self._stray = True
        return Slip.NO_FIELD

    def _was_second(self, pressed: _Pressed, standing: Standing) -> bool:
        first = self._before
        if first is None or pressed.at - first.at > TWICE or not pressed.press.main:
            return False
        target = first.press.target
        return (
            first.press.main
            and target == pressed.press.target
            and first.standing.wants(target, _ONE_CLICK)
            and not pressed.standing.wants(target)
            and not standing.wants(target)
        )


def writes(action: Action) -> bool:
    """Whether the action needs a field that takes text."""
    return action.verb == "type" or (action.verb == "key" and action.where.startswith("field:"))


def closes_needed(observation: Observation, expected: Iterable[Action]) -> bool:
    """Whether a window was closed that nobody meant to close (G12)."""
    window = observation.target.removeprefix("window:")
    closed = observation.verb == "close" and window != observation.target
    return closed and all(action.target != f"close:{window}" for action in expected)


def _fell(pressed: _Pressed, now: Standing) -> bool:
    """Whether what was to be dragged from here is still to be dragged from here.

    The press may have finished a step of its own (what is pressed is selected).
    """
    target = pressed.press.target
    return all(standing.wants(target, ("drag", "hold")) for standing in (pressed.standing, now))


def _by_other_button(pressed: _Pressed) -> Slip | None:
    place, standing = pressed.press.target or pressed.press.near, pressed.standing
    meant = any(
        action.verb == "right_click" or action.options.get("button") == "right"
        for action in standing.expected
    )
    return Slip.OTHER_BUTTON if standing.wants(place) and not meant else None
