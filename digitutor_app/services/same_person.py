"""Who may be one and the same: people of several laptops with one code or one name.

Joining is an ordinary edit of a row and can be undone; what each of them did stays theirs. Nobody
is joined with somebody who waits to be erased: both would go, and that cannot be undone.
"""

from collections import defaultdict
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from itertools import combinations, product

from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit, overlap
from digitutor_app.services.errors import WaitsToBeErasedError
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

_DIFFERENT = "different:"
_MOST = 30  # What more people share says nothing of any two of them.
#: By person id: when they are erased (Erasing.due).
Waits = Callable[[], Mapping[str, datetime]]


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


@dataclass(frozen=True, slots=True)
class Joined:
    """Somebody who was joined, and the one who stands for them."""

    known: Known
    into: Person


class SamePerson:
    """Asks about likenesses, joins, and takes joining back."""

    def __init__(self, worker: StoreWorker, waits: Waits = dict) -> None:
        """``waits`` tells who will be erased."""
        self._worker = worker
        self._waits = waits

    def questions(self) -> list[Question]:
        """Who may be the same, by code first; answered ones are left out."""
        waits = self._waits()
        return self._worker.ask(lambda store: list(_questions(store, waits)))

    def join(self, one: str, other: str) -> str:
        """They are the same: the one with a name stands for both. Also where they were kept apart.

        Returns the id with which ``take_back`` undoes it, "" where they were one already. Raises
        WaitsToBeErasedError.
        """
        waits = self._waits()

        def save(store: Store) -> str:
            people = [p for p in (_stands_for(store, each) for each in (one, other)) if p]
            if len({person.id for person in people}) < 2:
                return ""
            for person in people:
                if due := _due(store, person, waits):
                    raise WaitsToBeErasedError(due)
            with store.transaction():
                _tell_apart(store, one, other, apart=False)
                return _join(store, people)

        return self._worker.ask(save)

    def keep_apart(self, one: str, other: str) -> None:
        """They are two people: the question does not come again on this machine."""
        self._worker.ask(lambda store: _tell_apart(store, one, other, apart=True))

    def ask_again(self, one: str, other: str) -> None:
        """Undo ``keep_apart``."""
        self._worker.ask(lambda store: _tell_apart(store, one, other, apart=False))

    def take_back(self, person_id: str) -> str:
        """Undo the joining of this person, with whom others may have been joined in turn; the two
        are kept apart from now on. Returns the id of who stood for them, "" where nobody did."""

        def save(store: Store) -> str:
            head = _stands_for(store, person_id)
            person = store.people.get(person_id)
            if person is None or head is None or head.id == person_id:
                return ""
            with store.transaction():
                store.people.join(person, "")
                if head.id in store.people.one_person(person_id):
                    store.people.join(head, "")  # they had been joined in a circle
                _tell_apart(store, person_id, head.id, apart=True)
            return head.id

        return self._worker.ask(save)

    def count_joined(self) -> int:
        """How many ``joined`` would tell of."""
        return self._worker.ask(lambda store: store.people.count_joined())

    def joined(self) -> list[Joined]:
        """Everybody who was joined, by the one who stands for them."""

        def read(store: Store) -> list[Joined]:
            return [_joined(store, person, head) for person, head in store.people.all_joined()]

        return sorted(self._worker.ask(read), key=_by_head)

    def of_person(self, person_id: str) -> list[Joined]:
        """Whoever was joined with this person."""

        def read(store: Store) -> list[Joined]:
            found = map(store.people.get, store.people.one_person(person_id))
            people = [person for person in found if person]
            return [_joined(store, person, people[0]) for person in people[1:]]

        return sorted(self._worker.ask(read), key=_by_head)

    def join_by_code(self) -> int:
        """Join those who came back with their code on another laptop; returns how many.

        Only where nothing speaks against it: no two names, never at two laptops at once, and none
        of them waits to be erased.
        """
        waits = self._waits()
        return self._worker.ask(lambda store: _join_by_code(store, waits))


def _questions(store: Store, waits: Mapping[str, datetime]) -> Iterator[Question]:
    asked = set()
    everybody = store.people.names_of_heads()
    different = store.settings.starting(_DIFFERENT)
    for likeness, key in ((Likeness.CODE, _code), (Likeness.NAME, _name)):
        for group in _alike(store, everybody, key):
            for one, other in combinations(group, 2):
                pair = _pair(one.id, other.id)
                if pair not in asked and not _kept_apart(store, one, other, different):
                    asked.add(pair)
                    yield _question(store, one, other, likeness, waits)


