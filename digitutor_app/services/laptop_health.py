"""Facts about this laptop and its stores, for a page that shows them."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digitutor_app import __version__
from digitutor_app.domain.clock import Clock
from digitutor_app.services.clock_check import ClockSays, clock_of
from digitutor_app.services.disk_encryption import Told, disk_encrypted
from digitutor_app.store.backup_files import backups_of
from digitutor_app.store.checking import CHECKED
from digitutor_app.store.damage import damage_noted
from digitutor_app.store.migrations import NAMES
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class LaptopFacts:
    """``schema`` is the last migration; ``checked`` when the store was last found sound to its end
    (None: not yet); ``damaged`` whether damage has been found; ``backup`` when the newest copy was
    made; ``size`` the bytes of the data folder, ``free`` those left on its disk."""

    program: str
    schema: str
    checked: datetime | None
    damaged: bool
    backup: datetime | None
    backups: int
    size: int
    free: int
    encrypted: Told
    clock: ClockSays


class LaptopHealth:
    """Asks the store, the folder and the system."""

    def __init__(
        self,
        worker: StoreWorker,
        clock: Clock,
        encrypted: Callable[[Path], Told] = disk_encrypted,
    ) -> None:
        self._worker = worker
        self._clock = clock
        self._encrypted = encrypted

    def facts(self) -> LaptopFacts:
        """Everything. Waits for the worker and the system: not on the screen's thread. Raises
        StoreError and OSError."""
        now = self._clock.now()
        path, checked, clock = self._worker.ask(self._of_store)
        backups = backups_of(path)
        return LaptopFacts(
            program=__version__,
            schema=NAMES[-1],
            checked=checked,
            damaged=damage_noted(path),
            backup=backups[0].made.astimezone(now.tzinfo) if backups else None,
            backups=len(backups),
            size=_size(path.parent),
            free=shutil.disk_usage(path.parent).free,
            encrypted=self._encrypted(path.parent),
            clock=clock,
        )

    def _of_store(self, store: Store) -> tuple[Path, datetime | None, ClockSays]:
        checked = _moment(store.settings.get(CHECKED))
        return store.path, checked, clock_of(store, self._clock.now())


def _moment(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None


def _size(folder: Path) -> int:
    """Of the files that are still there when they are looked at."""
    total = 0
    for file in folder.rglob("*"):
        try:
            total += file.stat().st_size if file.is_file() else 0
        except FileNotFoundError:
            continue
    return total
