"""The file manager in a practice computer that is really shown, and hands to use it."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.rooms.files.room import FilesRoom
from digitutor_app.rooms.files.widgets import FilesWindow
from digitutor_app.ui_kit.look import Look
from tests.rooms.bench import RoomBench

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def files_room(program):
    return FilesRoom


class Bench(RoomBench):
    """Everything that a test wants to touch."""

    @property
    def window(self):
        return self.desktop.findChildren(FilesWindow)[-1]

    @property
    def list(self):
        return self.window.list

    @property
    def notice(self):
        return self.window.notice.text

    def click(self, *targets, keyboard=False):
        self.play(*(("click", target) for target in targets), keyboard=keyboard)

    def key(self, *names):
        self.play(*(("key", name) for name in names))

    def click_with(self, modifiers, target):
        self.clock.forward(5)
        spot = self.desktop.targets.spot(target)
        point = spot.widget.mapFromGlobal(spot.point)
        QTest.mouseClick(spot.widget, Qt.MouseButton.LeftButton, modifiers, point)

    def drag_halfway(self, target, to):
        """Press, move, and hold over the other target."""
        start = self.desktop.targets.spot(target)
        widget = start.widget
        QTest.mousePress(widget, Qt.MouseButton.LeftButton, pos=widget.mapFromGlobal(start.point))
        end = self.desktop.targets.spot(to).point
        for point in (start.point + QPoint(20, 0), end):
            QTest.mouseMove(widget, widget.mapFromGlobal(point))
        return widget, widget.mapFromGlobal(end)

    def selected(self):
        return sorted(n for n, item in self.list._items.items() if item.selected)

    def shown(self):
        return list(self.list._order)

    def parent(self, node_id):
        return self.computer.files.node(node_id).parent

    def name(self, node_id):
        return self.computer.files.name(node_id)

    def focus_target(self):
        """The names of the targets that have the keyboard."""
        focus = QApplication.focusWidget()
        targets = self.desktop.targets
        return {n for n in targets.names() if (s := targets.look(n)) and s.widget is focus}

    def can_see(self, target):
        return self.desktop.targets.look(target) is not None


def make_bench(qtbot, computer, clock, *, look=None, size=(862, 572)):
    look = look or Look()
    desktop = Desktop(computer, files_room, look, clock, programs=("files",))
    made = Bench(computer, desktop, look, clock)
    made.begin(qtbot, size=size)
    made.listen()
    desktop.observed.connect(computer.observe)
    return made
