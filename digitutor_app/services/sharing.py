"""A laptop and a shared folder (a network share, Syncthing, Nextcloud): chosen once, then written
by itself. Today's small file follows what happens; the full bundle follows every hour.
"""

from dataclasses import dataclass
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.services.delivered import digests, remember
from digitutor_app.services.delivering import Delivering, digest_of
from digitutor_app.services.joining import Joining
from digitutor_app.services.workshop_here import WorkshopHere
from digitutor_app.store.worker import StoreWorker

_FOLDER = "shared_folder"
#: The least time between two full bundles, seconds.
FULL_EVERY = 60 * 60.0


@dataclass(frozen=True, slots=True)
class Written:
    """What was written into the folder; neither where nothing has changed."""

    today: bool = False
    full: bool = False


class Sharing:
    """Writes to the folder of this laptop; ``write`` takes as long as the folder does."""

    def __init__(self, worker: StoreWorker, joining: Joining, clock: Clock) -> None:
        self._worker = worker
        self._joining = joining
        self._clock = clock
        self._delivering = Delivering(worker, joining.identities)
        self._last: dict[Kind, str] = {}
        self._full_at: float | None = None

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen, None for none."""
        kept = self._worker.ask(lambda store: store.settings.get(_FOLDER))
        return Path(kept) if kept else None

    def choose(self, folder: Path | None) -> None:
        """Choose the folder, or none."""
        self._worker.ask(lambda store: store.settings.put(_FOLDER, str(folder or "")))
        self._last = {}
        self._full_at = None

    def write(self) -> Written:
        """Write what has changed since the last time. Raises PlaceError (nothing is lost then, and
        the next time it is written), StoreError and BundleTooLargeError."""
        folder, here = self.folder, self._joining.here
        if folder is None or here is None:
            return Written()
        today = self._put(Kind.TODAY, folder, here)
        now = self._clock.seconds()
        due = self._full_at is None or now - self._full_at >= FULL_EVERY
        full = due and self._put(Kind.BUNDLE, folder, here)
        if due:
            self._full_at = now
        return Written(today, full)

    def _put(self, kind: Kind, folder: Path, here: WorkshopHere) -> bool:
        now = self._clock.now()
        begun = self._delivering.begin(kind, now, unless=self._last.get(kind, ""))
        if begun is None:
            return False
        rows, device = begun
        self._delivering.carry(rows, device, here, FolderPlace(folder), now=now, kind=kind)
        if kind is Kind.BUNDLE:
            held, _people = digests(rows.texts())
            self._worker.ask(lambda store: remember(store, device, held))
        self._last[kind] = digest_of(rows)
        return True
