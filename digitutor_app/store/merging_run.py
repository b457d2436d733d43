"""One merge at work: each line is judged, and written where it says something new."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from digitutor_app.domain.tutor_observations import MarkedBehind
from digitutor_app.store import moves, rows, values
from digitutor_app.store.erasures import Erasure, erase, erased_subjects, joined_with_erased
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_aside import Aside, PutAside, park
from digitutor_app.store.merging_rules import FROM_PRACTICE, MergeReport, Role, RowRules
from digitutor_app.store.merging_sums import count_people
from digitutor_app.store.merging_wire import Reader
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT, OBSERVATION, WITHDRAWN, Table

_COUNTED = frozenset((ATTEMPT.name, OBSERVATION.name, WITHDRAWN.name))


class Merging:
    """One merge, inside the transaction of its caller."""

    def __init__(self, store: Store, rules: RowRules, tables: Sequence[Table]) -> None:
        self._store = store
        self._database = store.database
        self._rules = rules
        self._tables = {table.name: table for table in tables}
        self._gone = erased_subjects(store.database)
        self._dead = moves.originals_of_the_erased(store.database)
        self._reader = Reader()
        self._put_away = Aside(store.database, store.clock)
        self._new: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()
        self._removed: Counter[str] = Counter()
        self._same = 0
        self._subject = ""
        self._aside: list[PutAside] = []
        self._erased: list[str] = []
        self._people: set[str] = set()
        self._to_count: set[str] = set()
        self._erase_too: tuple[str, ...] = ()

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
                key = self._key_of(line)
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
        """Bring what follows from the rows up to date."""
        self._removed.update(moves.forget_originals(self._database))
        self._to_count |= moves.settle_copies(self._database)
        count_people(self._database, sorted(self._to_count - self._gone.keys()))
        self._erase_too = joined_with_erased(self._database)

    def report(self) -> MergeReport:
        return MergeReport(
            new=dict(+self._new),
            changed=dict(+self._changed),
            removed=dict(+self._removed),
            same=self._same,
            put_aside=tuple(self._aside),
            erased=tuple(self._erased),
            people=frozenset(self._people),
            to_erase_too=self._erase_too,
        )

    def _key_of(self, line: Mapping[str, Any]) -> tuple[str, str]:
        """Table and subject of a line; raises UnfitValueError."""
        name, subject, row_id = line.get("t"), line.get("s"), line.get("id")
        if not isinstance(name, str) or not name:
            raise UnfitValueError("?", "without a table")
        if not isinstance(subject, str) or not (subject == self._subject or values.is_id(subject)):
            raise UnfitValueError(f"{name}.subject", "not an id")
        self._subject = subject
        if not isinstance(row_id, str) or not values.is_id(row_id):
            raise UnfitValueError(f"{name}.id", "not an id")
        if name in self._tables and self._role_of(line) is Role.PRACTICE:
            _check_practice(name, line)
        return name, subject

    def _role_of(self, line: Mapping[str, Any]) -> Role:
        if "r" in line and line["r"] == Role.PRACTICE:
            return Role.PRACTICE
        return self._rules.role

    def _erase(self, line: Mapping[str, Any]) -> None:
        erasure = Erasure.from_line(line)
        known = self._gone.get(erasure.subject)
        if known is not None and known <= erasure.order:
            self._same += 1
            return
        said = erasure.subject, erasure.at, erasure.by, erasure.signature
        if not self._rules.erasure_holds(*said):
            raise UnfitValueError("erased", "no tutor has signed this")
        self._removed.update(erase(self._database, erasure, self._tables.values()))
        self._gone[erasure.subject] = erasure.order
        self._people.add(erasure.subject)
        if known is None:
            self._erased.append(erasure.subject)

    def _facts(self, table: Table, subject: str, lines: Sequence[Mapping[str, Any]]) -> None:
        query = f'SELECT "id", "sha" FROM "{table.name}" WHERE "subject" = ?'
        here = set(self._database.rows(query, [subject]))
        adding = []
        for line in lines:
            if (line["id"], _text(line, "h")) in here or self._is_dead(table, subject, line):
                self._same += 1
                continue
            try:
                digest, fitted = self._reader.fact(table, line)
            except UnfitValueError as error:
                self._put_aside(line, error)
                continue
            here.add((line["id"], digest))
            adding.append([line["id"], subject, digest, *fitted, subject])
        if adding:
            self._database.run_each(rows.fact_statement(table), adding)
            self._new[table.name] += len(adding)
            self._people.add(subject)
            self._put_away.came_well(table.name, subject, adding)
            if table.name in _COUNTED:
                self._to_count.add(subject)

    def _is_dead(self, table: Table, subject: str, line: Mapping[str, Any]) -> bool:
        """Whether it is the original of what was moved to somebody erased."""
        if not self._dead or not table.attempt_in:
            return False
        if table.attempt_in == "id":
            return (subject, line["id"]) in self._dead
        said = line.get("p")
        return isinstance(said, dict) and (subject, said.get(table.attempt_in)) in self._dead

    def _versions(self, table: Table, subject: str, lines: Sequence[Mapping[str, Any]]) -> None:
        query = f'SELECT "id", "v", "deleted" FROM "{table.name}" WHERE "subject" = ?'
        here = {row_id: (v, gone) for row_id, v, gone in self._database.rows(query, [subject])}
        for line in lines:
            version, gone = here.get(line["id"], ("", 1))
            if isinstance(line.get("v"), str) and line["v"] <= version:
                self._same += 1
                continue
            try:
                stamp, fitted = self._reader.version(table, line)
            except UnfitValueError as error:
                self._put_aside(line, error)
                continue
            parameters = [line["id"], subject, *stamp, *fitted, subject]
            if self._database.run(rows.merge_statement(table), parameters) == 1:
                here[line["id"]] = stamp[0], stamp[1]
                self._count_version(table.name, was=bool(version and not gone), gone=stamp[1] == 1)
                self._people.add(subject)
                self._put_away.came_well(table.name, subject, [parameters])

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
                new = park(self._database, line, self._role_of(line))
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
        self._put_away.put(aside)


def _check_practice(name: str, line: Mapping[str, Any]) -> None:
    """Raise UnfitValueError for what only a tutor may say."""
    if name not in FROM_PRACTICE:
        raise UnfitValueError(name, "not from a practice laptop")
    if name != OBSERVATION.name:
        return
    said = line.get("p")
    behind = said.get("behind") if isinstance(said, dict) else ""
    if behind == MarkedBehind.TUTOR_GATE:
        raise UnfitValueError(f"{name}.behind", "not from a practice laptop")


def _key(group: tuple[tuple[str, str], object]) -> tuple[str, str]:
    return group[0]


def _text(line: Mapping[str, Any], name: str) -> str:
    said = line.get(name)
    return said if isinstance(said, str) else ""
