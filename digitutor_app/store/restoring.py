"""Back from a copy: everything in it is merged in, and nothing that was recorded since is lost.

A backup never replaces a store. Its rows are merged into the store by the same rule as the rows of
another laptop, and what was erased since stays erased. Where the store itself no longer reads, it
is kept aside, a new one takes its place, and into that come the newest good backup and then
whatever still reads of the damaged one.
"""

import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.store.backup_files import (
    RESERVE,
    Backup,
    backups_of,
    damaged_of,
    next_damaged,
)
from digitutor_app.store.backups import newest_good
from digitutor_app.store.damage import forget_damage, note_damage
from digitutor_app.store.erasures import Erasure, erase
from digitutor_app.store.errors import StoreDeviceError, StoreFullError, StoreInUseError
from digitutor_app.store.in_use import claim, held_elsewhere, release
from digitutor_app.store.looking import wal_of
from digitutor_app.store.merging import MergeReport, Role, RowRules, merge, outgoing
from digitutor_app.store.opening import open_store
from digitutor_app.store.salvaging import salvage
from digitutor_app.store.store import Store
from digitutor_app.trust.durable import sync_folder

_WORK = "restoring-"
#: The positions of the source that are not older than what is here: nobody is sent back.
_POSITIONS = """
    INSERT INTO "position" ("person_id", "exercise", "attempt_id", "snapshot", "saved")
    SELECT ?1, ?2, ?3, ?4, ?5
    WHERE NOT EXISTS (SELECT 1 FROM "erased" WHERE "subject" = ?1)
    AND NOT EXISTS (SELECT 1 FROM "attempt" WHERE "subject" = ?1 AND "id" = ?3)
    ON CONFLICT ("person_id") DO UPDATE SET
        "exercise" = "excluded"."exercise", "attempt_id" = "excluded"."attempt_id",
        "snapshot" = "excluded"."snapshot", "saved" = "excluded"."saved"
    WHERE "excluded"."saved" > "position"."saved"
"""
_PLACES = ("person_id", "exercise", "attempt_id", "snapshot", "saved")
#: What stays on the laptop; what is here already stays as it is.
_LOCAL = {
    "setting": ("name", "value"),
    "put_aside": ("id", "table", "row_id", "subject", "reason", "device", "at", "raw"),
}


@dataclass(frozen=True, slots=True)
class Rescue:
    """What came out of a damaged store: the backup that helped (None: there was none), where the
    damaged file lies, and whether every row of it still read."""

    backup: Backup | None
    kept: Path
    whole: bool


def restore(store: Store, backup: Backup, key: bytes) -> MergeReport:
    """Merge a backup into the open store, in one transaction.

    Raises StoreError where the backup does not open, belongs to a newer program, or the disk is
    full; then the store is as before.
    """
    with _working_beside(store.path) as work, _opened(backup.path, key, store.clock, work) as old:
        return take_in(store, old)


def take_in(store: Store, source: Store) -> MergeReport:
    """Merge all of ``source`` into ``store``, its own erasures and what never travels too."""
    with store.transaction():
        for found in source.database.each('SELECT "subject", "at", "by", "sig" FROM "erased"'):
            erase(store.database, Erasure(*found))
        report = merge(store, outgoing(source), RowRules(role=Role.TUTOR, erasure_holds=_ours))
        for table, columns in _LOCAL.items():
            names = ", ".join(f'"{name}"' for name in columns)
            marks = ", ".join("?" for _ in columns)
            insert = f'INSERT OR IGNORE INTO "{table}" ({names}) VALUES ({marks})'
            for row in source.database.each(f'SELECT {names} FROM "{table}"'):
                store.database.run(insert, row)
        names = ", ".join(f'"{name}"' for name in _PLACES)
        for row in source.database.each(f'SELECT {names} FROM "position"'):
            store.database.run(_POSITIONS, row)
    return report


def rescue(path: Path, key: bytes, clock: Clock) -> Rescue:
    """Put a sound store in the place of a damaged one; the store must be closed.

    A power cut at any moment leaves the damaged store in its place or the sound one. Raises
    StoreInUseError, StoreFullError and StoreDeviceError; then the damaged store is in its place.
    """
    claim(path)
    try:
        if path.exists() and held_elsewhere(path):
            raise StoreInUseError(path)
        note_damage(path)
        with _working_beside(path) as work:
            kept = _keep_aside(path, next_damaged(path, clock.now()))
            backup = newest_good(path, key)
            whole = _build(work / path.name, path, key, clock, backup)
            # The log is kept aside with its store; beside a new store it would be read into it.
            wal_of(path).unlink(missing_ok=True)
            (work / path.name).replace(path)
            sync_folder(path.parent)
        forget_damage(path)
        return Rescue(backup, kept, whole)
    except OSError as error:
        raise StoreDeviceError(path, str(error)) from error
    finally:
        release(path)


def mended(path: Path, key: bytes, clock: Clock, told: Callable[[Rescue], None]) -> Store:
    """Rescue a closed store and open the sound one; ``told`` hears what came out of it."""
    done = rescue(path, key, clock)
    store = open_store(path, key, clock)
    told(done)
    return store


def _build(draft: Path, path: Path, key: bytes, clock: Clock, backup: Backup | None) -> bool:
    """Make the sound store; True where all that was damaged still read."""
    work = draft.parent
    whole = True
    store = open_store(draft, key, clock)
    try:
        if backup is not None:
            with _opened(backup.path, key, clock, work) as old:
                take_in(store, old)
        for number, damaged in enumerate(damaged_of(path)):
            if damaged.suffix == ".db":
                rest = open_store(work / f"rest-{number}.db", key, clock)
                try:
                    whole = salvage(damaged, key, rest, work) and whole
                    take_in(store, rest)
                finally:
                    rest.close()
    finally:
        store.close()
    return whole


@contextmanager
def _opened(backup: Path, key: bytes, clock: Clock, work: Path) -> Iterator[Store]:
    """A copy of the backup as a store of today's schema; the backup itself is not touched."""
    copy = work / f"backup-{secrets.token_hex(4)}.db"
    shutil.copyfile(backup, copy)
    store = open_store(copy, key, clock)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def _working_beside(path: Path) -> Iterator[Path]:
    """A folder for the time of the work, on the same disk; there must be room for three copies."""
    for left in path.parent.glob(f"{_WORK}*"):
        shutil.rmtree(left, ignore_errors=True)
    copies = [path, wal_of(path), *(backup.path for backup in backups_of(path)[:1])]
    size = sum(file.stat().st_size for file in copies if file.exists())
    if shutil.disk_usage(path.parent).free < 3 * size + RESERVE:
        raise StoreFullError(path, "no room to restore")
    work = path.parent / f"{_WORK}{secrets.token_hex(4)}"
    work.mkdir(mode=0o700)
    try:
        yield work
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _keep_aside(path: Path, name: Path) -> Path:
    name.parent.mkdir(mode=0o700, exist_ok=True)
    for file, aside in ((path, name), (wal_of(path), wal_of(name))):
        if not file.exists():
            continue
        try:
            os.link(file, aside)
        except OSError:
            shutil.copyfile(file, aside)  # a file system without links
    sync_folder(name.parent)
    return name


def _ours(_subject: str, _at: int, _by: str, _signature: bytes) -> bool:
    """What a store of this laptop holds was checked when it came."""
    return True
