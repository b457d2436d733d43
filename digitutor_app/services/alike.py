"""Who is alike: people with one code or one name, each of them read once for all questions.

Among many with one name everybody is asked about with one other at a time: the answer brings the
next question. So there are as many questions as people, not as pairs of people.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit, overlap
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.store import Store

#: Settings about two who were told apart: this, and their ids in order.
DIFFERENT = "different:"
_MOST = 30  # What more people share says nothing of any two of them.


class Likeness(Enum):
    """What two people have in common."""

    CODE = "code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Known:
    """One of the two: who, and on which days at which laptops ("" for one without a number).

    ``due`` is when they are erased, None for somebody who does not wait for that.
    """

    person: Person
    days: tuple[date, ...]
    laptops: tuple[str, ...]
    due: datetime | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """Sama henkilö? ``together``: both were at a laptop at the same moment."""

    one: Known
    other: Known
    likeness: Likeness
    together: bool

    @property
    def waits(self) -> bool:
        """One of them waits to be erased: until that has been done or taken back they can only be
        told apart."""
        return bool(self.one.due or self.other.due)


class Alike:
    """Everybody who is alike as they are now, inside one job of the store's worker."""

    def __init__(self, store: Store, waits: Mapping[str, datetime]) -> None:
        """``waits`` tells who will be erased, by person id."""
        self._store = store
        self._waits = waits
        self._apart: dict[str, set[str]] = defaultdict(set)
        for pair in store.settings.starting(DIFFERENT):
            one, _colon, other = pair.partition(":")
            self._apart[one].add(other)
            self._apart[other].add(one)
        self._ids: dict[str, tuple[str, ...]] = {}
        self._stays: dict[str, list[Visit]] = {}

    def questions(self) -> Iterator[Question]:
        """Whom to ask about now, by code first."""
        asked = set()
        for likeness, key in ((Likeness.CODE, _code), (Likeness.NAME, name_of)):
            for group in self._groups(key):
                for one, other in self._to_ask(group):
                    if (pair := frozenset((one.id, other.id))) not in asked:
                        asked.add(pair)
                        together = self._together(one, other)
                        known = self._known(one), self._known(other)
                        yield Question(*known, likeness, together=together)

    def surely_one(self) -> Iterator[list[Person]]:
        """Those with one code of whom nothing says that they are several: no two names, nobody
        told apart, never at two laptops at once, and none of them waits to be erased."""
        for group in self._groups(_code):
            names = {name_of(person) for person in group} - {""}
            if len(names) > 1 or any(map(self.due, group)):
                continue
            pairs = [(one, other) for n, other in enumerate(group) for one in group[:n]]
            if not any(self._told_apart(*pair) or self._together(*pair) for pair in pairs):
                yield group

    def due(self, person: Person) -> datetime | None:
        """When this person is erased, or anybody joined with them, and so all of them."""
        if not self._waits:
            return None
        waits = (self._waits.get(each) for each in self._all_of(person))
        return min((due for due in waits if due), default=None)

    def _to_ask(self, group: list[Person]) -> Iterator[tuple[Person, Person]]:
        """Everybody with the first before them from whom nobody has told them apart."""
        for number, other in enumerate(group):
            before = (one for one in group[:number] if not self._told_apart(one, other))
            for one in before:
                yield one, other
                break

    def _groups(self, key: Callable[[PersonOnStart], str]) -> Iterator[list[Person]]:
        """Whoever shares a code or a name; only of those more is read."""
        groups: dict[str, dict[str, None]] = defaultdict(dict)
        people = self._store.people
        for person in (*people.names_of_heads(), *people.heads_by_other_codes()):
            if said := key(person):
                groups[said][person.id] = None
        for _said, ids in sorted(groups.items()):
            if 1 < len(ids) <= _MOST:
                yield [person for person in map(self._store.people.get, ids) if person]

    def _told_apart(self, one: Person, other: Person) -> bool:
        """Whether somebody has said so of them, or of anybody who was joined with them."""
        if not self._apart:
            return False
        theirs = self._all_of(other)
        return any(
            not apart.isdisjoint(theirs) for apart in map(self._apart_from, self._all_of(one))
        )

    def _apart_from(self, person_id: str) -> set[str]:
        return self._apart.get(person_id, set())

    def _all_of(self, person: Person) -> tuple[str, ...]:
        if person.id not in self._ids:
            self._ids[person.id] = self._store.people.one_person(person.id)
        return self._ids[person.id]

    def _visits(self, person: Person) -> list[Visit]:
        if person.id not in self._stays:
            found = map(self._store.visits.of_person, self._all_of(person))
            self._stays[person.id] = [visit for of_one in found for visit in of_one]
        return self._stays[person.id]

    def _together(self, one: Person, other: Person) -> bool:
        theirs = self._visits(other)
        return any(overlap(mine, their) for mine in self._visits(one) for their in theirs)

    def _known(self, person: Person) -> Known:
        return known_of(person, self._visits(person), self.due(person))


def known_of(person: Person, visits: Iterable[Visit], due: datetime | None = None) -> Known:
    """What is shown of somebody who made these visits."""
    seen = list(visits)
    days = sorted({visit.arrived.date() for visit in seen})
    return Known(person, tuple(days), tuple(sorted({visit.laptop for visit in seen})), due)


def name_of(person: Person | PersonOnStart) -> str:
    """The name by which people are compared, "" for somebody without one."""
    return person.first_name.casefold()


def _code(person: PersonOnStart) -> str:
    return person.code
