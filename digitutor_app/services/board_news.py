"""Why somebody needs no help any more: a card that goes must not leave a tutor wondering."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Final

from digitutor_app.domain.calls import CallEnd
from digitutor_app.domain.people import Person
from digitutor_app.services.board import BoardDay, BoardLine

#: So long the reason stays in sight, and so many reasons at a time.
STAYS: Final = timedelta(minutes=10)
MOST: Final = 3


class Why(Enum):
    """What has taken a card away."""

    TUTOR_CAME = "tutor_came"
    WENT_ON = "went_on"
    LEFT = "left"
    BREAK = "break"
    STEP_DONE = "step_done"
    EXERCISE_DONE = "exercise_done"
    OTHER_EXERCISE = "other_exercise"


@dataclass(frozen=True, slots=True)
class News:
    """Somebody needed help and does not any more, since ``at``."""

    person: Person
    why: Why
    at: datetime


class BoardNews:
    """Follows the board from one look to the next."""

    def __init__(self) -> None:
        self._before: dict[str, BoardLine] = {}
        self._news: list[News] = []

    def follow(self, day: BoardDay) -> list[News]:
        """What is news at this look, the newest first."""
        waiting = {line.person.id: line for line in day.help}
        fresh = list(self._fresh(day))
        told = [*fresh, *self._news]
        self._news = [
            news
            for number, news in enumerate(told)
            if news.person.id not in waiting
            and day.read_at - news.at < STAYS
            and all(news.person.id != other.person.id for other in told[:number])
        ][:MOST]
        self._before = waiting
        return list(self._news)

    def _fresh(self, day: BoardDay) -> Iterator[News]:
        for line in day.lines:
            before = self._before.get(line.person.id)
            if before is not None and not line.needs_help:
                why = why_cleared(before, line)
                yield News(line.person, why, _when(why, before, line, day.read_at))


def why_cleared(before: BoardLine, now: BoardLine) -> Why:
    """Why the person, who needed help, needs none now."""
    if not now.here:
        return Why.LEFT
    call = now.ended_call
    if before.called is not None and call is not None and call.id == before.called.id:
        return Why.TUTOR_CAME if call.end is CallEnd.TUTOR_CAME else Why.WENT_ON
    if now.visit.paused is not None:
        return Why.BREAK
    if _exercise(now) != _exercise(before):
        return Why.EXERCISE_DONE if now.success_at != before.success_at else Why.OTHER_EXERCISE
    return Why.STEP_DONE if now.task != before.task else Why.WENT_ON


def _exercise(line: BoardLine) -> str:
    return line.task.partition("/")[0]


def _when(why: Why, before: BoardLine, line: BoardLine, now: datetime) -> datetime:
    if why is Why.LEFT:
        return line.since
    call = line.ended_call
    if before.called is not None and call is not None and call.id == before.called.id:
        return call.ended or now
    return now
