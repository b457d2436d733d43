"""Watches presses and keys on a desktop, for the common mistakes; changes nothing."""

import weakref
from collections.abc import Callable
from typing import Final, cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.domain.hands import Key, Press, Release
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.touch import near

#: How near a press is "almost" (domain/2, 2.1, G4), logical pixels.
ALMOST: Final = 24
_PRESSES: Final = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick)
#: Names of large things that lie under others.
_GROUND: Final = ("inside:", "ground", "floor", "window:", "title:", "list")


class HandWatch(QObject):
    """Watches presses on the desktop, and keys on the whole ``page`` around it: who types while the
    keyboard is outside types into no field.

    Emits ``pressed(Press)`` and ``keyed(Key)`` before the practice computer handles them,
    ``released(Release)`` and ``key_done()`` after. ``wanted`` gives the targets that may be meant.
    """

    pressed = Signal(object)
    released = Signal(object)
    keyed = Signal(object)
    key_done = Signal()

    def __init__(
        self, desktop: Desktop, wanted: Callable[[], frozenset[str]], page: QWidget
    ) -> None:
        super().__init__(desktop)
        self._page = weakref.ref(page)
        self._desktop = weakref.ref(desktop)
        self._wanted = wanted
        self._down: QPoint | None = None
        self._button = Qt.MouseButton.NoButton
        self._moved = False
        self._times = 0
        self._release = QTimer(self)
        self._release.setSingleShot(True)
        self._release.timeout.connect(self._on_released)
        self._key = QTimer(self)
        self._key.setSingleShot(True)
        self._key.timeout.connect(self.key_done)
        cast(QApplication, QApplication.instance()).installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if not isinstance(event, (QMouseEvent, QKeyEvent)):
            # The whole program's events come by here; most of them are none of a hand's.
            return False
        kind = event.type()
        if kind in _PRESSES:
            if self._holds(watched):
                self._on_press(cast(QMouseEvent, event))
        elif kind is QEvent.Type.MouseButtonRelease:
            if self._down is not None and self._holds(watched):
                self._on_release(cast(QMouseEvent, event))
        elif kind is QEvent.Type.KeyPress and self._is_on_page(watched):
            self._on_key(cast(QKeyEvent, event), watched)
        return False

    def _holds(self, watched: QObject) -> bool:
        desktop = self._desktop()
        if desktop is None or not shiboken6.isValid(desktop) or not isinstance(watched, QWidget):
            return False
        return watched is desktop or desktop.isAncestorOf(watched)

    def _is_on_page(self, watched: QObject) -> bool:
        page = self._page()
        if page is None or not shiboken6.isValid(page) or not isinstance(watched, QWidget):
            return False
        return watched is page or page.isAncestorOf(watched)

    def _on_press(self, event: QMouseEvent) -> None:
        desktop, here = self._desktop(), event.globalPosition().toPoint()
        if desktop is None or (self._down == here and self._button is event.button()):
            return  # the same press on its way up from widget to widget
        self._down, self._button, self._moved = here, event.button(), False
        spot = desktop.targets.at(self._down, _is_thing)
        target = "" if spot is None else spot.name
        main = event.button() is Qt.MouseButton.LeftButton
        self.pressed.emit(Press(main, target, "" if target else self._near(desktop, self._down)))

    def _near(self, desktop: Desktop, point: QPoint) -> str:
        """The wanted target that the press missed by a little."""
        for name in sorted(self._wanted()):
            spot = desktop.targets.look(name)
            if spot is not None and near(point, _nearest(spot.rect, point), ALMOST):
                return name
        return ""

    def _on_release(self, event: QMouseEvent) -> None:
        desktop = self._desktop()
        if desktop is None or self._down is None:
            return
        here = event.globalPosition().toPoint()
        self._moved = not near(here, self._down, desktop.touch.slack)
        self._down = None
        self._release.start(0)

    def _on_released(self) -> None:
        self.released.emit(Release(self._moved))

    def _on_key(self, event: QKeyEvent, watched: QObject) -> None:
        if self._key.isActive():
            return  # on its way up, as above
        text = event.text()
        command = event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        )
        letter = len(text) == 1 and text.isprintable() and text != " " and not command
        self._times = self._times + 1 if event.isAutoRepeat() else 1
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        capital = text.isalpha() and text.isupper() is not shift
        field = isinstance(watched, QWidget) and watched.testAttribute(
            Qt.WidgetAttribute.WA_InputMethodEnabled
        )
        self.keyed.emit(Key(letter, capital, self._times, field))
        self._key.start(0)


def _is_thing(name: str) -> bool:
    return not name.startswith(_GROUND)


def _nearest(rect: QRect, point: QPoint) -> QPoint:
    return QPoint(
        min(max(point.x(), rect.left()), rect.right()),
        min(max(point.y(), rect.top()), rect.bottom()),
    )
