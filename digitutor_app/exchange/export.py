"""A machine's rows become a bundle in a place: packed, remembered, then carried.

What needs a store (``rows_of``, ``Identities.begin``, ``Identities.made``) belongs on its worker;
packing and carrying take longer and need none.
"""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from digitutor_app import __version__
from digitutor_app.domain.clock import minute
from digitutor_app.exchange.body import LARGEST_BODY
from digitutor_app.exchange.bundle import Kind, Packed, Sender, line_of, pack
from digitutor_app.exchange.carrying import KEPT, BundleName, Carried, carry
from digitutor_app.exchange.errors import BundleTooLargeError
from digitutor_app.exchange.identity import Device, Own
from digitutor_app.exchange.place import Place
from digitutor_app.store.erasures import erasure_hash
from digitutor_app.store.merging import FROM_PRACTICE, outgoing
from digitutor_app.store.store import Store
from digitutor_app.store.tables import CALL, COMING, PERSON, STEP_DONE, TABLES, VISIT

#: What a today file tells of the people who were here this day.
_TODAY_TABLES = (PERSON, VISIT, CALL, COMING, STEP_DONE)


@dataclass(frozen=True, slots=True)
class Rows:
    """What one store hands out: JSON lines, and the hash of those whom it has forgotten."""

    text: bytes
    erasures: str

    def texts(self) -> Iterator[bytes]:
        """The rows as text, each without its end of line."""
        for line in io.BytesIO(self.text):
            yield line[:-1]

    @property
    def lines(self) -> Iterator[dict[str, Any]]:
        """The wire rows, one after the other."""
        for text in self.texts():
            yield msgspec.json.decode(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """For whom a bundle is sealed, and what it says besides its rows."""

    recipients: Sequence[str]
    organisation: str
    laptop: str = ""
    clock_unsure: bool = False
    rehearsal: bool = False


def rows_of(store: Store, *, tutors: bool) -> Rows:
    """Everything of one store that travels from it.

    The practice store hands out what practice keys may deliver, the tutor store everything else.
    """
    tables = [table for table in TABLES if (table.name in FROM_PRACTICE) is not tutors]
    return Rows(_text(outgoing(store, tables)), erasure_hash(store.database))


def rows_of_today(store: Store, now: datetime) -> Rows:
    """What is going on in the room: the people of this day, their calls and steps."""
    visits = [*store.visits.open_visits(), *store.visits.of_day(now.date())]
    here = {visit.person_id for visit in visits}
    lines = (line for line in outgoing(store, _TODAY_TABLES) if line["s"] in here)
    return Rows(_text(lines), erasure_hash(store.database))


def _text(lines: Iterable[Mapping[str, Any]]) -> bytes:
    """Raises BundleTooLargeError."""
    text = bytearray()
    for line in lines:
        text += line_of(line) + b"\n"
        if len(text) > LARGEST_BODY:
            raise BundleTooLargeError("rows")
    return bytes(text)


def deliver(
    rows: Sequence[Rows],
    device: Device,
    label: Label,
    place: Place,
    remember: Callable[[Own], object],
    *,
    now: datetime,
    kind: Kind = Kind.BUNDLE,
) -> Carried:
    """Make a bundle of these rows under ``device.sequence`` (of ``Identities.begin``), have it
    remembered (by ``Identities.made``), and only then carry it to the place.

    When it returns, the bundle lies there and was read back. Raises PlaceError, NotAKeyError,
    BundleTooLargeError, StoreError; whatever it raises, nothing is lost and it may be called again.
    """
    name = BundleName.of(label.organisation, device.public, now, kind)
    made = _packed(rows, device, label, now=now, kind=kind)
    remember(Own(device.sequence, made.sha256, str(name), made.header.erasures))
    return carry(place, made, name, generations=generations_of(device, made))


def _packed(
    rows: Sequence[Rows], device: Device, label: Label, *, now: datetime, kind: Kind
) -> Packed:
    sender = Sender(
        organisation=label.organisation,
        program=__version__,
        created=minute(now.astimezone(UTC)),
        device=device.public,
        sequence=device.sequence,
        previous=device.previous,
        kind=kind,
        laptop=label.laptop,
        erasures=rows[0].erasures,
        clock_unsure=label.clock_unsure,
        rehearsal=label.rehearsal,
    )
    lines = (line for some in rows for line in some.texts())
    return pack(lines, sender, device.key, label.recipients)


def generations_of(device: Device, made: Packed) -> int:
    """How many of this machine's bundles may stay: only the new one where those before it may
    tell of somebody who has been erased since."""
    before = [own.erasures for own in device.own[-KEPT:]]
    return KEPT if all(erasures == made.header.erasures for erasures in before) else 1
