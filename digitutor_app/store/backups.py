"""Copies of a store in the folder ``backups`` beside it, encrypted with the same key.

A copy gets its name only when it has been proved: opened, checked and counted. So whatever has a
name there can be relied on, and a copy that was cut short leaves only a file that nobody reads.
"""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from digitutor_app.domain.clock import Clock
from digitutor_app.store import engine
from digitutor_app.store.backup_files import (
    DAILY,
    FOLDER,
    RESERVE,
    Backup,
    backups_of,
    damaged_of,
    next_backup,
    outlived,
    worth_keeping,
)
from digitutor_app.store.errors import (
    StoreDeviceError,
    StoreError,
    StoreFullError,
)
from digitutor_app.store.proving import counts_of, prove, tables_of
from digitutor_app.store.tables import TABLES
from digitutor_app.trust.durable import sync_file, sync_folder

__all__ = ["FOLDER", "Backups", "newest_good", "proved"]
_DRAFT = ".part"
#: The columns that say whom a row is about.
_WHOM = ("subject", "person_id", "row_id")
_ERASED = 'INSERT OR IGNORE INTO "erased" ("subject", "at", "by", "sig") VALUES (?, ?, ?, ?)'
_COLUMNS_OF_ERASED = {"subject", "at", "by", "sig"}


class Backups:
    """The copies of one open store. Used where the store is used: on its worker's thread."""

    def __init__(self, connection: Any, path: Path, key: bytes, clock: Clock) -> None:
        self._connection = connection
        self._path = path
        self._key = key
        self._clock = clock

    @property
    def key(self) -> bytes:
        """What opens the copies: the store's own key."""
        return self._key

    def all(self) -> list[Backup]:
        """Every copy that is there, the newest first."""
        return backups_of(self._path)

    def worthwhile(self) -> bool:
        """Whether the store holds anything that cannot be made again."""
        with engine.translated(self._path):
            return any(
                self._connection.execute(f'SELECT 1 FROM "{table.name}" LIMIT 1').fetchone()
                for table in TABLES
            )

    def make(self, why: str) -> Backup:
        """Copy the whole store, prove the copy, and remove the copies that are no longer needed.

        ``why`` is DAILY, BEFORE_IMPORT or ``before(migration)``. Not inside a transaction. Raises
        StoreFullError, StoreDeviceError or StoreDamagedError; then every older copy is still there.
        """
        backup = next_backup(self._path, why, self._clock.now())
        try:
            self._copy_to(backup.path)
            now = self._clock.now()
            old = [copy.path for copy in {*self.all()} - worth_keeping(self.all(), now)]
            for file in [*old, *outlived(self._path, now)]:
                file.unlink(missing_ok=True)
        except OSError as error:
            raise StoreDeviceError(self._path, str(error)) from error
        return backup

    def refresh_after_erasure(self) -> int:
        """Make sure that no copy holds anything about an erased subject; returns how many did.

        Each of those is made anew without these people, or removed where it does not open; damaged
        files that were kept aside go. A new copy of today comes first, so that there is always one
        that is whole.
        """
        with engine.translated(self._path):
            erased = self._connection.execute(
                'SELECT "subject", "at", "by", "sig" FROM "erased"'
            ).fetchall()
        newest = self.make(DAILY)
        changed = 0
        for file in damaged_of(self._path):
            file.unlink(missing_ok=True)
        for backup in [old for old in self.all() if old != newest]:
            try:
                changed += self._forget(backup.path, erased)
            except (StoreError, OSError):
                backup.path.unlink(missing_ok=True)
                changed += 1
        return changed

    def _copy_to(self, target: Path) -> None:
        target.parent.mkdir(mode=0o700, exist_ok=True)
        draft = _draft_of(target)
        for left in target.parent.glob(f"{self._path.stem}-*{_DRAFT}*"):
            left.unlink()
        self._check_room(target.parent)
        try:
            # Made beforehand, so that it belongs to this user alone.
            os.close(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            with engine.translated(self._path):
                self._connection.execute("VACUUM INTO ?", [str(draft)])
                counts = counts_of(self._connection)
            prove(draft, self._key, counts)
            _name(draft, target)
        finally:
            draft.unlink(missing_ok=True)

    def _check_room(self, folder: Path) -> None:
        """Refuse before anything is written, where a copy would take the last room."""
        with engine.translated(self._path):
            (pages,) = self._connection.execute("PRAGMA page_count").fetchone()
        if shutil.disk_usage(folder).free < pages * engine.PAGE + RESERVE:
            raise StoreFullError(self._path, "no room for a backup")

    def _forget(self, backup: Path, erased: list[tuple[Any, ...]]) -> bool:
        """Make a copy anew without these subjects; True where it held one of them."""
        if not _holds(backup, self._key, [row[0] for row in erased]):
            return False
        self._check_room(backup.parent)
        draft = _draft_of(backup)
        try:
            shutil.copyfile(backup, draft)
            draft.chmod(0o600)
            prove(draft, self._key, _without(draft, self._key, erased))
            _name(draft, backup)
        finally:
            draft.unlink(missing_ok=True)
        return True


def newest_good(path: Path, key: bytes) -> Backup | None:
    """The newest copy of the store that opens and is whole, or None."""
    return next((backup for backup in backups_of(path) if proved(backup, key)), None)


def proved(backup: Backup, key: bytes) -> bool:
    """Whether the copy opens with the key and every page of it reads."""
    try:
        prove(backup.path, key)
    except (StoreError, OSError):
        return False
    return True


def _holds(backup: Path, key: bytes, subjects: list[str]) -> bool:
    connection = engine.connect(backup, key, look_only=True)
    try:
        with engine.translated(backup):
            for table, column in _about_people(connection):
                query = f'SELECT 1 FROM "{table}" WHERE "{column}" = ? LIMIT 1'
                if any(connection.execute(query, [one]).fetchone() for one in subjects):
                    return True
    finally:
        connection.close()
    return False


def _without(draft: Path, key: bytes, erased: Iterable[tuple[Any, ...]]) -> dict[str, int]:
    """Take every row of these subjects out of the file; returns how many rows are left."""
    connection = engine.connect(draft, key)
    try:
        with engine.translated(draft):
            for pragma in ("journal_mode=MEMORY", "secure_delete=ON", "temp_store=MEMORY"):
                connection.execute(f"PRAGMA {pragma}").fetchall()
            connection.execute("BEGIN")
            for table, column in _about_people(connection):
                statement = f'DELETE FROM "{table}" WHERE "{column}" = ?'
                connection.executemany(statement, [row[:1] for row in erased])
            if _columns(connection, "erased") >= _COLUMNS_OF_ERASED:
                connection.executemany(_ERASED, erased)
            connection.execute("COMMIT")
            connection.execute("VACUUM")
            return counts_of(connection)
    finally:
        connection.close()


def _about_people(connection: Any) -> list[tuple[str, str]]:
    """Each table of whatever schema that has rows about somebody, and the column that says whom."""
    return [
        (table, column)
        for table in tables_of(connection)
        for column in _WHOM
        if table != "erased" and column in _columns(connection, table)
    ]


def _columns(connection: Any, table: str) -> set[str]:
    return {str(row[1]) for row in connection.execute(f'PRAGMA table_info("{table}")')}


def _draft_of(target: Path) -> Path:
    return target.with_name(target.name + _DRAFT)


def _name(draft: Path, target: Path) -> None:
    """Give a proved copy its name, so that it is there after a power cut."""
    sync_file(draft)
    draft.replace(target)
    sync_folder(target.parent)
