"""One bundle on the tutor's machine: looked at, or taken into both stores with all that follows."""

from collections.abc import Callable, Iterable
from functools import partial

from digitutor_app.domain.clock import Clock
from digitutor_app.exchange.bundle import Bundle
from digitutor_app.exchange.importing import (
    Part,
    Preview,
    look_into,
    preview,
    take_into,
)
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.services.collected import Arrived
from digitutor_app.services.laptops_heard import after, as_told
from digitutor_app.services.organisation import Device, Organisation
from digitutor_app.store.worker import StoreWorker


class TakingIn:
    """On the open stores of a tutor's machine. What counts is what ``trusted`` says."""

    def __init__(self, practice: StoreWorker, tutor: StoreWorker, clock: Clock) -> None:
        self._practice = practice
        self._tutor = tutor
        self._clock = clock

    def look(self, bundle: Bundle, trusted: Trusted) -> Arrived:
        """What it would bring; nothing changes. Raises StoreError."""
        return Arrived(self._device(bundle), self._both(look_into, bundle, trusted), bundle)

    def take(self, bundle: Bundle, trusted: Trusted) -> Arrived:
        """Take it in (that of a rehearsal is only looked at), once: again it changes nothing.

        Raises StoreError; taking it again completes what was begun.
        """
        if bundle.header.rehearsal:
            return self.look(bundle, trusted)
        said = self._both(take_into, bundle, trusted)
        self._erase_too(said.to_erase_too)
        before = self._device(bundle)
        device = after(before, bundle, self._clock.now())
        if device != before and device.public in trusted.roles:
            self._tutor.ask(lambda store: _note_laptop(Organisation(store), device))
        return Arrived(device, said, bundle)

    def _both(self, act: Callable[..., Part], bundle: Bundle, trusted: Trusted) -> Preview:
        """What both stores say, one after the other."""
        parts = [
            worker.ask(partial(act, bundle=bundle, trusted=trusted, tutors=tutors))
            for worker, tutors in ((self._practice, False), (self._tutor, True))
        ]
        return preview(bundle, parts)

    def _erase_too(self, people: Iterable[str]) -> None:
        """People joined with somebody who was erased: our signature makes it travel."""
        ours = self._tutor.ask(Organisation)
        for person_id in people:
            for worker in (self._practice, self._tutor):
                worker.ask(partial(ours.erase, subject=person_id))

    def _device(self, bundle: Bundle) -> Device:
        public = bundle.header.device
        known = self._tutor.ask(lambda store: Organisation(store).device(public))
        return as_told(known, bundle.header)


def _note_laptop(ours: Organisation, device: Device) -> None:
    """A tutor's machine is no laptop."""
    if device.public not in {machine.public for machine in ours.machines()}:
        ours.note(device)
