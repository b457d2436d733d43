"""The people on the start screen: code and first name, and nothing that they have done.

Only those who sat at this laptop (see store.elsewhere).
"""

from dataclasses import dataclass

_PEOPLE = """
    SELECT "id", "code", "first_name" FROM "person"
    WHERE "code" <> '' AND "deleted" = 0 AND "merged_into" = ''
"""
_HERE = """NOT EXISTS (SELECT 1 FROM "setting" WHERE "name" = 'elsewhere:' || "person"."id")"""
_ORDER = 'ORDER BY "code", "id"'
EVERYONE_QUERY = f"{_PEOPLE} {_ORDER}"
# Also read before sqlite-utils is there (first_cards).
CARDS_QUERY = f"{_PEOPLE} AND {_HERE} {_ORDER}"


@dataclass(frozen=True, slots=True)
class PersonOnStart:
    """What a start card shows of one person."""

    id: str
    code: str
    first_name: str
