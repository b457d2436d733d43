"""What the tutor's machine does by itself where its organisation has a server: it exchanges with it
every few minutes.

A server may say nothing for long. Whatever waits for the network holds neither the screen nor a
store.
"""

from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from digitutor_app.app.own_thread import OwnThread
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
        self._gate = Lock()
        self._closed = False
        self._exchanging = OwnThread("server", context.clock, PATIENCE)
        self._exchanging.ended.connect(self._on_ended)
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
        if not self._exchanging.busy:
            self.changed.emit()  # there is no server any more

    def look(self) -> None:
        """Exchange if that is due, and not being done; the answer comes later, on this thread."""
        if self._closed or self._exchanging.busy or not self.in_use:
            return
        tutor, now = self._opened(), self._context.clock.seconds()
        if _is_closed(tutor):
            return
        if tutor is not self._tutor:
            self._tutor = tutor
            self._due = now
        if now < self._due:
            return
        self._due = now + EVERY
        self._exchanging.begin(partial(self._exchange, tutor))

    def close(self) -> None:
        """Break off what goes on; the next exchange takes it up again."""
        self._timer.stop()
        with self._gate:
            self._closed = True
            link = self._link
        if link is not None:
            link.break_off()
        self._exchanging.close()

    def _exchange(self, tutor: TutorContext | None) -> "Brought":
        """On the thread: what came."""
        from digitutor_app.services.server_exchange import ServerExchange

        if self._server is None:
            self._server = ServerExchange(self._folder, self._context.worker, self._context.clock)
            self.at = self._server.last()
        worker = None if tutor is None else tutor.worker
        try:
            return self._server.once(worker, opened=self._hold)
        finally:
            with self._gate:
                self._link = None

    def _hold(self, link: "Link") -> None:
        with self._gate:
            self._link = link
            closed = self._closed
        if closed:
            link.break_off()

    def _on_ended(self, answer: object) -> None:
        if self._tutor is not self._opened() or _is_closed(self._tutor):
            self._due = self._context.clock.seconds()
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


def _is_closed(tutor: TutorContext | None) -> bool:
    """While a tutor is removed the store is written under another key, and nobody has locked it."""
    return tutor is not None and tutor.worker.closed
