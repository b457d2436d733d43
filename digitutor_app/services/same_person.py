"""Who may be one and the same: people of several laptops with one code or one name.

Joining is an ordinary edit of a row and can be undone; what each of them did stays theirs.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum
from itertools import combinations

from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit, overlap
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

_DIFFERENT = "different:"


class Likeness(Enum):
    """What two people have in common."""

    CODE = "code"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Known:
    """One of the two: who, and on which days at which laptops ("" for one without a number)."""

    person: Person
    days: tuple[date, ...]
    laptops: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """Sama henkilö? ``together``: both were at a laptop at the same moment."""

    one: Known
    other: Known
    likeness: Likeness
    together: bool


class SamePerson:
    """Asks about likenesses, joins, and takes joining back."""

    def __init__(self, worker: StoreWorker) -> None:
        self._worker = worker

    def questions(self) -> list[Question]:
        """Who may be the same, by code first; answered ones are left out."""
        return self._worker.ask(lambda store: list(_questions(store)))

    def join(self, one: str, other: str) -> None:
        """They are the same: the one with a name stands for both."""

        def save(store: Store) -> None:
            with store.transaction():
                people = [p for p in map(store.people.get, (one, other)) if p]
                if len(people) == 2:
                    _join(store, people)

        self._worker.ask(save)

    def keep_apart(self, one: str, other: str) -> None:
        """They are two people: the question does not come again on this machine."""
        self._worker.ask(lambda store: store.settings.put(_pair(one, other), "1"))

    def take_back(self, person_id: str) -> None:
        """Undo the joining of this person; the two are kept apart from now on."""

        def save(store: Store) -> None:
            person, into = store.people.get(person_id), store.people.joined_with(person_id)
            if person is None or not into:
                return
            with store.transaction():
                store.people.join(person, "")
                store.settings.put(_pair(person_id, into), "1")

        self._worker.ask(save)

    def joined(self) -> list[tuple[Person, Person]]:
        """Everybody who was joined, each with the one who stands for them."""
        return self._worker.ask(lambda store: store.people.all_joined())

    def join_by_code(self) -> int:
        """Join those who came back with their code on another laptop; returns how many.

        Only where nothing speaks against it: no two names, and never at two laptops at once.
        """
        return self._worker.ask(_join_by_code)


def _questions(store: Store) -> Iterator[Question]:
    asked = set()
    everybody = store.people.all_heads()
    for likeness, key in ((Likeness.CODE, _code), (Likeness.NAME, _name)):
        for group in _alike(everybody, key):
            for one, other in combinations(group, 2):
                pair = _pair(one.id, other.id)
                if pair not in asked and not store.settings.get(pair):
                    asked.add(pair)
                    yield _question(store, one, other, likeness)


def _question(store: Store, one: Person, other: Person, likeness: Likeness) -> Question:
    visits = [_visits(store, person) for person in (one, other)]
    known = [_known(person, seen) for person, seen in zip((one, other), visits, strict=True)]
    return Question(known[0], known[1], likeness, together=_together(*visits))


def _known(person: Person, visits: Iterable[Visit]) -> Known:
    seen = list(visits)
    days = sorted({visit.arrived.date() for visit in seen})
    return Known(person, tuple(days), tuple(sorted({visit.laptop for visit in seen})))


def _join_by_code(store: Store) -> int:
    joined = 0
    for group in _alike(store.people.all_heads(), _code):
        names = {_name(person) for person in group} - {""}
        pairs = list(combinations(group, 2))
        apart = any(store.settings.get(_pair(a.id, b.id)) for a, b in pairs)
        together = any(_together(_visits(store, a), _visits(store, b)) for a, b in pairs)
        if len(names) > 1 or apart or together:
            continue
        with store.transaction():
            _join(store, group)
        joined += len(group) - 1
    return joined


def _join(store: Store, people: Iterable[Person]) -> None:
    """The same head wherever it is decided: one with a name, of those the smallest id."""
    head, *others = sorted(people, key=_first)
    for other in others:
        store.people.join(other, head.id)


def _first(person: Person) -> tuple[bool, str]:
    return not person.first_name, person.id


def _visits(store: Store, person: Person) -> list[Visit]:
    return [v for each in store.people.one_person(person.id) for v in store.visits.of_person(each)]


def _together(ones: Iterable[Visit], others: Iterable[Visit]) -> bool:
    mine = list(others)
    return any(overlap(one, other) for one in ones for other in mine)


def _alike(people: Iterable[Person], key: Callable[[Person], str]) -> Iterator[list[Person]]:
    groups = defaultdict(list)
    for person in people:
        if said := key(person):
            groups[said].append(person)
    return (group for _said, group in sorted(groups.items()) if len(group) > 1)


def _code(person: Person) -> str:
    return person.code


def _name(person: Person) -> str:
    return person.first_name.casefold()


def _pair(one: str, other: str) -> str:
    first, second = sorted((one, other))
    return f"{_DIFFERENT}{first}:{second}"
