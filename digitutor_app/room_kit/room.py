"""A room: one program of the practice computer on screen, and what it may ask of the desktop."""

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.clock import Clock
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Window
from digitutor_app.room_kit.drag import Drags
from digitutor_app.room_kit.layer import Layer
from digitutor_app.room_kit.pictures import Picture
from digitutor_app.room_kit.targets import Targets
from digitutor_app.room_kit.touch import Touch
from digitutor_app.ui_kit.look import Look


class Desk(Protocol):
    """What a room may ask of the desktop."""

    targets: Targets
    clock: Clock
    look: Look
    touch: Touch
    drags: Drags

    def may(self, target: str) -> bool:
        """Whether training wheels allow this target now.

        False: it was refused and the learner has been told; the room then does nothing.
        """

    def set_layer(self, owner: QObject, layer: Layer | None) -> None:
        """Show the owner's only layer in place of the one it had; None takes it off.

        The desktop owns the layer from then on. Connect its signals before.
        """

    def share(self, point: QPoint) -> tuple[int, int]:
        """Where a point of the screen lies on the desktop: thousandths from the left and the top.

        For rows: a screen of another size shows the same.
        """

    def point(self, share: tuple[int, int]) -> QPoint:
        """The point of the screen of such a place."""

    def open_node(self, node_id: str, by: str) -> None:
        """Open a file or folder in whatever program opens it; ``by`` is "pointer" or "keys"."""

    def open_window(self, window_id: str, by: str) -> None:
        """Open a window (``document:plan``) or bring it to the front, in a deed, and tell of it.

        Rather than ``computer.windows.open``: a new window fills a desktop that is too small.
        """


class Room(QObject):
    """Base of every room. Emits ``observed`` after the state has changed.

    A room keeps all state that must survive undo, saving and a language change in rows of
    ``computer.book``; ``refresh`` makes the screen show what the rows say. Keys are read in
    ``keyPressEvent`` of its widgets, never by QShortcut (a demonstration could not press those).
    """

    observed = Signal(object)

    def __init__(self, computer: Computer, desk: Desk) -> None:
        super().__init__()
        self.computer = computer
        self.desk = desk

    def content(self, window: Window) -> QWidget:
        """Make the inside of one of its windows; the desktop owns the widget and deletes it."""
        raise NotImplementedError

    def title(self, window: Window) -> str:
        """The words in the title bar and on the taskbar, in the running language."""
        raise NotImplementedError

    def icon(self, window: Window) -> Picture:  # noqa: ARG002 - others look at the window
        """The small picture beside the title."""
        return Picture.PROGRAM

    def refresh(self, keys: frozenset[str]) -> None:
        """Rows with these keys changed (also by undo and resume): show what they say."""

    def set_words(self) -> None:
        """The language changed: show every word anew."""

    # For the room whose programs deal with files; the desktop's icons ask these.

    def open_node(self, node_id: str, by: str) -> None:
        """Open a file or folder of the desktop."""

    def menu_for(self, node_ids: Sequence[str], at: QPoint, by: str) -> None:
        """Show the menu of the selected icons (none: of the desktop); ``at`` is on the screen."""

    def command(self, key: str, node_ids: Sequence[str]) -> bool:  # noqa: ARG002 - see above
        """A key such as "Delete" or "Ctrl+C" on the selected icons; False when it means nothing."""
        return False

    def drop(self, node_ids: Sequence[str], target: str, *, copy: bool) -> None:
        """Icons of the desktop were dropped on a target (``folder:…``, ``inside:…``)."""
