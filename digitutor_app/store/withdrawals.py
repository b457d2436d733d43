"""Facts that hold no longer: a fact is never changed, another one says that it was a mistake.

A withdrawal has the id and the subject of the fact that it withdraws.
"""

from datetime import datetime

from digitutor_app.domain.ids import moved_id
from digitutor_app.store import rows
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.rows import Row
from digitutor_app.store.tables import ATTEMPT, WITHDRAWN, Table


def withdraw(
    database: StoreDatabase,
    table: Table,
    key: tuple[str, str],
    moment: datetime,
    moved_to: str = "",
) -> bool:
    """Withdraw the fact of this id and subject; False when that was said already.

    ``moved_to``: it was somebody else's, and its copy is there (domain.ids.moved_id).
    """
    row_id, subject = key
    said = {"kind": table.name, "at": moment}
    if moved_to:
        said |= {"moved_to": moved_to, "copy_id": moved_id(row_id, moved_to)}
    row = Row(id=row_id, subject=subject, values=said)
    return rows.add_fact(database, WITHDRAWN, row)


def still_holds(table: Table) -> str:
    """The condition that a fact of this table has not been withdrawn, and is no copy that lost
    against another one (store.moves)."""
    holds = (
        f'NOT EXISTS (SELECT 1 FROM "withdrawn" WHERE "withdrawn"."subject" = '
        f'"{table.name}"."subject" AND "withdrawn"."id" = "{table.name}"."id")'
    )
    if table is not ATTEMPT:
        return holds
    return (
        f'{holds} AND NOT EXISTS (SELECT 1 FROM "lost_copy" WHERE "lost_copy"."subject" = '
        '"attempt"."subject" AND "lost_copy"."id" = "attempt"."id")'
    )
