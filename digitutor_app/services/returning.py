"""Palauta kone: a borrowed laptop goes back as it came, once everything has been delivered."""

from dataclasses import dataclass

from digitutor_app.services.gathering import Gathering


@dataclass(frozen=True, slots=True)
class MayReturn:
    """``waiting``: so many people's records have not reached the tutor's machine."""

    waiting: int

    @property
    def now(self) -> bool:
        return self.waiting == 0


class Returning:
    """Looks whether a laptop may be returned."""

    def __init__(self, gathering: Gathering) -> None:
        self._gathering = gathering

    def may(self) -> MayReturn:
        """Whether the receipts cover everything that was recorded here."""
        return MayReturn(len(self._gathering.delivery().waiting))
