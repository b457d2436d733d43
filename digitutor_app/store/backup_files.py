"""The copies beside a store, sound and damaged: what their names say, which of them are kept."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

FOLDER = "backups"
#: Where a store that no longer reads is kept aside.
DAMAGED = "damaged"
DAILY = "daily"
BEFORE_IMPORT = "before-import"
_BEFORE = "before-"
#: The room that a backup leaves for the saves of the people who practise meanwhile.
RESERVE = 8_000_000
LONGEST_LIFE = timedelta(days=30)
DAYS, WEEKS = 7, 4
_NAME = re.compile(r"(.+)-(\d{6})-(daily|before-[0-9A-Za-z_]+)-(\d{8}T\d{4})\.db")
_DAMAGED_NAME = re.compile(r"(.+)-(\d{8}T\d{4})-(\d+)\.db(-wal)?")
_MOMENT = "%Y%m%dT%H%M"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy of a store. ``number`` grows with every copy, whatever the wall clock says."""

    path: Path
    number: int
    why: str
    made: datetime

    @property
    def before_migration(self) -> bool:
        return self.why.startswith(_BEFORE) and self.why != BEFORE_IMPORT


def before(migration: str) -> str:
    """The reason of a copy that is made before a migration."""
    return f"{_BEFORE}{migration}"


def next_backup(store: Path, why: str, now: datetime) -> Backup:
    """Where the next copy of this store belongs."""
    number = max((backup.number for backup in backups_of(store)), default=0) + 1
    made = now.astimezone(UTC).replace(second=0, microsecond=0)
    name = f"{store.stem}-{number:06d}-{why}-{made:{_MOMENT}}.db"
    return Backup(store.parent / FOLDER / name, number, why, made)


def backups_of(store: Path) -> list[Backup]:
    """The copies of this store, the newest first; other files are none."""
    found = ((file, _NAME.fullmatch(file.name)) for file in (store.parent / FOLDER).glob("*.db"))
    listed = [
        Backup(file, int(name[2]), name[3], moment)
        for file, name in found
        if name and name[1] == store.stem and (moment := _moment(name[4]))
    ]
    return sorted(listed, key=_number, reverse=True)


def next_damaged(store: Path, now: datetime) -> Path:
    """The name under which this store is kept aside; its log gets the same with "-wal"."""
    folder = store.parent / DAMAGED
    number = 1 + len({file.name.removesuffix("-wal") for file in damaged_of(store)})
    while True:
        name = f"{store.stem}-{now.astimezone(UTC):{_MOMENT}}-{number}.db"
        if not any(folder.glob(f"{name}*")):
            return folder / name
        number += 1


def damaged_of(store: Path) -> list[Path]:
    """The files of this store that are kept aside, logs too."""
    return [file for file, _moment in _damaged(store)]


def outlived(store: Path, now: datetime) -> list[Path]:
    """The files kept aside that are older than 30 days."""
    return [file for file, moment in _damaged(store) if moment < now - LONGEST_LIFE]


def worth_keeping(backups: Iterable[Backup], now: datetime) -> set[Backup]:
    """Of each of the last seven days and four weeks the newest, and the last one before a migration
    and before an import; nothing that is older than 30 days, and always the newest of all.

    Copies from the future (somebody had set the clock wrongly) cannot be told apart by age: of them
    only the newest is kept.
    """
    newest = sorted(backups, key=_number, reverse=True)
    kept = set(newest[:1])
    kept.update([b for b in newest if b.made > now + timedelta(days=1)][:1])
    living = [b for b in newest if now - LONGEST_LIFE <= b.made <= now + timedelta(days=1)]
    day = {b: b.made.astimezone(now.tzinfo).date().toordinal() for b in living}
    today = now.date().toordinal()
    for ago in range(DAYS):
        kept.update([b for b in living if day[b] == today - ago][:1])
    for ago in range(WEEKS):
        kept.update([b for b in living if _week(day[b]) == _week(today) - ago][:1])
    kept.update([b for b in living if b.before_migration][:1])
    kept.update([b for b in living if b.why == BEFORE_IMPORT][:1])
    return kept


def _damaged(store: Path) -> list[tuple[Path, datetime]]:
    found = (
        (file, _DAMAGED_NAME.fullmatch(file.name))
        for file in sorted((store.parent / DAMAGED).glob("*"))
    )
    return [
        (file, moment)
        for file, name in found
        if name and name[1] == store.stem and (moment := _moment(name[2]))
    ]


def _week(day: int) -> int:
    """The number of a day's week; weeks begin on Mondays."""
    return (day - 1) // 7


def _number(backup: Backup) -> int:
    return backup.number


def _moment(text: str) -> datetime | None:
    try:
        return datetime.strptime(text, _MOMENT).replace(tzinfo=UTC)
    except ValueError:
        return None
