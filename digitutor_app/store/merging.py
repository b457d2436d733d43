"""Two stores become one: what a store hands out, and how it takes in what another has handed out.

The rule (design, data 2.2): facts are added, of a mutable row the larger version stays, nothing
about an erased person is ever written again. So any rows may come in any order, any number of
times, and all stores that have seen the same rows say the same.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import islice
from typing import Any

from digitutor_app.store import rows, values
from digitutor_app.store.erasures import ERASED, Erasure, erase, erased_subjects, erasure_line
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_aside import PutAside, park, parked_lines, put_aside
from digitutor_app.store.merging_sums import count_people
from digitutor_app.store.merging_wire import fact_of, version_of, wire_rows
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT, OBSERVATION, TABLES, WITHDRAWN, Table

_AT_ONCE = 5000


class Role(StrEnum):
    """Whose key signed what comes: a practice laptop's or a tutor's."""

    PRACTICE = "practice"
    TUTOR = "tutor"


#: What a practice key may deliver; a tutor's key may deliver everything.
FROM_PRACTICE = frozenset(
    ("person", "visit", "call", "coming", "step_done", "attempt", "observation", "withdrawn")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRules:
    """What this bundle may say. ``erasure_holds`` gets subject, at, by and signature and tells
    whether a tutor has signed that; ``device`` names where the bundle was made."""

    role: Role
    erasure_holds: Callable[[str, int, str, bytes], bool]
    device: str = ""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge changed: rows by table. ``same``: rows that were here already, or older ones.

    ``removed`` counts deleted rows and what went with the erased; ``erased`` are the subjects
    that were not erased before; ``people`` all subjects about whom something changed.
    """

    new: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)
    same: int = 0
    put_aside: Sequence[PutAside] = ()
    erased: Sequence[str] = ()
    people: frozenset[str] = frozenset()

    @property
    def nothing(self) -> bool:
        """Whether the store says the same as before."""
        return not (self.new or self.changed or self.removed or self.erased)


def outgoing(store: Store, tables: Sequence[Table] = TABLES) -> Iterator[dict[str, Any]]:
    """Everything that travels, one wire row after the other: first erasures, then table by table
    in the order of the keys, then rows of tables that only newer programs know.

    To be read to its end in one job of the worker: what is written meanwhile may be in or not.
    """
    for found in store.database.each(ERASED):
        yield erasure_line(Erasure(*found))
    for table in sorted(tables, key=_name):
        yield from wire_rows(store.database, table)
    yield from parked_lines(store.database)


def merge(
    store: Store,
    lines: Iterable[Any],
    rules: RowRules,
    *,
    keep: bool = True,
    tables: Sequence[Table] = TABLES,
) -> MergeReport:
    """Take in wire rows, all in one transaction.

    What does not fit is put aside and the rest merged; a line may be anything (a text where it
    could not be read). ``keep=False`` changes nothing and tells what would have changed.
    """
    merging = _Merging(store, rules, tables)
    coming = iter(lines)
    try:
        with store.transaction():
            while piece := list(islice(coming, _AT_ONCE)):
                merging.take(piece)
            merging.finish()
            if not keep:
                raise _OnlyLookedError
    except _OnlyLookedError:
        pass
    return merging.report()


class _OnlyLookedError(Exception):
    """Ends a transaction of which nothing is to stay."""


