"""Attempts and steps as rows and back."""

from datetime import datetime

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode, StepDone
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import ATTEMPT, STEP_DONE
from digitutor_app.store.withdrawals import still_holds


def attempt_row(attempt: Attempt) -> Row:
    """An attempt as a fact about its person."""
    values = {
        "exercise": attempt.exercise,
        "content_version": attempt.content_version,
        "data_set": attempt.data_set,
        "mode": attempt.mode.value,
        "end": attempt.end.value,
        "started": attempt.started,
        "ended": attempt.ended,
        "steps_done": attempt.steps_done,
        "hint": attempt.hint,
        "asked": attempt.asked,
        "undos": attempt.undos,
        "way": attempt.way,
        "device": attempt.device,
        "skills": attempt.skills,
        "mistakes": attempt.mistakes,
    }
    return Row(id=attempt.id, subject=attempt.person_id, values=values)


def attempts_where(database: StoreDatabase, where: str, *parameters: str) -> list[Attempt]:
    """The attempts for which the condition holds, in the order in which they ended; withdrawn ones
    are left out."""
    found = rows.find(database, ATTEMPT, f"({where}) AND {still_holds(ATTEMPT)}", parameters)
    return sorted((_attempt(row) for row in found), key=_ended)


def _ended(attempt: Attempt) -> tuple[datetime, str]:
    return attempt.ended, attempt.id


def _attempt(row: Row) -> Attempt:
    said = row.values
    return Attempt(
        id=row.id,
        person_id=row.subject,
        exercise=said["exercise"],
        content_version=said["content_version"],
        data_set=said["data_set"],
        mode=Mode(said["mode"]),
        end=AttemptEnd(said["end"]),
        started=said["started"],
        ended=said["ended"],
        steps_done=said["steps_done"],
        hint=said["hint"],
        asked=said["asked"],
        undos=said["undos"],
        way=said["way"],
        device=said["device"],
        skills=tuple(said["skills"]),
        mistakes=said["mistakes"],
    )


def step_row(step: StepDone) -> Row:
    """A finished step as a fact about its person."""
    values = {
        "attempt_id": step.attempt_id,
        "exercise": step.exercise,
        "step": step.step,
        "number": step.number,
        "of": step.of,
        "mode": step.mode.value,
        "at": step.at,
        "hint": step.hint,
        "mistakes": step.mistakes,
    }
    return Row(id=step.id, subject=step.person_id, values=values)


def steps_where(database: StoreDatabase, where: str, *parameters: str) -> list[StepDone]:
    """The steps for which the condition holds, in the order of the exercise."""
    found = rows.find(database, STEP_DONE, where, parameters)
    return sorted((_step(row) for row in found), key=_order)


def _order(step: StepDone) -> tuple[int, datetime, str]:
    return step.number, step.at, step.id


def _step(row: Row) -> StepDone:
    said = row.values
    return StepDone(
        id=row.id,
        person_id=row.subject,
        attempt_id=said["attempt_id"],
        exercise=said["exercise"],
        step=said["step"],
        number=said["number"],
        of=said["of"],
        mode=Mode(said["mode"]),
        at=said["at"],
        hint=said["hint"],
        mistakes=said["mistakes"],
    )
