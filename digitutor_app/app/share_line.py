"""The shared folder of a laptop, written again and again beside everything else.

A dead network share may hold a writer for minutes. So it has a thread of its own, and the program
never waits for it longer than a moment when it closes: what was being written is torn then and not
believed, and everything is in the store.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.services.laptop import Laptop
from digitutor_app.store.worker import StoreWorker

if TYPE_CHECKING:
    from digitutor_app.services.sharing import Sharing

EVERY_MS: Final = 20_000
#: A folder that has not answered for so long is said not to answer, seconds.
SILENT_AFTER: Final = 60.0
#: So long a closing program waits for a writer, seconds.
PATIENCE: Final = 2.0


class ShareLine(QObject):
    """Writes every twenty seconds while a folder is chosen. Emits ``changed``: it knows more.

    ``written`` is when the folder was last found in order, ``trouble`` why it is not, else None.
    Nobody is told of a trouble but who looks at this laptop's page. ``failed`` gets what nobody
    expected.
    """

    changed = Signal()
    _ended = Signal(int, object)

    def __init__(
        self,
        worker: StoreWorker,
        laptop: Laptop,
        clock: Clock,
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.written: datetime | None = None
        self.trouble: WorldError | None = None
        self._worker = worker
        self._laptop = laptop
        self._clock = clock
        self._failed = failed
        self._chosen: bool | None = None
        self._choice = 0
        self._begun = 0.0
        self._thread: Thread | None = None
        self._sharing: Sharing | None = None
        self._gate = Lock()
        self._closed = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.write)
        self._timer.start(EVERY_MS)

    @property
    def silent(self) -> bool:
        """Whether the folder has not answered for a long time."""
        return self._thread is not None and self._clock.seconds() - self._begun >= SILENT_AFTER

    def write(self) -> None:
        """Write now, unless it is being written; the answer comes later, on this thread."""
        if self._closed or self._chosen is False:
            return
        if self._thread is not None:
            self.changed.emit()
            return
        self._begun = self._clock.seconds()
        job = partial(self._run, self._choice)
        self._thread = Thread(target=job, name="shared-folder", daemon=True)
        self._thread.start()

    def choose(self, folder: Path | None) -> None:
        """Use this folder from now on, or none. Nobody waits for the one before."""
        with self._gate:
            self._choice += 1
            self._thread = self._sharing = None
        self._services(self._choice).choose(folder)
        self._chosen = folder is not None
        self.written = self.trouble = None
        self.write()
        self.changed.emit()

    def close(self) -> None:
        """Write no more; a writer that does not come back is left alone."""
        self._timer.stop()
        with self._gate:
            self._closed = True
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _run(self, choice: int) -> None:
        """On the thread: None when no folder is chosen, the moment, or what went wrong."""
        answer: object
        try:
            sharing = self._services(choice)
            if sharing.folder is None:
                answer = None
            else:
                sharing.write()
                answer = self._clock.now()
        except Exception as error:  # noqa: BLE001 - belongs to the screen's thread
            answer = error
        with self._gate:
            if not self._closed:
                self._ended.emit(choice, answer)

    def _on_ended(self, choice: int, answer: object) -> None:
        if self._closed or choice != self._choice:
            return
        if self._thread is not None:
            self._thread.join()  # telling this was the last that it did
        self._thread = None
        self._chosen = answer is not None
        if isinstance(answer, datetime):
            self.written, self.trouble = answer, None
        elif isinstance(answer, WorldError):
            self.trouble = answer
        elif isinstance(answer, BaseException):
            self._failed(answer)
        self.changed.emit()

    def _services(self, choice: int) -> "Sharing":
        """Most laptops never share anything: what it needs is imported on the thread."""
        sharing = self._sharing
        if sharing is None:
            from digitutor_app.services.joining import Joining
            from digitutor_app.services.sharing import Sharing

            joining = Joining(self._worker, self._laptop)
            sharing = Sharing(self._worker, joining, self._clock)
            with self._gate:
                if choice == self._choice:
                    self._sharing = sharing
        return sharing
