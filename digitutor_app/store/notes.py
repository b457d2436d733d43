"""Tutors' notes about skills; only a tutor's store holds any."""

from collections.abc import Sequence
from datetime import date

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.notes import Note
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.joined import places
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import NOTE


class Notes:
    """Notes by person; they can be changed and deleted."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, note: Note) -> bool:
        """Save a note as it is now. True if that changed anything."""
        values = {"text": note.text, "day": note.day}
        row = Row(id=note.id, subject=note.person_id, values=values)
        return rows.edit(self._database, NOTE, row, self._clock.now())

    def delete(self, note: Note) -> bool:
        """Delete a note; nothing of its text stays in the store."""
        return rows.delete(self._database, NOTE, (note.id, note.person_id), self._clock.now())

    def of_people(self, ids: Sequence[str]) -> list[Note]:
        """The notes about these people (the ids of one person), the newest first."""
        where = f'"subject" IN ({places(tuple(ids))})'
        found = [_note(row) for row in rows.find(self._database, NOTE, where, ids)]
        return sorted(found, key=_day, reverse=True)


def _day(note: Note) -> tuple[date, str]:
    return note.day, note.id


def _note(row: Row) -> Note:
    said = row.values
    return Note(id=row.id, person_id=row.subject, text=said["text"], day=said["day"])
