"""An attempt that has begun: its identity and run, and the attempt that a position tells of."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.exercise import Exercise
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.positions import Position
from digitutor_app.engine.run import Run
from digitutor_app.engine.tally import Tally
from digitutor_app.engine.vocabulary import Vocabulary
from digitutor_app.services.fresh_computer import fresh_computer
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class PracticeTools:
    """What every practice needs and none owns."""

    worker: StoreWorker
    clock: Clock
    catalogue: Catalogue
    kinds: Vocabulary


@dataclass(slots=True)
class Started:
    """What identifies the attempt that is going on."""

    attempt_id: str
    data_set: str
    at: datetime


def begin_run(
    tools: PracticeTools, exercise: Exercise, mode: Mode, data_set: str
) -> tuple[Run, Started]:
    """A fresh run of the exercise, from the start of its data set."""
    computer = fresh_computer(exercise, data_set)
    run = Run(exercise, tools.kinds, computer, tools.clock, mode)
    return run, Started(new_id(), data_set, tools.clock.now())


def attempt_of(position: Position, skills: tuple[str, ...], end: AttemptEnd) -> Attempt:
    """The attempt that a position tells of, ended when the position was saved."""
    plain: dict[str, Any] = json.loads(position.snapshot)
    run = plain["run"]
    tally = Tally.from_plain(run["tally"])
    return Attempt(
        id=position.attempt_id,
        person_id=position.person_id,
        exercise=position.exercise,
        content_version=run["version"],
        data_set=plain["data_set"],
        mode=Mode(run["mode"]),
        end=end,
        started=minute(datetime.fromisoformat(plain["started"])),
        ended=position.saved,
        steps_done=len(tally.told),
        hint=tally.hint,
        asked=tally.asked,
        undos=tally.undos,
        way=tally.way,
        device=tally.device,
        skills=skills,
        mistakes=tally.mistakes,
    )
