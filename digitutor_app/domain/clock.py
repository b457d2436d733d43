"""The clock that everything asks for the time, so that tests can turn its hands."""

import time
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Tells the time of the wall and a time that never jumps."""

    def now(self) -> datetime:
        """Local time with its zone."""

    def seconds(self) -> float:
        """Seconds since some fixed moment; never goes back, whatever happens to the wall clock."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now().astimezone()

    def seconds(self) -> float:
        return time.monotonic()


def minute(moment: datetime) -> datetime:
    """The moment without its seconds: no stored time about a person is more exact than this."""
    return moment.replace(second=0, microsecond=0)
