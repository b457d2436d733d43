"""The people on the start screen: code and first name, and nothing that they have done."""

from dataclasses import dataclass

# Also read before sqlite-utils is there (first_cards).
CARDS_QUERY = """
    SELECT "id", "code", "first_name" FROM "person"
    WHERE "code" <> '' AND "deleted" = 0 AND "merged_into" = ''
    ORDER BY "code", "id"
"""


@dataclass(frozen=True, slots=True)
class PersonOnStart:
    """What a start card shows of one person."""

    id: str
    code: str
    first_name: str
