"""A practice computer in its frame, in a real (unseen) window, with hands to use it."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QWidget

from digitutor_app.domain.exercise import Action
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.frame import PracticeFrame
from digitutor_app.room_kit.hand import Hand
from digitutor_app.room_kit.player import Player
from digitutor_app.ui_kit.fonts import load_fonts
from digitutor_app.ui_kit.look import Look
from tests.room_kit.small_room import SmallRoom

FILES = ("inbox/plan.odt", "inbox/menu.odt", "letters/", "note.odt")


def small_rooms(program):
    return SmallRoom


@dataclass
class Bench:
    """Everything that a test wants to touch."""

    computer: Computer
    desktop: Desktop
    frame: QWidget
    look: Look
    clock: object
    seen: list = field(default_factory=list)
    refused: list = field(default_factory=list)

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

    def play(self, *actions, keyboard=False):
        """Each action is (verb, target) or (verb, target, options)."""
        player = Player(self.desktop, keyboard=keyboard)
        player.play([Action(verb, target, *more) for verb, target, *more in actions])
        player.deleteLater()

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
    qtbot.addWidget(frame)
    frame.resize(*size)
    with qtbot.waitActive(frame):
        frame.show()
        frame.activateWindow()
    desktop.begin()
    computer.book.seal()
    made = Bench(computer, desktop, frame, look, clock)
    desktop.observed.connect(made.seen.append)
    desktop.refused.connect(made.refused.append)
    return made
