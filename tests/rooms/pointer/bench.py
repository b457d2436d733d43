"""Boards on a desktop that is really shown, and hands to use them."""

from dataclasses import dataclass, field

from PySide6.QtWidgets import QApplication

from digitutor_app.domain.exercise import Action
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.player import Player
from digitutor_app.rooms.pointer.board_view import BoardView
from digitutor_app.rooms.pointer.room import PointerRoom
from digitutor_app.rooms.pointer.rows import Rows
from digitutor_app.rooms.pointer.strip import Strip
from tests.fakes.clock import FakeClock
from tests.looks import settle


def pointer_room(program):
    return PointerRoom


@dataclass
class Bench:
    """Everything that a test wants to touch."""

    computer: Computer
    desktop: Desktop
    clock: FakeClock
    seen: list = field(default_factory=list)
    refused: list = field(default_factory=list)

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
        """Each action is (verb, target) or (verb, target, options)."""
        player = Player(self.desktop, keyboard=keyboard)
        player.play([Action(verb, target, *more) for verb, target, *more in actions])
        player.deleteLater()
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
    qtbot.addWidget(desktop)
    desktop.resize(*size)
    with qtbot.waitActive(desktop):
        desktop.show()
        desktop.activateWindow()
    desktop.begin()
    computer.book.seal()
    settle(desktop)
    made = Bench(computer, desktop, clock)
    desktop.observed.connect(made.seen.append)
    desktop.observed.connect(computer.observe)
    desktop.refused.connect(made.refused.append)
    return made
