"""The bundle ``wb1``: rows of a store in one file, signed by one machine, sealed for some.

``age( length | header | signature | body )``: four bytes (big-endian) say how long the header is,
a JSON object; 64 bytes of Ed25519 sign DOMAIN and the header; the body is one zlib stream of JSON
lines, each ended by a newline. The header holds the SHA-256 of the body as it stands, so not a
byte of it is unpacked before its writer is known. See docs/developer/bundle-format.md.
"""

import hashlib
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Annotated, Any, TypeVar

import msgspec
from msgspec import Meta

from digitutor_app.exchange.body import LARGEST_BODY, MOST_ROWS, row_of, split, squeeze
from digitutor_app.exchange.errors import (
    BundleAlteredError,
    BundleNotForUsError,
    BundleOldError,
    BundleOtherOrganisationError,
    BundleStrangerError,
    BundleTooLargeError,
    BundleTornError,
    NewerSchemaError,
)
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.store.merging import Role
from digitutor_app.store.values import canonical
from digitutor_app.trust.sealing import Identity, NotSealedForUsError, SealBrokenError, seal, unseal
from digitutor_app.trust.signing import SIGNATURE_LENGTH, SigningKey, verify

FORMAT = "wb1"
MAJOR, MINOR = 1, 0
SCHEMA = f"{MAJOR}.{MINOR}"
DOMAIN = b"digitutor bundle wb1\n"
LARGEST_FILE = 64 * 1024 * 1024
LARGEST_HEADER = 64 * 1024
OLDEST = timedelta(days=180)
#: Other years cannot be told in another time zone.
_FIRST_YEAR, _LAST_YEAR = 2, 9998
_LENGTH = struct.Struct(">I")

Hex32 = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
Word = Annotated[str, Meta(max_length=80)]
Count = Annotated[int, Meta(ge=0, le=2**53)]


T = TypeVar("T")


class Kind(StrEnum):
    """Everything a machine has, or only what is going on today."""

    BUNDLE = "bundle"
    TODAY = "today"


class Sender(msgspec.Struct, frozen=True, kw_only=True):
    """What a bundle says of the machine that made it and of the moment.

    ``device`` is its public key, ``sequence`` counts its bundles from 1, ``previous`` is the
    SHA-256 of the file before ("" for the first), ``laptop`` its number in the workshop.
    """

    organisation: Word
    program: Word
    created: Annotated[datetime, Meta(tz=True)]
    device: Hex32
    sequence: Annotated[int, Meta(ge=1, le=2**53)]
    previous: Annotated[str, Meta(pattern=r"\A([0-9a-f]{64})?\Z")] = ""
    kind: Kind = Kind.BUNDLE
    laptop: Word = ""
    erasures: Word = ""
    clock_unsure: bool = False
    rehearsal: bool = False


class Header(Sender, frozen=True, kw_only=True):
    """The whole header; a later program of the same major schema may have added more."""

    format: Word
    schema: Annotated[str, Meta(pattern=r"\A\d{1,4}\.\d{1,4}\Z")]
    rows: Annotated[int, Meta(ge=0, le=MOST_ROWS)]
    body_length: Count
    body_sha256: Hex32


class _Door(msgspec.Struct, frozen=True):
    """The part of a header that every later format keeps."""

    format: Word
    schema: Word
    device: Hex32
    program: Word = ""


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle to be carried away; ``sha256`` (hex) is that of the file."""

    content: bytes
    sha256: str
    header: Header


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle that was opened: whole, and signed by a machine we trust as ``role``."""

    header: Header
    sha256: str
    role: Role
    body: bytes

    def lines(self) -> Iterator[Any]:
        """The rows, one after the other; one that is no JSON we read comes as its text."""
        for line in split(self.body, self.header.body_length):
            yield row_of(line)


def line_of(row: Mapping[str, Any]) -> bytes:
    """A wire row as a line of a bundle (without its end)."""
    return canonical(row).encode()


