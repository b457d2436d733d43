"""People whose rows came from other laptops: this laptop shows no card of them until they sit here.

Kept among the settings, which never travel.
"""

from collections.abc import Iterable

from digitutor_app.store.database import StoreDatabase

PREFIX = "elsewhere:"


class Elsewhere:
    """The ids of people who have never sat at this laptop."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def note(self, people: Iterable[str]) -> None:
        """These people came with rows of another laptop."""
        for person_id in people:
            self._database.run(
                'INSERT INTO "setting" ("name", "value") VALUES (?, \'\') ON CONFLICT DO NOTHING',
                [PREFIX + person_id],
            )

    def has(self, person_id: str) -> bool:
        """Whether the person has never sat here."""
        query = 'SELECT 1 FROM "setting" WHERE "name" = ?'
        return self._database.first(query, [PREFIX + person_id]) is not None

    def sits_here(self, person_id: str) -> None:
        """From now on the person is one of this laptop."""
        self._database.run('DELETE FROM "setting" WHERE "name" = ?', [PREFIX + person_id])
