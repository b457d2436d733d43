"""Rows of this laptop become a bundle in a place: packed, remembered, then carried."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from digitutor_app.exchange.bundle import Kind
from digitutor_app.exchange.export import Label, Rows, deliver, rows_of, rows_of_today
from digitutor_app.exchange.identity import Device, Identities, Own
from digitutor_app.exchange.place import Place
from digitutor_app.services.clock_check import clock_unsure
from digitutor_app.services.workshop_here import WorkshopHere
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker


class Delivering:
    """``identities`` tells which machine holds a store."""

    def __init__(self, worker: StoreWorker, identities: Callable[[Store], Identities]) -> None:
        self._worker = worker
        self._identities = identities

    def begin(self, kind: Kind, now: datetime, unless: str = "") -> tuple[Rows, Device] | None:
        """What there is to deliver, and the machine with the next number; None where its digest is
        ``unless``: then nothing has changed."""

        def read(store: Store) -> tuple[Rows, Device] | None:
            rows = rows_of_today(store, now) if kind is Kind.TODAY else rows_of(store, tutors=False)
            if digest_of(rows) == unless:
                return None
            return rows, self._identities(store).begin()

        return self._worker.ask(read)

    def carry(
        self,
        rows: Rows,
        device: Device,
        here: WorkshopHere,
        place: Place,
        *,
        now: datetime,
        kind: Kind = Kind.BUNDLE,
    ) -> None:
        """When this returns the bundle lies in the place and was read back from there.

        Raises PlaceError, BundleTooLargeError, StoreError; nothing is lost then.
        """
        sheet = here.sheet
        label = Label(
            recipients=sheet.recipients,
            organisation=sheet.organisation,
            laptop=str(here.number),
            clock_unsure=self._worker.ask(lambda store: clock_unsure(store, now)),
            rehearsal=sheet.rehearsal,
        )
        deliver([rows], device, label, place, self._remember, now=now, kind=kind)

    def _remember(self, bundle: Own) -> None:
        self._worker.ask(lambda store: self._identities(store).made(bundle))


def digest_of(rows: Rows) -> str:
    """The same for the same rows."""
    return sha256(rows.text).hexdigest()