def _question(
    store: Store, one: Person, other: Person, likeness: Likeness, waits: Mapping[str, datetime]
) -> Question:
    visits = [_visits(store, person) for person in (one, other)]
    known = [
        _known(person, seen, _due(store, person, waits))
        for person, seen in zip((one, other), visits, strict=True)
    ]
    return Question(known[0], known[1], likeness, together=_together(*visits))


def _known(person: Person, visits: Iterable[Visit], due: datetime | None = None) -> Known:
    seen = list(visits)
    days = sorted({visit.arrived.date() for visit in seen})
    return Known(person, tuple(days), tuple(sorted({visit.laptop for visit in seen})), due)


def _due(store: Store, person: Person, waits: Mapping[str, datetime]) -> datetime | None:
    """When this person is erased, or anybody joined with them, and so all of them."""
    if not waits:
        return None
    together = store.people.one_person(person.id)
    return min((waits[each] for each in together if each in waits), default=None)


def _join_by_code(store: Store, waits: Mapping[str, datetime]) -> int:
    joined = 0
    different = store.settings.starting(_DIFFERENT)
    for group in _alike(store, store.people.names_of_heads(), _code):
        names = {_name(person) for person in group} - {""}
        pairs = list(combinations(group, 2))
        apart = any(_kept_apart(store, a, b, different) for a, b in pairs)
        apart = apart or any(_due(store, person, waits) for person in group)
        together = any(_together(_visits(store, a), _visits(store, b)) for a, b in pairs)
        if len(names) > 1 or apart or together:
            continue
        with store.transaction():
            _join(store, group)
        joined += len(group) - 1
    return joined


def _join(store: Store, people: Iterable[Person]) -> str:
    """The same head wherever it is decided: one with a name, of those the smallest id. Returns the
    id of the last who was joined with it."""
    head, *others = sorted(people, key=_first)
    for other in others:
        store.people.join(other, head.id)
    return others[-1].id


def _stands_for(store: Store, person_id: str) -> Person | None:
    return store.people.stands_for(person_id)


def _joined(store: Store, person: Person, head: Person) -> Joined:
    return Joined(_known(person, store.visits.of_person(person.id)), head)


def _first(person: Person) -> tuple[bool, str]:
    return not person.first_name, person.id


def _visits(store: Store, person: Person) -> list[Visit]:
    return [v for each in store.people.one_person(person.id) for v in store.visits.of_person(each)]


def _together(ones: Iterable[Visit], others: Iterable[Visit]) -> bool:
    mine = list(others)
    return any(overlap(one, other) for one in ones for other in mine)


def _alike(
    store: Store, people: Iterable[PersonOnStart], key: Callable[[PersonOnStart], str]
) -> Iterator[list[Person]]:
    """Whoever shares a code or a name; only of those more is read."""
    groups = defaultdict(list)
    for person in people:
        if said := key(person):
            groups[said].append(person.id)
    for _said, ids in sorted(groups.items()):
        if 1 < len(ids) <= _MOST:
            yield [person for person in map(store.people.get, ids) if person]


def _code(person: Person | PersonOnStart) -> str:
    return person.code


def _name(person: Person | PersonOnStart) -> str:
    return person.first_name.casefold()


def _by_head(joined: Joined) -> tuple[str, str, str, str]:
    head, person = joined.into, joined.known.person
    return head.call_name.casefold(), head.id, person.call_name.casefold(), person.id


def _kept_apart(store: Store, one: Person, other: Person, different: Container[str]) -> bool:
    """Whether somebody has said so of them, or of anybody who was joined with them."""
    if not different:
        return False
    return any(
        pair.removeprefix(_DIFFERENT) in different for pair in _pairs(store, one.id, other.id)
    )


def _tell_apart(store: Store, one: str, other: str, *, apart: bool) -> None:
    with store.transaction():
        for pair in _pairs(store, one, other):
            if apart:
                store.settings.put(pair, "1")
            else:
                store.settings.forget(pair)


def _pairs(store: Store, one: str, other: str) -> list[str]:
    """The settings about two people and everybody joined with them."""
    both = [store.people.one_person(each) for each in (one, other)]
    return [_pair(mine, theirs) for mine, theirs in product(*both)]


def _pair(one: str, other: str) -> str:
    first, second = sorted((one, other))
    return f"{_DIFFERENT}{first}:{second}"
