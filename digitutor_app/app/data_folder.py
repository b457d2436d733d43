"""Where the program keeps its data on this laptop."""

from pathlib import Path
from typing import NamedTuple

NAME = "digitutor"


class DataFolder(NamedTuple):
    """One folder with everything: the stores, their keys, backups, the log."""

    path: Path

    @classmethod
    def of_user(cls) -> "DataFolder":
        """The usual place of this user."""
        from platformdirs import user_data_path

        return cls(user_data_path(NAME, appauthor=False))

    @property
    def practice_store(self) -> Path:
        return self.path / "practice.db"

    @property
    def practice_key(self) -> Path:
        return self.path / "practice.key"

    @property
    def half_wiped(self) -> bool:
        """Whether the wiping of this folder was broken off (services.wiping.MARK)."""
        return (self.path / "wiping.mark").exists()

    @property
    def rehearsal(self) -> "DataFolder":
        """The folder in it that a rehearsal has for itself, while there is one."""
        return DataFolder(self.path / "rehearsal")

    @property
    def in_use(self) -> "DataFolder":
        """The one that the program works with: that of the rehearsal, while there is one."""
        return self.rehearsal if self.rehearsal.path.is_dir() else self

    @property
    def typeface(self) -> Path:
        """The unpacked fonts, which can be made anew at any time."""
        return self.path / "typeface"

    @property
    def log(self) -> Path:
        return self.path / "digitutor.log"
