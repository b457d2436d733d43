"""What reads the rows of one merge: each value is checked as it came, and made an SQL value."""

from collections.abc import Mapping
from typing import Any

from digitutor_app.store import values
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_sense import check_move, check_of, needed
from digitutor_app.store.merging_wire import FIT, check_version, fit_extra, payload_of, written
from digitutor_app.store.tables import WITHDRAWN, Column, Kind, Table

#: Values so short, and so many of each column, are remembered during one merge.
_SHORT, _MOST_KNOWN = 100, 5000
_BIG = 2**31
#: In the place of a value that a row does not have.
ABSENT = object()
_JSON: dict[Kind, type] = {Kind.LIST: list, Kind.MAP: dict}


class Reader:
    """Reads the rows of one merge; it remembers short values that it has found right."""

    def __init__(self) -> None:
        self._columns: dict[Table, dict[str, _Column]] = {}
        self._needed: dict[Table, frozenset[str]] = {}
        self._blank: dict[Table, list[Any]] = {}

    def fact(self, table: Table, line: Mapping[str, Any]) -> tuple[str, list[Any]]:
        """The sha and the SQL values of a fact; raises UnfitValueError."""
        said = payload_of(table, line)
        fitted = self.fit(table, said)
        self._check_whole(table, line["id"], said)
        digest = line.get("h")
        if values.sha(said) != digest:
            raise UnfitValueError(f"{table.name}.sha", "does not fit what the row says")
        return digest, fitted

    def version(
        self, table: Table, line: Mapping[str, Any]
    ) -> tuple[tuple[str, int, str], list[Any]]:
        """``v``, ``deleted``, ``edited_at`` and the SQL values of a mutable row; raises
        UnfitValueError."""
        said = payload_of(table, line)
        fitted = self.fit(table, said)
        stamp = check_version(table.name, line)
        if not line["d"]:
            self._check_whole(table, line["id"], said)
        elif said:
            raise UnfitValueError(table.name, "a deleted row that says something")
        return stamp, fitted

    def _check_whole(self, table: Table, row_id: str, said: Mapping[str, Any]) -> None:
        if not self._needed[table] <= said.keys():
            raise UnfitValueError(table.name, "without what its pages show")
        if table is WITHDRAWN:
            check_move(row_id, said)

    def fit(self, table: Table, said: Mapping[str, Any]) -> list[Any]:
        """A payload as SQL values in the order of the columns, ``extra`` last; raises
        UnfitValueError for whatever we would write otherwise."""
        columns = self.columns(table)
        row = self._blank[table].copy()
        extra: dict[str, Any] = {}
        for name, value in said.items():
            column = columns.get(name)
            if column is None:
                extra[name] = value
            elif type(value) is str:
                known = column.known.get(value)
                row[column.place] = column.fit(value) if known is None else known
            elif type(value) is int and column.small_ints and 0 < value < _BIG:
                row[column.place] = value
            else:
                row[column.place] = column.fit(value)
        if extra:
            row[-1] = fit_extra(table, extra)
        return row

    def columns(self, table: Table) -> dict[str, "_Column"]:
        """The columns of a table by name, in their order."""
        columns = self._columns.get(table)
        if columns is None:
            columns = self._columns[table] = _columns_of(table)
            self._needed[table] = needed(table.name)
            self._blank[table] = list(values.blank(table).values())
        return columns


class _Column:
    """One column of one table: where its value goes, and what values have been found right."""

    __slots__ = (
        "_cap",
        "_check",
        "_fitter",
        "_json",
        "_where",
        "blank",
        "known",
        "place",
        "small_ints",
    )

    def __init__(self, table: Table, column: Column, place: int) -> None:
        self.place = place
        self._where = f"{table.name}.{column.name}"
        self._fitter = FIT[column.kind]
        self._cap = column.cap
        self.blank = values.blank(table)[column.name]
        self.known: dict[Any, Any] = {ABSENT: self.blank}
        self._json = _JSON.get(column.kind)
        self._check = check_of(table.name, column.name)
        self.small_ints = column.kind is Kind.INT

    def fit(self, value: Any) -> Any:
        """The SQL value; raises UnfitValueError."""
        if type(value) is self._json:
            text = written(self._where, value)
            if text in self.known:
                return text
            return self._remember(text, self._sensible(value))
        fitted = self._sensible(value)
        return self._remember(value, fitted) if isinstance(value, str) else fitted

    def fit_all(self, said: list[Any]) -> list[Any]:
        """The SQL values of this column of many rows, ABSENT for none; raises UnfitValueError."""
        kinds = set(map(type, said)) - {object}
        if not kinds <= {self._json or (int if self.small_ints else str)}:
            raise UnfitValueError(self._where, "not what the column holds")
        keys = _all_written(self._where, said) if self._json else said
        try:
            return list(map(self.known.__getitem__, keys))
        except KeyError:
            one_of = dict(zip(keys, said, strict=True))
        new = {key: one_of[key] for key in one_of.keys() - self.known.keys()}
        fitted = {key: self._fitter(self._where, value, self._cap) for key, value in new.items()}
        if self._check is not None and not all(map(self._check, new.values())):
            raise UnfitValueError(self._where, "a value that says nothing to us")
        if len(self.known) + len(fitted) <= _MOST_KNOWN:
            self.known |= {key: value for key, value in fitted.items() if _is_short(key)}
        fitted |= self.known
        return list(map(fitted.__getitem__, keys))

    def _sensible(self, value: Any) -> Any:
        fitted = self._fitter(self._where, value, self._cap)
        if self._check is not None and not self._check(value):
            raise UnfitValueError(self._where, "a value that says nothing to us")
        return fitted

    def _remember(self, said: str, fitted: Any) -> Any:
        if _is_short(said) and len(self.known) < _MOST_KNOWN:
            self.known[said] = fitted
        return fitted


def _is_short(key: Any) -> bool:
    return not isinstance(key, str) or len(key) <= _SHORT


def _all_written(where: str, said: list[Any]) -> list[Any]:
    """The canonical JSON of each, ABSENT for none."""
    there = [value for value in said if value is not ABSENT]
    try:
        texts = values.all_canonical(there)
    except (TypeError, ValueError, OverflowError, RecursionError) as error:
        raise UnfitValueError(where, "no JSON of ours") from error
    if len(there) == len(said):
        return texts
    coming = iter(texts)
    return [ABSENT if value is ABSENT else next(coming) for value in said]


def _columns_of(table: Table) -> dict[str, _Column]:
    return {column.name: _Column(table, column, i) for i, column in enumerate(table.columns)}
