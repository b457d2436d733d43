"""The practice computer: one book, and the parts that read and write it."""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import timedelta
from pathlib import PurePosixPath
from typing import Any

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.book import Book
from digitutor_app.practice.clipboard import Clipboard
from digitutor_app.practice.files import Files
from digitutor_app.practice.nodes import DESKTOP, Node, NodeKind, Words
from digitutor_app.practice.pretend_clock import START, PretendClock
from digitutor_app.practice.windows import Windows


class Computer:
    """A whole pretend computer. It never touches the real system's files, mail or clipboard.

    Rooms keep their own state in rows of ``book`` whose key begins with the room's id.
    """

    def __init__(self) -> None:
        self.book = Book()
        self.words = Words()
        self.clock = PretendClock(self.book)
        self.files = Files(self.book, self.clock, self.words)
        self.clipboard = Clipboard(self.book)
        self.windows = Windows(self.book)

    def begin(self, files: Sequence[str] = (), windows: Sequence[str] = ()) -> None:
        """Fill a fresh computer: paths of ids below the desktop, and windows that are open.

        A path that ends in "/" is a folder; folders on the way come by themselves. The last part's
        ending is the file type: ``house/inbox/plan.odt`` makes the file ``plan`` in ``inbox``.
        """
        # What is there already was made yesterday, one minute after the other.
        self.clock.set(START - timedelta(days=1))
        for path in files:
            self._add_path(path)
        self.clock.set(START)
        for window_id in windows:
            self.windows.open(window_id)

    def deed(self) -> AbstractContextManager[None]:
        """Everything done inside is one act for Peru."""
        return self.book.deed()

    def observe(self, observation: Observation) -> None:
        """Write what was done into the log, for conditions to ask."""
        self.book.note(observation)

    def undo(self) -> bool:
        """Take back the last deed; False when there is none."""
        return self.book.undo()

    def open(self, window_id: str) -> None:
        """Ask for a window of any program: ``document:plan``. The desktop shows it."""
        self.windows.open(window_id)

    def to_plain(self) -> dict[str, Any]:
        return self.book.to_plain()

    def load(self, plain: Mapping[str, Any]) -> None:
        self.book.load(plain)

    def _add_path(self, path: str) -> None:
        parent = DESKTOP
        parts = PurePosixPath(path).parts
        for index, part in enumerate(parts):
            last = index == len(parts) - 1
            is_file = last and not path.endswith("/")
            name, dot, ending = part.partition(".") if is_file else (part, "", "")
            if self.files.get(name) is None:
                self.files.add(
                    Node(
                        id=name,
                        kind=NodeKind.FILE if is_file else NodeKind.FOLDER,
                        parent=parent,
                        base=name,
                        ending=dot + ending,
                        changed=self.clock.minute_on(),
                    )
                )
            parent = name
