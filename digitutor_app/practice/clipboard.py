"""The practice computer's own clipboard; the clipboard of the real system is never touched."""

from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from digitutor_app.practice.book import Book

_KEY = "clipboard"


class Held(StrEnum):
    """What the clipboard holds."""

    NOTHING = "nothing"
    TEXT = "text"
    COPY = "copy"
    CUT = "cut"


@dataclass(frozen=True, slots=True)
class Clip:
    """The content: ``text`` for TEXT, ``nodes`` (ids of files and folders) for COPY and CUT."""

    held: Held = Held.NOTHING
    text: str = ""
    nodes: tuple[str, ...] = ()


class Clipboard:
    """Holds one thing at a time."""

    def __init__(self, book: Book) -> None:
        self._book = book

    @property
    def clip(self) -> Clip:
        row = self._book.row(_KEY)
        if row is None:
            return Clip()
        nodes = tuple(cast(list[str], row["nodes"]))
        return Clip(Held(str(row["held"])), str(row["text"]), nodes)

    def take(self, clip: Clip) -> None:
        with self._book.deed():
            row = {"held": clip.held.value, "text": clip.text, "nodes": list(clip.nodes)}
            self._book.write(_KEY, row)

    def clear(self) -> None:
        with self._book.deed():
            self._book.erase(_KEY)
