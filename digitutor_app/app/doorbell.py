"""A second start on the same data folder rings at the first one, whose window then comes forward.

A local socket of this user (on Windows a named pipe); nothing of it reaches a network.
"""

import sys
import time
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from digitutor_app.app.folder_lock import FolderLock

#: How long the first program may take to answer: it may be starting at this moment.
PATIENCE: Final = 10.0
_PAUSE: Final = 0.1
_HERE: Final = b"here"


class Heard(Enum):
    """What came of ringing: the window came forward, nobody answered, or the folder is free."""

    CAME = auto()
    SILENT = auto()
    FREE = auto()


class Doorbell(QObject):
    """Waits for rings of later starts. Emits ``raiseRequested``."""

    raiseRequested = Signal()

    def __init__(self, lock: FolderLock, parent: QObject | None = None) -> None:
        """Only for the program that holds the lock."""
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_ring)
        # What a program that ended badly has left.
        QLocalServer.removeServer(lock.name)
        self._server.listen(lock.name)

    @property
    def hangs(self) -> bool:
        """Whether rings can be heard at all."""
        return self._server.isListening()

    def close(self) -> None:
        """Hear nothing more."""
        self._server.close()

    def _on_ring(self) -> None:
        while self._server.hasPendingConnections():
            visitor = self._server.nextPendingConnection()
            visitor.disconnected.connect(visitor.deleteLater)
            visitor.write(_HERE)
            visitor.flush()
            visitor.disconnectFromServer()
        self.raiseRequested.emit()


def ring(lock: FolderLock, patience: float = PATIENCE) -> Heard:
    """Ring at the program that holds the lock, for ``patience`` seconds at most; takes the lock
    where that program has ended meanwhile."""
    until = time.monotonic() + patience
    _let_come_forward()
    while time.monotonic() < until:
        if lock.take():
            return Heard.FREE
        visitor = QLocalSocket()
        visitor.connectToServer(lock.name)
        if visitor.waitForConnected(_milliseconds(until)):
            visitor.waitForReadyRead(_milliseconds(until))
            answer = bytes(visitor.readAll().data())
            visitor.abort()
            if answer == _HERE:
                return Heard.CAME
        time.sleep(_PAUSE)
    return Heard.SILENT


def _milliseconds(until: float) -> int:
    return max(1, int((until - time.monotonic()) * 1000))


if sys.platform == "win32":
    import ctypes

    def _let_come_forward() -> None:
        """Only the program that was just started may let another one come to the front."""
        ctypes.windll.user32.AllowSetForegroundWindow(-1)

else:

    def _let_come_forward() -> None:
        """Here any window may ask to come to the front."""
