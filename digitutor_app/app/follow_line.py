"""What the tutor's machine does by itself while its store is open: it follows the shared folder,
and tries again what newer programs have written.

A dead network share may hold a reader for minutes. So it has a thread of its own, which nobody
waits for longer than a moment.
"""

from collections.abc import Callable
from datetime import datetime
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.services.context import TutorContext

if TYPE_CHECKING:
    from digitutor_app.services.collected import Collected

LOOK_MS: Final = 2_000
#: A folder that has not answered for so long is said not to answer, seconds.
SILENT_AFTER: Final = 60.0
PATIENCE: Final = 2.0


class FollowLine(QObject):
    """Looks whether something is due. Emits ``changed`` when it knows more: ``came`` is what the
    folder brought the last time something came, ``at`` when it was last read, ``trouble`` why it
    could not be.
    """

    changed = Signal()
    _ended = Signal(object)

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
        self._begun = 0.0
        self._thread: Thread | None = None
        self._gate = Lock()
        self._closed = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @property
    def silent(self) -> bool:
        """Whether the folder has not answered for a long time."""
        return self._thread is not None and self._clock.seconds() - self._begun >= SILENT_AFTER

    def now(self) -> None:
        """Follow at once: somebody has chosen something."""
        self._due = self._clock.seconds()
        self.came = self.at = self.trouble = None
        self.look()

    def look(self) -> None:
        """Do what is due, unless it is being done; the answer comes later, on this thread."""
        tutor, now = self._opened(), self._clock.seconds()
        if tutor is None or self._closed or self._thread is not None:
            return
        if tutor is not self._tutor:
            self._tutor = tutor
            self._due, self._first = now, True
        if now < self._due:
            return
        from digitutor_app.services.following import EVERY

        self._begun = now
        self._due = now + EVERY
        first, self._first = self._first, False
        self._thread = Thread(target=self._run, args=[tutor, first], name="follow", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Follow no more; a reader that does not come back is left alone."""
        self._timer.stop()
        with self._gate:
            self._closed = True
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _run(self, tutor: TutorContext, first: bool) -> None:
        """On the thread: what came (None: nothing is followed), or what went wrong."""
        answer: object
        try:
            if first:
                tutor.collecting.take_waiting()
            answer = tutor.following.follow()
        except Exception as error:  # noqa: BLE001 - belongs to the screen's thread
            answer = error
        with self._gate:
            if not self._closed:
                self._ended.emit((tutor, answer))

    def _on_ended(self, ended: tuple[TutorContext, object]) -> None:
        self._thread = None
        tutor, answer = ended
        if self._closed or tutor is not self._opened():
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
