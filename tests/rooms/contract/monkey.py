"""A monkey in a room: seeded presses, keys, drags and turns of the wheel, and what must hold.

After any of its acts nothing has crashed and Qt has not complained; Peru brings every earlier state
back exactly; saving and going on gives the same state and the same picture. An act is plain data
(a verb and its values), so that a tail of a history can be played again.
"""

import random
import sys
from contextlib import contextmanager

from PySide6.QtCore import QPoint, Qt, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from digitutor_app.app.exercise_check.case import Case
from digitutor_app.app.exercise_check.guards_going_on import difference, picture
from digitutor_app.domain.attempts import Mode
from digitutor_app.room_kit.hand import Hand
from tests.rooms.contract.parts import lost_rows

LETTERS = "aäBö1 .@-"
KEYS = [
    *("Enter", "Space", "Tab", "Shift+Tab", "Esc", "Delete", "Backspace", "Insert", "F2", "F6"),
    *("Home", "End", "Up", "Down", "Left", "Right", "PgUp", "PgDown", "Shift+Right", "Shift+Home"),
    *("Ctrl+A", "Ctrl+C", "Ctrl+X", "Ctrl+V", "Ctrl+Z", "Ctrl+Tab", "Shift+F10"),
]
VERBS = {
    "click": 30, "double": 8, "right": 6, "drag": 12, "wheel": 6, "key": 18, "letter": 10,
    "move": 4, "wait": 3, "undo": 8, "save": 2,
}  # fmt: skip


class BrokenError(Exception):
    """A promise did not hold; the text says which."""


class Monkey:
    """Acts on one exercise of a room; ``acts`` is what it has done since the beginning."""

    def __init__(self, bench, exercise_id, seed):
        self.bench = bench
        self.exercise = bench.catalogue.exercise(exercise_id)
        self.seed = seed
        self.dice = random.Random(f"{exercise_id} {seed}")
        self.acts = []
        self.begin()

    def begin(self):
        """Sit down anew, by the first data set."""
        data = self.exercise.data[self.seed % len(self.exercise.data)]
        self.play = self.bench.play(Case(self.exercise, data, Mode.ALONE))
        self._watch()

    def _watch(self):
        self.stood, self.undoable = {}, set()
        self.computer = self.play.practice.computer
        self.computer.book.listen(self._note)
        self._note(frozenset())

    def _note(self, _keys):
        """What stands now is what Peru must bring back to this many deeds."""
        plain = self.computer.to_plain()
        self.stood[len(plain["deeds"])] = plain["rows"]
        self.undoable |= {key for _length, before in plain["deeds"] for key in before}

    # What it does

    def choose(self):
        """The next act, by the dice and by what can be seen."""
        verb = self.dice.choices(list(VERBS), list(VERBS.values()))[0]
        values = {
            "drag": lambda: (self._place(), self._place()),
            "wheel": lambda: (self._place(), self.dice.choice((-5, -1, 1, 5))),
            "key": lambda: (self.dice.choice(KEYS),),
            "letter": lambda: (self.dice.choice(LETTERS),),
            "wait": lambda: (self.dice.choice((0.1, 1, 20)),),
            "undo": tuple,
            "save": tuple,
        }
        return (verb, *values.get(verb, lambda: (self._place(),))())

    def _place(self):
        """Somewhere on the desktop: mostly on a thing that exercises name."""
        desktop = self.play.screen.desktop
        if self.dice.random() < 0.75:
            seen = [desktop.targets.look(name) for name in sorted(desktop.targets.names())]
            spots = [spot for spot in seen if spot is not None]
            if spots:
                point = desktop.mapFromGlobal(self.dice.choice(spots).point)
                return point.x(), point.y()
        return self.dice.randrange(desktop.width()), self.dice.randrange(desktop.height())

    def act(self, act):
        """Do one act and look at everything that must hold; raises BrokenError."""
        self.acts.append(act)
        with complaints() as heard:
            verb, *values = act
            getattr(self, verb)(*values)
            QApplication.processEvents()
        if heard:
            raise BrokenError(heard[0])
        if self.play.ended:
            self.begin()

    @property
    def _hand(self):
        return Hand(self.play.screen.desktop)

    def move(self, place):
        self._hand.move(self._point(place))

    def click(self, place, button=Qt.MouseButton.LeftButton):
        hand = self._hand
        hand.move(self._point(place))
        hand.press(button)
        hand.release()
        return hand

    def right(self, place):
        self.click(place, Qt.MouseButton.RightButton)

    def double(self, place):
        hand = self.click(place)
        hand.press_again()
        hand.release()

    def drag(self, place, to):
        hand, start, end = self._hand, self._point(place), self._point(to)
        hand.move(start)
        hand.press()
        for part in range(1, 5):
            hand.move(start + (end - start) * (part / 4))
        hand.release()

    def wheel(self, place, notches):
        hand = self._hand
        hand.move(self._point(place))
        hand.scroll(notches)

    def key(self, key):
        if self._on_desktop():
            self._hand.key(key)
        else:
            self.play.screen.desktop.setFocus(Qt.FocusReason.OtherFocusReason)

    def letter(self, letter):
        if self._on_desktop():
            self._hand.letter(letter)

    def wait(self, seconds):
        self.bench.clock.forward(seconds)
        self.play.screen.tick()

    def _on_desktop(self):
        """Keys for the pages around the practice computer are not the room's."""
        focus = QApplication.focusWidget()
        return focus is not None and self.play.screen.desktop.isAncestorOf(focus)

    def _point(self, place):
        return self.play.screen.desktop.mapToGlobal(QPoint(*place))

    # What must hold

    def undo(self):
        """Peru once: what stood before the last deed stands again."""
        deeds = len(self.computer.to_plain()["deeds"])
        if not deeds:
            return
        wanted = self.stood[deeds - 1]
        self.play.practice.undo()
        plain = self.computer.to_plain()
        if len(plain["deeds"]) != deeds - 1:
            raise BrokenError(f"Peru took back {deeds - len(plain['deeds'])} deeds")
        if lost := lost_rows(wanted, plain["rows"], self.undoable):
            raise BrokenError(f"Peru from deed {deeds}: {lost}")

    def undo_all(self):
        """Peru to the beginning."""
        while self.computer.to_plain()["deeds"]:
            self.undo()

    def save(self):
        """Save, and go on in a new page: the same state and the same picture."""
        picture(self.play)
        looked, before = picture(self.play), self.computer.to_plain()
        self.play.practice.save()
        self.computer.book.forget(self._note)
        stood, undoable = self.stood, self.undoable
        self.play.resume(self.bench.window)
        self._watch()
        self.stood, self.undoable = {**stood, **self.stood}, undoable | self.undoable
        if lost := difference(before, self.computer.to_plain()):
            raise BrokenError(f"after saving: {lost}")
        if picture(self.play) != looked:
            raise BrokenError("after saving the practice computer looks different")


