"""What the page "Tämä kone" tells of this laptop: its workshop, and whose records are safe."""

from dataclasses import dataclass
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.stick.sheet import Sheet
from digitutor_app.services.gathering import Gathering
from digitutor_app.services.joining import Joining
from digitutor_app.services.laptop import Laptop
from digitutor_app.services.laptop_health import LaptopFacts, LaptopHealth
from digitutor_app.services.sharing import Sharing
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class LaptopNow:
    """``carried`` and ``waiting`` count people whose records have reached the tutor's machine, or
    have not; ``clearable`` those of the carried whom nobody needs here now. ``folder`` is the
    shared one, ``workshop`` the sheet of the workshop that was joined."""

    workshop: Sheet | None
    carried: int
    waiting: int
    clearable: int
    folder: Path | None
    health: LaptopFacts


class ThisLaptop:
    """Reads, and clears away. Everything waits for the store: not on the screen's thread."""

    def __init__(self, worker: StoreWorker, laptop: Laptop, clock: Clock) -> None:
        self._worker = worker
        self._joining = Joining(worker, laptop)
        self._gathering = Gathering(worker, self._joining, clock)
        self._health = LaptopHealth(worker, clock)
        self._sharing = Sharing(worker, self._joining, clock)

    def now(self) -> LaptopNow:
        """Everything. Raises StoreError and OSError."""
        here = self._joining.here
        delivery = self._gathering.delivery()
        open_visits = self._worker.ask(lambda store: store.visits.open_visits())
        sitting = {visit.person_id for visit in open_visits}
        return LaptopNow(
            workshop=None if here is None else here.sheet,
            carried=len(delivery.carried),
            waiting=len(delivery.waiting),
            clearable=len(delivery.carried - sitting),
            folder=self._sharing.folder,
            health=self._health.facts(),
        )

    def waiting(self) -> int:
        """How many people's records have not reached the tutor's machine. Raises StoreError."""
        return len(self._gathering.delivery().waiting)

    def clear_away(self) -> int:
        """Remove the people who have been carried from this laptop; how many. Raises StoreError."""
        return self._gathering.clear_away()
