"""The practice computer's clock: it starts at a set time and moves with the deeds."""

from datetime import datetime, timedelta

from digitutor_app.practice.book import Book

_KEY = "clock"
START = datetime(2026, 10, 14, 9, 15)  # noqa: DTZ001 - a pretend time has no zone


class PretendClock:
    """Tells the pretend time. It goes one minute on when a file changes, so that changes have an
    order that people can see, and the same deeds always give the same times."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def now(self) -> datetime:
        row = self._book.row(_KEY)
        return START if row is None else datetime.fromisoformat(str(row["now"]))

    def set(self, moment: datetime) -> None:
        self._book.write(_KEY, {"now": moment.isoformat(timespec="minutes")})

    def minute_on(self) -> datetime:
        """One minute later; returns the new time."""
        self.set(self.now + timedelta(minutes=1))
        return self.now
