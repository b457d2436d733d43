"""Sums per person and skill, kept at every write so that pages need not add up attempts."""

from collections.abc import Iterable

from digitutor_app.domain.attempts import Attempt
from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.store.attempt_rows import attempts_where
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.joined import joined_ids, places
from digitutor_app.store.tables import OBSERVATION
from digitutor_app.store.values import time_text
from digitutor_app.store.withdrawals import still_holds

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

    def note(self, attempt: Attempt) -> None:
        """Count a new attempt in; to be called in the transaction that adds the attempt."""
        skills = dict.fromkeys(attempt.skills)
        for skill in skills:
            self._database.run(_NOTE, [attempt.person_id, skill, attempt.id])
        self.count(attempt.person_id, skills)

    def count(self, person_id: str, skills: Iterable[str]) -> None:
        """Count these skills anew, from what holds now; to be called in the transaction that has
        added or withdrawn something."""
        for skill in skills:
            attempts = attempts_where(self._database, _WITH_SKILL, person_id, skill)
            if attempts:
                state = skill_state(attempts, observed=skill in self._seen((person_id,)))
                last = time_text(max(attempt.ended for attempt in attempts))
                self._database.run(_SUM, [person_id, skill, int(state), len(attempts), last])
            else:
                gone = 'DELETE FROM "skill_sum" WHERE "person_id" = ? AND "skill" = ?'
                self._database.run(gone, [person_id, skill])

    def states(self, person_id: str) -> dict[str, SkillState]:
        """The state of every skill that the person has tried.

        Of a person who was joined with another, from what both have done.
        """
        ids = joined_ids(self._database, person_id)
        if len(ids) > 1:
            return self._states_together(ids)
        query = 'SELECT "skill", "state" FROM "skill_sum" WHERE "person_id" = ?'
        return {
            skill: SkillState(state) for skill, state in self._database.rows(query, [person_id])
        }

    def _states_together(self, ids: tuple[str, ...]) -> dict[str, SkillState]:
        attempts = attempts_where(self._database, f'"subject" IN ({places(ids)})', *ids)
        tried = dict.fromkeys(skill for attempt in attempts for skill in attempt.skills)
        seen = self._seen(ids)
        return {
            skill: skill_state((a for a in attempts if skill in a.skills), observed=skill in seen)
            for skill in tried
        }

    def _seen(self, ids: tuple[str, ...]) -> set[str]:
        """The skills that a tutor has seen on a real machine."""
        query = (
            f'SELECT "skill" FROM "observation" WHERE "subject" IN ({places(ids)}) '
            f"AND {still_holds(OBSERVATION)}"
        )
        return {skill for (skill,) in self._database.rows(query, ids)}
