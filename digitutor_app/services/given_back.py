"""Laptops that were given back: the tutor says so, and nobody waits for them any more."""

from collections.abc import Callable

from msgspec.structs import replace

from digitutor_app.domain.clock import Clock
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


class GivenBack:
    """On the tutor's machine with its store open. A laptop that is heard of again is in use again
    by itself (services.laptops_heard)."""

    def __init__(self, tutor: StoreWorker, clock: Clock) -> None:
        self._tutor = tutor
        self._clock = clock

    def in_use(self) -> list[Device]:
        """Those that are waited for, the longest silent first; raises StoreError, as all here."""
        return sorted((each for each in self._known() if not each.given_back), key=_silent)

    def given_back(self) -> list[Device]:
        """Those that were given back, the last one first."""
        gone = (each for each in self._known() if each.given_back)
        return sorted(gone, key=_when, reverse=True)

    def say(self, public: str) -> None:
        """This laptop was given back, or is used no more."""
        self._note(public, self._clock.now().isoformat())

    def take_back(self, public: str) -> None:
        """It is in use after all."""
        self._note(public, "")

    def _known(self) -> list[Device]:
        known = self._tutor.ask(lambda store: Organisation(store).devices())
        return [device for device in known if not device.rehearsal]

    def _note(self, public: str, moment: str) -> None:
        self._tutor.ask(_noted(public, moment))


def _noted(public: str, moment: str) -> Callable[[Store], None]:
    def save(store: Store) -> None:
        ours = Organisation(store)
        device = ours.device(public)
        if device is not None:
            ours.note(replace(device, given_back=moment))

    return save


def _silent(device: Device) -> tuple[str, int, str]:
    return device.heard, device.number, device.public


def _when(device: Device) -> tuple[str, int]:
    return device.given_back, device.number
