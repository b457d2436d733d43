"""What the tutor's machine does by itself where its organisation has a server: it exchanges with it
every few minutes.

A server may say nothing for long. So the exchange has a thread of its own: whatever waits for the
network holds neither the screen nor a store, and nobody waits for it longer than a moment.
"""

from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from digitutor_app.domain.errors import WorldError
from digitutor_app.services.context import Context, TutorContext

# Where no server is used, nothing of it is loaded.
if TYPE_CHECKING:
    from datetime import datetime

    from digitutor_app.exchange.server.link import Link
    from digitutor_app.services.server_exchange import Brought, ServerExchange

LOOK_MS: Final = 2_000
#: So often, seconds.
EVERY: Final = 300.0
#: So long the end of the program waits for an exchange that is broken off, seconds.
PATIENCE: Final = 0.5
#: Lies in the data folder where the organiser has configured a server, with the extra that speaks
#: to it (exchange.server.settings names it too).
SETTINGS: Final = "server.toml"
LIBRARY: Final = "psycopg"


class ServerLine(QObject):
    """Looks whether an exchange is due. Emits ``changed`` when it knows more: ``brought`` is what
    the last one did, ``at`` when one succeeded the last time, ``trouble`` why the last one did not.

    While the tutor's store is locked it only sends what the practice store holds.
    """

    changed = Signal()
    _ended = Signal(object)

    def __init__(
        self,
        folder: Path,
        context: Context,
        opened: Callable[[], TutorContext | None],
        failed: Callable[[BaseException], None],
    ) -> None:
        super().__init__()
        self.brought: Brought | None = None
        self.at: datetime | None = None
        self.trouble: WorldError | None = None
        self._folder = folder
        self._context = context
        self._opened = opened
        self._failed = failed
        self._tutor: TutorContext | None = None
        self._due = 0.0
        self._server: ServerExchange | None = None
        self._link: Link | None = None
        self._thread: Thread | None = None
        self._gate = Lock()
        self._closed = False
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    @property
    def in_use(self) -> bool:
        """Whether this is a tutor's machine with a server and with what speaks to it."""
        there = (self._folder / SETTINGS).is_file() and find_spec(LIBRARY) is not None
        return there and self._context.gate.is_set and not self._context.rehearsal

    def now(self) -> None:
        """Exchange at once: somebody wants to see it."""
        self._due = self._context.clock.seconds()
        self.look()
        if self._thread is None:
            self.changed.emit()  # there is no server any more

    def look(self) -> None:
        """Exchange if that is due, and not being done; the answer comes later, on this thread."""
        if self._closed or self._thread is not None or not self.in_use:
            return
        tutor, now = self._opened(), self._context.clock.seconds()
        if tutor is not self._tutor:
            self._tutor = tutor
            self._due = now
        if now < self._due:
            return
        self._due = now + EVERY
        self._thread = Thread(target=self._run, args=[tutor], name="server", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Break off what goes on; the next exchange takes it up again."""
        self._timer.stop()
        with self._gate:
            self._closed = True
            link = self._link
        if link is not None:
            link.break_off()
        if self._thread is not None:
            self._thread.join(PATIENCE)

    def _run(self, tutor: TutorContext | None) -> None:
        """On the thread: what came, or what went wrong."""
        answer: object
        try:
            answer = self._exchange(tutor)
        except Exception as error:  # noqa: BLE001 - belongs to the screen's thread
            answer = error
        with self._gate:
            self._link = None
            if not self._closed:
                self._ended.emit((tutor, answer))

    def _exchange(self, tutor: TutorContext | None) -> "Brought":
        from digitutor_app.services.server_exchange import ServerExchange

        if self._server is None:
            self._server = ServerExchange(self._folder, self._context.worker, self._context.clock)
            self.at = self._server.last()
        worker = None if tutor is None else tutor.worker
        return self._server.once(worker, opened=self._hold)

    def _hold(self, link: "Link") -> None:
        with self._gate:
            self._link = link
            closed = self._closed
        if closed:
            link.break_off()

    def _on_ended(self, ended: tuple[TutorContext | None, object]) -> None:
        self._thread = None
        tutor, answer = ended
        if self._closed:
            return
        if tutor is not self._opened():
            self.look()  # locked or opened meanwhile: what was broken off comes now
            return
        if isinstance(answer, WorldError):
            self.trouble = answer
        elif isinstance(answer, BaseException):
            self._failed(answer)
        else:
            self._on_brought(answer)
        self.changed.emit()

    def _on_brought(self, answer: object) -> None:
        from digitutor_app.services.server_exchange import Brought

        assert isinstance(answer, Brought)
        self.trouble, self.at, self.brought = None, answer.at, answer
