"""Times of two kinds of work, taken in turn, and the line of the table that comes of them."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Size:
    """How much is measured. ``quick`` is so little that it shows only that everything runs."""

    quick: bool

    def of(self, whole: int, little: int) -> int:
        """So many rounds, people, pages or rows."""
        return little if self.quick else whole


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table: ``value`` against ``budget``, both in ``unit`` ("x" is a ratio);
    ``told`` says what was compared."""

    what: str
    value: float
    budget: float
    unit: str
    told: str

    @property
    def kept(self) -> bool:
        return self.value <= self.budget


def seconds(work: Callable[[], object]) -> float:
    """How long the work takes."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


@dataclass(frozen=True, slots=True)
class Spent:
    """Seconds that passed, and those in which this thread was at work: on a busy machine the
    others went to somebody else. ``together`` are the seconds of all threads at work."""

    passed: float
    worked: float
    together: float = 0.0


def spent(work: Callable[[], object]) -> Spent:
    """What the work took."""
    clocks = (time.perf_counter, time.thread_time, time.process_time)
    before = [clock() for clock in clocks]
    work()
    return Spent(*(clock() - begun for clock, begun in zip(clocks, before, strict=True)))


def in_turn(rounds: int, *works: Callable[[], float]) -> list[float]:
    """The median of what each work returns, called A B A B … so that a busy moment meets all."""
    taken: list[list[float]] = [[] for _work in works]
    for _round in range(rounds):
        for times, work in zip(taken, works, strict=True):
            times.append(work())
    return [statistics.median(times) for times in taken]


def percentile(values: Sequence[float], part: int) -> float:
    """The value that ``part`` of a hundred do not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, len(ordered) * part // 100)]


def milliseconds(value: float) -> str:
    return f"{value * 1000:.2f} ms"
