"""The open database of one store: statements in, tuples out, errors in our words."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2

from digitutor_app.store.engine import in_our_words, translated
from digitutor_app.store.errors import StoreDamagedError, StoreError, StoreTroubleError

if TYPE_CHECKING:
    from sqlite_utils.db import Database

#: What of a row may lie on further pages: no row of shorter values does.
_LONG = (str, bytes)
_SHORT = 40


def sqlite_utils_database(connection: Any) -> "Database":
    """sqlite-utils over our connection.

    It must believe that the engine is pysqlite3, or it would look for errors of Python's own
    sqlite3, which must never open a store beside this engine.
    """
    import sqlcipher3

    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    from sqlite_utils.db import Database

    return Database(connection, execute_plugins=False)


class StoreDatabase:
    """One connection, one writer. Errors of the world come out as StoreError."""

    def __init__(self, connection: Any, path: Path) -> None:
        self.path = path
        self._connection = connection

    @cached_property
    def tables(self) -> "Database":
        """sqlite-utils over this connection, to look at the schema.

        Nothing done every day asks for it: importing it takes as much memory as all our pages.
        """
        return sqlite_utils_database(self._connection)

    def run(self, statement: str, parameters: Sequence[Any] = ()) -> int:
        """Run one statement; returns how many rows it changed.

        Alone it is a transaction of its own, so that nothing stands that was made of a page that
        did not read.
        """
        if not self._connection.in_transaction:
            with self.transaction():
                return self.run(statement, parameters)
        changed: int = self.execute(statement, parameters).rowcount
        return changed

    @property
    def in_transaction(self) -> bool:
        """Whether one has begun that has not ended."""
        return bool(self._connection.in_transaction)

    def rows(self, query: str, parameters: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Every row of a query."""
        with translated(self.path):
            found: list[tuple[Any, ...]] = self.execute(query, parameters).fetchall()
        self.check_reading()
        return found

    def each(self, query: str, parameters: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """The rows of a query, one after the other: however many there are, few are in memory."""
        cursor = self.execute(query, parameters)
        while found := self._some(cursor):
            yield from found

    def _some(self, cursor: Any) -> list[tuple[Any, ...]]:
        with translated(self.path):
            found: list[tuple[Any, ...]] = cursor.fetchmany(1000)
        self.check_reading()
        return found

    def run_each(self, statement: str, parameters: Sequence[Sequence[Any]]) -> None:
        """Run one statement with each of these parameters, in the caller's transaction."""
        with translated(self.path):
            self._connection.executemany(statement, parameters)

    def first(self, query: str, parameters: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        found: tuple[Any, ...] | None = self.execute(query, parameters).fetchone()
        if found is not None and any(type(v) in _LONG and len(v) > _SHORT for v in found):
            self.check_reading()
        return found

    @property
    def broken(self) -> bool:
        """Whether a page has not read: from then on the connection reads and writes nothing new."""
        return bool(self.execute("PRAGMA cipher_status").fetchone() != ("1",))

    def check_reading(self) -> None:
        """Raise StoreDamagedError when a page since the opening did not read.

        SQLCipher gives zeros for the further pages of a long row that fail their seal, and says so
        only here.
        """
        if self.broken:
            raise StoreDamagedError(self.path, "a page does not read")

    def execute(self, statement: str, parameters: Sequence[Any] = ()) -> Any:
        """The cursor of one statement; errors that come later are the caller's to translate."""
        try:
            return self._connection.execute(statement, parameters)
        except dbapi2.Error as error:
            raise in_our_words(error, self.path) from error
        except MemoryError:
            self.check_reading()  # so SQLCipher says that it refuses to go on
            raise

    def transaction(self) -> "Transaction":
        """All or nothing; a transaction inside another is a part of it that can fail alone."""
        return Transaction(self)

    def empty_log(self) -> None:
        """Write the log back into the file and empty it: what was deleted is nowhere any more.

        Inside a transaction it does nothing, nor where the disk refuses now.
        """
        with suppress(StoreError), translated(self.path):
            self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def close(self) -> None:
        """Write the log back into the file and let go of it.

        Where there is no room for that, the log stays beside the file with everything in it.
        """
        try:
            with suppress(StoreTroubleError), translated(self.path):
                self._connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        finally:
            self._connection.close()


class Transaction:
    """Begins with its ``with`` and ends with it: everything written inside stands, or nothing."""

    __slots__ = ("_database", "_inside")

    def __init__(self, database: StoreDatabase) -> None:
        self._database = database
        self._inside = False

    def __enter__(self) -> None:
        self._inside = self._database.in_transaction
        self._database.execute("SAVEPOINT part" if self._inside else "BEGIN")

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        database = self._database
        if error is None:
            try:
                database.check_reading()
                database.execute("RELEASE part" if self._inside else "COMMIT")
            except BaseException as refusal:
                self._undo(refusal)
                raise
        else:
            self._undo(error)
            if isinstance(error, dbapi2.Error):
                ours = in_our_words(error, database.path)
                if ours is not error:
                    raise ours from error

    def _undo(self, error: BaseException) -> None:
        # Some errors (a full disk) have ended the transaction already.
        if self._database.in_transaction:
            for undo in ("ROLLBACK TO part", "RELEASE part") if self._inside else ("ROLLBACK",):
                self._database.execute(undo)
        if isinstance(error, MemoryError):
            self._database.check_reading()
