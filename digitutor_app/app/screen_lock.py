"""Hears, over D-Bus, that the screen is locked or that the machine goes to sleep."""

from typing import Final

from PySide6.QtCore import SLOT, QObject, Signal, Slot
from PySide6.QtDBus import QDBusConnection

#: Desktops that tell on the session's bus: all with the signal ActiveChanged(on).
SCREEN_SAVERS: Final = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)
_LOGIN: Final = "org.freedesktop.login1"


class ScreenLock(QObject):
    """Emits ``locked`` when the screen locks, when the session is told to lock, and before sleep.

    Where a bus is missing nothing is heard from it. A signal counts whoever sends it and from
    whichever path: the worst it can do is to lock.
    """

    locked = Signal()

    def __init__(
        self,
        session: QDBusConnection | None = None,
        system: QDBusConnection | None = None,
        parent: QObject | None = None,
    ) -> None:
        """The buses are those of this machine unless given."""
        super().__init__(parent)
        self._session = session or QDBusConnection.sessionBus()
        self._system = system or QDBusConnection.systemBus()
        on, now = SLOT("_on_active(bool)"), SLOT("_on_lock()")
        if self._session.isConnected():
            for name in SCREEN_SAVERS:
                self._hear(self._session, name, "ActiveChanged", on)
        if self._system.isConnected():
            self._hear(self._system, f"{_LOGIN}.Manager", "PrepareForSleep", on)
            self._hear(self._system, f"{_LOGIN}.Session", "Lock", now)

    def _hear(self, bus: QDBusConnection, interface: str, name: str, slot: object) -> None:
        bus.connect("", "", interface, name, self, slot)  # type: ignore[call-overload] # takes SLOT

    @Slot(bool)
    def _on_active(self, on: bool) -> None:
        if on:
            self.locked.emit()

    @Slot()
    def _on_lock(self) -> None:
        self.locked.emit()

    def close(self) -> None:
        """Hear no more."""
        self.blockSignals(True)
