"""What a round of collecting has brought, laptop by laptop, or would bring."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from digitutor_app.exchange.bundle import Bundle
from digitutor_app.exchange.errors import BundleError, PlaceError
from digitutor_app.exchange.importing import Preview
from digitutor_app.services.organisation import Device


@dataclass(frozen=True, slots=True)
class Arrived:
    """One bundle: from which laptop, what it brings or has brought."""

    device: Device
    preview: Preview
    bundle: Bundle

    @property
    def rehearsal(self) -> bool:
        """Of a rehearsal: it is shown and never taken in."""
        return self.bundle.header.rehearsal


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not taken in, and why."""

    name: str
    error: BundleError | PlaceError


@dataclass(frozen=True, slots=True)
class Collected:
    """A whole round. ``missing``: numbers that have delivered nothing today; ``joined``: how many
    came back with their code on another laptop; ``behind``: numbers whose newest is of an earlier
    round of today, and when that was."""

    arrived: Sequence[Arrived] = ()
    refused: Sequence[Refused] = ()
    missing: Sequence[int] = ()
    joined: int = 0
    numbers: Sequence[int] = ()
    behind: Sequence[tuple[int, datetime]] = ()
