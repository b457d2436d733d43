"""Long work beside the screen's thread; the answer comes back on it."""

from collections.abc import Callable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")
#: So long a closing program waits for a job, seconds. A stick that fails or a dead printer may
#: keep one for ever; whatever a job has not finished, the next start finds as it was before.
PATIENCE: Final = 10.0
_Job = tuple["Future[Any]", Callable[[], Any]]


class BackgroundWork(QObject):
    """One job at a time. An error of a job goes to its ``failed``, never nowhere."""

    _finished = Signal(object)

    def __init__(self, patience: float | None = PATIENCE) -> None:
        """``patience``: so many seconds ``close`` waits at most; None for as long as it takes."""
        super().__init__()
        self._patience = patience
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._gate = Lock()
        self._closed = False
        self._answers: dict[int, tuple[Callable[[Any], Any], Callable[[Exception], Any]]] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self, job: Callable[[], T], done: Callable[[T], Any], failed: Callable[[Exception], Any]
    ) -> None:
        """Do the job; then call one of the two on the thread that made this object."""
        future: Future[Any] = Future()
        self._answers[id(future)] = (done, failed)
        self._jobs.put((future, job))
        if self._thread is None:
            self._thread = Thread(target=self._work, name="background", daemon=True)
            self._thread.start()

    def close(self) -> None:
        """Wait for the running job; drop those that have not begun."""
        with self._gate:
            self._closed = True
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(self._patience)

    def _work(self) -> None:
        while (waiting := self._jobs.get()) is not None and not self._closed:
            future, job = waiting
            try:
                future.set_result(job())
            except BaseException as error:  # noqa: BLE001 - goes to the thread that asked
                future.set_exception(error)
            with self._gate:
                if not self._closed:
                    self._finished.emit(future)

    def _on_finished(self, future: "Future[Any]") -> None:
        done, failed = self._answers.pop(id(future))
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error
