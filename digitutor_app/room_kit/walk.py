"""The way of the keyboard over the desktop: Tab from stop to stop, F6 from region to region."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.room_kit.icons import DesktopIcons
from digitutor_app.room_kit.keys import beyond, tab_stops
from digitutor_app.room_kit.layers import Layers
from digitutor_app.room_kit.stack import WindowStack
from digitutor_app.room_kit.taskbar import Taskbar

_TASKBAR = "taskbar"


class Walk:
    """Moves the keyboard. While a layer lies over the desktop, Tab stays in it or leaves the
    desktop, and F6 does nothing."""

    def __init__(
        self, icons: DesktopIcons, stack: WindowStack, taskbar: Taskbar, layers: Layers
    ) -> None:
        self._icons = icons
        self._stack = stack
        self._taskbar = taskbar
        self._layers = layers

    def home(self) -> None:
        """To the window on top, or to an icon when there is no window."""
        if not self._stack.focus_top():
            _give(self._icons.stop(), Qt.FocusReason.OtherFocusReason)

    def tab(self, desktop: QWidget, *, forward: bool) -> bool:
        """One Tab: icons, the window on top, the taskbar, then out of the desktop."""
        stops = self._stops()
        focus = QApplication.focusWidget()
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        there: QWidget | None = None
        if focus not in stops:
            there = next(iter(stops), None)
        else:
            here = stops.index(focus) + (1 if forward else -1)
            there = stops[here] if 0 <= here < len(stops) else beyond(desktop, forward=forward)
            if there is None:
                there = stops[0 if forward else -1]
        return _give(there, reason)

    def next_region(self, step: int) -> bool:
        """One F6: the icons, each window, the taskbar, and round again; False under a layer."""
        if self._layers.top() is not None:
            return False
        regions = ["", *self._stack.visible(), _TASKBAR]
        focus = QApplication.focusWidget()
        window = self._stack.holding(focus)
        here = "" if window is None else window.window_id
        if focus is None:
            here = self._stack.top_id()
        if focus is not None and self._taskbar.isAncestorOf(focus):
            here = _TASKBAR
        there = regions[(regions.index(here) + step) % len(regions)]
        if there == _TASKBAR:
            return _give(self._taskbar.start, Qt.FocusReason.TabFocusReason)
        if not there:
            return _give(self._icons.stop(), Qt.FocusReason.TabFocusReason)
        self._stack.raise_window(there, "keys")
        return self._stack.focus_top()

    def _stops(self) -> list[QWidget]:
        layer = self._layers.top()
        if layer is not None:
            return tab_stops(layer)
        icon, window = self._icons.stop(), self._stack.top()
        stops: list[QWidget] = [] if icon is None else [icon]
        if window is not None:
            stops += tab_stops(window.content) + tab_stops(window.bar)
        return stops + tab_stops(self._taskbar)


def _give(widget: QWidget | None, reason: Qt.FocusReason) -> bool:
    if widget is not None:
        widget.setFocus(reason)
    return widget is not None
