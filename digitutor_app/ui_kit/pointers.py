"""The pointer of the mouse in the size that a person has chosen, over every widget there is."""

from typing import Final, cast

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPointF
from PySide6.QtGui import QCursor, QGuiApplication, QPainter, QPixmap, Qt
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.ui_kit.look import Look
from digitutor_app.ui_kit.pointer_shapes import REACH, drawn_shape, paint_pointer

#: When another widget may be under the pointer, or wants another pointer.
_NEWS: Final = (
    QEvent.Type.Enter,
    QEvent.Type.Leave,
    QEvent.Type.CursorChange,
)


class Pointers(QObject):
    """Draws the pointers at 1.5, 2 or 3 times their size; at their usual size, the machine's own
    are shown and nothing is watched. Emits nothing.

    It covers what the widgets ask for with one cursor of the application, which follows the widget
    under the pointer: no widget needs to know.
    """

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._percent = 100
        self._shape: Qt.CursorShape | None = None
        self._under: QWidget | None = None
        look.changed.connect(self._fit)
        self._fit()

    @property
    def shape(self) -> Qt.CursorShape | None:
        """The pointer that is drawn now; None while the machine's own is shown."""
        return self._shape

    def let_go(self) -> None:
        """Show the machine's own pointers again."""
        if self._percent != 100:
            self._program.removeEventFilter(self)
            self._percent = 100
        if self._shape is not None:
            QGuiApplication.restoreOverrideCursor()
            self._shape = self._under = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _NEWS and isinstance(watched, QWidget):
            # While a button is held, Qt tells of no entering and leaving: the widget keeps it.
            if kind == QEvent.Type.Enter:
                self._under = watched
            elif kind == QEvent.Type.Leave:
                self._under = _still_under(watched.parentWidget())
            self._follow()
        return False

    @property
    def _program(self) -> QCoreApplication:
        return cast(QCoreApplication, QCoreApplication.instance())

    def _fit(self) -> None:
        wanted = self._look.display.pointer
        if wanted == self._percent:
            return
        self.let_go()
        if wanted != 100:
            self._percent = wanted
            self._program.installEventFilter(self)
            self._under = QApplication.widgetAt(QCursor.pos())
            self._follow()

    def _follow(self) -> None:
        """Show the pointer that the widget under it asks for."""
        under = self._under if self._under is not None and shiboken6.isValid(self._under) else None
        shape = drawn_shape(Qt.CursorShape.ArrowCursor if under is None else under.cursor().shape())
        if shape == self._shape:
            return
        cursor = large_cursor(shape, self._percent)
        if self._shape is None:
            QGuiApplication.setOverrideCursor(cursor)
        else:
            QGuiApplication.changeOverrideCursor(cursor)
        self._shape = shape


def _still_under(widget: QWidget | None) -> QWidget | None:
    """The nearest widget around a place that the pointer has not left."""
    while widget is not None and not widget.underMouse():
        widget = widget.parentWidget()
    return widget


def large_cursor(shape: Qt.CursorShape, percent: int) -> QCursor:
    """A pointer drawn at this size, sharp on the screen that the program runs on."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    reach = round(REACH * percent / 100)
    picture = QPixmap(round(2 * reach * ratio), round(2 * reach * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    paint_pointer(painter, shape, QPointF(reach, reach), percent)
    painter.end()
    return QCursor(picture, reach, reach)
