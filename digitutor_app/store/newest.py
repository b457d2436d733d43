"""The newest moment that a store knows of."""

from datetime import datetime

from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.values import time_text

_ARRIVED = 'SELECT max("arrived") FROM "visit" WHERE "arrived" <= ?'


def newest_moment(database: StoreDatabase, now: datetime) -> datetime | None:
    """When somebody last arrived, None where nobody has; what lies in the future is no help.

    Text is compared, so moments of other time zones may be taken for some hours later or earlier.
    """
    found = database.first(_ARRIVED, [time_text(now)])
    return datetime.fromisoformat(found[0]) if found and found[0] else None
