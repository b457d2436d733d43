"""The slots of the tutor's store with a copy of their file: without it no words open anything."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from digitutor_app.trust.cost import Cost
from digitutor_app.trust.errors import KeyDamagedError, SlotsNewerError
from digitutor_app.trust.new_file import write_over
from digitutor_app.trust.slot_file import Slot, SlotKind, from_bytes
from digitutor_app.trust.slots import Slots, Unlocked, Words

#: Behind the names of the copy and of a damaged file that it took the place of.
COPY, DAMAGED = ".copy", ".damaged"


class KeptSlots(Slots):
    """Whatever changes the file, and whoever opens a slot of it, sees to the copy; a file that does
    not read is replaced by it and kept aside. A copy that cannot be made now is made next time."""

    def __init__(self, path: Path) -> None:
        super().__init__(path)
        self._copy = path.with_name(path.name + COPY)

    def create(
        self,
        passphrase: str,
        label: str,
        cost: Cost | None = None,
        *more: Words,
        key: bytes = b"",
    ) -> bytes:
        """See Slots; a copy of other slots, which somebody has deleted, goes."""
        made = super().create(passphrase, label, cost, *more, key=key)
        self._keep()
        return made

    def unlock(self, passphrase: str, kind: SlotKind | None = None) -> Unlocked:
        """See Slots."""
        unlocked = super().unlock(passphrase, kind)
        self._keep()
        return unlocked

    def _read(self) -> list[Slot]:
        try:
            return super()._read()
        except KeyDamagedError:
            if not self._bring_back():
                raise
            return super()._read()

    def _write(self, slots: Sequence[Slot]) -> None:
        super()._write(slots)
        self._keep()

    def _keep(self) -> None:
        with suppress(OSError):
            content = self.path.read_bytes()
            if not self._copy.exists() or self._copy.read_bytes() != content:
                write_over(self._copy, content)

    def _bring_back(self) -> bool:
        """Whether the copy reads and stands in the file's place now."""
        try:
            content = self._copy.read_bytes()
            from_bytes(content, self._copy)
            write_over(self.path.with_name(self.path.name + DAMAGED), self.path.read_bytes())
            write_over(self.path, content)
        except (OSError, KeyDamagedError, SlotsNewerError):
            return False
        return True
