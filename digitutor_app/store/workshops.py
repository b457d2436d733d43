"""The workshops that this store knows of."""

from datetime import date

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.workshops import Workshop
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import WORKSHOP


class Workshops:
    """Workshops by id; a workshop is its own subject."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, workshop: Workshop) -> bool:
        """Save a workshop as it is now. True if that changed anything."""
        values = {
            "name": workshop.name,
            "place": workshop.place,
            "day": workshop.day,
            "organisers": workshop.organisers,
        }
        row = Row(id=workshop.id, subject=workshop.id, values=values)
        return rows.edit(self._database, WORKSHOP, row, self._clock.now())

    def get(self, workshop_id: str) -> Workshop | None:
        """The workshop with this id, or None."""
        where = '"subject" = ? AND "id" = ?'
        found = rows.find(self._database, WORKSHOP, where, [workshop_id] * 2)
        return _workshop(found[0]) if found else None

    def all(self) -> list[Workshop]:
        """Every workshop, the newest first."""
        found = [_workshop(row) for row in rows.find(self._database, WORKSHOP, "1")]
        return sorted(found, key=_day, reverse=True)


def _day(workshop: Workshop) -> tuple[date, str]:
    return workshop.day, workshop.id


def _workshop(row: Row) -> Workshop:
    said = row.values
    return Workshop(
        id=row.id,
        name=said["name"],
        place=said["place"],
        day=said["day"],
        organisers=tuple(said["organisers"]),
    )
