"""What ends a press whose button nobody will see coming up."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

_PRESSES = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)


class Interruption(QObject):
    """Watches the presses on one widget. Emits ``happened``, once for a press, when it cannot be
    followed any further: the system has taken the pointer away, another program has come to the
    front, or the pointer moves with no button down (the mouse was pulled out).

    It comes before the widget hears of the movement. While a button is down the widget tracks the
    pointer: otherwise Qt would keep such a movement from it.
    """

    happened = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._tracks = widget.hasMouseTracking()
        self._down = False
        widget.installEventFilter(self)
        app = cast(QApplication, QApplication.instance())
        app.applicationStateChanged.connect(self._on_state)

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self._end()

    def _end(self) -> None:
        if self._down:
            self._set_down(down=False)
            self.happened.emit()

    def _set_down(self, *, down: bool) -> None:
        if down and not self._down:
            self._tracks = self._widget.hasMouseTracking()
        self._down = down
        self._widget.setMouseTracking(down or self._tracks)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind == QEvent.Type.UngrabMouse:
            self._end()
        elif isinstance(event, QMouseEvent):
            if kind in _PRESSES:
                self._set_down(down=True)
            elif self._down and event.buttons() == Qt.MouseButton.NoButton:
                if kind == QEvent.Type.MouseMove:
                    self._end()
                else:
                    self._set_down(down=False)
        return False
