"""The hand at the mouse and on the keys, for all windows of the program at once."""

from typing import Final, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import (
    QGuiApplication,
    QInputDevice,
    QKeyEvent,
    QMouseEvent,
    Qt,
    QWindow,
)
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.press_guard import KeyGuard

_PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
_MOUSE: Final = (*_PRESSES, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseMove)
_KEYS: Final = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_EXCHANGED: Final = {
    Qt.MouseButton.LeftButton: Qt.MouseButton.RightButton,
    Qt.MouseButton.RightButton: Qt.MouseButton.LeftButton,
}
_MODIFIERS: Final = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr)
#: Devices whose first button is a touch or the tip of a pen: these have no left and right.
_TIPS: Final = (
    QInputDevice.DeviceType.TouchScreen,
    QInputDevice.DeviceType.Stylus,
    QInputDevice.DeviceType.Airbrush,
)


class Hands(QObject):
    """Exchanges the mouse buttons for a left hand, and drops keys that bounce for a calm one.

    It stands where the events of the machine enter the program's windows, so that all else (double
    clicks, menus, who holds the pointer) follows by itself. Only while somebody wants it does it
    see any event. Emits nothing.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._exchanges = False
        self._watching = False
        self._unheard = _Unheard(self)
        self._keys = KeyGuard()
        look.changed.connect(self._fit)
        self._fit()

    def _fit(self) -> None:
        wanted = self._look.display.left_handed or self._look.display.calm
        if wanted and not self._watching:
            _program().installEventFilter(self)
            self._watching = True
        elif not wanted and QGuiApplication.mouseButtons() == Qt.MouseButton.NoButton:
            # A press that has begun ends as it began; the next one looks again.
            self.let_go()

    def let_go(self) -> None:
        """See no event any more."""
        if self._watching:
            _program().removeEventFilter(self)
            self._watching = self._exchanges = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _MOUSE and isinstance(watched, QWindow) and event.spontaneous():
            return self._exchange(watched, cast(QMouseEvent, event))
        if kind in _KEYS and isinstance(watched, QWindow) and event.spontaneous():
            return self._bounces(cast(QKeyEvent, event))
        return False

    # The mouse

    def _exchange(self, window: QWindow, event: QMouseEvent) -> bool:
        """Send the event again with the other button; whether that was done."""
        if event.type() in _PRESSES and event.buttons() == event.button():
            self._exchanges = self._look.display.left_handed
            self._fit()
        nothing = event.button() == event.buttons() == Qt.MouseButton.NoButton
        if not self._exchanges or nothing or event.device().type() in _TIPS:
            return False
        again = QMouseEvent(
            event.type(),
            event.position(),
            event.scenePosition(),
            event.globalPosition(),
            _EXCHANGED.get(event.button(), event.button()),
            _exchanged(event.buttons()),
            event.modifiers(),
            event.pointingDevice(),
        )
        again.setTimestamp(event.timestamp())
        if event.flags() & Qt.MouseEventFlag.MouseEventCreatedDoubleClick:
            # The double click itself follows at once, and is what widgets are told.
            self._unheard.send(window, again)
            return True
        QCoreApplication.sendEvent(window, again)
        event.setAccepted(again.isAccepted())
        return True

    # The keys

    def _bounces(self, event: QKeyEvent) -> bool:
        """Whether a key only bounced under the finger, in a field that takes text."""
        focus = QApplication.focusWidget()
        writes = focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        if event.isAutoRepeat() or not writes or event.key() in _MODIFIERS:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            self._keys.ended(event.key(), event.timestamp())
            return False
        bounce = self._look.presses.patience.bounce_ms
        return not self._keys.allows(event.key(), event.timestamp(), bounce)


class _Unheard(QObject):
    """Sends a press that holds the pointer for a widget without the widget, or anybody, hearing it:
    Qt can mark such presses, we cannot."""

    def send(self, window: QWindow, press: QMouseEvent) -> None:
        # The filter that comes last is asked first.
        _program().installEventFilter(self)
        QCoreApplication.sendEvent(window, press)
        _program().removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget)


def _program() -> QCoreApplication:
    return cast(QCoreApplication, QCoreApplication.instance())


def _exchanged(buttons: Qt.MouseButton) -> Qt.MouseButton:
    left, right = Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton
    others = buttons & ~(left | right)
    return others | (right if buttons & left else others) | (left if buttons & right else others)
