"""The windows on the desktop, one above the other as their rows say."""

from typing import Protocol, cast

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Shape, Window
from digitutor_app.room_kit.keys import first_stop
from digitutor_app.room_kit.room import Desk, Room
from digitutor_app.room_kit.window import PracticeWindow

#: A desktop smaller than this (at 100 % text) has room for one window only: new ones fill it.
COMFORTABLE = (740, 430)


class _Rooms(Protocol):
    def __call__(self, program: str) -> Room: ...


class WindowStack(QObject):
    """Shows the windows in ``area`` and does what their frames wish, each wish one deed.

    Emits ``observed`` with an Observation (verbs open, close, minimise, restore, maximise, move,
    resize, raise; target ``window:<id>``; detail ``by``).
    """

    observed = Signal(object)

    def __init__(self, desk: Desk, computer: Computer, rooms: _Rooms, area: QWidget) -> None:
        super().__init__(area)
        self.area = area
        self._desk = desk
        self._computer = computer
        self._rooms = rooms
        self._shown: dict[str, PracticeWindow] = {}
        self._stacked: list[str] = []

    # Showing

    def show_state(self) -> list[tuple[Window, str]]:
        """Show what the rows say; returns each open window with its title, oldest first."""
        states = self._computer.windows.all()
        top = self.top_id()
        for gone in set(self._shown) - {state.id for state in states}:
            window = self._shown.pop(gone)
            window.hide()
            window.deleteLater()
        titled = []
        for state in states:
            room = self._rooms(state.program)
            window = self._shown.get(state.id) or self._make(room, state)
            title = room.title(state)
            titled.append((state, title))
            window.show_state(title, room.icon(state), state.shape, on_top=state.id == top)
            window.put(self._frame(state, window))
            window.setVisible(state.shape is not Shape.MINIMISED)
        self._restack([state.id for state in sorted(states, key=_order)])
        return titled

    def _restack(self, order: list[str]) -> None:
        if order != self._stacked:
            self._stacked = order
            for window_id in order:
                self._shown[window_id].raise_()

    def top_id(self) -> str:
        top = self._computer.windows.top()
        return "" if top is None else top.id

    def top(self) -> PracticeWindow | None:
        """The window that has the keyboard."""
        return self._shown.get(self.top_id())

    def visible(self) -> list[str]:
        """The ids of the windows that are not minimised, oldest first."""
        return [w.id for w in self._computer.windows.all() if w.shape is not Shape.MINIMISED]

    def holding(self, widget: QWidget | None) -> PracticeWindow | None:
        """The window in which a widget lies."""
        for window in self._shown.values():
            if widget is not None and (widget is window or window.isAncestorOf(widget)):
                return window
        return None

    def focus_top(self) -> bool:
        """Give the keyboard to the content of the window on top; False when there is none."""
        window = self.top()
        if window is None:
            return False
        chosen = first_stop(window.content) or window.bar
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @property
    def cramped(self) -> bool:
        """Whether there is room for one window only."""
        scale = self._desk.look.scale
        wide, high = COMFORTABLE
        return self.area.width() < wide * scale or self.area.height() < high * scale

    def _make(self, room: Room, state: Window) -> PracticeWindow:
        window = PracticeWindow(self._desk, state.id, room.content(state), self.area)
        window.raise_requested.connect(self._on_raise)
        window.place_requested.connect(self._on_place)
        window.minimise_requested.connect(self._on_minimise)
        window.maximise_requested.connect(self._on_maximise)
        window.close_requested.connect(self._on_close)
        self._shown[state.id] = window
        return window

    def _frame(self, state: Window, window: PracticeWindow) -> QRect:
        """Where the frame stands in pixels: never outside, never too small to be used."""
        area = self.area.rect()
        shape = state.before if state.shape is Shape.MINIMISED else state.shape
        if shape is Shape.MAXIMISED:
            return area
        across, down = area.width() / 1000, area.height() / 1000
        left, top, width, height = state.place
        least = window.least()
        size_x = min(max(round(width * across), least.width()), max(area.width(), 1))
        size_y = min(max(round(height * down), least.height()), max(area.height(), 1))
        x, y = round(left * across), round(top * down)
        if size_x > round(width * across):
            x = min(x, area.width() - size_x)
        if size_y > round(height * down):
            y = min(y, area.height() - size_y)
        return QRect(x, y, size_x, size_y)

    # Doing

    def open(self, window_id: str, by: str) -> None:
        """Open the window, or bring it to the front; a new one fills a cramped desktop."""
        windows = self._computer.windows
        before = windows.get(window_id)
        with self._computer.deed():
            windows.open(window_id)
            if before is None and self.cramped:
                windows.maximise(window_id)
        if before is None:
            self._tell("open", window_id, by)
        elif before.shape is Shape.MINIMISED:
            self._tell("restore", window_id, by)
        else:
            self._tell("raise", window_id, by)

    def fill(self) -> None:
        """Let the windows that are open fill a cramped desktop (only when an exercise begins)."""
        if self.cramped:
            for window in self._computer.windows.all():
                if window.shape is Shape.NORMAL:
                    self._computer.windows.maximise(window.id)

    def raise_window(self, window_id: str, by: str) -> None:
        if window_id != self.top_id():
            self._computer.windows.raise_(window_id)
            self._tell("raise", window_id, by)

    def press_task(self, window_id: str, by: str) -> None:
        """The taskbar button: the window on top goes down, any other comes up."""
        if window_id == self.top_id():
            self._minimise(window_id, by)
        else:
            self.open(window_id, by)

    def _minimise(self, window_id: str, by: str) -> None:
        self._computer.windows.minimise(window_id)
        self._tell("minimise", window_id, by)

    def _sender_id(self) -> str:
        return cast(PracticeWindow, self.sender()).window_id

    def _on_raise(self) -> None:
        self.raise_window(self._sender_id(), "pointer")

    def _on_place(self, frame: QRect, by: str) -> None:
        window_id = self._sender_id()
        before = self._computer.windows.get(window_id)
        area = self.area.rect()
        across, down = 1000 / area.width(), 1000 / area.height()
        place = (
            round(frame.left() * across),
            round(frame.top() * down),
            round(frame.width() * across),
            round(frame.height() * down),
        )
        shown = self._shown[window_id]
        moved = before is not None and self._frame(before, shown).size() == frame.size()
        if before is not None and moved:
            # A window that was moved keeps its very size, whatever rounding would make of it.
            place = (*place[:2], *before.place[2:])
        self._computer.windows.put(window_id, place)
        self._tell("move" if moved else "resize", window_id, by)

    def _on_minimise(self, by: str) -> None:
        self._minimise(self._sender_id(), by)

    def _on_maximise(self, by: str) -> None:
        window_id = self._sender_id()
        before = self._computer.windows.get(window_id)
        self._computer.windows.maximise(window_id)
        back = before is not None and before.shape is Shape.MAXIMISED
        self._tell("restore" if back else "maximise", window_id, by)

    def _on_close(self, by: str) -> None:
        window_id = self._sender_id()
        self._computer.windows.close(window_id)
        self._tell("close", window_id, by)

    def _tell(self, verb: str, window_id: str, by: str) -> None:
        self.observed.emit(Observation(verb, f"window:{window_id}", {"by": by}))


def _order(window: Window) -> int:
    return window.order
