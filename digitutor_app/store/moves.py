"""What follows from attempts that were moved: computed from facts, so all stores agree.

A move leaves the original, a withdrawal that names the copy, and the copy with whoever made it.
"""

from digitutor_app.store.database import StoreDatabase

# Back from people who are erased, through every store of a chain, to what they came from.
_OF_THE_ERASED = """
    WITH RECURSIVE "gone" ("subject", "id") AS (
        SELECT "subject", "id" FROM "withdrawn"
        WHERE "moved_to" <> '' AND "moved_to" IN (SELECT "subject" FROM "erased")
        UNION
        SELECT "withdrawn"."subject", "withdrawn"."id" FROM "gone"
        JOIN "withdrawn" ON "withdrawn"."moved_to" = "gone"."subject"
            AND "withdrawn"."copy_id" = "gone"."id" AND "withdrawn"."moved_to" <> ''
    )
    SELECT "subject", "id" FROM "gone"
"""
# Two tutors moved one attempt to two people: the later move counts, of two of the same minute
# always the same one. The other copy, and whatever was made of it, counts nowhere.
_LOST = """
    WITH RECURSIVE
    "split" ("subject", "id") AS (
        SELECT "subject", "id" FROM "withdrawn" WHERE "moved_to" <> ''
        GROUP BY "subject", "id" HAVING count(DISTINCT "moved_to") > 1
    ),
    "lost" ("subject", "id") AS (
        SELECT "moved_to", "copy_id" FROM "withdrawn" AS "move" JOIN "split"
            ON "split"."subject" = "move"."subject" AND "split"."id" = "move"."id"
        WHERE "moved_to" <> '' AND "moved_to" <> (
            SELECT "other"."moved_to" FROM "withdrawn" AS "other"
            WHERE "other"."subject" = "move"."subject" AND "other"."id" = "move"."id"
                AND "other"."moved_to" <> ''
            ORDER BY unixepoch("other"."at") DESC, "other"."moved_to" DESC LIMIT 1
        )
        UNION
        SELECT "next"."moved_to", "next"."copy_id" FROM "lost"
        JOIN "withdrawn" AS "next"
            ON "next"."subject" = "lost"."subject" AND "next"."id" = "lost"."id"
        WHERE "next"."moved_to" <> ''
    )
    SELECT "subject", "id" FROM "lost"
"""


def originals_of_the_erased(database: StoreDatabase) -> set[tuple[str, str]]:
    """Subject and id of attempts that were moved, in whatever steps, to somebody who is erased."""
    return {(subject, row_id) for subject, row_id in database.rows(_OF_THE_ERASED)}


def of_the_erased(database: StoreDatabase, subject: str, attempt_id: str) -> bool:
    """Whether this attempt was moved to somebody who is erased."""
    moved = (
        'SELECT 1 FROM "withdrawn" WHERE "subject" = ? AND "id" = ? AND "moved_to" <> \'\' LIMIT 1'
    )
    if database.first(moved, [subject, attempt_id]) is None:
        return False
    return (subject, attempt_id) in originals_of_the_erased(database)


def forget_originals(database: StoreDatabase) -> dict[str, int]:
    """Delete them and their steps; returns how many rows went, by table."""
    removed = {"attempt": 0, "step_done": 0}
    for key in originals_of_the_erased(database):
        gone = 'DELETE FROM "attempt" WHERE "subject" = ? AND "id" = ?'
        removed["attempt"] += database.run(gone, key)
        gone = 'DELETE FROM "step_done" WHERE "subject" = ? AND "attempt_id" = ?'
        removed["step_done"] += database.run(gone, key)
    return {name: count for name, count in removed.items() if count}


def settle_copies(database: StoreDatabase) -> set[str]:
    """Note anew which copies count nowhere; returns the people for whom that has changed."""
    before = set(database.rows('SELECT "subject", "id" FROM "lost_copy"'))
    now = set(database.rows(_LOST))
    for key in before - now:
        database.run('DELETE FROM "lost_copy" WHERE "subject" = ? AND "id" = ?', key)
    for key in now - before:
        database.run('INSERT INTO "lost_copy" ("subject", "id") VALUES (?, ?)', key)
    return {subject for subject, _row_id in before ^ now}
