"""The calls for a tutor, and the tutors who are on the way."""

from datetime import datetime

from digitutor_app.domain.calls import Call, CallEnd, Coming
from digitutor_app.domain.clock import Clock
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import CALL, COMING
from digitutor_app.store.values import time_text


class Calls:
    """Calls by person, and those that wait; who is on the way to whom."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, call: Call) -> bool:
        """Save a call as it is now. True if that changed anything."""
        values = {
            "called": call.called,
            "exercise": call.exercise,
            "step": call.step,
            "end": call.end.value,
            "ended": call.ended,
        }
        row = Row(id=call.id, subject=call.person_id, values=values)
        return rows.edit(self._database, CALL, row, self._clock.now())

    def open_calls(self) -> list[Call]:
        """Every call that waits for a tutor, the longest waiting first."""
        return self._found("\"end\" = 'open'")

    def of_person(self, person_id: str) -> list[Call]:
        """A person's calls in order."""
        return self._found('"subject" = ?', person_id)

    def of_person_since(self, person_id: str, moment: datetime) -> list[Call]:
        """The person's calls from this moment on, and those that wait, in order."""
        where = """"subject" = ? AND ("called" >= ? OR "end" = 'open')"""
        return self._found(where, person_id, time_text(moment))

    def put_coming(self, coming: Coming) -> bool:
        """Save that somebody is on the way, or no longer. True if that changed anything."""
        values = {"about": coming.about, "since": coming.since, "ended": coming.ended}
        row = Row(id=coming.id, subject=coming.person_id, values=values)
        return rows.edit(self._database, COMING, row, self._clock.now())

    def coming_to(self, person_id: str) -> list[Coming]:
        """Everybody who has been on the way to the person and has not taken it back, the first
        one first."""
        found = rows.find(self._database, COMING, '"subject" = ? AND "ended" IS NULL', [person_id])
        return sorted((_coming(row) for row in found), key=_since)

    def _found(self, where: str, *parameters: str) -> list[Call]:
        found = rows.find(self._database, CALL, where, parameters)
        return sorted((_call(row) for row in found), key=_called)


def _called(call: Call) -> tuple[datetime, str]:
    return call.called, call.id


def _call(row: Row) -> Call:
    said = row.values
    return Call(
        id=row.id,
        person_id=row.subject,
        called=said["called"],
        exercise=said["exercise"],
        step=said["step"],
        end=CallEnd(said["end"]),
        ended=said["ended"],
    )


def _since(coming: Coming) -> tuple[datetime, str]:
    return coming.since, coming.id


def _coming(row: Row) -> Coming:
    said = row.values
    return Coming(
        id=row.id,
        person_id=row.subject,
        about=said["about"],
        since=said["since"],
        ended=said["ended"],
    )
