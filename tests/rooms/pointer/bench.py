"""Boards on a desktop that is really shown, and hands to use them."""

from PySide6.QtWidgets import QApplication

from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.room import PointerRoom
from digitutor_app.rooms.pointer.rows import Rows
from digitutor_app.rooms.pointer.strip import Strip
from tests.looks import settle
from tests.rooms.bench import RoomBench


def pointer_room(program):
    return PointerRoom


class Bench(RoomBench):
    """Everything that a test wants to touch."""

    @property
    def view(self):
        [shown] = [v for v in self.desktop.findChildren(BoardView) if v.isVisible()]
        return shown

    @property
    def strip(self):
        [shown] = [s for s in self.desktop.findChildren(Strip) if s.isVisible()]
        return shown.words.text()

    @property
    def rows(self):
        return Rows(self.computer)

    def play(self, *actions, keyboard=False):
        super().play(*actions, keyboard=keyboard)
        QApplication.processEvents()

    def verbs(self, *but):
        """What was observed, without the ways of the pointer and these verbs."""
        out = ("point", "slide", *but)
        return [(o.verb, o.target) for o in self.seen if o.verb not in out]

    def in_sight(self):
        targets = self.desktop.targets
        return {name for name in targets.names() if targets.look(name) is not None}

    def last(self, verb):
        return [o for o in self.seen if o.verb == verb][-1]


def make_bench(qtbot, computer, clock, look, size):
    desktop = Desktop(computer, pointer_room, look, clock, programs=("pointer",))
    made = Bench(computer, desktop, look, clock)
    made.begin(qtbot, size=size)
    settle(desktop)
    made.listen()
    desktop.observed.connect(computer.observe)
    return made
