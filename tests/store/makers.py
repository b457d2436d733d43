"""Facts to store, each with random ids."""

from datetime import datetime, timedelta, timezone

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode, StepDone
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.positions import Position
from digitutor_app.domain.visits import Visit

KEY = bytes(range(32))
MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=timezone(timedelta(hours=2)))


def a_person(code="sininen-kettu-27", first_name="Aino"):
    return Person(id=new_id(), code=code, first_name=first_name)


def a_visit(person_id, arrived=MORNING, **more):
    return Visit(id=new_id(), person_id=person_id, arrived=arrived, last_seen=arrived, **more)


def a_step(person_id, number=1, at=MORNING, attempt_id=None):
    return StepDone(
        id=new_id(),
        person_id=person_id,
        attempt_id=attempt_id or new_id(),
        exercise="files-04",
        step=f"step-{number}",
        number=number,
        of=9,
        mode=Mode.GUIDED,
        at=at,
        hint=1,
        mistakes={"G3": 2},
    )


def after(step, snapshot="{}"):
    """The position of a person who has just finished this step."""
    return Position(
        person_id=step.person_id,
        exercise=step.exercise,
        attempt_id=step.attempt_id,
        snapshot=snapshot,
        saved=step.at,
    )


def an_attempt(person_id, mode=Mode.ALONE, data_set="a", ended=MORNING, **more):
    said = {
        "exercise": "files-04",
        "content_version": "1",
        "end": AttemptEnd.DONE,
        "started": ended - timedelta(minutes=5),
        "steps_done": 3,
        "skills": ("files.move",),
        "mistakes": {"parent_folder": 1},
    }
    return Attempt(
        id=new_id(), person_id=person_id, mode=mode, data_set=data_set, ended=ended, **said | more
    )
