"""Bundles to a place and from it, so that a torn or half-copied file is never believed.

Names are unique and never written over. A file gets its name only when it lies on the device and
reads back as what it is; and whoever reads believes no name, only a whole bundle (design, data
3.2). A machine writes into its own folder only and removes only its own files.
"""

import hashlib
import re
import secrets
import unicodedata
from collections.abc import Container, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

from digitutor_app.exchange.bundle import LARGEST_FILE, Kind, Packed
from digitutor_app.exchange.errors import (
    BundleTooLargeError,
    BundleTornError,
    PlaceError,
    PlaceFullError,
    PlaceUntrueError,
)
from digitutor_app.exchange.place import Entry, Place
from digitutor_app.trust.sealing import FIRST_LINE

SUFFIX = ".wb1"
DRAFT = ".part"
DEVICE_LETTERS = 8
KEPT = 2
_ORGANISATION_LETTERS = 14
_TODAY = "-today"
_NAME = re.compile(r"([a-z0-9]{1,14})-([0-9a-f]{8})-(\d{8}T\d{6}Z)-([0-9a-f]{6})(-today)?\.wb1")
_MOMENT = "%Y%m%dT%H%M%SZ"
#: A larger file is read only where it begins as a bundle does, bytes.
_LOOKED_AT = 64 * 1024
_NOT_OURS = (".sync-conflict-", "~")


@dataclass(frozen=True, slots=True)
class BundleName:
    """What a bundle's file name says; it is a hint, never a proof."""

    organisation: str
    device: str
    made: str
    chance: str
    kind: Kind = Kind.BUNDLE

    @classmethod
    def of(cls, organisation: str, device: str, made: datetime, kind: Kind) -> "BundleName":
        """A name that nobody has given before: ASCII, shorter than 60 characters."""
        moment = made.astimezone(UTC).strftime(_MOMENT)
        return cls(plain(organisation), device[:8], moment, secrets.token_hex(3), kind)

    @classmethod
    def read(cls, name: str) -> "BundleName | None":
        """The name's parts, None for any other name."""
        found = _NAME.fullmatch(name.rpartition("/")[2])
        if not found:
            return None
        kind = Kind.TODAY if found[5] else Kind.BUNDLE
        return cls(found[1], found[2], found[3], found[4], kind)

    def __str__(self) -> str:
        end = _TODAY if self.kind is Kind.TODAY else ""
        return f"{self.organisation}-{self.device}-{self.made}-{self.chance}{end}{SUFFIX}"


@dataclass(frozen=True, slots=True)
class Carried:
    """A bundle that lies on the device and read back whole: the stick may be pulled out."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """A file that may be a bundle; ``device`` is the beginning of a public key, "" if unknown."""

    entry: Entry
    device: str = ""
    made: str = ""
    kind: Kind = Kind.BUNDLE

    @property
    def mark(self) -> str:
        return self.entry.mark


def plain(organisation: str) -> str:
    """The organisation's name as the beginning of a file name."""
    letters = unicodedata.normalize("NFKD", organisation.lower()).encode("ascii", "ignore").decode()
    return re.sub("[^a-z0-9]", "", letters)[:_ORGANISATION_LETTERS] or "digitutor"


def carry(place: Place, packed: Packed, name: BundleName, *, generations: int = KEPT) -> Carried:
    """Put a bundle there. When this returns it lies there, whatever happens next.

    So many ``generations`` of this machine's bundles of its kind stay, the new one among them.
    Raises PlaceError; then whatever was there before is still there (but for this machine's
    drafts and, where room was short, its oldest bundles).
    """
    folder = packed.header.device[:DEVICE_LETTERS]
    target = f"{folder}/{name}"
    draft = f"{target}{DRAFT}"
    _make_room(place, len(packed.content), folder)
    try:
        place.write_new(draft, packed.content)
        _read_back(place, draft, packed)
        place.rename(draft, target)
        place.sync(target)
        _read_back(place, target, packed)
    except PlaceError:
        with suppress(PlaceError):
            place.remove(draft)
        raise
    with suppress(PlaceError):  # the new bundle stands; the old ones go the next time
        _remove(place, _older(place, folder, name.kind, generations, but=target))
    return Carried(target, packed.sha256)


