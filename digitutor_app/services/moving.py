"""Moves an attempt to the person who made it, when somebody practised on another one's card."""

from dataclasses import dataclass

from digitutor_app.domain.attempts import Attempt
from digitutor_app.domain.clock import Clock
from digitutor_app.store.cards import PersonOnStart
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Moved:
    """What was moved, as it stands now, and whose it was before."""

    attempt: Attempt
    before: str


class Moving:
    """Moves in the practice store; skills of both people follow (decisions.md, "Storage")."""

    def __init__(self, worker: StoreWorker, clock: Clock) -> None:
        self._worker = worker
        self._clock = clock

    def others(self, person_id: str) -> list[PersonOnStart]:
        """Everybody with a code who is not this person."""

        def read(store: Store) -> list[PersonOnStart]:
            own = set(store.people.one_person(person_id))
            return [card for card in store.people.everyone_with_code() if card.id not in own]

        return self._worker.ask(read)

    def move(self, attempt: Attempt, to: str) -> Moved | None:
        """Give the attempt to ``to``; None when it was moved already or is theirs. Raises
        StoreError, and then nothing has moved."""

        def save(store: Store) -> Attempt | None:
            them = store.people.one_person(to)
            if attempt.person_id in them:
                return None
            return store.attempts.move(attempt, them[0], self._clock.now())

        copy = self._worker.ask(save)
        return None if copy is None else Moved(copy, attempt.person_id)

    def take_back(self, moved: Moved) -> Moved | None:
        """Undo a move: back to just the one whose it was, whoever was joined with them."""

        def save(store: Store) -> Attempt | None:
            them = store.people.one_person(moved.before)
            if moved.attempt.person_id in them:
                return None
            to = moved.before if store.people.get(moved.before) else them[0]
            return store.attempts.move(moved.attempt, to, self._clock.now())

        copy = self._worker.ask(save)
        return None if copy is None else Moved(copy, moved.attempt.person_id)
