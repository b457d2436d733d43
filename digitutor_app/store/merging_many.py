"""Facts of one table read many at once, column by column: most rows say the same few things.

Whatever is unusual about a row is left to Reader.fact, which reads it alone and knows why.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any

from digitutor_app.store import values
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_reader import ABSENT, Reader
from digitutor_app.store.merging_sense import check_move, needed
from digitutor_app.store.tables import EXTRA, WITHDRAWN, Table

_Line = Mapping[str, Any]
#: The sha and the SQL values of a fact, or what is wrong with it.
Read = tuple[str, Sequence[Any]] | UnfitValueError
#: So many different sets of names of one table are remembered.
_MOST_SHAPES = 500


class ManyFacts:
    """Reads the facts of one merge."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._shapes: dict[Table, dict[tuple[str, ...], bool]] = {}

    def read(self, table: Table, lines: Sequence[_Line]) -> Iterator[tuple[_Line, Read]]:
        """Every line with what it says, those first that name our columns and no others."""
        usual: list[_Line] = []
        others: list[_Line] = []
        for line in lines:
            (usual if self._is_usual(table, line.get("p")) else others).append(line)
        if usual:
            try:
                yield from zip(usual, self._together(table, usual), strict=True)
            except UnfitValueError:
                others = list(lines)
        for line in others:
            yield line, self._alone(table, line)

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

    def _together(self, table: Table, lines: Sequence[_Line]) -> list[Read]:
        """Raises UnfitValueError where any of them must be read alone."""
        payloads = [line["p"] for line in lines]
        there = frozenset[str]().union(*set(map(tuple, payloads)))
        columns = [
            column.fit_all([said.get(name, ABSENT) for said in payloads])
            if name in there
            else repeat(column.blank)
            for name, column in self._reader.columns(table).items()
        ]
        digests = list(map(values.sha, payloads))
        if digests != [line.get("h") for line in lines]:
            raise UnfitValueError(table.name, "a sha that does not fit")
        if table is WITHDRAWN:
            for line in lines:
                check_move(line["id"], line["p"])
        nothing = values.blank(table)[EXTRA.name]
        return list(zip(digests, zip(*columns, repeat(nothing)), strict=False))

    def _alone(self, table: Table, line: _Line) -> Read:
        try:
            return self._reader.fact(table, line)
        except UnfitValueError as error:
            return error
