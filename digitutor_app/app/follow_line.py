"""What the tutor's machine does by itself while its store is open: it follows the shared folder,
and tries again what newer programs have written.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from digitutor_app.app.own_thread import OwnThread
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.services.context import TutorContext

if TYPE_CHECKING:
    from digitutor_app.services.collected import Collected

LOOK_MS: Final = 2_000


class FollowLine(QObject):
    """Looks whether something is due. Emits ``changed`` when it knows more: ``came`` is what the
    folder brought the last time something came, ``at`` when it was last read, ``trouble`` why it
    could not be.
    """

    changed = Signal()

    def __init__(
        self,
        opened: Callable[[], TutorContext | None],
        clock: Clock,
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.came: Collected | None = None
        self.at: datetime | None = None
        self.trouble: WorldError | None = None
        self._opened = opened
        self._clock = clock
        self._failed = failed
        self._tutor: TutorContext | None = None
        self._due, self._first = 0.0, True
        self._following = OwnThread("follow", clock)
        self._following.ended.connect(self._on_ended)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @property
    def silent(self) -> bool:
        """Whether the folder has not answered for a long time."""
        return self._following.silent

    def now(self) -> None:
        """Follow at once: somebody has chosen something."""
        self._due = self._clock.seconds()
        self.came = self.at = self.trouble = None
        self.look()

    def look(self) -> None:
        """Do what is due, unless it is being done; the answer comes later, on this thread."""
        tutor, now = self._opened(), self._clock.seconds()
        if tutor is None or self._following.busy or self._following.closed:
            return
        if tutor.worker.closed:
            return  # the store is being written under another key
        if tutor is not self._tutor:
            self._tutor = tutor
            self._due, self._first = now, True
        if now < self._due:
            return
        from digitutor_app.services.following import EVERY

        self._due = now + EVERY
        first, self._first = self._first, False
        self._following.begin(partial(_follow, tutor, first=first))

    def close(self) -> None:
        """Follow no more."""
        self._timer.stop()
        self._following.close()

    def _on_ended(self, answer: object) -> None:
        if self._tutor is not self._opened() or self._tutor is None or self._tutor.worker.closed:
            return  # locked meanwhile: what was being read comes the next time
        if isinstance(answer, WorldError):
            self.trouble = answer
        elif isinstance(answer, BaseException):
            self._failed(answer)
        elif answer is not None:
            self._on_came(answer)
        self.changed.emit()

    def _on_came(self, came: object) -> None:
        from digitutor_app.services.collected import Collected

        assert isinstance(came, Collected)
        self.trouble, self.at = None, self._clock.now()
        if came.arrived or came.refused or self.came is None:
            self.came = came


def _follow(tutor: TutorContext, *, first: bool) -> "Collected | None":
    """On the thread: what came, None where nothing is followed."""
    if first:
        tutor.collecting.take_waiting()
    return tutor.following.follow()
