"""One open store: its tables as nouns, and the transaction around them."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from digitutor_app.domain.clock import Clock
from digitutor_app.store.attempts import Attempts
from digitutor_app.store.backups import Backups
from digitutor_app.store.calls import Calls
from digitutor_app.store.certificates import Certificates
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.elsewhere import Elsewhere
from digitutor_app.store.erasures import Erasures
from digitutor_app.store.in_use import release
from digitutor_app.store.notes import Notes
from digitutor_app.store.observations import Observations
from digitutor_app.store.people import People
from digitutor_app.store.positions import Positions
from digitutor_app.store.settings import Settings
from digitutor_app.store.visits import Visits
from digitutor_app.store.workshops import Workshops


class Store:
    """Everything that one store keeps. One thread at a time (see store.worker)."""

    def __init__(self, connection: Any, path: Path, key: bytes, clock: Clock) -> None:
        self.path = path
        self.clock = clock
        self._closed = False
        self.database = StoreDatabase(connection, path)
        self.people = People(self.database, clock)
        self.visits = Visits(self.database, clock)
        self.calls = Calls(self.database, clock)
        self.positions = Positions(self.database)
        self.attempts = Attempts(self.database, self.positions)
        self.observations = Observations(self.database, clock)
        self.notes = Notes(self.database, clock)
        self.workshops = Workshops(self.database, clock)
        self.certificates = Certificates(self.database)
        self.settings = Settings(self.database)
        self.elsewhere = Elsewhere(self.database)
        self.erasures = Erasures(self.database, clock)
        self.backups = Backups(connection, path, key, clock)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing for everything written inside."""
        with self.database.transaction():
            yield

    @property
    def broken(self) -> bool:
        """Whether damage has been met since the opening; nothing can be saved any more then."""
        return not self._closed and self.database.broken

    def close(self) -> None:
        """Write everything into the one file and let go of it; again it does nothing."""
        if self._closed:
            return
        self._closed = True
        try:
            self.database.close()
        finally:
            release(self.path)
