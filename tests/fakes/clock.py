"""A clock whose hands a test turns."""

from datetime import datetime, timedelta, timezone

WINTER_IN_FINLAND = timezone(timedelta(hours=2))


class FakeClock:
    """Implements ``digitutor_app.domain.clock.Clock``; time stands still until it is turned."""

    def __init__(self, start: datetime | None = None) -> None:
        self._now = start or datetime(2026, 3, 2, 9, 0, tzinfo=WINTER_IN_FINLAND)
        self._seconds = 1000.0

    def now(self) -> datetime:
        return self._now

    def seconds(self) -> float:
        return self._seconds

    def forward(self, seconds: float) -> None:
        """Both the wall clock and the time that never jumps go on by this much."""
        if seconds < 0:
            raise ValueError("time does not go back")
        self._now += timedelta(seconds=seconds)
        self._seconds += seconds

    def set_wall(self, moment: datetime) -> None:
        """Somebody sets the wall clock, back too; the time that never jumps goes on."""
        self._now = moment
