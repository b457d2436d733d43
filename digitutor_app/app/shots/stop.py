"""One stop of a tour: what the window shows just now, under a name that says so."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from digitutor_app.app.shots.visitor import Visitor


@dataclass(frozen=True, slots=True)
class Stop:
    """``name`` is a file name without ending; ``shown`` is the window, or the question over it.

    ``moving``: the program shows something itself, so two visits never see quite the same.
    ``foreign``: a dialog of the system, whose words and places are not ours.
    """

    name: str
    shown: QWidget
    moving: bool = False
    foreign: bool = False


#: Walks and stops; what it stops at is looked at before it goes on.
Tour = Callable[[Visitor], Iterator[Stop]]
