"""One merge at work: each line is judged, and written where it says something new."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from digitutor_app.domain.tutor_observations import MarkedBehind
from digitutor_app.store import moves, rows, values
from digitutor_app.store.erasures import Erasure, erase, erased_subjects, joined_with_erased
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_aside import MOST, Aside, PutAside, park
from digitutor_app.store.merging_many import ManyFacts
from digitutor_app.store.merging_reader import Reader
from digitutor_app.store.merging_rules import FROM_PRACTICE, MergeReport, Role, RowRules
from digitutor_app.store.merging_sums import count_people
from digitutor_app.store.store import Store
from digitutor_app.store.tables import ATTEMPT, OBSERVATION, WITHDRAWN, Table

_Line = Mapping[str, Any]
_COUNTED = frozenset((ATTEMPT.name, OBSERVATION.name, WITHDRAWN.name))


class Merging:
    """One merge, inside the transaction of its caller."""

    def __init__(self, store: Store, rules: RowRules, tables: Sequence[Table]) -> None:
        self._store = store
        self._database = store.database
        self._rules = rules
        self._tables = {table.name: table for table in tables}
        #: Those of which not every row may come from everybody.
        self._guarded = {OBSERVATION.name, *(self._tables.keys() - FROM_PRACTICE)}
        self._gone = erased_subjects(store.database)
        self._dead = moves.originals_of_the_erased(store.database)
        self._reader = Reader()
        self._many = ManyFacts(self._reader)
        self._put_away = Aside(store.database, store.clock)
        self._new: Counter[str] = Counter()
        self._changed: Counter[str] = Counter()
        self._removed: Counter[str] = Counter()
        self._same = 0
        self._last = "", ""
        self._aside: list[PutAside] = []
        self._erased: list[str] = []
        self._people: set[str] = set()
        self._to_count: set[str] = set()
        self._erase_too: tuple[str, ...] = ()

    def take(self, piece: Sequence[Any]) -> None:
        """Take in some lines: erasures first, the others in the order of their keys."""
        groups: dict[str, dict[str, list[_Line]]] = {}
        for line in piece:
            try:
                if not isinstance(line, dict):
                    raise UnfitValueError("?", "not a row")
                if line.get("t") == "erased":
                    self._erase(line)
                    continue
                name, subject = self._key_of(line)
            except UnfitValueError as error:
                self._put_aside(line, error)
            else:
                groups.setdefault(name, {}).setdefault(subject, []).append(line)
        for name, by_subject in sorted(groups.items()):
            for gone in by_subject.keys() & self._gone.keys():
                self._same += len(by_subject.pop(gone))
            self._take(name, dict(sorted(by_subject.items())))

    def _take(self, name: str, by_subject: Mapping[str, list[_Line]]) -> None:
        table = self._tables.get(name)
        if table is not None and not table.mutable:
            self._facts(table, by_subject)
            return
        for subject, lines in by_subject.items():
            if table is None:
                self._park(lines)
            else:
                self._versions(table, subject, lines)

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

    def _key_of(self, line: _Line) -> tuple[str, str]:
        """Table and subject of a line; raises UnfitValueError."""
        key = name, subject = line.get("t"), line.get("s")
        if key != self._last:
            if not isinstance(name, str) or not name:
                raise UnfitValueError("?", "without a table")
            if not isinstance(subject, str) or not values.is_id(subject):
                raise UnfitValueError(f"{name}.subject", "not an id")
            self._last = name, subject
        row_id = line.get("id")
        if not isinstance(row_id, str) or not values.is_id(row_id):
            raise UnfitValueError(f"{name}.id", "not an id")
        if name in self._guarded and self._role_of(line) is Role.PRACTICE:
            _check_practice(name, line)
        return self._last

    def _role_of(self, line: _Line) -> Role:
        if "r" in line and line["r"] == Role.PRACTICE:
            return Role.PRACTICE
        return self._rules.role

    def _erase(self, line: _Line) -> None:
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

    def _facts(self, table: Table, by_subject: Mapping[str, list[_Line]]) -> None:
        coming = [
            line
            for subject, lines in by_subject.items()
            for line in self._not_here(table, subject, lines)
        ]
        fitting, refused = self._many.read(table, coming)
        for line, error in refused:
            self._put_aside(line, error)
        adding = {row[:3]: row for row in fitting}
        self._same += len(fitting) - len(adding)
        if adding:
            self._add(table, list(adding.values()))

    def _add(self, table: Table, adding: list[tuple[Any, ...]]) -> None:
        self._database.run_each(rows.merged_fact_statement(table), adding)
        self._new[table.name] += len(adding)
        self._put_away.came_well(table.name, adding)
        people = {row[1] for row in adding}
        self._people |= people
        if table.name in _COUNTED:
            self._to_count |= people

    def _not_here(self, table: Table, subject: str, lines: list[_Line]) -> list[_Line]:
        """Those that are not known and may come."""
        query = f'SELECT "id", "sha" FROM "{table.name}" WHERE "subject" = ?'
        here = set(self._database.rows(query, [subject]))
        if not here and not self._dead:
            return lines
        new = [
            line
            for line in lines
            if (line["id"], _text(line, "h")) not in here
            and not self._is_dead(table, subject, line)
        ]
        self._same += len(lines) - len(new)
        return new

    def _is_dead(self, table: Table, subject: str, line: _Line) -> bool:
        """Whether it is the original of what was moved to somebody erased."""
        if not self._dead or not table.attempt_in:
            return False
        if table.attempt_in == "id":
            return (subject, line["id"]) in self._dead
        said = line.get("p")
        return isinstance(said, dict) and (subject, said.get(table.attempt_in)) in self._dead

    def _versions(self, table: Table, subject: str, lines: Sequence[_Line]) -> None:
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
                self._put_away.came_well(table.name, [parameters])

    def _count_version(self, name: str, *, was: bool, gone: bool) -> None:
        if was and gone:
            self._removed[name] += 1
        elif was:
            self._changed[name] += 1
        elif not gone:
            self._new[name] += 1

    def _park(self, lines: Sequence[_Line]) -> None:
        for line in lines:
            try:
                new = park(self._database, line, self._role_of(line))
            except UnfitValueError as error:
                self._put_aside(line, error)
            else:
                self._new[line["t"]] += new
                self._same += not new

    def _put_aside(self, line: Any, error: UnfitValueError) -> None:
        if len(self._aside) >= MOST:
            return  # one bundle may hold millions of them
        aside = PutAside.of(line, error, self._rules.device)
        if aside.subject in self._gone or aside.row_id in self._gone:
            return
        self._aside.append(aside)
        self._put_away.put(aside)


def _check_practice(name: str, line: _Line) -> None:
    """Raise UnfitValueError for what only a tutor may say."""
    if name not in FROM_PRACTICE:
        raise UnfitValueError(name, "not from a practice laptop")
    if name != OBSERVATION.name:
        return
    said = line.get("p")
    behind = said.get("behind") if isinstance(said, dict) else ""
    if behind == MarkedBehind.TUTOR_GATE:
        raise UnfitValueError(f"{name}.behind", "not from a practice laptop")


def _text(line: _Line, name: str) -> str:
    said = line.get(name)
    return said if isinstance(said, str) else ""
