"""Vie tiedot: everything of this tutor's machine in one bundle, for the other tutor machines."""

from dataclasses import replace
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.carrying import carry
from digitutor_app.exchange.export import Exported, Label, generations_of, packed, rows_of
from digitutor_app.exchange.identity import Identities
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.place import BUNDLES, FOLDER
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.worker import StoreWorker


class HandingOver:
    """On the tutor's machine with its store open."""

    def __init__(self, practice: StoreWorker, tutor: StoreWorker, clock: Clock) -> None:
        self._practice = practice
        self._tutor = tutor
        self._clock = clock

    def write(self, chosen: Path) -> Exported:
        """Write both stores, signed with the organisation's key, sealed for its tutor machines.

        Onto a stick of a workshop it goes where the laptops' bundles lie. When it returns, the
        bundle lies there and was read back. Raises PlaceError, BundleTooLargeError, StoreError;
        nothing is lost then and it may be called again.
        """
        now = self._clock.now()
        rows = [
            self._practice.ask(lambda store: rows_of(store, tutors=False)),
            self._tutor.ask(lambda store: rows_of(store, tutors=True)),
        ]
        ours = self._tutor.ask(Organisation)
        device = replace(self._tutor.ask(lambda store: Identities(store).begin()), key=ours.key)
        label = Label(organisation=ours.id)
        made, name = packed(rows, device, ours.recipients, label, now=now)
        self._tutor.ask(
            lambda store: Identities(store).made(
                device.sequence, made.sha256, str(name), made.header.erasures
            )
        )
        on_stick = chosen / FOLDER / BUNDLES
        place = FolderPlace(on_stick if on_stick.is_dir() else chosen)
        carried = carry(place, made, name, generations=generations_of(device, made))
        return Exported(carried, device.sequence, made.header.rows)
