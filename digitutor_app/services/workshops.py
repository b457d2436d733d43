"""Workshops that the tutor has written down."""

from digitutor_app.domain.workshops import Workshop
from digitutor_app.store.worker import StoreWorker


class Workshops:
    """Keeps workshops in the tutor's store."""

    def __init__(self, tutor: StoreWorker) -> None:
        self._tutor = tutor

    def put(self, workshop: Workshop) -> None:
        self._tutor.ask(lambda store: store.workshops.put(workshop))

    def all(self) -> list[Workshop]:
        """Every workshop, the newest day first."""
        return sorted(
            self._tutor.ask(lambda store: store.workshops.all()), key=lambda w: w.day, reverse=True
        )
