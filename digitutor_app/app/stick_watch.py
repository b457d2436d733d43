"""Which sticks are there: looked for every two seconds, beside everything else."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from digitutor_app.app.own_thread import OwnThread
from digitutor_app.app.places_seen import with_workshop
from digitutor_app.domain.clock import Clock

LOOK_MS: Final = 2_000
Places = Callable[[], list[Path]]


@dataclass(frozen=True, slots=True)
class Sticks:
    """Every place where something is mounted (None: nobody could say), and those on which a
    workshop lies."""

    places: list[Path] | None
    roots: list[Path]


def _always() -> bool:
    return True


class StickWatch(QObject):
    """Emits ``seen(Sticks)`` after each look. ``places`` tells what is mounted, ``wanted`` whether
    to look just now. A failing stick may keep whoever looks: nothing else waits for that."""

    seen = Signal(object)

    def __init__(
        self, places: Places, clock: Clock, parent: QObject, wanted: Callable[[], bool] = _always
    ) -> None:
        super().__init__(parent)
        self._places = places
        self._wanted = wanted
        self._looks = OwnThread("sticks", clock)
        self._looks.ended.connect(self._on_ended)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @property
    def looking(self) -> bool:
        """Whether it looks just now."""
        return self._looks.busy

    def look(self) -> None:
        """Look once; what is seen comes later, on this thread."""
        if not (self._looks.busy or self._looks.closed) and self._wanted():
            self._looks.begin(self._look)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._looks.close()

    def _look(self) -> Sticks:
        places = self._places()
        return Sticks(places, with_workshop(places))

    def _on_ended(self, answer: object) -> None:
        """A volume that cannot be asked is as good as none."""
        self.seen.emit(answer if isinstance(answer, Sticks) else Sticks(None, []))
