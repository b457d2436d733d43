"""Who may be one and the same: people of several laptops with one code or one name.

Joining is an ordinary edit of a row and can be undone; what each of them did stays theirs. Nobody
is joined with somebody who waits to be erased: both would go, and that cannot be undone.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import product

from digitutor_app.domain.people import Person
from digitutor_app.services.alike import DIFFERENT, Alike, Known, Question, known_of
from digitutor_app.services.errors import WaitsToBeErasedError
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

#: By person id: when they are erased (Erasing.due).
Waits = Callable[[], Mapping[str, datetime]]


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
        """Who may be the same, by code first; answered ones are left out. Of many with one name,
        everybody with one other at a time."""
        waits = self._waits()
        return self._worker.ask(lambda store: list(Alike(store, waits).questions()))

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
            alike = Alike(store, waits)
            for person in people:
                if due := alike.due(person):
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


def _join_by_code(store: Store, waits: Mapping[str, datetime]) -> int:
    joined = 0
    for group in Alike(store, waits).surely_one():
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
    return Joined(known_of(person, store.visits.of_person(person.id)), head)


def _first(person: Person) -> tuple[bool, str]:
    return not person.first_name, person.id


def _by_head(joined: Joined) -> tuple[str, str, str, str]:
    head, person = joined.into, joined.known.person
    return head.call_name.casefold(), head.id, person.call_name.casefold(), person.id


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
    return f"{DIFFERENT}{first}:{second}"
