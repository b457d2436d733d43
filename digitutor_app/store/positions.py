"""Where each person is in an exercise; stays on this laptop."""

from datetime import datetime

from digitutor_app.domain.positions import Position
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.values import time_text

LONGEST_SNAPSHOT = 4_000_000

_PUT = """
    INSERT INTO "position" ("person_id", "exercise", "attempt_id", "snapshot", "saved")
    SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM "erased" WHERE "subject" = ?)
    ON CONFLICT ("person_id") DO UPDATE SET
        "exercise" = "excluded"."exercise", "attempt_id" = "excluded"."attempt_id",
        "snapshot" = "excluded"."snapshot", "saved" = "excluded"."saved"
"""
_GET = """
    SELECT "person_id", "exercise", "attempt_id", "snapshot", "saved" FROM "position"
    WHERE "person_id" = ?
"""


class Positions:
    """At most one position a person."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def put(self, position: Position) -> None:
        """Save where the person is now; what the learner typed is kept letter by letter."""
        snapshot = position.snapshot
        if len(snapshot) > LONGEST_SNAPSHOT or "\x00" in snapshot:
            raise UnfitValueError("position.snapshot", "too long or with NUL")
        parameters = [position.person_id, position.exercise, position.attempt_id, snapshot]
        self._database.run(_PUT, [*parameters, time_text(position.saved), position.person_id])

    def get(self, person_id: str) -> Position | None:
        """Where the person is, or None outside an exercise."""
        found = self._database.first(_GET, [person_id])
        if found is None:
            return None
        return Position(
            person_id=found[0],
            exercise=found[1],
            attempt_id=found[2],
            snapshot=found[3],
            saved=datetime.fromisoformat(found[4]),
        )

    def clear(self, person_id: str) -> None:
        """The person is in no exercise any more."""
        self._database.run('DELETE FROM "position" WHERE "person_id" = ?', [person_id])
