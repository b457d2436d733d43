"""Where content files lie: a folder on the disk (``Path``), or a pack that is in memory only."""

from collections.abc import Iterable
from typing import Protocol


class Size(Protocol):
    """What is asked about a file."""

    @property
    def st_size(self) -> int:
        """Its bytes."""


class Place(Protocol):
    """The part of ``pathlib.Path`` that readers of content use."""

    @property
    def name(self) -> str:
        """The last part of the way to it."""

    @property
    def parent(self) -> "Place":
        """The folder that it lies in."""

    def __truediv__(self, name: str, /) -> "Place":
        """What lies in this folder under this name."""

    def glob(self, pattern: str, /) -> "Iterable[Place]":
        """What matches, in any order; "*" never reaches into a deeper folder."""

    def is_dir(self) -> bool: ...

    def is_file(self) -> bool: ...

    def stat(self) -> Size:
        """Raises FileNotFoundError."""

    def read_text(self, encoding: str) -> str:
        """Raises FileNotFoundError and UnicodeDecodeError."""


def name_of(place: Place) -> str:
    """To sort places of one folder."""
    return place.name
