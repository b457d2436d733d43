"""Facts that hold no longer: a fact is never changed, another one says that it was a mistake.

A withdrawal has the id and the subject of the fact that it withdraws.
"""

from datetime import datetime

from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import WITHDRAWN, Table


def withdraw(database: StoreDatabase, table: Table, key: tuple[str, str], moment: datetime) -> bool:
    """Withdraw the fact of this id and subject; False when that was said already."""
    row_id, subject = key
    row = Row(id=row_id, subject=subject, values={"kind": table.name, "at": moment})
    return rows.add_fact(database, WITHDRAWN, row)


def still_holds(table: Table) -> str:
    """The condition that a fact of this table has not been withdrawn."""
    return (
        f'NOT EXISTS (SELECT 1 FROM "withdrawn" WHERE "withdrawn"."subject" = '
        f'"{table.name}"."subject" AND "withdrawn"."id" = "{table.name}"."id")'
    )
