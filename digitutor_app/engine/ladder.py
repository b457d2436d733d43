"""The hint ladder of one run (domain/2, 2.0): what is said now, and what was counted."""

from typing import Final

from digitutor_app.domain.clock import Clock
from digitutor_app.engine.outcome import Hint, HintKind, Outcome
from digitutor_app.engine.slips import SHOWN, Slip
from digitutor_app.engine.tally import Tally

#: Seconds without input after which help is offered, by the exercise's level.
IDLE: Final = {"A": 30, "B": 45, "C": 60}
TIMES_TO_SHOW: Final = 3
#: A common mistake is counted always and spoken of at most so often, seconds (decisions.md).
SPOKEN_EVERY: Final = 60
_PASSING: Final = (HintKind.OFFER, HintKind.NOT_NOW, HintKind.SLIP)


class Ladder:
    """Level 1 says the step in other words, 2 points, 3 demonstrates, 4 offers the tutor.

    A hint never takes over and never counts as failure. ``named`` (mistakes of the exercise's own)
    and ``refusals`` only grow.
    """

    def __init__(self, clock: Clock, level: str) -> None:
        self.tally = Tally()
        self.hint: Hint | None = None
        self.named = 0
        self.refusals = 0
        self._clock = clock
        self._idle = IDLE[level]
        self._touched = clock.seconds()
        self._spoken: dict[Slip, float] = {}

    def touch(self) -> None:
        """The learner did something: whoever acts is not idle."""
        self._touched = self._clock.seconds()

    def act(self) -> None:
        """The learner did something on the practice computer: what was said in passing goes."""
        self.touch()
        if self.hint is not None and self.hint.kind in _PASSING:
            self.hint = None

    def clear(self) -> None:
        """Another step, or Peru: nothing is said any more."""
        self.hint = None

    def moved(self, *, forward: bool) -> None:
        """Another step is shown. What a mistake has led back from is still worth reading."""
        if forward or (self.hint is not None and self.hint.kind is not HintKind.MISTAKE):
            self.hint = None

    def put_away(self) -> None:
        """The learner has closed the hint."""
        self.touch()
        self.hint = None

    def ask(self) -> Outcome:
        """The learner asks: the next level."""
        level = min(self.tally.level + 1, 4)
        self.tally.asked += 1
        self.tally.raise_to(level)
        self.hint = Hint(HintKind.TUTOR if level == 4 else HintKind.AGAIN, level)
        return Outcome(hint=self.hint, demonstrate=level == 3)

    def mistaken(self, code: str, place: str) -> Outcome:
        """A named mistake: its hint at once; the third time in a step it is shown how."""
        self.named += 1
        show = self.tally.count_mistake(code) >= TIMES_TO_SHOW
        self.tally.raise_to(3 if show else 1)
        self.hint = Hint(HintKind.MISTAKE, self.tally.level, mistake=code, place=place)
        return Outcome(mistake=code, hint=self.hint, demonstrate=show)

    def slipped(self, code: Slip, place: str = "") -> Outcome:
        """A common mistake. Only a gesture that fails again and again is shown; who cannot
        double-click is shown the key that opens."""
        times = self.tally.count_mistake(code.value)
        show = code in SHOWN and times % TIMES_TO_SHOW == 0
        if not show and not self._may_speak(code):
            return Outcome(mistake=code.value)
        if show:
            self.tally.raise_to(3)
        self._spoken[code] = self._clock.seconds()
        level = 3 if show else self.tally.level
        self.hint = Hint(HintKind.SLIP, level, mistake=code.value, place=place)
        by_keys = show and code is Slip.ONE_CLICK
        return Outcome(mistake=code.value, hint=self.hint, demonstrate=show, by_keys=by_keys)

    def refuse(self, target: str) -> Outcome:
        """Training wheels held a press on something that is not needed now (G13)."""
        self.touch()
        self.refusals += 1
        self.tally.count_mistake(Slip.NOT_NEEDED.value)
        self.hint = Hint(HintKind.NOT_NOW, self.tally.level, place=target)
        return Outcome(hint=self.hint)

    def offer(self) -> Outcome:
        """Offer help to somebody who has stood still (G11), once."""
        if self.hint is not None or self._clock.seconds() - self._touched < self._idle:
            return Outcome()
        self.tally.count_mistake(Slip.IDLE.value)
        self.hint = Hint(HintKind.OFFER, self.tally.level)
        return Outcome(hint=self.hint)

    def _may_speak(self, code: Slip) -> bool:
        spoken = self._spoken.get(code)
        recent = spoken is not None and self._clock.seconds() - spoken < SPOKEN_EVERY
        # What an exercise says about its own mistake is more to the point.
        named = self.hint is not None and self.hint.kind is HintKind.MISTAKE
        return not recent and not named
