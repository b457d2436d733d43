"""How a machine takes the pointer away in the middle of a press."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication

_NONE = Qt.MouseButton.NoButton


def _pulled_out(widget, point):
    """The mouse comes back, and no button is down."""
    there = QPointF(widget.mapToGlobal(point))
    plain = Qt.KeyboardModifier.NoModifier
    event = QMouseEvent(QEvent.Type.MouseMove, QPointF(point), there, _NONE, _NONE, plain)
    QApplication.sendEvent(widget, event)


def _ungrabbed(widget, _point):
    QApplication.sendEvent(widget, QEvent(QEvent.Type.UngrabMouse))


def _other_program(_widget, _point):
    changed = QGuiApplication.instance().applicationStateChanged
    changed.emit(Qt.ApplicationState.ApplicationInactive)
    changed.emit(Qt.ApplicationState.ApplicationActive)


#: By name: each is given the widget that was pressed and a point in it.
WAYS = {"pulled out": _pulled_out, "ungrabbed": _ungrabbed, "other program": _other_program}
