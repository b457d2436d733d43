"""Which clock a data folder has: an invented workshop goes on where it stopped."""

from datetime import datetime

from digitutor_app.app.data_folder import DataFolder
from digitutor_app.domain.clock import Clock, SystemClock

#: In this file of a data folder stands the moment at which an invented story stops.
_FILE = "demo.txt"


def mark_as_demo(folder: DataFolder, stops: datetime) -> None:
    """Write the moment down; raises OSError."""
    (folder.path / _FILE).write_text(stops.isoformat() + "\n", encoding="utf-8")


def clock_of(folder: DataFolder) -> Clock:
    """The machine's own clock, or that of the invented workshop in this folder.

    A file without a moment in it changes nothing.
    """
    try:
        text = (folder.path / _FILE).read_text(encoding="utf-8")
        stops = datetime.fromisoformat(text.strip())
    except (OSError, ValueError):
        return SystemClock()
    from digitutor_app.app.demo.story_clock import DemoClock

    return SystemClock() if stops.tzinfo is None else DemoClock(stops)
