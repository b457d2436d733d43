"""One exchange with the server: what is new there comes into a store, what is new here goes there.

Whatever breaks off in the middle is taken up again the next time, and nothing is lost or doubled:
the place up to which the server was read is saved in one transaction with the rows.
"""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.importing import clean_backups
from digitutor_app.exchange.server.known import Known, digest
from digitutor_app.exchange.server.link import LinesRefusedError, Link, Page, wire_text
from digitutor_app.store import values
from digitutor_app.store.merging import merge, outgoing
from digitutor_app.store.merging_rules import FROM_PRACTICE, MergeReport, RowRules
from digitutor_app.store.store import Store
from digitutor_app.store.tables import TABLES, Table

#: How often everything is sent and read anew, which heals whatever went wrong.
EVERYTHING_EVERY = timedelta(days=7)
PLACE = "server.place"
_LINES, _LETTERS = 1000, 4_000_000
_COLLECTED = 50_000
#: First erasures and what only newer programs know (they come with every part), then each table.
_PARTS: tuple[Sequence[Table], ...] = ((), *((table,) for table in TABLES))

#: Runs a job with the store on the one thread that may touch it, and hands back its result.
OnStore = Callable[[Callable[[Store], Any]], Any]
_Mark = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Which rows of the server belong into a store: those of ``tables``, or all others."""

    tables: frozenset[str]
    chosen: bool


PRACTICE = Share(tables=FROM_PRACTICE, chosen=True)
TUTOR = Share(tables=FROM_PRACTICE, chosen=False)


@dataclass(slots=True)
class Exchanged:
    """What one exchange did. ``received`` has one report for each page that came; ``refused``
    counts what the server did not take, by its word for why."""

    sent: int = 0
    read: int = 0
    received: list[MergeReport] = field(default_factory=list)
    refused: dict[str, int] = field(default_factory=dict)

    @property
    def put_aside(self) -> int:
        """How many rows of the server this store did not take in."""
        return sum(len(report.put_aside) for report in self.received)

    @property
    def forged(self) -> int:
        """How many erasures nobody has signed whom this machine believes: they erased nothing
        here, but the server does not hand these people out any more."""
        return sum(row.table == "erased" for report in self.received for row in report.put_aside)


@dataclass(frozen=True, slots=True)
class _Place:
    """Up to where the server has been read, in which epoch, and when everything was."""

    epoch: str = ""
    n: int = 0
    everything: int = 0


class Exchange:
    """The exchange of one store, each time anew. ``known`` is a file of this store alone."""

    def __init__(self, on_store: OnStore, share: Share, known: Path) -> None:
        self._on_store = on_store
        self._share = share
        self._known = Known(known)
        self._refused: set[int] = set()
        #: How the store was when the server had all of it.
        self._settled: _Mark | None = None

    def once(
        self, link: Link, rules: RowRules, clock: Clock, *, pull: bool = True, push: bool = True
    ) -> Exchanged:
        """Read what is new, then send what is new. Raises ServerError and StoreError; what was
        done until then stays done."""
        done = Exchanged()
        self._refused = set()
        try:
            self._begin_anew_when_due(clock)
            if pull:
                self._pull(link, rules, done)
            if push:
                self._push(link, done)
        finally:
            self._known.save()
        return done

    def everything(self) -> None:
        """The next exchange sends and reads everything."""
        self._begin("")
        self._on_store(lambda store: _put_place(store, _Place()))

    def beside(self, job: Callable[[Store], object]) -> None:
        """Write something that never travels: the server still has all of this store."""

        def written(store: Store) -> None:
            before = _mark(store)
            job(store)
            if self._settled == before:
                self._settled = _mark(store)

        self._on_store(written)

    def _begin_anew_when_due(self, clock: Clock) -> None:
        now = int(clock.now().timestamp())
        place = self._on_store(_place)
        if abs(now - place.everything) > EVERYTHING_EVERY.total_seconds():
            self._begin("")
            self._on_store(lambda store: _put_place(store, _Place(everything=now)))

    def _begin(self, epoch: str) -> None:
        self._known.begin(epoch)
        self._settled = None

    def _pull(self, link: Link, rules: RowRules, done: Exchanged) -> None:
        place: _Place = self._on_store(_place)
        while True:
            page = link.read(place.n, sorted(self._share.tables), chosen=self._share.chosen)
            if page.epoch != self._known.epoch:
                self._begin(page.epoch)
            if place.n and (page.epoch != place.epoch or page.n < place.n):
                self._begin(page.epoch)
                place = _Place(everything=place.everything)
                continue  # the server was restored: what it had since may be gone
            before, place = place, _Place(page.epoch, page.until, place.everything)
            if place == before and not page.lines:
                return
            taking = _Taking(page, place, rules, note=self._share.chosen)
            done.received.append(self._on_store(taking))
            done.read += len(page.lines)
            self._known.add(digest(line) for line in page.lines)
            if not page.more:
                return

    def _push(self, link: Link, done: Exchanged) -> None:
        if self._settled is not None and self._settled == self._on_store(_mark):
            return
        while True:
            mark = self._on_store(_mark)
            if not sum(self._push_part(link, part, done) for part in _PARTS):
                self._settled = None if self._refused else mark
                return

    def _push_part(self, link: Link, part: Sequence[Table], done: Exchanged) -> bool:
        """Whether these tables had something that the server lacked. Others may use the store
        between the tables: a large one takes its time."""
        some = False
        while lines := self._on_store(partial(self._collect, part)):
            some = True
            for piece in _pieces(lines):
                self._send(link, piece, done)
        return some

    def _collect(self, part: Sequence[Table], store: Store) -> list[tuple[int, str]]:
        """The next lines that the server lacks: digest and text."""
        new = islice(outgoing(store, part, wanted=self._lacks), _COLLECTED)
        return [(digest(line), wire_text(line, values.canonical(line.get("p")))) for line in new]

    def _lacks(self, line: Mapping[str, Any]) -> bool:
        number = digest(line)
        return number not in self._known and number not in self._refused

    def _send(self, link: Link, piece: Sequence[tuple[int, str]], done: Exchanged) -> None:
        numbers = [number for number, _text in piece]
        try:
            answer = link.merge(f"[{','.join(text for _number, text in piece)}]")
        except LinesRefusedError:
            if len(piece) == 1:
                self._refuse(numbers[0], "unreadable", done)
                return
            middle = len(piece) // 2
            self._send(link, piece[:middle], done)
            self._send(link, piece[middle:], done)
            return
        if answer.epoch != self._known.epoch:
            self._begin(answer.epoch)
        for place, why in answer.put_aside:
            self._refuse(numbers[place], why, done)
        self._known.add(set(numbers) - self._refused)
        done.sent += len(piece) - len(answer.put_aside)
        self._on_store(_Passing(answer.epoch, answer.before, answer.n))

    def _refuse(self, number: int, why: str, done: Exchanged) -> None:
        self._refused.add(number)
        done.refused[why] = done.refused.get(why, 0) + 1


@dataclass(frozen=True, slots=True)
class _Taking:
    """Takes a page in, and the place after it, in one transaction; ``note``: the start page of
    this laptop shows no cards of the people who came with it."""

    page: Page
    place: _Place
    rules: RowRules
    note: bool

    def __call__(self, store: Store) -> MergeReport:
        with store.transaction():
            here = _people(store) if self.note else set()
            report = merge(store, self.page.lines, self.rules)
            if self.note:
                store.elsewhere.note(sorted(report.people & _people(store) - here))
            _put_place(store, self.place)
        if report.erased:
            store.database.empty_log()
        clean_backups(store)
        return report


def _people(store: Store) -> set[str]:
    return {each for (each,) in store.database.rows('SELECT "id" FROM "person"')}


def _mark(store: Store) -> _Mark:
    """Another one whenever something was written since."""
    found = store.database.first("SELECT total_changes()")
    return id(store), 0 if found is None else found[0]


@dataclass(frozen=True, slots=True)
class _Passing:
    """Where nobody else has written between our reading and our sending, our own lines need not
    be read back."""

    epoch: str
    before: int
    n: int

    def __call__(self, store: Store) -> None:
        place = _place(store)
        if (place.epoch, place.n) == (self.epoch, self.before):
            _put_place(store, _Place(self.epoch, self.n, place.everything))


def _place(store: Store) -> _Place:
    told = store.settings.get(PLACE)
    return _Place(*json.loads(told)) if told else _Place()


def _put_place(store: Store, place: _Place) -> None:
    store.settings.put(PLACE, json.dumps([place.epoch, place.n, place.everything]))


def _pieces(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    piece: list[tuple[int, str]] = []
    letters = 0
    for line in lines:
        if piece and (len(piece) >= _LINES or letters + len(line[1]) > _LETTERS):
            yield piece
            piece, letters = [], 0
        piece.append(line)
        letters += len(line[1])
    if piece:
        yield piece
