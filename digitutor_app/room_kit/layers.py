"""The layers that lie over the desktop just now, and where the keyboard goes when they go."""

import weakref

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.room_kit.layer import Layer


class Layers(QObject):
    """At most one layer for each owner; the newest lies on top and has the keyboard."""

    def __init__(self, desktop: QWidget) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._layers: dict[QObject, Layer] = {}
        self._focus_before: weakref.ref[QWidget] | None = None

    def of(self, owner: QObject) -> Layer | None:
        return self._layers.get(owner)

    def top(self) -> Layer | None:
        return next(reversed(self._layers.values()), None)

    def set_layer(self, owner: QObject, layer: Layer | None) -> None:
        """Put the owner's layer in place of the one it had; None takes it off."""
        focus = QApplication.focusWidget()
        if not self._layers:
            self._focus_before = None if focus is None else weakref.ref(focus)
        old = self._layers.pop(owner, None)
        if layer is not None:
            self._layers[owner] = layer
            layer.setParent(self._desktop)
        self.arrange()
        if layer is not None:
            layer.show()
            if self._is_ours(focus):
                layer.take_focus()
        if old is not None:
            old.hide()
            old.deleteLater()

    def arrange(self) -> None:
        """Fit every layer to the desktop, the newest on top."""
        for layer in self._layers.values():
            layer.setGeometry(self._desktop.rect())
            layer.arrange()
            layer.raise_()

    def come_back(self) -> None:
        """The desktop is shown: only now everything that a layer stands beside is in its place, and
        what lies below may have taken the keyboard while it was shown."""
        self.arrange()
        top, focus = self.top(), self._desktop.window().focusWidget()
        if top is not None and self._is_ours(focus) and not (focus and top.isAncestorOf(focus)):
            top.take_focus()

    def give_focus_back(self) -> bool:
        """To whatever had the keyboard before the layers; False when that is no longer there."""
        before = None if self._focus_before is None else self._focus_before()
        self._focus_before = None
        if before is None or not shiboken6.isValid(before) or not before.isVisible():
            return False
        before.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _is_ours(self, focus: QWidget | None) -> bool:
        """Whoever uses something beside the practice frame keeps the keyboard."""
        return focus is None or focus.isHidden() or self._desktop.isAncestorOf(focus)
