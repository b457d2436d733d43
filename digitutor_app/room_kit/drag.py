"""Drags between windows, desktop and tree rows: press, move, let go; Esc takes everything back."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import cast

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.room_kit.targets import Spot, Targets

#: Things are dropped on the nearest target this near, logical pixels (domain/7-accessibility).
SNAP = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Cargo:
    """What is carried.

    ``items`` are node ids (or other ids that the room knows), ``picture`` what hangs on the
    pointer, ``accepts`` tells the names of the targets on which it may fall. ``dropped`` is called
    with the items, the target's name, and True when Ctrl was held (a copy). ``ended`` is called
    after every drag, dropped or taken back.
    """

    items: tuple[str, ...]
    picture: QPixmap
    accepts: Callable[[str], bool]
    dropped: Callable[[tuple[str, ...], str, bool], None]
    ended: Callable[[], None] | None = None


class Drags(QObject):
    """The one drag that may be going on. Emits ``changed`` when anything about it looks different.

    The widget in which it began keeps the pointer; from ``begin`` on its presses come here.
    """

    changed = Signal()

    def __init__(self, targets: Targets, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._targets = targets
        self.cargo: Cargo | None = None
        self.point = QPoint()
        self.over: Spot | None = None
        self._source: QWidget | None = None
        self._keys: QWidget | None = None
        self._tracked = False
        app = cast(QApplication, QApplication.instance())
        app.applicationStateChanged.connect(self._on_state)

    @property
    def going_on(self) -> bool:
        return self.cargo is not None

    @property
    def highlight(self) -> QRect | None:
        """The place where it would fall now, on the screen."""
        return None if self.over is None else self.over.rect

    def begin(self, source: QWidget, cargo: Cargo, point: QPoint) -> None:
        """Begin when the widget's ``Presses.move`` says so; ``point`` is on the screen."""
        self.cancel()
        self.cargo = cargo
        self._source = source
        self._keys = QApplication.focusWidget()
        # Without it Qt would not tell of a movement with no button down.
        self._tracked = source.hasMouseTracking()
        source.setMouseTracking(True)
        source.installEventFilter(self)
        source.destroyed.connect(self.cancel)
        if self._keys is not None and self._keys is not source:
            self._keys.installEventFilter(self)
        self._move(point)

    def cancel(self) -> None:
        """Everything stays where it was."""
        if self.cargo is not None:
            self._end()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        """Another program has come to the front: where the button comes up is not ours to see."""
        if state is not Qt.ApplicationState.ApplicationActive:
            self.cancel()

    def _move(self, point: QPoint) -> None:
        if self.cargo is None:
            return
        self.point = point
        self.over = self._targets.at(point, self.cargo.accepts, SNAP)
        self.changed.emit()

    def _drop(self, point: QPoint, copy: bool) -> None:
        self._move(point)
        cargo, over = self.cargo, self.over
        self._end()
        if cargo is not None and over is not None:
            cargo.dropped(cargo.items, over.name, copy)

    def _end(self) -> None:
        cargo, source, keys = self.cargo, self._source, self._keys
        self.cargo = self.over = self._source = self._keys = None
        if source is not None and shiboken6.isValid(source):
            source.removeEventFilter(self)
            source.setMouseTracking(self._tracked)
            source.destroyed.disconnect(self.cancel)
        if keys is not None and shiboken6.isValid(keys):
            keys.removeEventFilter(self)
        self.changed.emit()
        if cargo is not None and cargo.ended is not None:
            cargo.ended()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if self.cargo is None:
            return False
        if isinstance(event, QMouseEvent):
            return self._on_mouse(event)
        if event.type() == QEvent.Type.UngrabMouse:
            self.cancel()
            return False
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.KeyPress:
                self.cancel()
            event.accept()
            return True
        return False

    def _on_mouse(self, event: QMouseEvent) -> bool:
        point = event.globalPosition().toPoint()
        if event.type() == QEvent.Type.MouseMove:
            if event.buttons() == Qt.MouseButton.NoButton:
                # The button came up where nobody saw it (the mouse was pulled out).
                self.cancel()
                return False
            self._move(point)
            return True
        if event.type() == QEvent.Type.MouseButtonRelease:
            self._drop(point, bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier))
            return True
        return False


def into_folders(items: tuple[str, ...]) -> Callable[[str], bool]:
    """Accepts every folder in whatever shape (icon, tree row, trail, inside), but none of the
    carried ones."""

    def accepts(name: str) -> bool:
        prefix, _colon, node_id = name.partition(":")
        return prefix in ("folder", "tree", "trail", "inside") and node_id not in items

    return accepts
