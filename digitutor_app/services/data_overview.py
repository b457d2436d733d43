"""How the data of the tutor's machine is, all at once, for the page that shows it."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.gathering import waiting
from digitutor_app.services.backing_up import BackingUp
from digitutor_app.services.collecting import WAITING
from digitutor_app.services.erasing import Erasing
from digitutor_app.services.following import Following
from digitutor_app.services.laptop_health import LaptopFacts, LaptopHealth
from digitutor_app.services.laptops_known import LaptopsKnown, Room
from digitutor_app.store.backup_files import Backup
from digitutor_app.store.merging_aside import PutAside, all_put_aside
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class Overview:
    """``put_aside`` and ``pending`` are counts; ``follows``: new data is taken in by itself."""

    room: Room
    health: LaptopFacts
    backup: datetime | None
    pending: int
    put_aside: int
    folder: Path | None
    follows: bool


@dataclass(frozen=True, slots=True)
class Copy:
    """A backup of one of the two stores; ``tutors``: of the tutor's."""

    backup: Backup
    made: datetime
    tutors: bool


class DataDesk:
    """On the tutor's machine with its store open. Not on the screen's thread."""

    def __init__(
        self, practice: StoreWorker, tutor: StoreWorker, following: Following, clock: Clock
    ) -> None:
        self._stores = (practice, False), (tutor, True)
        self._following = following
        self._clock = clock
        self._laptops = LaptopsKnown(practice, tutor, following, clock)
        self._health = LaptopHealth(practice, clock)
        self._erasing = Erasing(practice, tutor, clock)

    def overview(self) -> Overview:
        """Raises StoreError and OSError."""
        copies = self.copies()
        return Overview(
            room=self.room(),
            health=self.health(),
            backup=copies[0].made if copies else None,
            pending=len(self._erasing.pending()),
            put_aside=len(self.put_aside()),
            folder=self._following.folder,
            follows=self._following.on,
        )

    def room(self) -> Room:
        """The laptops of today."""
        return self._laptops.room()

    def health(self) -> LaptopFacts:
        """How this machine is."""
        return self._health.facts()

    def waiting(self) -> int:
        """How many bundles wait for a newer program."""
        folder = self._stores[0][0].ask(lambda store: store.path.parent)
        return len(waiting(folder / WAITING))

    def put_aside(self) -> list[tuple[PutAside, datetime]]:
        """What was not taken in, of both stores, the newest first."""
        zone = self._clock.now().tzinfo
        found = [
            (row, at.astimezone(zone))
            for worker, _tutors in self._stores
            for row, at in worker.ask(lambda store: all_put_aside(store.database))
        ]
        return sorted(found, key=_moment, reverse=True)

    def copies(self) -> list[Copy]:
        """The backups of both stores, the newest first."""
        zone = self._clock.now().tzinfo
        found = [
            Copy(backup, backup.made.astimezone(zone), tutors)
            for worker, tutors in self._stores
            for backup in BackingUp(worker, self._clock).all()
        ]
        return sorted(found, key=_made, reverse=True)

    def copy_now(self) -> None:
        """Copy both stores; raises StoreFullError where there is no room."""
        for worker, _tutors in self._stores:
            BackingUp(worker, self._clock).now().result()

    def restore(self, copy: Copy) -> int:
        """Merge a backup into its store; returns how many rows came back. What was recorded since
        stays. Raises StoreError; then everything is as before."""
        worker = next(worker for worker, tutors in self._stores if tutors is copy.tutors)
        report = BackingUp(worker, self._clock).restore(copy.backup)
        return sum(report.new.values()) + sum(report.changed.values())


def _moment(found: tuple[PutAside, datetime]) -> datetime:
    return found[1]


def _made(copy: Copy) -> tuple[datetime, int, bool]:
    return copy.made, copy.backup.number, copy.tutors
