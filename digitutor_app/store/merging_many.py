"""Facts of one table read many at once, column by column: most rows say the same few things.

Whatever is unusual about a row is left to Reader.fact, which reads it alone and knows why.
"""

from collections.abc import Mapping, Sequence
from itertools import repeat
from typing import Any

from digitutor_app.store import values
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_reader import ABSENT, Reader
from digitutor_app.store.merging_sense import check_move, needed
from digitutor_app.store.tables import EXTRA, WITHDRAWN, Table

_Line = Mapping[str, Any]
#: Lines that do not fit, and why.
Refused = list[tuple[_Line, UnfitValueError]]
#: So many different sets of names of one table are remembered.
_MOST_SHAPES = 500


class ManyFacts:
    """Reads the facts of one merge."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shapes: dict[Table, dict[tuple[str, ...], bool]] = {}

    def read(self, table: Table, lines: Sequence[_Line]) -> tuple[list[tuple[Any, ...]], Refused]:
        """The rows that fit (id, subject, sha and the SQL values), those first that name our
        columns and no others; and the lines that do not."""
        usual = [line for line in lines if self._is_usual(table, line.get("p"))]
        others: Sequence[_Line] = ()
        if len(usual) < len(lines):
            others = [line for line in lines if not self._is_usual(table, line.get("p"))]
        try:
            rows = self._together(table, usual) if usual else []
        except UnfitValueError:
            rows, others = [], lines
        refused: Refused = []
        for line in others:
            try:
                digest, fitted = self._reader.fact(table, line)
            except UnfitValueError as error:
                refused.append((line, error))
            else:
                rows.append((line["id"], line["s"], digest, *fitted))
        return rows, refused

    def _is_usual(self, table: Table, said: Any) -> bool:
        """Whether it is a map with all columns that are needed and nothing but columns."""
        if type(said) is not dict:
            return False
        known = self._shapes.setdefault(table, {})
        shape = tuple(said)
        usual = known.get(shape)
        if usual is None:
            names = said.keys()
            usual = needed(table.name) <= names <= self._reader.columns(table).keys()
            if len(known) < _MOST_SHAPES:
                known[shape] = usual
        return usual

    def _together(self, table: Table, lines: Sequence[_Line]) -> list[tuple[Any, ...]]:
        """Raises UnfitValueError where any of them must be read alone."""
        payloads = [line["p"] for line in lines]
        there = frozenset[str]().union(*set(map(tuple, payloads)))
        columns = [
            column.fit_all([said.get(name, ABSENT) for said in payloads])
            if name in there
            else repeat(column.blank)
            for name, column in self._reader.columns(table).items()
        ]
        digests = values.shas(payloads)
        if digests != [line.get("h") for line in lines]:
            raise UnfitValueError(table.name, "a sha that does not fit")
        if table is WITHDRAWN:
            for line in lines:
                check_move(line["id"], line["p"])
        keys = ([line[name] for line in lines] for name in ("id", "s"))
        nothing = values.blank(table)[EXTRA.name]
        return list(zip(*keys, digests, *columns, repeat(nothing), strict=False))