def pack(
    lines: Iterable[bytes], sender: Sender, key: SigningKey, recipients: Sequence[str]
) -> Packed:
    """Sign and seal lines; ``key`` is the sender's and ``recipients`` are age recipients.

    Raises BundleTooLargeError.
    """
    body, length, rows = squeeze(lines)
    said: dict[str, Any] = {name: getattr(sender, name) for name in sender.__struct_fields__}
    measured: dict[str, Any] = {"rows": rows, "body_length": length, "body_sha256": _sha(body)}
    header = Header(**said, **measured, format=FORMAT, schema=SCHEMA)
    content = seal(_signed(msgspec.json.encode(header, order="sorted"), body, key), recipients)
    if len(content) > LARGEST_FILE:
        raise BundleTooLargeError(f"{len(content)} bytes")
    return Packed(content, _sha(content), header)


def unpack(
    content: bytes,
    identities: Sequence[Identity],
    trusted: Trusted,
    *,
    organisation: str | None = None,
    now: datetime | None = None,
) -> Bundle:
    """Open a bundle and check everything but its rows; raises the BundleError that fits.

    ``now`` given, a bundle older than 180 days is refused, unless its writer could not know the
    day; ``organisation`` given, also one of another organisation.
    """
    inner = _opened(content, identities)
    head, signature, body = _parts(inner)
    role = _signed_by(head, signature, trusted)
    header = _header(head)
    if organisation is not None and header.organisation != organisation:
        raise BundleOtherOrganisationError(header.organisation)
    if now is not None and not header.clock_unsure and header.created < now - OLDEST:
        raise BundleOldError(header.created)
    _check_body(header, body)
    return Bundle(header, _sha(content), role, body)


def _opened(content: bytes, identities: Sequence[Identity]) -> memoryview:
    if len(content) > LARGEST_FILE:
        raise BundleTooLargeError(f"{len(content)} bytes")
    try:
        return memoryview(unseal(content, identities))
    except NotSealedForUsError as error:
        raise BundleNotForUsError from error
    except SealBrokenError as error:
        raise BundleTornError(str(error)) from error


def _parts(inner: memoryview) -> tuple[bytes, bytes, bytes]:
    """Header, signature and body, neither of them believed yet."""
    if len(inner) < _LENGTH.size:
        raise BundleAlteredError("no header")
    (length,) = _LENGTH.unpack_from(inner)
    end = _LENGTH.size + length
    if length > LARGEST_HEADER or len(inner) < end + SIGNATURE_LENGTH:
        raise BundleAlteredError("no whole header")
    start = end + SIGNATURE_LENGTH
    return bytes(inner[_LENGTH.size : end]), bytes(inner[end:start]), bytes(inner[start:])


def _signed_by(head: bytes, signature: bytes, trusted: Trusted) -> Role:
    door = _decoded(head, _Door)
    if not verify(bytes.fromhex(door.device), DOMAIN + head, signature):
        raise BundleAlteredError("the signature does not fit")
    role = trusted.role_of(door.device)
    if role is None:
        raise BundleStrangerError(door.device)
    major = door.schema.partition(".")[0]
    later = major.isdecimal() and len(major) < 5 and int(major) > MAJOR
    if door.format != FORMAT or later:
        raise NewerSchemaError(f"{door.format} {door.schema}", door.program)
    return role


def _header(head: bytes) -> Header:
    header = _decoded(head, Header)
    if header.schema.partition(".")[0] != str(MAJOR):
        raise BundleAlteredError("no such schema")
    if not _FIRST_YEAR <= header.created.year <= _LAST_YEAR:
        raise BundleAlteredError("no such day")
    return header


def _decoded(head: bytes, shape: type[T]) -> T:
    try:
        return msgspec.json.decode(head, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise BundleAlteredError(f"header: {error}") from error


def _check_body(header: Header, body: bytes) -> None:
    if header.body_length > LARGEST_BODY:
        raise BundleTooLargeError(f"{header.body_length} bytes of rows")
    if _sha(body) != header.body_sha256:
        raise BundleAlteredError("the rows are not those that were signed")
    rows = 0
    for _ in split(body, header.body_length):
        rows += 1
        if rows > header.rows:
            break  # a small file may hold hundreds of millions of them
    if rows != header.rows:
        raise BundleAlteredError(f"another number of rows than {header.rows}")


def _signed(head: bytes, body: bytes, key: SigningKey) -> bytes:
    if len(head) > LARGEST_HEADER:
        raise BundleTooLargeError("header")
    return b"".join((_LENGTH.pack(len(head)), head, key.sign(DOMAIN + head), body))


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
