"""Who is one and the same person: everybody who has been joined with somebody."""

from digitutor_app.store.database import StoreDatabase

# UNION (not UNION ALL) ends even where two people have been joined with each other.
_JOINED = """
    WITH RECURSIVE
    "up" ("id") AS (
        SELECT ?1
        UNION
        SELECT "person"."merged_into" FROM "up"
        JOIN "person" ON "person"."subject" = "up"."id" AND "person"."id" = "up"."id"
        WHERE "person"."merged_into" <> '' AND "person"."deleted" = 0
    ),
    "all_of_them" ("id") AS (
        SELECT "id" FROM "up"
        UNION
        SELECT "person"."id" FROM "all_of_them"
        JOIN "person" ON "person"."merged_into" = "all_of_them"."id"
        WHERE "person"."merged_into" <> '' AND "person"."deleted" = 0
    )
    SELECT "them"."id", coalesce("person"."merged_into", '') FROM "all_of_them" AS "them"
    LEFT JOIN "person" ON "person"."subject" = "them"."id" AND "person"."id" = "them"."id"
        AND "person"."deleted" = 0
    ORDER BY "them"."id"
"""


def joined_ids(database: StoreDatabase, person_id: str) -> tuple[str, ...]:
    """Every id of the person, the one who stands for all of them first.

    Whoever nobody was joined with is alone: just ``person_id``.
    """
    found = database.rows(_JOINED, [person_id])
    heads = [row_id for row_id, into in found if not into]
    head = heads[0] if heads else found[0][0]
    return (head, *(row_id for row_id, _into in found if row_id != head))


def places(ids: tuple[str, ...]) -> str:
    """The place holders for ``IN (…)``."""
    return ", ".join("?" for _ in ids)
