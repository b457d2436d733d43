"""Laptops that deliver to a stick: each with somebody who has practised a little."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from functools import partial
from pathlib import Path

from digitutor_app.domain.attempts import Attempt, AttemptEnd, Mode
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.people import Person
from digitutor_app.domain.visits import Visit
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.laptop import Laptop
from digitutor_app.store.opening import open_store
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

_KEY = bytes(32)


def deliver(folder: Path, stick: Stick, clock: Clock, people: Sequence[tuple[str, str]]) -> None:
    """A laptop for each of these people (code and first name) joins and delivers; the last one
    only joins."""
    for number, (code, name) in enumerate(people):
        with _opened(folder / str(number), clock) as worker:
            # Each is another machine, though they are one.
            joining = Joining(worker, Laptop(worker), partial(_identities, number))
            joining.join(stick)
            if number < len(people) - 1:
                worker.ask(partial(_practised, clock=clock, code=code, name=name))
                Gathering(worker, joining, clock).answer(stick)


def _identities(number: int, store: Store) -> Identities:
    return Identities(store, f"laptop {number}")


@contextmanager
def _opened(folder: Path, clock: Clock) -> Iterator[StoreWorker]:
    folder.mkdir(parents=True)
    worker = StoreWorker.start(lambda: open_store(folder / "practice.db", _KEY, clock))
    try:
        yield worker
    finally:
        worker.close()


def _practised(store: Store, *, clock: Clock, code: str, name: str) -> None:
    now = clock.now()
    person = Person(id=new_id(), code=code, first_name=name)
    begun = now - timedelta(minutes=50)
    store.people.put(person)
    store.visits.put(Visit(id=new_id(), person_id=person.id, arrived=begun, last_seen=now))
    store.attempts.add(
        Attempt(
            id=new_id(),
            person_id=person.id,
            exercise="files-01",
            content_version="1",
            started=begun,
            ended=begun + timedelta(minutes=9),
            skills=("files.open",),
            mode=Mode.GUIDED,
            end=AttemptEnd.DONE,
            data_set="a",
            steps_done=4,
        )
    )