@contextmanager
def complaints():
    """Collects what Qt says above information, and what ends in Python's last hook."""
    heard = []

    def on_qt(kind, _context, message):
        if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
            heard.append(f"Qt: {message}")

    def on_error(kind, error, _trace):
        heard.append(f"{kind.__name__}: {error}")

    before, hook = qInstallMessageHandler(on_qt), sys.excepthook
    sys.excepthook = on_error
    try:
        yield heard
    finally:
        qInstallMessageHandler(before)
        sys.excepthook = hook


class FoundError(AssertionError):
    """What a monkey has found after ``acts`` acts."""

    def __init__(self, told, acts):
        super().__init__(told)
        self.acts = acts


def run(bench, exercise_id, seed, count):
    """``count`` acts by this seed, then Peru to the beginning; raises FoundError with the seed
    and the shortest tail of acts that breaks a promise when played from a fresh start."""
    monkey = Monkey(bench, exercise_id, seed)
    try:
        for _act in range(count):
            monkey.act(monkey.choose())
        monkey.undo_all()
    except BrokenError as error:

        def again(acts):
            return breaks(bench, exercise_id, seed, acts)

        lines = "\n".join(map(repr, shortest(monkey.acts, again)))
        told = f"{exercise_id}, seed {seed}, after {len(monkey.acts)} acts: {error}"
        tail = f"{told}\nThe shortest tail that repeats it:\n{lines}"
        raise FoundError(tail, len(monkey.acts)) from error


def breaks(bench, exercise_id, seed, acts):
    """Whether these acts from the beginning break a promise."""
    monkey = Monkey(bench, exercise_id, seed)
    try:
        for act in acts:
            monkey.act(act)
        monkey.undo_all()
    except BrokenError:
        return True
    return False


def shortest(acts, again):
    """The shortest tail for which ``again`` is true; all acts when there is none.

    Doubles until it breaks, then halves the gap: a few plays, not one for each act.
    """
    good, bad = 0, 1
    while bad < len(acts) and not again(acts[-bad:]):
        good, bad = bad, bad * 2
    bad = min(bad, len(acts))
    while bad - good > 1:
        middle = (good + bad) // 2
        good, bad = (good, middle) if again(acts[-middle:]) else (middle, bad)
    return acts[-bad:]