def candidates(place: Place, known: Container[str] = ()) -> list[Candidate]:
    """What may be bundles here, those in ``known`` (by mark) left out.

    Today's small files first, then machine by machine, the newest of each first; whoever takes
    in a newer full bundle of a machine needs no older one. Raises PlaceError.
    """
    found = [_candidate(entry) for entry in place.entries() if _may_be(entry.name)]
    fresh = [candidate for candidate in found if candidate.mark not in known]
    fresh.sort(key=_newest, reverse=True)
    return sorted(fresh, key=_machine)


def fetch(place: Place, candidate: Candidate) -> bytes:
    """The file's content; raises PlaceError, and BundleError for what can be no bundle."""
    if candidate.entry.size > LARGEST_FILE:
        raise BundleTooLargeError(f"{candidate.entry.size} bytes")
    if candidate.entry.size > _LOOKED_AT and not _begins_well(place, candidate.entry.name):
        raise BundleTornError("not sealed")
    content = place.read(candidate.entry.name, LARGEST_FILE + 1)
    if len(content) > LARGEST_FILE:
        raise BundleTooLargeError("more than was said")
    return content


def _begins_well(place: Place, name: str) -> bool:
    """Many large files that are no bundles are told apart without reading them all."""
    return place.read(name, len(FIRST_LINE)) == FIRST_LINE


def own_names(place: Place, device: str) -> list[str]:
    """Names of whole bundles there that carry this machine's name, in whatever folder."""
    found = (entry.name for entry in place.entries() if _may_be(entry.name))
    return [name for name in found if _device(name) == device[:DEVICE_LETTERS]]


def _may_be(name: str) -> bool:
    parts = name.split("/")
    last = parts[-1]
    hidden = any(part.startswith((".", "~")) for part in parts)
    return last.endswith(SUFFIX) and not hidden and not any(sign in last for sign in _NOT_OURS)


def _candidate(entry: Entry) -> Candidate:
    said = BundleName.read(entry.name)
    if said is None:
        return Candidate(entry)
    return Candidate(entry, said.device, said.made, said.kind)


def _machine(candidate: Candidate) -> tuple[bool, bool, str]:
    return candidate.kind is not Kind.TODAY, not candidate.device, candidate.device


def _newest(candidate: Candidate) -> tuple[str, int, str]:
    return candidate.made, candidate.entry.changed, candidate.entry.name


def _device(name: str) -> str:
    said = BundleName.read(name)
    return said.device if said else ""


def _read_back(place: Place, name: str, packed: Packed) -> None:
    content = place.read(name, len(packed.content) + 1)
    if hashlib.sha256(content).hexdigest() != packed.sha256:
        raise PlaceUntrueError(name)


def _make_room(place: Place, size: int, folder: str) -> None:
    """Room for the file twice: drafts of earlier tries go, and if need be old bundles of ours."""
    entries = place.entries()
    drafts = [entry.name for entry in entries if entry.name.startswith(f"{folder}/")]
    _remove(place, [name for name in drafts if name.endswith(f"{SUFFIX}{DRAFT}")])
    if _too_small(place, size):
        for kind in Kind:
            _remove(place, _older(place, folder, kind, 1))
        if _too_small(place, size):
            raise PlaceFullError(2 * size)


def _too_small(place: Place, size: int) -> bool:
    free = place.free()
    return free is not None and free < 2 * size


def _older(place: Place, folder: str, kind: Kind, kept: int, *, but: str = "") -> Sequence[str]:
    """This machine's bundles of one kind in its folder, without the newest ``kept``."""
    names = {entry.name: BundleName.read(entry.name) for entry in place.entries()}
    own = [
        (said.made, name)
        for name, said in names.items()
        if said and name == f"{folder}/{said}" and said.device == folder and said.kind is kind
    ]
    newest_first = sorted(own, key=lambda each: (each[1] == but, each), reverse=True)
    return [name for _, name in newest_first[kept:]]


def _remove(place: Place, names: Iterable[str]) -> None:
    for name in names:
        place.remove(name)
