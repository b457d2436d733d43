"""A machine's rows become a bundle in a place: step by step, or all steps in one call.

The steps that need a store (``rows_of``, ``Identities.begin``, ``Identities.made``) belong on its
worker; packing and carrying take longer and need none.
"""

import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import msgspec

from digitutor_app import __version__
from digitutor_app.domain.clock import Clock, minute
from digitutor_app.exchange.body import LARGEST_BODY
from digitutor_app.exchange.bundle import Kind, Packed, Sender, line_of, pack
from digitutor_app.exchange.carrying import KEPT, BundleName, Carried, carry
from digitutor_app.exchange.errors import BundleTooLargeError
from digitutor_app.exchange.identity import Device, Identities
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
class Stores:
    """The open stores of a machine; a practice laptop has no tutor store, a locked one neither."""

    practice: Store
    tutor: Store | None = None

    def all(self) -> Iterator[tuple[Store, bool]]:
        """Each store, and whether it is the tutor's."""
        yield self.practice, False
        if self.tutor is not None:
            yield self.tutor, True


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What a bundle says besides its rows."""

    organisation: str
    laptop: str = ""
    clock_unsure: bool = False
    rehearsal: bool = False


@dataclass(frozen=True, slots=True)
class Exported:
    """A bundle that lies in its place: the stick may be pulled out."""

    carried: Carried
    sequence: int
    rows: int


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


def packed(
    rows: Sequence[Rows],
    device: Device,
    recipients: Sequence[str],
    label: Label,
    *,
    now: datetime,
    kind: Kind = Kind.BUNDLE,
) -> tuple[Packed, BundleName]:
    """A bundle of these rows under ``device.sequence`` (of ``Identities.begin``), and its name.

    Raises BundleTooLargeError, NotAKeyError.
    """
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
    name = BundleName.of(label.organisation, device.public, now, kind)
    return pack(lines, sender, device.key, recipients), name


def export_to(
    place: Place,
    stores: Stores,
    identities: Identities,
    recipients: Sequence[str],
    label: Label,
    *,
    clock: Clock,
    kind: Kind = Kind.BUNDLE,
) -> Exported:
    """All steps, on one thread; ``identities`` is of the tutor store where there is one.

    When it returns, the bundle lies in the place. Raises PlaceError, BundleTooLargeError,
    StoreError; whatever it raises, nothing is lost and it may be called again.
    """
    if kind is Kind.TODAY:
        rows = [rows_of_today(stores.practice, clock.now())]
    else:
        rows = [rows_of(store, tutors=tutors) for store, tutors in stores.all()]
    device = identities.begin()
    made, name = packed(rows, device, recipients, label, now=clock.now(), kind=kind)
    identities.made(device.sequence, made.sha256, str(name), made.header.erasures)
    carried = carry(place, made, name, generations=generations_of(device, made))
    return Exported(carried, device.sequence, made.header.rows)


def generations_of(device: Device, made: Packed) -> int:
    """How many of this machine's bundles may stay: only the new one where those before it may
    tell of somebody who has been erased since."""
    before = [own.erasures for own in device.own[-KEPT:]]
    return KEPT if all(erasures == made.header.erasures for erasures in before) else 1
