"""Two stores become one: what a store hands out, and how it takes in what another has handed out.

The rule (design, data 2.2): facts are added, of a mutable row the larger version stays, nothing
about an erased person is ever written again. So any rows may come in any order, any number of
times, and all stores that have seen the same rows say the same.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from digitutor_app.store.erasures import ERASED, Erasure, erasure_line
from digitutor_app.store.merging_aside import PutAside, parked_lines
from digitutor_app.store.merging_rules import FROM_PRACTICE, MergeReport, Role, RowRules
from digitutor_app.store.merging_run import Merging
from digitutor_app.store.merging_wire import Wanted, wire_rows
from digitutor_app.store.store import Store
from digitutor_app.store.tables import TABLES, Table

__all__ = (
    "FROM_PRACTICE",
    "MergeReport",
    "PutAside",
    "Role",
    "RowRules",
    "merge",
    "outgoing",
)

_AT_ONCE = 5000


def outgoing(
    store: Store, tables: Sequence[Table] = TABLES, *, wanted: Wanted | None = None
) -> Iterator[dict[str, Any]]:
    """Everything that travels, one wire row after the other: first erasures, then table by table
    in the order of the keys, then rows of tables that only newer programs know.

    ``wanted`` gets each row without what it says ("p") and tells whether it is asked for; of the
    others nothing is made.

    To be read to its end in one job of the worker: what is written meanwhile may be in or not.
    """
    for found in store.database.each(ERASED):
        line = erasure_line(Erasure(*found))
        if wanted is None or wanted(line):
            yield line
    for table in sorted(tables, key=_name):
        yield from wire_rows(store.database, table, wanted)
    for line in parked_lines(store.database):
        if wanted is None or wanted({key: line[key] for key in line.keys() - {"p"}}):
            yield line


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
    merging = Merging(store, rules, tables)
    coming = iter(lines)
    try:
        with store.transaction():
            while piece := list(islice(coming, _AT_ONCE)):
                merging.take(piece)
            merging.finish()
            if not keep:
                raise _OnlyLookedError
    except _OnlyLookedError:
        return merging.report()
    if (report := merging.report()).erased:
        store.database.empty_log()
    return report


class _OnlyLookedError(Exception):
    """Ends a transaction of which nothing is to stay."""


def _name(table: Table) -> str:
    return table.name
