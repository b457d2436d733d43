"""After an update: what newer programs had told us before we knew its columns and tables.

Unknown fields wait in ``extra``, rows of unknown tables in ``parked``. Once this program has a
column or a table of that name, they go there; what a row says, and so its sha, stays the same.
"""

import json
from collections.abc import Sequence
from typing import Any

from digitutor_app.store import values
from digitutor_app.store.errors import UnfitValueError
from digitutor_app.store.merging_aside import parked_of
from digitutor_app.store.merging_rules import MergeReport, Role, RowRules
from digitutor_app.store.merging_run import Merging
from digitutor_app.store.merging_wire import fit_one
from digitutor_app.store.migrations import NAMES
from digitutor_app.store.store import Store
from digitutor_app.store.tables import EXTRA, TABLES, Table

#: The setting that holds the newest migration after which everything was taken up.
TAKEN_UP = "taken_up"


def take_up_after_update(store: Store) -> None:
    """Take up what waits, once after each update, and again where that was cut short."""
    if store.settings.get(TAKEN_UP) != NAMES[-1]:
        with store.transaction():
            take_up(store, TABLES)
            store.settings.put(TAKEN_UP, NAMES[-1])


def take_up(store: Store, tables: Sequence[Table]) -> MergeReport:
    """Take up what waits for these tables and their columns, all in one transaction."""
    with store.transaction():
        for table in tables:
            _take_up_columns(store, table)
        merging = Merging(store, RowRules(role=Role.TUTOR, erasure_holds=_nobody_signs), tables)
        for table in tables:
            merging.take(parked_of(store.database, table.name))
        merging.finish()
    return merging.report()


def _nobody_signs(_subject: str, _at: int, _by: str, _signature: bytes) -> bool:
    return False


def _take_up_columns(store: Store, table: Table) -> None:
    stamp = "v" if table.mutable else "sha"
    names = ["subject", "id", stamp, *values.blank(table)]
    quoted = ", ".join(f'"{name}"' for name in names)
    query = f"""SELECT {quoted} FROM "{table.name}" WHERE "{EXTRA.name}" <> '{{}}'"""
    for found in store.database.rows(query):
        row = dict(zip(names, found, strict=True))
        changed = _known_now(table, row)
        if changed:
            sets = ", ".join(f'"{name}" = ?' for name in changed)
            where = f'"subject" = ? AND "id" = ? AND "{stamp}" = ?'
            statement = f'UPDATE "{table.name}" SET {sets} WHERE {where}'
            store.database.run(statement, [*changed.values(), *found[:3]])


def _known_now(table: Table, row: dict[str, Any]) -> dict[str, Any]:
    """The columns to set; empty where nothing in ``extra`` is the name of a column that fits."""
    unknown: dict[str, Any] = json.loads(row[EXTRA.name])
    changed: dict[str, Any] = {}
    for column in table.columns:
        if column.name in unknown and row[column.name] == values.blank(table)[column.name]:
            try:
                fitted = fit_one(table, column, unknown[column.name])
            except UnfitValueError:
                continue  # it waits on, and travels as it came
            changed[column.name] = fitted
            del unknown[column.name]
    return changed | {EXTRA.name: values.canonical(unknown)} if changed else {}
