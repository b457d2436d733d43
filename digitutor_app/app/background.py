"""Long work beside the screen's thread; the answer comes back on it."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

T = TypeVar("T")


class BackgroundWork(QObject):
    """One job at a time. An error of a job goes to its ``failed``, never nowhere."""

    _finished = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="background")
        self._answers: dict[int, tuple[Callable[[Any], Any], Callable[[Exception], Any]]] = {}
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def run(
        self, job: Callable[[], T], done: Callable[[T], Any], failed: Callable[[Exception], Any]
    ) -> None:
        """Do the job; then call one of the two on the thread that made this object."""
        future = self._pool.submit(job)
        self._answers[id(future)] = (done, failed)
        future.add_done_callback(self._finished.emit)

    def close(self) -> None:
        """Wait for the running job; drop those that have not begun."""
        self._pool.shutdown(cancel_futures=True)

    def _on_finished(self, future: "Future[Any]") -> None:
        done, failed = self._answers.pop(id(future))
        if future.cancelled():
            return
        error = future.exception()
        if error is None:
            done(future.result())
        elif isinstance(error, Exception):
            failed(error)
        else:
            raise error
