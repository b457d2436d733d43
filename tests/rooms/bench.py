"""A room in a practice computer that is really shown, and hands to use it."""

from dataclasses import dataclass, field

from digitutor_app.domain.exercise import Action
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.player import Player
from digitutor_app.ui_kit.look import Look
from tests.fakes.clock import FakeClock


@dataclass
class RoomBench:
    """Everything that a test wants to touch."""

    computer: Computer
    desktop: Desktop
    look: Look
    clock: FakeClock
    seen: list = field(default_factory=list)
    refused: list = field(default_factory=list)

    def play(self, *actions, keyboard=False):
        """Each action is (verb, target) or (verb, target, options)."""
        player = Player(self.desktop, keyboard=keyboard)
        player.play([Action(verb, target, *more) for verb, target, *more in actions])
        player.deleteLater()

    def begin(self, qtbot, shown=None, size=(862, 572)):
        """Show the desktop, or what it stands in, and let the exercise begin."""
        shown = shown or self.desktop
        qtbot.addWidget(shown)
        shown.resize(*size)
        with qtbot.waitActive(shown):
            shown.show()
            shown.activateWindow()
        self.desktop.begin()
        self.computer.book.seal()

    def listen(self):
        """Keep what is observed and refused from now on."""
        self.desktop.observed.connect(self.seen.append)
        self.desktop.refused.connect(self.refused.append)
