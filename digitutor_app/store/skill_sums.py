"""Sums per person and skill, kept at every write so that pages need not add up attempts."""

from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.store.attempt_rows import attempts_where
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.values import time_text

_NOTE = """
    INSERT INTO "attempt_skill" ("person_id", "skill", "attempt_id") VALUES (?, ?, ?)
    ON CONFLICT DO NOTHING
"""
_WITH_SKILL = """
    "subject" = ?1 AND "id" IN (
        SELECT "attempt_id" FROM "attempt_skill" WHERE "person_id" = ?1 AND "skill" = ?2
    )
"""
_SUM = """
    INSERT INTO "skill_sum" ("person_id", "skill", "state", "attempts", "last")
    VALUES (?, ?, ?, ?, ?)
    ON CONFLICT ("person_id", "skill") DO UPDATE SET
        "state" = "excluded"."state", "attempts" = "excluded"."attempts",
        "last" = "excluded"."last"
"""


class SkillSums:
    """The state of each skill of each person, computed by the rule in domain.skills."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def note(self, person_id: str, attempt_id: str, skills: tuple[str, ...]) -> None:
        """Count a new attempt in; to be called in the transaction that adds the attempt."""
        for skill in dict.fromkeys(skills):
            self._database.run(_NOTE, [person_id, skill, attempt_id])
            self._sum_up(person_id, skill)

    def states(self, person_id: str) -> dict[str, SkillState]:
        """The state of every skill that the person has tried."""
        query = 'SELECT "skill", "state" FROM "skill_sum" WHERE "person_id" = ?'
        return {
            skill: SkillState(state) for skill, state in self._database.rows(query, [person_id])
        }

    def _sum_up(self, person_id: str, skill: str) -> None:
        attempts = attempts_where(self._database, _WITH_SKILL, person_id, skill)
        last = max(attempt.ended for attempt in attempts)
        state = int(skill_state(attempts))
        self._database.run(_SUM, [person_id, skill, state, len(attempts), time_text(last)])
