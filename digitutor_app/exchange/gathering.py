"""What lies in a place is opened one by one; bundles of newer programs are kept for later."""

import hashlib
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from digitutor_app.exchange.bundle import LARGEST_FILE, Bundle, unpack
from digitutor_app.exchange.carrying import SUFFIX, Candidate, candidates, fetch
from digitutor_app.exchange.errors import BundleError, PlaceError, PlaceGoneError
from digitutor_app.exchange.place import Place
from digitutor_app.exchange.trusted import Trusted
from digitutor_app.trust.new_file import write_new
from digitutor_app.trust.sealing import Identity

#: So many bundles of newer programs are kept at most.
MOST_WAITING = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Opener:
    """What it takes to open bundles: our keys, whom we trust, whose organisation we are."""

    identities: Sequence[Identity]
    trusted: Trusted
    organisation: str | None = None
    now: datetime | None = None

    def open(self, content: bytes) -> Bundle:
        """Raises BundleError."""
        return unpack(
            content,
            self.identities,
            self.trusted,
            organisation=self.organisation,
            now=self.now,
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A file of a place: the bundle in it, or why there is none for us."""

    candidate: Candidate
    bundle: Bundle | None = None
    error: BundleError | PlaceError | None = None
    content: bytes = b""


def gather(place: Place, opener: Opener, known: Container[str] = ()) -> Iterator[Found]:
    """Open what is new here, today's small files first. Needs no store.

    ``known`` holds marks (``Candidate.mark``) of files that were dealt with; a torn file should
    not be among them: it may be whole the next time. Raises PlaceGoneError when the stick is out.
    """
    for candidate in candidates(place, known):
        try:
            content = fetch(place, candidate)
        except PlaceGoneError as error:
            if _is_there(place, candidate):
                raise
            yield Found(candidate, error=error)
            continue
        except (PlaceError, BundleError) as error:
            yield Found(candidate, error=error)
            continue
        try:
            yield Found(candidate, bundle=opener.open(content), content=content)
        except BundleError as error:
            yield Found(candidate, error=error, content=content)


def keep_for_later(folder: Path, content: bytes) -> Path | None:
    """Keep a bundle of a newer program (NewerSchemaError) whole; None where too many wait.

    Raises OSError.
    """
    kept = folder / f"{hashlib.sha256(content).hexdigest()}{SUFFIX}"
    if kept.exists():
        return kept
    if len(waiting(folder)) >= MOST_WAITING:
        return None
    folder.mkdir(mode=0o700, exist_ok=True)
    write_new(kept, content)
    return kept


def waiting(folder: Path) -> list[Path]:
    """The bundles that were kept; to be tried again by every newer program, then removed."""
    return sorted(path for path in folder.glob(f"*{SUFFIX}") if path.stat().st_size <= LARGEST_FILE)


def _is_there(place: Place, candidate: Candidate) -> bool:
    """Whether the file is listed still; raises PlaceError where the place itself is gone."""
    return any(entry.name == candidate.entry.name for entry in place.entries())
