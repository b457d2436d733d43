"""Hears, from Windows, that the session is locked or that the machine goes to sleep.

Written by Microsoft's pages and checked by types; it has not been run on Windows.
"""

import ctypes
import sys
from typing import Final

from PySide6.QtCore import QAbstractNativeEventFilter, QByteArray, QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

WM_POWERBROADCAST: Final = 0x0218
PBT_APMSUSPEND: Final = 0x0004
WM_WTSSESSION_CHANGE: Final = 0x02B1
WTS_SESSION_LOGOFF: Final = 0x6
WTS_SESSION_LOCK: Final = 0x7
NOTIFY_FOR_THIS_SESSION: Final = 0
_KINDS: Final = (b"windows_generic_MSG", b"windows_dispatcher_MSG")


class _Message(ctypes.Structure):
    """MSG of the Windows API, as far as it is read here."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w_param", ctypes.c_size_t),
        ("l_param", ctypes.c_ssize_t),
    )


def means_lock(message: int, w_param: int) -> bool:
    """Whether a message tells of a locked or ended session, or of sleep."""
    if message == WM_WTSSESSION_CHANGE:
        return w_param in (WTS_SESSION_LOCK, WTS_SESSION_LOGOFF)
    return message == WM_POWERBROADCAST and w_param == PBT_APMSUSPEND


class _Filter(QAbstractNativeEventFilter):
    def __init__(self, heard: "WindowsScreenLock") -> None:
        super().__init__()
        self._heard = heard

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self,
        eventType: QByteArray | bytes | bytearray | memoryview,  # noqa: N803 - Qt's name
        message: int,
    ) -> object:
        if QByteArray(eventType).data() in _KINDS:
            told = _Message.from_address(int(message))
            if means_lock(told.message, told.w_param):
                self._heard.locked.emit()
        return False, 0


class WindowsScreenLock(QObject):
    """Emits ``locked`` when the session is locked or ended, and before sleep."""

    locked = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._handle = int(window.winId())
        self._filter = _Filter(self)
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self._filter)
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(
                ctypes.c_void_p(self._handle), NOTIFY_FOR_THIS_SESSION
            )

    def close(self) -> None:
        """Hear no more."""
        if sys.platform == "win32":
            ctypes.windll.wtsapi32.WTSUnRegisterSessionNotification(ctypes.c_void_p(self._handle))
        application = QCoreApplication.instance()
        if application is not None:
            application.removeNativeEventFilter(self._filter)
