"""Vie tiedot: everything of this tutor's machine in one bundle, for the other tutor machines."""

from dataclasses import replace
from pathlib import Path

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.export import Label, deliver, rows_of
from digitutor_app.exchange.identity import Identities, Own
from digitutor_app.exchange.place import FolderPlace
from digitutor_app.exchange.stick.place import Stick
from digitutor_app.services.clock_check import clock_unsure
from digitutor_app.services.organisation import Organisation
from digitutor_app.store.worker import StoreWorker


class HandingOver:
    """On the tutor's machine with its store open."""

    def __init__(self, practice: StoreWorker, tutor: StoreWorker, clock: Clock) -> None:
        self._practice = practice
        self._tutor = tutor
        self._clock = clock

    def write(self, chosen: Path) -> None:
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
        label = Label(
            recipients=ours.recipients,
            organisation=ours.id,
            clock_unsure=self._practice.ask(lambda store: clock_unsure(store, now)),
        )
        stick = Stick(chosen)
        place = FolderPlace(stick.bundles if stick.is_prepared else chosen)
        deliver(rows, device, label, place, self._remember, now=now)

    def _remember(self, bundle: Own) -> None:
        self._tutor.ask(lambda store: Identities(store).made(bundle))