class _Merging:
    """One merge, inside its transaction."""

    def __init__(self, store: Store, rules: RowRules, tables: Sequence[Table]) -> None:
        self._store = store
        self._database = store.database
        self._rules = rules
        self._tables = {table.name: table for table in tables}
        self._gone = erased_subjects(store.database)
        self._new: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()
        self._removed: Counter[str] = Counter()
        self._same = 0
        self._aside: list[PutAside] = []
        self._erased: list[str] = []
        self._people: set[str] = set()
        self._to_count: set[str] = set()

    def take(self, piece: Sequence[Any]) -> None:
        """Take in some lines: erasures first, the others in the order of their keys."""
        groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
        for line in piece:
            try:
                if not isinstance(line, dict):
                    raise UnfitValueError("?", "not a row")
                if line.get("t") == "erased":
                    self._erase(line)
                    continue
                key = self._allowed(line)
            except UnfitValueError as error:
                self._put_aside(line, error)
            else:
                groups.setdefault(key, []).append(line)
        for (name, subject), of_one in sorted(groups.items(), key=_key):
            if subject in self._gone:
                self._same += len(of_one)
            elif name not in self._tables:
                self._park(of_one)
            elif self._tables[name].mutable:
                self._versions(self._tables[name], subject, of_one)
            else:
                self._facts(self._tables[name], subject, of_one)

    def finish(self) -> None:
        """Bring what is counted up to date."""
        count_people(self._database, sorted(self._to_count - self._gone.keys()))

    def report(self) -> MergeReport:
        return MergeReport(
            new=dict(self._new),
            changed=dict(self._changed),
            removed=dict(self._removed),
            same=self._same,
            put_aside=tuple(self._aside),
            erased=tuple(self._erased),
            people=frozenset(self._people),
        )

    def _allowed(self, line: Mapping[str, Any]) -> tuple[str, str]:
        """Table and subject of a line; raises UnfitValueError."""
        name, subject = line.get("t"), line.get("s")
        if not isinstance(name, str) or not name:
            raise UnfitValueError("?", "without a table")
        if not isinstance(subject, str) or not values.is_id(subject):
            raise UnfitValueError(f"{name}.subject", "not an id")
        if not isinstance(line.get("id"), str) or not values.is_id(line["id"]):
            raise UnfitValueError(f"{name}.id", "not an id")
        known = name in self._tables
        if self._rules.role is Role.PRACTICE and known and name not in FROM_PRACTICE:
            raise UnfitValueError(name, "not from a practice laptop")
        return name, subject

    def _erase(self, line: Mapping[str, Any]) -> None:
        erasure = Erasure.from_line(line)
        known = self._gone.get(erasure.subject)
        if known is not None and known <= erasure.order:
            self._same += 1
            return
        said = erasure.subject, erasure.at, erasure.by, erasure.signature
        if not self._rules.erasure_holds(*said):
            raise UnfitValueError("erased", "no tutor has signed this")
        self._removed.update(erase(self._database, erasure))
        self._gone[erasure.subject] = erasure.order
        self._people.add(erasure.subject)
        if known is None:
            self._erased.append(erasure.subject)

    def _facts(self, table: Table, subject: str, lines: Sequence[Mapping[str, Any]]) -> None:
        query = f'SELECT "id", "sha" FROM "{table.name}" WHERE "subject" = ?'
        here = set(self._database.rows(query, [subject]))
        adding = []
        for line in lines:
            if (line["id"], line.get("h")) in here:
                self._same += 1
                continue
            try:
                digest, fitted = fact_of(table, line)
            except UnfitValueError as error:
                self._put_aside(line, error)
                continue
            here.add((line["id"], digest))
            adding.append([line["id"], subject, digest, *fitted.values(), subject])
        if adding:
            self._database.run_each(rows.fact_statement(table), adding)
            self._new[table.name] += len(adding)
            self._people.add(subject)
            if table in (ATTEMPT, OBSERVATION, WITHDRAWN):
                self._to_count.add(subject)

    def _versions(self, table: Table, subject: str, lines: Sequence[Mapping[str, Any]]) -> None:
        query = f'SELECT "id", "v", "deleted" FROM "{table.name}" WHERE "subject" = ?'
        here = {row_id: (v, gone) for row_id, v, gone in self._database.rows(query, [subject])}
        for line in lines:
            version, gone = here.get(line["id"], ("", 1))
            if isinstance(line.get("v"), str) and line["v"] <= version:
                self._same += 1
                continue
            try:
                stamp, fitted = version_of(table, line)
            except UnfitValueError as error:
                self._put_aside(line, error)
                continue
            parameters = [line["id"], subject, *stamp, *fitted.values(), subject]
            if self._database.run(rows.merge_statement(table), parameters) == 1:
                here[line["id"]] = stamp[0], stamp[1]
                self._count_version(table.name, was=bool(version and not gone), gone=stamp[1] == 1)
                self._people.add(subject)

    def _count_version(self, name: str, *, was: bool, gone: bool) -> None:
        if was and gone:
            self._removed[name] += 1
        elif was:
            self._changed[name] += 1
        elif not gone:
            self._new[name] += 1

    def _park(self, lines: Sequence[Mapping[str, Any]]) -> None:
        for line in lines:
            try:
                new = park(self._database, line, self._rules.role)
            except UnfitValueError as error:
                self._put_aside(line, error)
            else:
                self._new[line["t"]] += new
                self._same += not new

    def _put_aside(self, line: Any, error: UnfitValueError) -> None:
        aside = PutAside.of(line, error, self._rules.device)
        if aside.subject in self._gone or aside.row_id in self._gone:
            return
        self._aside.append(aside)
        put_aside(self._database, aside, self._store.clock.now())


def _name(table: Table) -> str:
    return table.name


def _key(group: tuple[tuple[str, str], object]) -> tuple[str, str]:
    return group[0]
