"""The people of this store."""

from collections.abc import Sequence

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.display import Display
from digitutor_app.domain.people import Person
from digitutor_app.store import rows
from digitutor_app.store.cards import CARDS_QUERY, EVERYONE_QUERY, PersonOnStart
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.erasures import LOCAL
from digitutor_app.store.joined import heads_astray, joined_ids
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

    def by_code(self, code: str) -> list[Person]:
        """Everyone with this code, joined people left out; more than one is possible (merges)."""
        where = """"code" = ? AND "code" <> '' AND "merged_into" = '' """
        return [_person(row) for row in rows.find(self._database, PERSON, where, [code])]

    def all_cards(self) -> list[PersonOnStart]:
        """Everyone with a code who sat at this laptop, by code; deleted and joined people are left
        out."""
        return [PersonOnStart(*found) for found in self._database.rows(CARDS_QUERY)]

    def everyone_with_code(self) -> list[PersonOnStart]:
        """Also those who came with rows of other laptops."""
        found = [PersonOnStart(*found) for found in self._database.rows(EVERYONE_QUERY)]
        astray = [PersonOnStart(p.id, p.code, p.first_name) for p in self._astray() if p.code]
        return sorted([*found, *astray], key=_by_code) if astray else found

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

    def count_joined(self) -> int:
        """How many ``all_joined`` would tell of."""
        query = """SELECT count(*) FROM "person" WHERE "deleted" = 0 AND "merged_into" <> '' """
        [(joined,)] = self._database.rows(query)
        return int(joined) - len(heads_astray(self._database))

    def all_joined(self) -> list[tuple[Person, Person]]:
        """Everybody who was joined with another, and the one who stands for them."""
        found = rows.find(self._database, PERSON, """"merged_into" <> '' """)
        with_heads = [(_person(row), self.get(self.one_person(row.id)[0])) for row in found]
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


def _by_code(card: PersonOnStart) -> tuple[str, str]:
    return card.code, card.id
