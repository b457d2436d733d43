"""The people of this store."""

from collections.abc import Sequence

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.display import Display
from digitutor_app.domain.people import Person
from digitutor_app.store import rows
from digitutor_app.store.cards import PersonOnStart, cards_of_all, cards_of_this_laptop
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.erasures import LOCAL
from digitutor_app.store.joined import head_id, heads_astray, joined_ids, may_be_overlooked
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import PERSON, TABLES


class People:
    """Learners by id and by code."""

    def __init__(self, database: StoreDatabase, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def put(self, person: Person) -> bool:
        """Save a person as they are now; whom they were joined with stays. True if it changed."""
        return self._write(person, self.joined_with(person.id))

    def join(self, person: Person, into: str) -> bool:
        """Note that this person and the one with the id ``into`` are the same ("" undoes it)."""
        return self._write(person, into)

    def joined_with(self, person_id: str) -> str:
        """The id of the person whom this one turned out to be, or ""."""
        found = rows.find(self._database, PERSON, '"subject" = ? AND "id" = ?', [person_id] * 2)
        return str(found[0].values["merged_into"]) if found else ""

    def one_person(self, person_id: str) -> tuple[str, ...]:
        """Every id of this person, the one who stands for all of them first."""
        return joined_ids(self._database, person_id)

    def get(self, person_id: str) -> Person | None:
        """The person with this id, or None."""
        found = rows.find(self._database, PERSON, '"subject" = ? AND "id" = ?', [person_id] * 2)
        return _person(found[0]) if found else None

    def stands_for(self, person_id: str) -> Person | None:
        """Whoever stands for this person and everybody joined with them; None where nobody of them
        is here."""
        found = rows.find(self._database, PERSON, '"subject" = ? AND "id" = ?', [person_id] * 2)
        if found and not found[0].values["merged_into"]:
            return _person(found[0])
        return self.get(head_id(self._database, person_id))

    def by_code(self, code: str) -> list[Person]:
        """Whoever stands for the people with this code; more than one is possible (merges)."""
        found = rows.find(self._database, PERSON, """"code" = ? AND "code" <> '' """, [code])
        people = (self.stands_for(row.id) for row in found)
        return list({person.id: person for person in people if person}.values())

    def all_cards(self) -> list[PersonOnStart]:
        """Everyone with a code who sat at this laptop (see store.cards)."""
        return cards_of_this_laptop(self._database)

    def everyone_with_code(self) -> list[PersonOnStart]:
        """Also those who came with rows of other laptops."""
        return cards_of_all(self._database)

    def all_codes(self) -> set[str]:
        """Every code that somebody here has, joined people too."""
        query = """SELECT "code" FROM "person" WHERE "code" <> '' AND "deleted" = 0"""
        return {code for (code,) in self._database.rows(query)}

    def all_heads(self) -> list[Person]:
        """Everyone who stands for themselves: joined people are left out."""
        found = rows.find(self._database, PERSON, """"merged_into" = '' """)
        return [*map(_person, found), *self._astray()]

    def names_of_heads(self) -> list[PersonOnStart]:
        """The same people by code and name, also those without a code, in no order."""
        query = """
            SELECT "id", "code", "first_name" FROM "person"
            WHERE "deleted" = 0 AND "merged_into" = ''
        """
        astray = [PersonOnStart(p.id, p.code, p.first_name) for p in self._astray()]
        return [*(PersonOnStart(*found) for found in self._database.rows(query)), *astray]

    def heads_by_other_codes(self) -> list[PersonOnStart]:
        """Whoever stands for somebody with another code than theirs, once under each such code."""
        joined = filter(None, map(self.get, may_be_overlooked(self._database)))
        heads = ((person.code, self.stands_for(person.id)) for person in joined)
        return [
            PersonOnStart(head.id, code, head.first_name)
            for code, head in heads
            if code and head and head.code != code
        ]

    def count_joined(self) -> int:
        """How many ``all_joined`` would tell of."""
        query = """SELECT count(*) FROM "person" WHERE "deleted" = 0 AND "merged_into" <> '' """
        [(joined,)] = self._database.rows(query)
        return int(joined) - len(heads_astray(self._database))

    def all_joined(self) -> list[tuple[Person, Person]]:
        """Everybody who was joined with another, and the one who stands for them."""
        found = rows.find(self._database, PERSON, """"merged_into" <> '' """)
        with_heads = [(_person(row), self.stands_for(row.id)) for row in found]
        return [(p, head) for p, head in with_heads if head is not None and head.id != p.id]

    def delete(self, person_id: str) -> bool:
        """Take a person off the lists; what they did stays (to forget somebody: erasures)."""
        return rows.delete(self._database, PERSON, (person_id, person_id), self._clock.now())

    def clear_away(self, people: Sequence[str]) -> None:
        """Remove every row about these people from this store, in the caller's transaction.

        Nothing travels from this: elsewhere they are as before, and they may come again.
        """
        for person_id in people:
            for table in TABLES:
                self._database.run(f'DELETE FROM "{table.name}" WHERE "subject" = ?', [person_id])
            for name in LOCAL:
                self._database.run(f'DELETE FROM "{name}" WHERE "person_id" = ?', [person_id])

    def _astray(self) -> list[Person]:
        found = map(self.get, heads_astray(self._database))
        return [person for person in found if person is not None]

    def _write(self, person: Person, merged_into: str) -> bool:
        row = Row(
            id=person.id,
            subject=person.id,
            values={
                "code": person.code,
                "first_name": person.first_name,
                "language": person.language,
                "display": person.display.to_plain(),
                "merged_into": merged_into,
            },
        )
        return rows.edit(self._database, PERSON, row, self._clock.now())


def _person(row: Row) -> Person:
    said = row.values
    return Person(
        id=row.id,
        code=said["code"],
        first_name=said["first_name"],
        language=said["language"],
        display=Display.from_plain(said["display"]),
    )
