"""The stays at this laptop."""

from dataclasses import replace
from datetime import date, datetime, timedelta

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.visits import Visit
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import VISIT
from digitutor_app.store.values import time_text

# The last step since an arrival and before the next one. Texts of one moment in two zones are
# less than two days apart: most steps of earlier days need no look at their zone.
_LAST_STEP = """
    SELECT "at" FROM "step_done"
    WHERE "subject" = ?1 AND "at" >= ?2 AND unixepoch("at") > unixepoch(?3)
        AND unixepoch("at") < coalesce((
            SELECT min(unixepoch("arrived")) FROM "visit"
            WHERE "subject" = ?1 AND "deleted" = 0
                AND (unixepoch("arrived"), "id") > (unixepoch(?4), ?5)
        ), 9e18)
    ORDER BY unixepoch("at") DESC LIMIT 1
"""
_ZONES = timedelta(days=2)


class Visits:
    """Visits by person, and those that nobody has ended.

    Who saves a step is here: the last certain moment of an open visit follows from the steps. It
    is not written with each of them, and no tutor's correction is written over meanwhile.
    """

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, visit: Visit) -> bool:
        """Save a visit as it is now. True if that changed anything."""
        values = {
            "arrived": visit.arrived,
            "last_seen": visit.last_seen,
            "left": visit.left,
            "paused": visit.paused,
            "laptop": visit.laptop,
            "workshop_id": visit.workshop_id,
        }
        row = Row(id=visit.id, subject=visit.person_id, values=values)
        return rows.edit(self._database, VISIT, row, self._clock.now())

    def of_person(self, person_id: str) -> list[Visit]:
        """A person's visits in order of arrival."""
        return self._found('"subject" = ?', person_id)

    def get(self, person_id: str, visit_id: str) -> Visit | None:
        """This visit of the person, or None."""
        found = self._found('"subject" = ? AND "id" = ?', person_id, visit_id)
        return found[0] if found else None

    def open_visits(self) -> list[Visit]:
        """Every visit without a leaving, in order of arrival."""
        return self._found('"left" IS NULL')

    def of_day(self, day: date) -> list[Visit]:
        """Every visit that began on this day, in order of arrival."""
        after = (day + timedelta(days=1)).isoformat()
        return self._found('"arrived" >= ? AND "arrived" < ?', day.isoformat(), after)

    def _found(self, where: str, *parameters: str) -> list[Visit]:
        found = map(_visit, rows.find(self._database, VISIT, where, parameters))
        return sorted(map(self._with_last_step, found), key=_arrival)

    def _with_last_step(self, visit: Visit) -> Visit:
        if visit.left is not None:
            return visit
        earliest = (visit.arrived - _ZONES).isoformat()
        times = time_text(visit.last_sign), time_text(visit.arrived)
        step = self._database.first(_LAST_STEP, [visit.person_id, earliest, *times, visit.id])
        return replace(visit, last_seen=datetime.fromisoformat(step[0])) if step else visit


def _arrival(visit: Visit) -> tuple[datetime, str]:
    return visit.arrived, visit.id


def _visit(row: Row) -> Visit:
    said = row.values
    return Visit(
        id=row.id,
        person_id=row.subject,
        arrived=said["arrived"],
        last_seen=said["last_seen"],
        left=said["left"],
        paused=said["paused"],
        laptop=said["laptop"],
        workshop_id=said["workshop_id"],
    )
