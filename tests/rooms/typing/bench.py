"""The typing room in a practice computer that is really shown, and hands to use it."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from digitutor_app.domain.exercise import Action
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.player import Player
from digitutor_app.rooms.typing.page import TypingPage
from digitutor_app.rooms.typing.room import TypingRoom
from digitutor_app.ui_kit.look import Look
from tests.fakes.clock import FakeClock

NONE = Qt.KeyboardModifier.NoModifier


def typing_room(program):
    return TypingRoom


@dataclass
class Bench:
    """Everything that a test wants to touch."""

    computer: Computer
    desktop: Desktop
    look: Look
    clock: FakeClock
    seen: list = field(default_factory=list)
    refused: list = field(default_factory=list)

    @property
    def page(self):
        return self.desktop.findChildren(TypingPage)[-1]

    @property
    def keyboard(self):
        return self.page.keyboard

    def field(self, field_id):
        return next(f for f in self.page.fields if f.field_id == field_id)

    def play(self, *actions, keyboard=False):
        """Each action is (verb, target) or (verb, target, options)."""
        player = Player(self.desktop, keyboard=keyboard)
        player.play([Action(verb, target, *more) for verb, target, *more in actions])
        player.deleteLater()
        QApplication.processEvents()

    def click(self, *targets):
        """With time between, so that no press is the second half of the one before."""
        for target in targets:
            self.clock.forward(5)
            self.play(("click", target))

    def at(self, field_id, caret):
        self.clock.forward(5)
        self.play(("click", f"field:{field_id}", {"caret": caret}))

    def type(self, text):
        self.play(("type", "", {"text": text}))

    def key(self, key, modifiers=NONE, text="", repeat=False, release=True):
        """One key as the system sends it."""
        focus = self.focus()
        QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyPress, key, modifiers, text, repeat))
        if release:
            QApplication.sendEvent(focus, QKeyEvent(QEvent.Type.KeyRelease, key, modifiers, text))

    def focus(self):
        return QApplication.focusWidget()

    def text(self, field_id):
        """What stands in the field, on the screen and in the rows alike."""
        found = self.field(field_id)
        shown = found.text() if hasattr(found, "text") else found.toPlainText()
        assert shown == self.page._typist.state.rows.written(field_id).text
        return shown

    def written(self, field_id):
        return self.page._typist.state.rows.written(field_id)

    def verbs(self):
        return [o.verb for o in self.seen]

    def last(self):
        return self.seen[-1]


def make_bench(qtbot, computer, clock, look=None, size=(862, 572)):
    look = look or Look()
    desktop = Desktop(computer, typing_room, look, clock, programs=("typing",))
    qtbot.addWidget(desktop)
    desktop.resize(*size)
    with qtbot.waitActive(desktop):
        desktop.show()
        desktop.activateWindow()
    desktop.begin()
    computer.book.seal()
    made = Bench(computer, desktop, look, clock)
    desktop.observed.connect(made.seen.append)
    desktop.observed.connect(computer.observe)
    desktop.refused.connect(made.refused.append)
    return made
