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
    SELECT "them"."id", "person"."merged_into" FROM "all_of_them" AS "them"
    LEFT JOIN "person" ON "person"."subject" = "them"."id" AND "person"."id" = "them"."id"
        AND "person"."deleted" = 0
    ORDER BY "them"."id"
"""


# Nearly always nothing: whoever was joined with somebody that is not here (yet), or in a circle,
# or with somebody of another code.
_ASTRAY = """
    SELECT "person"."id" FROM "person"
    LEFT JOIN "person" AS "head" ON "head"."subject" = "person"."merged_into"
        AND "head"."id" = "person"."merged_into" AND "head"."deleted" = 0
    WHERE "person"."merged_into" <> '' AND "person"."deleted" = 0
        AND ("head"."id" IS NULL OR "head"."merged_into" <> ''
            OR ("person"."code" <> '' AND "person"."code" <> "head"."code"))
"""


def joined_ids(database: StoreDatabase, person_id: str) -> tuple[str, ...]:
    """Every id of the person, the one who stands for all of them first.

    That is who was joined with nobody; where nobody here is such a one (two machines have joined
    them the other way round, or that row has not come), the smallest id that is here. Whoever
    nobody was joined with is alone: just ``person_id``.
    """
    found = database.rows(_JOINED, [person_id])
    heads = [row_id for row_id, into in found if into == ""]
    here = [row_id for row_id, into in found if into is not None]
    head = (heads or here or [found[0][0]])[0]
    return (head, *(row_id for row_id, _into in found if row_id != head))


def heads_astray(database: StoreDatabase) -> tuple[str, ...]:
    """Those who stand for others though they were joined themselves (see ``joined_ids``)."""
    return tuple(sorted(i for i in may_be_overlooked(database) if head_id(database, i) == i))


def may_be_overlooked(database: StoreDatabase) -> list[str]:
    """Joined people whose one who stands for them, or whose code, a look at just those who were
    joined with nobody does not find."""
    return [row_id for (row_id,) in database.rows(_ASTRAY)]


def head_id(database: StoreDatabase, person_id: str) -> str:
    """Who stands for this person: everybody who shows people decides it here."""
    return joined_ids(database, person_id)[0]


def places(ids: tuple[str, ...]) -> str:
    """The place holders for ``IN (…)``."""
    return ", ".join("?" for _ in ids)
