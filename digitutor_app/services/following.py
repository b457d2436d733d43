"""The tutor's machine and a shared folder: chosen once, looked at by itself while that is switched
on. What the laptops put there (today's small files, full bundles) is taken in as it comes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.by_hand import place_at
from digitutor_app.services.collected import Collected
from digitutor_app.services.collecting import Collecting
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.worker import StoreWorker

_FOLDER, _ON = "followed_folder", "followed_folder_on"
#: So often the folder is looked at, seconds.
EVERY = 20.0


@dataclass(frozen=True, slots=True)
class Heard:
    """A machine of today: its number (0 for none) and when it last wrote what we have."""

    number: int
    at: datetime


class Following:
    """On the tutor's machine with its store open. ``follow`` takes as long as the folder does."""

    def __init__(self, tutor: StoreWorker, collecting: Collecting, clock: Clock) -> None:
        self._tutor = tutor
        self._collecting = collecting
        self._clock = clock
        self._heard: dict[str, Heard] = {}

    @property
    def folder(self) -> Path | None:
        """The folder that was chosen, None for none."""
        kept = self._tutor.ask(lambda store: store.settings.get(_FOLDER))
        return Path(kept) if kept else None

    @property
    def on(self) -> bool:
        """Whether what comes into the folder is taken in by itself."""
        return self._tutor.ask(lambda store: store.settings.get(_ON)) == "1"

    def choose(self, folder: Path | None) -> None:
        """Choose the folder, or none; another folder is followed only when it is switched on."""
        self._tutor.ask(lambda store: store.settings.put(_FOLDER, str(folder or "")))
        self.switch(on=False)

    def switch(self, *, on: bool) -> None:
        """Take in what comes by itself, or not."""
        self._tutor.ask(lambda store: store.settings.put(_ON, "1" if on else ""))

    def follow(self) -> Collected | None:
        """Take in what is new; None where nothing is chosen or it is switched off.

        Raises PlaceError (the next time may be better) and StoreError.
        """
        folder = self.folder
        if folder is None or not self.on:
            return None
        found = self._collecting.follow(place_at(folder))
        zone = self._clock.now().tzinfo
        for each in found.arrived:
            at = each.bundle.header.created.astimezone(zone)
            before = self._heard.get(each.device.public)
            if not each.rehearsal and (before is None or before.at < at):
                self._heard[each.device.public] = Heard(each.device.number, at)
        return found

    def heard(self) -> Mapping[str, Heard]:
        """Every machine that was heard of today, by public key, however its rows came here."""
        now = self._clock.now()
        heard = {
            device.public: Heard(
                device.number, datetime.fromisoformat(device.heard).astimezone(now.tzinfo)
            )
            for device in self._tutor.ask(lambda store: Organisation(store).devices())
            if device.heard
        }
        for public, each in self._heard.items():
            if public not in heard or heard[public].at < each.at:
                heard[public] = each
        return {p: each for p, each in heard.items() if each.at.date() == now.date()}
