"""The typing room in a practice computer that is really shown, and hands to use it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.rooms.typing.page import TypingPage
from digitutor_app.rooms.typing.room import TypingRoom
from digitutor_app.ui_kit.look import Look
from tests.rooms.bench import RoomBench

NONE = Qt.KeyboardModifier.NoModifier


def typing_room(program):
    return TypingRoom


class Bench(RoomBench):
    """Everything that a test wants to touch."""

    @property
    def page(self):
        return self.desktop.findChildren(TypingPage)[-1]

    @property
    def keyboard(self):
        return self.page.keyboard

    def field(self, field_id):
        return next(f for f in self.page.fields if f.field_id == field_id)

    def play(self, *actions, keyboard=False):
        super().play(*actions, keyboard=keyboard)
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
    made = Bench(computer, desktop, look, clock)
    made.begin(qtbot, size=size)
    made.listen()
    desktop.observed.connect(computer.observe)
    return made
