"""The tutor's machine and the organisation's server: an exchange of its stores, again and again.

While the tutor's store is locked nobody can tell whose erasures count: then nothing is read, and
what the practice store holds is sent.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.server.client import PRACTICE, TUTOR, Exchange, Exchanged
from digitutor_app.exchange.server.command import Side, exchange, known_file
from digitutor_app.exchange.server.link import Link
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.services.erasing import Erasing
from digitutor_app.services.organisation import Organisation
from digitutor_app.services.same_person import SamePerson
from digitutor_app.store.erasures import joined_with_erased
from digitutor_app.store.merging_rules import MergeReport, Role, RowRules
from digitutor_app.store.values import sha
from digitutor_app.store.worker import StoreWorker

_LAST, _BELIEVED = "server.last", "server.believed"


@dataclass(frozen=True, slots=True)
class Brought:
    """What one exchange did, store by store. ``joined``: how many came back with their code;
    ``locked``: the tutor's store was, so things were only sent."""

    at: datetime
    stores: Sequence[Exchanged]
    joined: int = 0
    locked: bool = False

    @property
    def reports(self) -> list[MergeReport]:
        return [report for store in self.stores for report in store.received]

    @property
    def nothing(self) -> bool:
        """Whether nothing was new, neither here nor there."""
        return not any(store.sent for store in self.stores) and all(r.nothing for r in self.reports)


class ServerExchange:
    """On a tutor's machine. As slow as the network: not on the screen's thread."""

    def __init__(self, folder: Path, practice: StoreWorker, clock: Clock) -> None:
        self._folder = folder
        self._practice = practice
        self._clock = clock
        self._mine = Exchange(practice.ask, PRACTICE, known_file(folder, "practice"))
        self._tutors: tuple[StoreWorker, Exchange] | None = None
        #: Whether what follows from everything that has come was done.
        self._followed = False

    def last(self) -> datetime | None:
        """When an exchange succeeded the last time, also before the program was started."""
        kept = self._practice.ask(lambda store: store.settings.get(_LAST))
        zone = self._clock.now().tzinfo
        return datetime.fromisoformat(kept).astimezone(zone) if kept else None

    def once(
        self,
        tutor: StoreWorker | None,
        *,
        pull: bool = True,
        push: bool = True,
        opened: Callable[[Link], object] = bool,
    ) -> Brought:
        """Read what is new and send what is new; ``tutor`` is None while that store is locked.

        Raises ServerError and StoreError: what was done until then stays done, and the next time
        completes it. ``opened`` gets the connection, which another thread may break off.
        """
        sides = list(self._sides(tutor))
        stores = exchange(self._folder, sides, self._clock, pull=pull, push=push, opened=opened)
        self._followed &= not any(r.people for store in stores for r in store.received)
        joined = 0 if tutor is None or self._followed else self._follow(tutor)
        now = self._clock.now()
        self._mine.beside(lambda store: store.settings.put(_LAST, now.isoformat()))
        return Brought(now, stores, joined, locked=tutor is None)

    def _sides(self, tutor: StoreWorker | None) -> Iterator[Side]:
        if tutor is None:
            nobody = RowRules(role=Role.TUTOR, erasure_holds=Trusted().erasure_holds)
            yield Side(exchange=self._mine, rules=nobody, pull=False)
            return
        if self._tutors is None or self._tutors[0] is not tutor:
            known = known_file(self._folder, "tutor")
            self._tutors = tutor, Exchange(tutor.ask, TUTOR, known)
        both = self._mine, self._tutors[1]
        trusted = tutor.ask(lambda store: Organisation(store).trusted())
        self._read_anew_for(trusted, tutor, both)
        rules = RowRules(role=Role.TUTOR, erasure_holds=trusted.erasure_holds)
        for each in both:
            yield Side(exchange=each, rules=rules)

    def _read_anew_for(
        self, trusted: Trusted, tutor: StoreWorker, exchanges: Sequence[Exchange]
    ) -> None:
        """Where another tutor's machine has been introduced, its erasures count from now on."""
        tutors = {key for key, role in trusted.roles.items() if role is Role.TUTOR}
        believed = sha({"tutors": sorted(tutors | trusted.former_tutors)})
        before = tutor.ask(lambda store: store.settings.get(_BELIEVED))
        if before != believed:
            for each in exchanges if before else ():
                each.everything()
            tutor.ask(lambda store: store.settings.put(_BELIEVED, believed))

    def _follow(self, tutor: StoreWorker) -> int:
        """What follows from what came: people joined with the erased go too, and who came back
        with their code is one person; returns how many."""
        ours = tutor.ask(Organisation)
        for person_id in self._practice.ask(lambda store: joined_with_erased(store.database)):
            for worker in (self._practice, tutor):
                worker.ask(partial(ours.erase, subject=person_id))
        waits = Erasing(self._practice, tutor, self._clock).due
        joined = SamePerson(self._practice, waits).join_by_code()
        self._followed = True
        return joined
