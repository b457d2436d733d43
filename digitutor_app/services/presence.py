"""Whether the person at the laptop is still there: after a long quiet time it is worth asking."""

from datetime import datetime, timedelta
from typing import Final

from digitutor_app.domain.clock import Clock

#: Nothing has moved for so long that somebody else may sit here by now.
QUIET: Final = timedelta(minutes=10)


class Presence:
    """Remembers the last sign of life. It only ever asks; it ends nothing by itself."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._touched = clock.seconds()
        self._last_act: datetime | None = None

    @property
    def asking(self) -> bool:
        return self._last_act is not None

    def touch(self) -> None:
        """Somebody pressed, moved or typed; while it is asked, only an answer counts."""
        if not self.asking:
            self._touched = self._clock.seconds()

    def quiet(self) -> bool:
        """Whether it is time to ask."""
        return not self.asking and self._silence() >= QUIET

    def ask(self) -> None:
        """The question is on the screen now."""
        self._last_act = self._clock.now() - self._silence()

    def answer(self) -> datetime:
        """The question was answered, or is gone; returns the time of the last act before it."""
        last_act = self._last_act or self._clock.now()
        self._last_act = None
        self.touch()
        return last_act

    def _silence(self) -> timedelta:
        return timedelta(seconds=self._clock.seconds() - self._touched)
