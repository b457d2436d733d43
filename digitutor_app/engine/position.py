"""Where a person is in an exercise: a row of the practice computer's book, so that Peru, saving
and resuming take it along."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from digitutor_app.domain.plain import Row
from digitutor_app.practice.book import Book

_KEY = "run"


@dataclass(frozen=True, slots=True)
class Mark:
    """The current step's index, and for each done step the length of the log at that moment."""

    index: int = 0
    done: Mapping[str, int] = field(default_factory=dict)


class Position:
    """Reads and writes the mark."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def begun(self) -> bool:
        return self._book.row(_KEY) is not None

    @property
    def mark(self) -> Mark:
        row = self._book.row(_KEY)
        if row is None:
            return Mark()
        return Mark(cast(int, row["index"]), dict(cast(Mapping[str, int], row["done"])))

    def put(self, mark: Mark) -> None:
        row: Row = {"index": mark.index, "done": dict(mark.done)}
        self._book.write(_KEY, row)


def saved_index(run: Mapping[str, Any]) -> int:
    """The current step's index in what ``Run.to_plain`` gave, without making a run of it."""
    row = run["computer"]["rows"].get(_KEY)
    return Mark().index if row is None else int(row["index"])
