"""Brings what the laptops of an invented workshop have kept into one store."""

from datetime import datetime

from digitutor_app.domain.people import Person
from digitutor_app.store import rows
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT, TABLES

_EVERY = '"id" IS NOT NULL'


def carry(source: Store, target: Store, now: datetime) -> None:
    """Add everything of ``source`` to ``target``, in one transaction; sums are kept as usual."""
    people = _people(source)
    with target.transaction():
        for table in TABLES:
            if table is ATTEMPT:
                continue
            for row in rows.find(source.database, table, _EVERY):
                if table.mutable:
                    rows.edit(target.database, table, row, now)
                else:
                    rows.add_fact(target.database, table, row)
        for person in people:
            for attempt in source.attempts.of_person(person.id):
                target.attempts.add(attempt)
            position = source.positions.get(person.id)
            if position is not None:
                target.positions.put(position)


def _people(store: Store) -> list[Person]:
    ids = sorted(
        {row.subject for table in TABLES for row in rows.find(store.database, table, _EVERY)}
    )
    return [person for person_id in ids if (person := store.people.get(person_id)) is not None]
