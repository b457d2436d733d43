"""The stays at this laptop."""

from datetime import date, datetime, timedelta

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.visits import Visit
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import VISIT

# Asked at every saved step: it reads no more than it must.
_OPEN = """
    SELECT "id", "last_seen" FROM "visit"
    WHERE "subject" = ? AND "left" IS NULL AND "deleted" = 0
    ORDER BY unixepoch("arrived") DESC, "id" DESC LIMIT 1
"""


class Visits:
    """Visits by person, and those that nobody has ended."""

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

    def seen(self, person_id: str, moment: datetime) -> None:
        """Move the last certain moment of the person's newest open visit up to this one."""
        newest = self._database.first(_OPEN, [person_id])
        if newest is not None and minute(moment) > datetime.fromisoformat(newest[1]):
            changes = {"last_seen": moment}
            key = newest[0], person_id
            rows.change(self._database, VISIT, key, changes, self._clock.now())

    def _found(self, where: str, *parameters: str) -> list[Visit]:
        found = rows.find(self._database, VISIT, where, parameters)
        return sorted((_visit(row) for row in found), key=_arrival)


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
