"""Sums per person and skill, kept at every write so that pages need not add up attempts."""

from digitutor_app.domain.skills import SkillState, skill_state
from digitutor_app.store.attempt_rows import attempts_where
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.joined import joined_ids, places
from digitutor_app.store.merging_sums import count_people
from digitutor_app.store.tables import OBSERVATION
from digitutor_app.store.withdrawals import still_holds


class SkillSums:
    """The state of each skill of each person, computed by the rule in domain.skills."""

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database

    def count(self, person_id: str) -> None:
        """Count a person's skills anew, from what holds now; to be called in the transaction that
        has added or withdrawn something."""
        count_people(self._database, [person_id])

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
