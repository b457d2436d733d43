"""The practice computer as an exercise begins on it."""

from digitutor_app.domain.exercise import Exercise
from digitutor_app.domain.plain import Row
from digitutor_app.practice.computer import Computer


def fresh_computer(exercise: Exercise, data_set: str) -> Computer:
    """A new computer in the start state of this data set."""
    computer = Computer()
    fill(computer, exercise.starts[data_set])
    return computer


def fill(computer: Computer, start: Row) -> None:
    """Put a start state into a fresh computer: files, windows, and the rows of rooms."""
    rooms = {key: row for key, row in start.items() if key not in ("disk", "open")}
    for key, row in rooms.items():
        if isinstance(row, dict):
            computer.book.write(key, row)
    computer.begin(files=_texts(start.get("disk")), windows=_texts(start.get("open")))


def _texts(value: object) -> list[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
