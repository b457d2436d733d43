"""The laptops that the tutor's machine knows: who was heard of today, who is missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from digitutor_app.domain.clock import Clock
from digitutor_app.services.following import Following
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.erasures import erasure_hash
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


@dataclass(frozen=True, slots=True)
class LaptopSeen:
    """One laptop. ``heard`` is when it wrote the newest that has come here (None: nothing yet);
    ``forgot``: it has told that it has forgotten everybody who was erased."""

    number: int
    heard: datetime | None
    today: bool
    forgot: bool


@dataclass(frozen=True, slots=True)
class Room:
    """The laptops of today's workshop; of all workshops where there is none today.

    ``workshop`` is its name, "" for none; ``others`` counts the laptops that are left out, and
    ``given_back`` those that were given back.
    """

    workshop: str
    laptops: Sequence[LaptopSeen]
    others: int
    given_back: int = 0

    @property
    def missing(self) -> list[int]:
        """The numbers that have not been heard of today."""
        return [laptop.number for laptop in self.laptops if not laptop.today]


class LaptopsKnown:
    """On the tutor's machine with its store open."""

    def __init__(
        self, practice: StoreWorker, tutor: StoreWorker, following: Following, clock: Clock
    ) -> None:
        self._practice = practice
        self._tutor = tutor
        self._following = following
        self._clock = clock

    def room(self) -> Room:
        """Everybody of today, those who are missing first. Raises StoreError."""
        today = self._clock.now().date()

        def read(store: Store) -> tuple[list[Device], dict[str, str]]:
            named = {w.id: w.name for w in store.workshops.all() if w.day == today}
            return [d for d in Organisation(store).devices() if not d.rehearsal], named

        known, named = self._tutor.ask(read)
        devices = [device for device in known if not device.given_back]
        ours = self._practice.ask(lambda store: erasure_hash(store.database))
        fresh = self._following.heard()
        of_today = [d for d in devices if d.workshop in named or (named and d.public in fresh)]
        shown = of_today if named else devices
        laptops = [
            self._seen(d, fresh[d.public].at if d.public in fresh else None, ours) for d in shown
        ]
        name = next(iter(named.values()), "")
        others, gone = len(devices) - len(shown), len(known) - len(devices)
        return Room(name, sorted(laptops, key=_missing_first), others, gone)

    def _seen(self, device: Device, fresh: datetime | None, erasures: str) -> LaptopSeen:
        heard = fresh
        if heard is None and device.heard:
            heard = datetime.fromisoformat(device.heard).astimezone(self._clock.now().tzinfo)
        forgot = bool(device.sequence) and device.erasures == erasures
        return LaptopSeen(device.number, heard, fresh is not None, forgot)


def _missing_first(laptop: LaptopSeen) -> tuple[bool, int]:
    return laptop.today, laptop.number
