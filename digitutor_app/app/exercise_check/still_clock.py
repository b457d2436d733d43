"""The clock of a check: time stands still until the check turns it."""

from datetime import datetime, timedelta, timezone

_MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))


class StillClock:
    """Implements ``digitutor_app.domain.clock.Clock``: a Monday in March at nine o'clock."""

    def __init__(self) -> None:
        self._gone = 0.0

    def now(self) -> datetime:
        return _MORNING + timedelta(seconds=self._gone)

    def seconds(self) -> float:
        return 1000.0 + self._gone

    def forward(self, seconds: float) -> None:
        """Turn it on by so many seconds (0 or more)."""
        self._gone += seconds
