"""What is counted per person and skill, counted anew for everybody about whom something came."""

from collections.abc import Iterable

from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.skill_sums import SkillSums

_NOTE = """
    INSERT INTO "attempt_skill" ("person_id", "skill", "attempt_id")
    SELECT DISTINCT "subject", "skill"."value", "attempt"."id"
    FROM "attempt", json_each("attempt"."skills") AS "skill" WHERE "subject" = ?
    ON CONFLICT DO NOTHING
"""


def count_people(database: StoreDatabase, people: Iterable[str]) -> None:
    """Note and count the skills of these people; in the transaction that has changed them."""
    sums = SkillSums(database)
    for person_id in people:
        database.run(_NOTE, [person_id])
        query = 'SELECT DISTINCT "skill" FROM "attempt_skill" WHERE "person_id" = ?'
        sums.count(person_id, [skill for (skill,) in database.rows(query, [person_id])])
