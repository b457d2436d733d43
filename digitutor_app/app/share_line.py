"""The shared folder of a laptop, written again and again beside everything else.

Where the program closes while the folder does not answer, what was being written is torn and not
believed, and everything is in the store.
"""

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from digitutor_app.app.own_thread import OwnThread
from digitutor_app.domain.clock import Clock
from digitutor_app.domain.errors import WorldError
from digitutor_app.services.laptop import Laptop
from digitutor_app.store.worker import StoreWorker

if TYPE_CHECKING:
    from digitutor_app.services.sharing import Sharing

EVERY_MS: Final = 20_000


class ShareLine(QObject):
    """Writes every twenty seconds while a folder is chosen. Emits ``changed``: it knows more.

    ``written`` is when the folder was last found in order, ``trouble`` why it is not, else None.
    Nobody is told of a trouble but who looks at this laptop's page. ``failed`` gets what nobody
    expected.
    """

    changed = Signal()

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
        self._sharing: Sharing | None = None
        self._writing = OwnThread("shared-folder", clock)
        self._writing.ended.connect(self._on_ended)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.write)
        self._timer.start(EVERY_MS)

    @property
    def silent(self) -> bool:
        """Whether the folder has not answered for a long time."""
        return self._writing.silent

    def write(self) -> None:
        """Write now, unless it is being written; the answer comes later, on this thread."""
        if self._writing.closed or self._chosen is False:
            return
        if self._writing.busy:
            self.changed.emit()
        else:
            self._writing.begin(partial(self._write, self._sharing))

    def choose(self, folder: Path | None) -> None:
        """Use this folder from now on, or none. Nobody waits for the one before."""
        self._writing.leave()
        self._sharing = self._services()
        self._sharing.choose(folder)
        self._chosen = folder is not None
        self.written = self.trouble = None
        self.write()
        self.changed.emit()

    def close(self) -> None:
        """Write no more."""
        self._timer.stop()
        self._writing.close()

    def _write(self, sharing: "Sharing | None") -> "tuple[Sharing, datetime | None]":
        """On the thread: when it was written, None where no folder is chosen. Most laptops never
        share anything: what it needs is imported here."""
        sharing = sharing or self._services()
        if sharing.folder is None:
            return sharing, None
        sharing.write()
        return sharing, self._clock.now()

    def _on_ended(self, answer: object) -> None:
        self._chosen = True
        if isinstance(answer, WorldError):
            self.trouble = answer
        elif isinstance(answer, BaseException):
            self._failed(answer)
        else:
            assert isinstance(answer, tuple)
            self._sharing, moment = answer
            self._chosen = moment is not None
            if moment is not None:
                self.written, self.trouble = moment, None
        self.changed.emit()

    def _services(self) -> "Sharing":
        from digitutor_app.services.joining import Joining
        from digitutor_app.services.sharing import Sharing

        return Sharing(self._worker, Joining(self._worker, self._laptop), self._clock)
