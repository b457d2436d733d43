"""A practice computer in its frame, in a real (unseen) window, with hands to use it."""

import pytest
from PySide6.QtWidgets import QWidget

from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.room_kit.hand import Hand
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.room_kit.small_room import SmallRoom
from tests.rooms.bench import RoomBench

FILES = ("inbox/plan.odt", "inbox/menu.odt", "letters/", "note.odt")


def small_rooms(program):
    return SmallRoom


class Bench(RoomBench):
    """Everything that a test wants to touch."""

    frame: QWidget

    @property
    def hand(self):
        return Hand(self.desktop)

    @property
    def room(self):
        return self.desktop.room("files")

    def rows(self):
        return dict(self.computer.book.to_plain()["rows"])

    def verbs(self):
        return [(o.verb, o.target, o.get("by")) for o in self.seen]

    def window(self, window_id):
        return self.computer.windows.get(window_id)


@pytest.fixture
def look(qapp):
    load_fonts()
    return Look()


@pytest.fixture
def bench(qtbot, look, clock):
    return make_bench(qtbot, look, clock)


def make_bench(qtbot, look, clock, *, windows=("files",), size=(870, 580)):
    computer = Computer()
    computer.begin(FILES, windows)
    desktop = Desktop(computer, small_rooms, look, clock, programs=("files", "document"))
    frame = PracticeFrame(look, desktop)
    made = Bench(computer, desktop, look, clock)
    made.frame = frame
    made.begin(qtbot, frame, size)
    made.listen()
    return made
