"""The pretend desktop: wallpaper, icons, windows and taskbar, drawn from the computer's rows."""

import weakref
from collections.abc import Callable, Sequence
from typing import cast

import shiboken6
from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.windows import Window
from digitutor_app.room_kit.colours import desk_colours, desk_palette
from digitutor_app.room_kit.drag import Drags
from digitutor_app.room_kit.icons import DesktopIcons
from digitutor_app.room_kit.keys import key_name
from digitutor_app.room_kit.layer import Layer
from digitutor_app.room_kit.layers import Layers
from digitutor_app.room_kit.overlay import Overlay
from digitutor_app.room_kit.patience import be_patient
from digitutor_app.room_kit.room import Room
from digitutor_app.room_kit.stack import WindowStack
from digitutor_app.room_kit.start_menu import StartMenu
from digitutor_app.room_kit.targets import Targets, folded
from digitutor_app.room_kit.taskbar import Taskbar
from digitutor_app.room_kit.touch import Touch
from digitutor_app.room_kit.walk import Walk
from digitutor_app.ui_kit.look import Look, Role

RoomClasses = Callable[[str], type[Room]]
#: The program whose room is asked about the icons on the desktop.
_FILES = "files"


_REGION_KEYS = {"F6": 1, "Ctrl+Tab": 1, "Shift+F6": -1, "Ctrl+Shift+Backtab": -1}


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
        *,
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
        self._live: frozenset[str] | None = None
        self.layers = Layers(self)
        self._programs = tuple(programs)
        self._top = ""
        self._dressed = -1
        self._showing = False
        self._build()
        self._connect()
        if computer.book.keys(f"{_FILES}."):
            # What it had laid over the desktop when this was saved lies there again.
            self.room(_FILES)
        self._show_state()

    def _build(self) -> None:
        self.area = QWidget(self)
        self.icons = DesktopIcons(self, self.computer, self.area)
        self.stack = WindowStack(self, self.computer, self.room, self.area)
        self.taskbar = Taskbar(self, self.computer.clock, self)
        self.start_menu = StartMenu(
            self, self.computer.book, self._programs, self._title, self.taskbar.start
        )
        self._walk = Walk(self.icons, self.stack, self.taskbar, self.layers)
        self.overlay = Overlay(self.look, self.targets, self.drags, self)

    def _connect(self) -> None:
        self.stack.observed.connect(self.observed)
        self.taskbar.task_pressed.connect(self.stack.press_task)
        self.taskbar.start_pressed.connect(self.start_menu.open)
        self.start_menu.chosen.connect(self.open_window)
        self.icons.open_wished.connect(self.open_node)
        self.icons.menu_wished.connect(self._on_icon_menu)
        self.icons.key_pressed.connect(self._on_icon_key)
        self.icons.drop_wished.connect(self._on_icon_drop)
        self.icons.selected.connect(self._on_icon_selected)
        self.look.changed.connect(self._show_state)
        self._listen()

    # What rooms ask

    def may(self, target: str) -> bool:
        if self._live is None or folded(target) in self._live:
            return True
        self.refused.emit(target)
        return False

    def set_layer(self, owner: QObject, layer: Layer | None) -> None:
        had = self.layers.of(owner) is not None
        focus = QApplication.focusWidget()
        self.layers.set_layer(owner, layer)
        self.overlay.come_on_top()
        mine = focus is None or self.isAncestorOf(focus)
        if had and mine and self.layers.top() is None and not self.layers.give_focus_back():
            self._walk.home()

    def share(self, point: QPoint) -> tuple[int, int]:
        here = self.mapFromGlobal(point)
        across, down = max(self.width(), 1), max(self.height(), 1)
        return round(here.x() * 1000 / across), round(here.y() * 1000 / down)

    def point(self, share: tuple[int, int]) -> QPoint:
        x, y = share
        return self.mapToGlobal(
            QPoint(round(x * self.width() / 1000), round(y * self.height() / 1000))
        )

    def open_node(self, node_id: str, by: str) -> None:
        self.room(_FILES).open_node(node_id, by)

    def open_window(self, window_id: str, by: str) -> None:
        self.stack.open(window_id, by)

    # What the exercise screen asks

    def room(self, program: str) -> Room:
        """The room that shows this program's windows."""
        kind = self._room_classes(program)
        if kind not in self._rooms:
            room = self._rooms[kind] = kind(self.computer, self)
            room.setParent(self)
            room.observed.connect(self.observed)
        return self._rooms[kind]

    def begin(self) -> None:
        """An exercise begins (not: goes on): its windows fill a desktop that is too small.

        Call when the desktop has its size, before ``computer.book.seal()``.
        """
        self.stack.fill()

    def set_guidance(
        self, outlined: str = "", arrow: bool = False, live: frozenset[str] | None = None
    ) -> None:
        """Outline a target ("": none) with or without the arrow; only ``live`` targets answer.

        ``live`` None: everything answers. The outline follows its target and waits for one that
        cannot be seen now.
        """
        self._live = None if live is None else frozenset(folded(name) for name in live)
        self.overlay.set_guidance(outlined, arrow=arrow)

    def set_words_changed(self) -> None:
        """The language changed: every word anew; the state stays."""
        for room in self._rooms.values():
            room.set_words()
        self.taskbar.set_words()
        self.start_menu.refresh(anew=True)
        self._show_state()

    # The book

    def _listen(self) -> None:
        """Hear of the book and of the keyboard, without being kept alive by either."""
        book, app, mine = (
            self.computer.book,
            cast(QApplication, QApplication.instance()),
            weakref.ref(self),
        )

        def on_book(keys: frozenset[str]) -> None:
            desktop = mine()
            if desktop is not None and shiboken6.isValid(desktop):
                desktop._on_book(keys)

        def on_focus(_old: QWidget | None, new: QWidget | None) -> None:
            desktop = mine()
            if desktop is not None and shiboken6.isValid(desktop):
                desktop._on_focus(new)

        def forget() -> None:
            book.forget(on_book)
            if shiboken6.isValid(app):
                app.focusChanged.disconnect(on_focus)

        book.listen(on_book)
        app.focusChanged.connect(on_focus)
        self.destroyed.connect(forget)

    def _on_book(self, keys: frozenset[str]) -> None:
        before, self._showing = self._showing, True
        try:
            for room in tuple(self._rooms.values()):
                room.refresh(keys)
            self._show_state()
        finally:
            self._showing = before

    def _show_state(self) -> None:
        if self.look.revision != self._dressed:
            self._dressed = self.look.revision
            be_patient(self.touch, self.look.presses.patience)
            self.setPalette(desk_palette(self.look))
            self.setFont(self.look.font(Role.DETAIL))
        self.icons.show_state()
        titled = self.stack.show_state()
        self.taskbar.show_windows(titled, self.stack.top_id())
        self._arrange()
        self.start_menu.refresh()
        self._follow_top()
        self.overlay.follow()

    def _follow_top(self) -> None:
        """When another window comes to lie on top, the keyboard goes to it."""
        before, self._top = self._top, self.stack.top_id()
        focus = QApplication.focusWidget()
        mine = focus is None or self.isAncestorOf(focus)
        if before == self._top or not mine or self.layers.top() is not None:
            return
        if focus is None or self.stack.holding(focus) is not self.stack.top():
            self._walk.home()

    def _title(self, program: str) -> str:
        return self.room(program).title(Window(id=program))

    # Icons

    def _on_icon_menu(self, node_ids: tuple[str, ...], at: QPoint, by: str) -> None:
        self.room(_FILES).menu_for(node_ids, at, by)

    def _on_icon_key(self, key: str, node_ids: tuple[str, ...]) -> None:
        self.room(_FILES).command(key, node_ids)

    def _on_icon_drop(self, node_ids: tuple[str, ...], target: str, copy: bool) -> None:
        self.room(_FILES).drop(node_ids, target, copy=copy)

    def _on_icon_selected(self, target: str, by: str) -> None:
        self.observed.emit(Observation("select", target, {"by": by}))

    # The keyboard

    def _on_focus(self, new: QWidget | None) -> None:
        if self._showing:
            # Nobody's hand brought the keyboard there: no window is wished to the top.
            return
        window = self.stack.holding(new)
        if window is not None and self.layers.top() is None:
            self.stack.raise_window(window.window_id, "pointer")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _REGION_KEYS.get(key_name(event))
        event.setAccepted(step is not None and self._walk.next_region(step))

    def focusNextPrevChild(self, forward: bool) -> bool:
        return self._walk.tab(self, forward=forward)

    # Qt

    def _arrange(self) -> None:
        low = self.taskbar.arrange(self.width())
        self.taskbar.setGeometry(0, self.height() - low, self.width(), low)
        self.area.setGeometry(0, 0, self.width(), self.height() - low)
        self.icons.setGeometry(self.area.rect())
        self.layers.arrange()
        self.overlay.setGeometry(self.rect())
        self.overlay.come_on_top()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        self._show_state()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self.layers.come_back()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(desk_colours(self.look.theme).wallpaper))
        painter.end()
