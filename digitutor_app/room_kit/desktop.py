"""The pretend desktop: wallpaper, icons, windows and taskbar, drawn from the computer's rows."""

import weakref
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRect, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Shape, Window
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.drag import Drags
from digitutor_app.room_kit.layer import Layer
from digitutor_app.room_kit.room import Room
from digitutor_app.room_kit.targets import Targets, folded
from digitutor_app.room_kit.taskbar import Taskbar
from digitutor_app.room_kit.touch import Touch
from digitutor_app.room_kit.window import PracticeWindow
from digitutor_app.ui_kit.look import Look

RoomClasses = Callable[[str], type[Room]]


class Desktop(QWidget):
    """Shows the whole practice computer; it is the ``Desk`` of its rooms.

    ``rooms`` gives the room class of a program ("files"); one room is made of each class.
    ``programs`` stand in the start menu. Emits ``observed`` with an Observation after the state has
    changed, and ``refused`` with a target that training wheels do not allow.
    """

    observed = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        computer: Computer,
        rooms: RoomClasses,
        look: Look,
        clock: Clock,
        programs: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.computer = computer
        self.look = look
        self.clock = clock
        self.touch = Touch(clock)
        self.targets = Targets(self)
        self.drags = Drags(self.targets, self)
        self._room_classes = rooms
        self._rooms: dict[type[Room], Room] = {}
        self._windows: dict[str, PracticeWindow] = {}
        self._live: frozenset[str] | None = None
        self._layers: dict[QObject, Layer] = {}
        self._programs = tuple(programs)
        self._build()

    def _build(self) -> None:
        self.area = QWidget(self)
        self.taskbar = Taskbar(self, self.computer.clock, self)
        self.taskbar.task_pressed.connect(self._on_task)
        self.look.changed.connect(self._on_look_changed)
        self._listen()
        self._show_all()

    # What rooms ask

    def may(self, target: str) -> bool:
        if self._live is None or folded(target) in self._live:
            return True
        self.refused.emit(target)
        return False

    def set_layer(self, owner: QObject, layer: Layer | None) -> None:
        old = self._layers.pop(owner, None)
        if old is not None:
            old.hide()
            old.deleteLater()
        if layer is not None:
            self._layers[owner] = layer
            layer.setParent(self)
            layer.setGeometry(self.rect())
            layer.arrange()
            layer.show()
            layer.raise_()
            layer.take_focus()

    def open_node(self, node_id: str, by: str) -> None:
        self.room("files").open_node(node_id, by)

    def open_window(self, window_id: str, by: str) -> None:
        with self.computer.deed():
            self.computer.windows.open(window_id)
        self._tell("open", window_id, by)

    # What the exercise screen asks

    def room(self, program: str) -> Room:
        """The room that shows this program's windows."""
        kind = self._room_classes(program)
        if kind not in self._rooms:
            room = self._rooms[kind] = kind(self.computer, self)
            room.observed.connect(self.observed)
        return self._rooms[kind]

    # Inside

    def _listen(self) -> None:
        book, mine = self.computer.book, weakref.WeakMethod(self._on_book)

        def listener(keys: frozenset[str]) -> None:
            heard = mine()
            if heard is not None:
                heard(keys)

        book.listen(listener)
        self.destroyed.connect(partial(book.forget, listener))

    def _on_book(self, keys: frozenset[str]) -> None:
        for room in tuple(self._rooms.values()):
            room.refresh(keys)
        self._show_all()

    def _show_all(self) -> None:
        open_now = self.computer.windows.all()
        top = self.computer.windows.top()
        top_id = "" if top is None else top.id
        for gone in set(self._windows) - {w.id for w in open_now}:
            window = self._windows.pop(gone)
            window.hide()
            window.deleteLater()
        titled = []
        for state in open_now:
            room = self.room(state.program)
            if state.id not in self._windows:
                self._windows[state.id] = self._make(room, state)
            title = room.title(state)
            titled.append((state, title))
            shown = self._windows[state.id]
            shape = state.shape
            shown.show_state(title, room.icon(state), shape, on_top=state.id == top_id)
            shown.put(self._frame(state))
            shown.setVisible(shape is not Shape.MINIMISED)
        for state in sorted(open_now, key=lambda w: w.order):
            self._windows[state.id].raise_()
        self.taskbar.show_windows(titled, top_id)
        self._arrange()

    def _make(self, room: Room, state: Window) -> PracticeWindow:
        window = PracticeWindow(self, state.id, room.content(state), self.area)
        window.raise_requested.connect(self._on_raise)
        window.place_requested.connect(self._on_place)
        window.minimise_requested.connect(self._on_minimise)
        window.maximise_requested.connect(self._on_maximise)
        window.close_requested.connect(self._on_close)
        return window

    def _frame(self, state: Window) -> QRect:
        area = self.area.rect()
        if state.shape is Shape.MAXIMISED:
            return area
        left, top, width, height = state.place
        across, down = area.width() / 1000, area.height() / 1000
        return QRect(
            round(left * across), round(top * down), round(width * across), round(height * down)
        )

    def _sender_id(self) -> str:
        sender = self.sender()
        return sender.window_id if isinstance(sender, PracticeWindow) else ""

    def _on_raise(self) -> None:
        self.computer.windows.raise_(self._sender_id())

    def _on_place(self, frame: QRect, by: str) -> None:
        area = self.area.rect()
        across, down = 1000 / area.width(), 1000 / area.height()
        window_id = self._sender_id()
        self.computer.windows.put(
            window_id,
            (
                round(frame.left() * across),
                round(frame.top() * down),
                round(frame.width() * across),
                round(frame.height() * down),
            ),
        )
        self._tell("move", window_id, by)

    def _on_minimise(self, by: str) -> None:
        window_id = self._sender_id()
        self.computer.windows.minimise(window_id)
        self._tell("minimise", window_id, by)

    def _on_maximise(self, by: str) -> None:
        window_id = self._sender_id()
        self.computer.windows.maximise(window_id)
        self._tell("maximise", window_id, by)

    def _on_close(self, by: str) -> None:
        window_id = self._sender_id()
        self.computer.windows.close(window_id)
        self._tell("close", window_id, by)

    def _on_task(self, window_id: str, by: str) -> None:
        self.computer.windows.open(window_id)
        self._tell("restore", window_id, by)

    def _tell(self, verb: str, window_id: str, by: str) -> None:
        self.observed.emit(Observation(verb, f"window:{window_id}", {"by": by}))

    def _on_look_changed(self) -> None:
        self._show_all()

    def _arrange(self) -> None:
        low = self.taskbar.arrange(self.width())
        self.taskbar.setGeometry(0, self.height() - low, self.width(), low)
        self.area.setGeometry(0, 0, self.width(), self.height() - low)
        for layer in self._layers.values():
            layer.setGeometry(self.rect())
            layer.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        for state in self.computer.windows.all():
            self._windows[state.id].put(self._frame(state))
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(desk_colours(self.look.theme).wallpaper))
        painter.end()
