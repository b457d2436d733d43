"""The people (and workshops) that this store has forgotten for good."""

from digitutor_app.domain.clock import Clock
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import wall_clock
from digitutor_app.store.tables import TABLES, WORKSHOP
from digitutor_app.store.values import fit_id

_ADD = """
    INSERT INTO "erased" ("subject", "at", "by", "sig") VALUES (?, ?, ?, ?)
    ON CONFLICT ("subject") DO UPDATE SET
        "at" = "excluded"."at", "by" = "excluded"."by", "sig" = "excluded"."sig"
    WHERE "excluded"."at" < "erased"."at"
"""
_LOCAL = ("position", "attempt_skill", "skill_sum")


class Erasures:
    """A set that only grows; nothing about a subject in it is ever written again."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def add(self, subject: str, by: str = "", signature: bytes = b"") -> None:
        """Forget everything about a subject, now and for ever.

        ``by`` names the key of the tutor who decided it, ``signature`` is theirs.
        """
        fit_id(WORKSHOP, subject)
        with self._database.transaction():
            at = wall_clock(self._clock.now())
            self._database.run(_ADD, [subject, at, by, signature])
            for table in TABLES:
                self._database.run(f'DELETE FROM "{table.name}" WHERE "subject" = ?', [subject])
            for name in _LOCAL:
                self._database.run(f'DELETE FROM "{name}" WHERE "person_id" = ?', [subject])

    def has(self, subject: str) -> bool:
        """Whether the subject has been forgotten."""
        query = 'SELECT 1 FROM "erased" WHERE "subject" = ?'
        return self._database.first(query, [subject]) is not None
