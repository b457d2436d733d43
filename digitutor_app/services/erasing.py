"""Forgetting a person for good: confirmed by typing, after seven days in which it can be undone.

While it waits nothing changes. Then the person is forgotten in both stores and their backups, the
decision travels with what the tutor's machine sends, and each laptop confirms it with its next
bundle.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

import msgspec
from msgspec import Struct

from digitutor_app.domain.clock import Clock, minute
from digitutor_app.domain.people import Person
from digitutor_app.exchange.importing import clean_backups
from digitutor_app.services.errors import NotConfirmedError
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.erasures import erasure_hash
from digitutor_app.store.merging import Role, RowRules, merge, outgoing
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

GRACE = timedelta(days=7)
#: What is typed for somebody who has no code.
WORD = "poista"
#: Before the id of each person who waits to be forgotten, among the settings.
ASKED = "erasing:"


class _Asked(Struct, frozen=True):
    """When somebody asked for it, in ISO time."""

    at: str


@dataclass(frozen=True, slots=True)
class Pending:
    """Somebody who will be forgotten at ``due``."""

    person: Person
    asked: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Confirmed:
    """How many of the known laptops in use have forgotten everybody who has been erased so far;
    ``people`` is how many that were (joined people each), ``given_back`` how many laptops were."""

    people: int
    laptops: int
    of: int
    missing: tuple[int, ...]
    given_back: int = 0


class Erasing:
    """On the tutor's machine with its store open."""

    def __init__(self, practice: StoreWorker, tutor: StoreWorker, clock: Clock) -> None:
        self._practice = practice
        self._tutor = tutor
        self._clock = clock

    def what_to_type(self, person: Person) -> str:
        """What confirms it: the person's code, or WORD."""
        return person.code or WORD

    def ask(self, person: Person, typed: str) -> Pending:
        """Begin the seven days; raises NotConfirmedError when something else was typed."""
        if "-".join(typed.casefold().replace("-", " ").split()) != self.what_to_type(person):
            raise NotConfirmedError
        now = minute(self._clock.now())
        said = msgspec.json.encode(_Asked(now.isoformat())).decode()
        self._tutor.ask(lambda store: store.settings.put(ASKED + person.id, said))
        return Pending(person, now, now + GRACE)

    def take_back(self, person_id: str) -> None:
        """The person stays, with everybody joined with them."""
        ids = self._practice.ask(lambda store: store.people.one_person(person_id))

        def save(store: Store) -> None:
            with store.transaction():
                for each in ids:
                    store.settings.forget(ASKED + each)

        self._tutor.ask(save)

    def pending(self) -> list[Pending]:
        """Who waits, the first due first; joined people are one."""
        asked = self._tutor.ask(_asked)
        if not asked:
            return []
        people = self._practice.ask(lambda store: _heads(store, asked))
        first: dict[str, Pending] = {}
        for person_id, person in people.items():
            waits = Pending(person, asked[person_id], asked[person_id] + GRACE)
            if person.id not in first or waits.due < first[person.id].due:
                first[person.id] = waits
        return sorted(first.values(), key=_due)

    def waits_for(self, person_id: str) -> Pending | None:
        """What waits for this person or for somebody joined with them."""
        waiting = self.pending()
        if not waiting:
            return None
        ids = self._practice.ask(lambda store: store.people.one_person(person_id))
        return next((each for each in waiting if each.person.id in ids), None)

    def due(self) -> dict[str, datetime]:
        """By the id for whom it was asked: when they are forgotten."""
        return {each: at + GRACE for each, at in self._tutor.ask(_asked).items()}

    def carry_out(self) -> int:
        """Forget those who are due; returns how many. To be called whenever the store opens and
        once an hour; after a power cut it goes on where it was.
        """
        now = self._clock.now()
        asked = self._tutor.ask(_asked)
        due = [each for each, at in asked.items() if at + GRACE <= now]
        for person_id in due:
            self._forget(person_id)
        return len(due)

    def _forget(self, person_id: str) -> None:
        """First in the practice store, which knows who was joined; the setting goes last."""
        ours = self._tutor.ask(Organisation)

        def in_practice(store: Store) -> tuple[tuple[str, ...], list[object]]:
            gone = ours.erase(store, person_id)
            return gone, list(outgoing(store, tables=()))

        gone, erased = self._practice.ask(in_practice)

        def in_tutors(store: Store) -> None:
            rules = RowRules(role=Role.TUTOR, erasure_holds=ours.trusted().erasure_holds)
            merge(store, erased, rules)
            store.database.empty_log()
            clean_backups(store)
            for each in gone:
                store.settings.forget(ASKED + each)

        self._tutor.ask(in_tutors)

    def confirmed(self) -> Confirmed:
        """Which laptops have told that they have forgotten everybody too."""
        ours, people = self._practice.ask(
            lambda store: (erasure_hash(store.database), store.erasures.signed())
        )
        known = self._tutor.ask(lambda store: Organisation(store).devices())
        heard = [device for device in known if device.sequence and not device.given_back]
        missing = tuple(device.number for device in heard if device.erasures != ours)
        gone = sum(bool(device.given_back) for device in known)
        return Confirmed(people, len(heard) - len(missing), len(heard), missing, gone)


def _asked(store: Store) -> dict[str, datetime]:
    return {
        person_id: datetime.fromisoformat(msgspec.json.decode(text, type=_Asked).at)
        for person_id, text in store.settings.starting(ASKED).items()
    }


def _heads(store: Store, asked: Iterable[str]) -> dict[str, Person]:
    """Who stands for each of them; who has been forgotten already is left out."""
    found = {each: store.people.stands_for(each) for each in asked}
    return {
        each: person or Person(id=each)
        for each, person in found.items()
        if not store.erasures.has(each)
    }


def _due(pending: Pending) -> tuple[datetime, str]:
    return pending.due, pending.person.id
