"""The organiser's look of all papers: kept in the settings of the tutor's store."""

import base64
import json
from dataclasses import replace

from digitutor_app.domain.errors import WorldError
from digitutor_app.domain.letterhead import (
    LEAST_FOR_LINES,
    LEAST_FOR_TEXT,
    PLAIN,
    Letterhead,
    contrast_on_white,
)
from digitutor_app.printing.logo import read_logo
from digitutor_app.store.store import Store
from digitutor_app.store.worker import StoreWorker

MOST_LOGOS = 3
_WORDS = "letterhead"
_LOGO = "letterhead.logo.{number}"


class FaintColourError(WorldError):
    """A colour that is hard to see on white paper; ``which`` is "accent" or "second"."""

    def __init__(self, which: str) -> None:
        super().__init__(which)
        self.which = which


class TooManyLogosError(WorldError):
    """MOST_LOGOS stand on the papers already."""


class Letterheads:
    """Reads and writes the one letterhead of this store."""

    def __init__(self, tutor: StoreWorker) -> None:
        self._tutor = tutor

    def get(self) -> Letterhead:
        """As it is kept, or that of Digitutor itself."""
        words, logos = self._tutor.ask(_read)
        if not words:
            return replace(PLAIN, logos=logos)
        said = json.loads(words)
        return Letterhead(
            organisers=tuple(said["organisers"]),
            logos=logos,
            accent=said["accent"],
            second=said["second"],
            funder=said["funder"],
        )

    def put(self, letterhead: Letterhead) -> None:
        """Keep names, colours and the funder's words; logos stay. Raises FaintColourError."""
        if contrast_on_white(letterhead.accent) < LEAST_FOR_TEXT:
            raise FaintColourError("accent")
        if contrast_on_white(letterhead.second) < LEAST_FOR_LINES:
            raise FaintColourError("second")
        words = json.dumps(
            {
                "organisers": letterhead.organisers,
                "accent": letterhead.accent,
                "second": letterhead.second,
                "funder": letterhead.funder,
            },
            ensure_ascii=False,
        )
        self._tutor.ask(lambda store: store.settings.put(_WORDS, words))

    def add_logo(self, content: bytes) -> None:
        """Put a picture file last among the logos; raises LogoError and TooManyLogosError."""
        logos = self.get().logos
        if len(logos) >= MOST_LOGOS:
            raise TooManyLogosError(f"{len(logos)} logos")
        self._put_logos((*logos, read_logo(content)))

    def take_logo(self, index: int) -> None:
        """Take the logo with this place in the row away, from 0."""
        logos = list(self.get().logos)
        del logos[index]
        self._put_logos(tuple(logos))

    def _put_logos(self, logos: tuple[bytes, ...]) -> None:
        kept = [base64.b64encode(logo).decode() for logo in logos]
        kept += [""] * (MOST_LOGOS - len(kept))

        def write(store: Store) -> None:
            for number, text in enumerate(kept, start=1):
                store.settings.put(_LOGO.format(number=number), text)

        self._tutor.ask(write)


def _read(store: Store) -> tuple[str, tuple[bytes, ...]]:
    texts = (store.settings.get(_LOGO.format(number=n + 1)) for n in range(MOST_LOGOS))
    return store.settings.get(_WORDS), tuple(base64.b64decode(text) for text in texts if text)
