"""The first rows of the start screen, read before the store's tables are there; then the way to a
Store.

Importing what reads and writes every table takes longer than the first picture may; the people on
the start screen must not wait for it. The connection that reads them becomes the Store's own,
later, on the worker.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.store import engine
from digitutor_app.store.cards import PersonOnStart, cards_of_this_laptop
from digitutor_app.store.database import StoreDatabase
from digitutor_app.store.in_use import claim, release
from digitutor_app.store.looking import look

if TYPE_CHECKING:
    from digitutor_app.store.store import Store


class FirstCards:
    """A store that has been locked and read once, waiting to become a Store.

    ``cards`` is None where the store is older than this program: then they can be read only
    from the Store, after its migration. A store that does not exist yet has no cards.
    """

    def __init__(self, path: Path, key: bytes, clock: Clock) -> None:
        """Look, lock and read; raises what ``open_store`` raises."""
        self.path = path
        self.cards: tuple[PersonOnStart, ...] | None = ()
        self._key = key
        self._clock = clock
        self._connection: Any = None
        self._given = False
        claim(path)
        try:
            self._seen = look(path, key)
            if self._seen.exists:
                self._open()
        except BaseException:
            self.close()
            raise

    def into_store(self) -> "Store":
        """The Store itself; once only, and on the worker."""
        from digitutor_app.store.opening import finish_opening, make

        if self._given:
            raise OurMistakeError("the first cards have been handed over or closed")
        self._given = True
        try:
            if self._connection is None:
                make(self.path, self._key)
                self._connection = engine.open_locked(self.path, self._key)
            return finish_opening(self._connection, self.path, self._key, self._clock, self._seen)
        except BaseException:
            self._connection = None
            release(self.path)
            raise

    def close(self) -> None:
        """Let go of a store that was not handed over; does nothing otherwise."""
        if self._given:
            return
        self._given = True
        try:
            if self._connection is not None:
                self._connection.close()
        finally:
            release(self.path)

    def _open(self) -> None:
        self._connection = engine.open_locked(self.path, self._key)
        if self._seen.pending:
            self.cards = None
            return
        self.cards = tuple(cards_of_this_laptop(StoreDatabase(self._connection, self.path)))
