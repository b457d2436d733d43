"""The people on the start screen: code and first name, and nothing that they have done.

Only those who sat at this laptop (see store.elsewhere), and whoever stands for them where they were
joined: nobody who sat here is without a card.
"""

from collections.abc import Iterable
from typing import NamedTuple

from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.joined import joined_ids, may_be_overlooked

_PEOPLE = """
    SELECT "id", "code", "first_name" FROM "person"
    WHERE "code" <> '' AND "deleted" = 0 AND "merged_into" = ''
"""
_HERE = """NOT EXISTS (SELECT 1 FROM "setting" WHERE "name" = 'elsewhere:' || "person"."id")"""
_ORDER = 'ORDER BY "code", "id"'
_EVERYONE = f"{_PEOPLE} {_ORDER}"
_SAT_HERE = f"{_PEOPLE} AND {_HERE} {_ORDER}"
_JOINED_HERE = f"""
    SELECT "id" FROM "person" WHERE "merged_into" <> '' AND "deleted" = 0 AND {_HERE}
"""
_NAMED = """
    SELECT "code", "first_name" FROM "person"
    WHERE "subject" = ?1 AND "id" = ?1 AND "deleted" = 0
"""


class PersonOnStart(NamedTuple):
    """What a start card shows of one person."""

    id: str
    code: str
    first_name: str


def cards_of_this_laptop(database: StoreDatabase) -> list[PersonOnStart]:
    """Everyone with a code who sat at this laptop, by code; deleted people are left out, joined
    ones are one. Also read before sqlite-utils is there (first_cards)."""
    found = [PersonOnStart(*row) for row in database.rows(_SAT_HERE)]
    return _with(database, found, (row_id for (row_id,) in database.rows(_JOINED_HERE)))


def cards_of_all(database: StoreDatabase) -> list[PersonOnStart]:
    """Also those who came with rows of other laptops."""
    found = [PersonOnStart(*row) for row in database.rows(_EVERYONE)]
    return _with(database, found, may_be_overlooked(database))


def _with(
    database: StoreDatabase, found: list[PersonOnStart], joined: Iterable[str]
) -> list[PersonOnStart]:
    """And the cards of those who stand for these."""
    known = {card.id for card in found}
    more = []
    for person_id in joined:
        ids = joined_ids(database, person_id)
        if ids[0] not in known:
            known.add(ids[0])
            more.append(_card(database, ids))
    return sorted([*found, *(card for card in more if card.code)], key=_by_code) if more else found


def _card(database: StoreDatabase, ids: tuple[str, ...]) -> PersonOnStart:
    """Under the code and the name of the one who stands for them, or else of the next."""
    said = [row for each in ids for row in database.rows(_NAMED, [each])]
    code = next((code for code, _name in said if code), "")
    return PersonOnStart(ids[0], code, next((name for _code, name in said if name), ""))


def _by_code(card: PersonOnStart) -> tuple[str, str]:
    return card.code, card.id
