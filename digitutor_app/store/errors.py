"""What may go wrong with a store; each error tells apart something a person can act on."""

from enum import StrEnum
from pathlib import Path

from digitutor_app.domain.errors import OurMistakeError, WorldError


class StoreError(WorldError):
    """Root of the store's world errors; ``path`` is the store's file."""

    def __init__(self, path: Path, detail: str = "") -> None:
        super().__init__(f"{path.name}: {detail}" if detail else path.name)
        self.path = path
        self.detail = detail


class StoreNewerError(StoreError):
    """A newer program has written the store: it holds migrations or a version unknown to us.

    ``unknown`` names the migrations that this program does not know.
    """

    def __init__(self, path: Path, unknown: tuple[str, ...], user_version: int) -> None:
        super().__init__(path, f"user_version {user_version}, unknown {', '.join(unknown)}")
        self.unknown = unknown
        self.user_version = user_version


class StoreDamagedError(StoreError):
    """The file was ours and no longer reads as what was written."""


class NotOurs(StrEnum):
    """Why a file is not ours."""

    PLAIN = "plain"
    OTHER_KEY = "other_key"
    OTHER_PROGRAM = "other_program"


class StoreNotOursError(StoreError):
    """The file is unencrypted, opens with another key, or belongs to another program."""

    def __init__(self, path: Path, why: NotOurs) -> None:
        super().__init__(path, why)
        self.why = why


class StoreInUseError(StoreError):
    """Another process (or another part of this one) has the store open."""


class StoreEngineError(StoreError):
    """The database library is not one that keeps data safe (too old, or without encryption)."""


class StoreTroubleError(StoreError):
    """Saving does not work now but may work later; the same save may be tried again."""


class StoreFullError(StoreTroubleError):
    """No room on the disk. What was saved before stands."""


class StoreDeviceError(StoreTroubleError):
    """The disk or its permissions refuse: reading or writing failed below us."""


class UnfitValueError(OurMistakeError):
    """A value must not be stored: ``where`` is table and column, ``reason`` says why."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason
