"""Work that may not come back for minutes, as with a dead network share: on a thread of its own,
for which nobody waits longer than a moment.
"""

from collections.abc import Callable
from threading import Lock, Thread, current_thread
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal

from digitutor_app.domain.clock import Clock

#: Work that has not come back for so long is said to be silent, seconds.
SILENT_AFTER: Final = 60.0
#: So long a closing program waits for it, seconds.
PATIENCE: Final = 2.0


class OwnThread(QObject):
    """One job at a time. Emits ``ended(answer)`` on the thread that made it: what the job returned,
    or the exception that it raised. Once it is ``closed`` it says nothing more."""

    ended = Signal(object)
    _told = Signal(object, object)

    def __init__(self, name: str, clock: Clock, patience: float = PATIENCE) -> None:
        super().__init__()
        self._name = name
        self._clock = clock
        self._patience = patience
        self._begun = 0.0
        self._thread: Thread | None = None
        self._gate = Lock()
        self.closed = False
        self._told.connect(self._on_told, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether there is a job whose answer has not come yet."""
        return self._thread is not None

    @property
    def silent(self) -> bool:
        """Whether it has been busy with the same job for a long time."""
        return self.busy and self._clock.seconds() - self._begun >= SILENT_AFTER

    def begin(self, job: Callable[[], object]) -> None:
        """Begin a job, where it is not busy."""
        self._begun = self._clock.seconds()
        self._thread = Thread(target=self._run, args=[job], name=self._name, daemon=True)
        self._thread.start()

    def leave(self) -> None:
        """Hear nothing more of the job that goes on, and be ready for another."""
        self._thread = None

    def close(self) -> None:
        """Wait a moment; a job that does not come back is left alone."""
        with self._gate:
            self.closed = True
        if self._thread is not None:
            self._thread.join(self._patience)

    def _run(self, job: Callable[[], object]) -> None:
        answer: object
        try:
            answer = job()
        except Exception as error:  # noqa: BLE001 - belongs to the screen's thread
            answer = error
        with self._gate:
            if not self.closed:
                self._told.emit(current_thread(), answer)

    def _on_told(self, thread: Thread, answer: object) -> None:
        if self.closed or thread is not self._thread:
            return
        thread.join()  # telling this was the last that it did
        self._thread = None
        self.ended.emit(answer)
