"""The stays at this laptop."""

from datetime import date, datetime, timedelta

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.visits import Visit
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import VISIT


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
            "workshop_id": visit.workshop_id,
        }
        row = Row(id=visit.id, subject=visit.person_id, values=values)
        return rows.edit(self._database, VISIT, row, self._clock.now())

    def of_person(self, person_id: str) -> list[Visit]:
        """A person's visits in order of arrival."""
        return self._found('"subject" = ?', person_id)

    def open_visits(self) -> list[Visit]:
        """Every visit without a leaving, in order of arrival."""
        return self._found('"left" IS NULL')

    def of_day(self, day: date) -> list[Visit]:
        """Every visit that began on this day, in order of arrival."""
        after = (day + timedelta(days=1)).isoformat()
        return self._found('"arrived" >= ? AND "arrived" < ?', day.isoformat(), after)

    def seen(self, person_id: str, moment: datetime) -> None:
        """Move the last certain moment of the person's newest open visit up to this one."""
        visits = self._found('"left" IS NULL AND "subject" = ?', person_id)
        if not visits or minute(moment) <= visits[-1].last_seen:
            return
        last = visits[-1]
        self.put(
            Visit(
                id=last.id,
                person_id=last.person_id,
                arrived=last.arrived,
                last_seen=moment,
                workshop_id=last.workshop_id,
            )
        )

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
        workshop_id=said["workshop_id"],
    )
