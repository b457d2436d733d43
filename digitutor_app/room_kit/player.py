"""Plays the actions of a walkthrough on the real widgets: test, demonstration and Katso."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.hand import Hand
from digitutor_app.room_kit.steering import Steering

_MOST_NOTCHES = 60
#: How long a hand keeps the button down before it moves, seconds: longer than any click.
HOLD: Final = 0.5
#: What is played after these leaves a button down for the next action.
_KEEPING: Final = ("hold", "carry", "hover", "trace")
_BUTTONS: Final = {"": Qt.MouseButton.LeftButton, "right": Qt.MouseButton.RightButton}
_ITEMS: Final = ("file:", "folder:", "tree:")


class Player(QObject):
    """Plays on a desktop. Emits ``acted`` with the number of each action that is done, ``played``
    at the end, and ``failed`` with an OurMistakeError that names the action and the target.

    ``pace`` is the time of one movement in milliseconds. With 0 everything happens inside ``play``,
    which then raises the error; else a drawn pointer shows what the hand does. ``keyboard`` plays
    every action without the pointer.
    """

    acted = Signal(int)
    played = Signal()
    failed = Signal(object)

    def __init__(self, desktop: Desktop, pace: int = 0, *, keyboard: bool = False) -> None:
        super().__init__(desktop)
        self._desktop = desktop
        self._hand = Hand(desktop)
        self._pace = pace
        self._keyboard = keyboard
        self._strokes: Iterator[int] | None = None
        self._steer = Steering(desktop, self._hand, pace, keyboard=keyboard)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    @property
    def playing(self) -> bool:
        return self._strokes is not None

    def play(self, actions: Sequence[Action]) -> None:
        """Play them one after the other; what was being played is stopped."""
        self.stop()
        self._strokes = self._all(tuple(actions))
        if self._pace:
            self._timer.start(0)
            return
        try:
            for _pause in self._strokes:
                pass
        except OurMistakeError:
            self._desktop.touch.grip = None
            raise
        finally:
            self._finish()
        self.played.emit()

    def stop(self) -> None:
        """Let go of everything and do no more; nothing is emitted."""
        if self._strokes is not None:
            self._desktop.touch.grip = None
            self._finish()

    def let_go(self) -> None:
        """Nothing comes after what was played: also what was kept down for that is let go."""
        self._desktop.touch.grip = None
        self._hand.let_go()

    def pause(self) -> None:
        """Stay where the hand is until ``play_on``."""
        self._timer.stop()

    def play_on(self) -> None:
        """Go on after a pause; nothing happens when there was none."""
        if self._strokes is not None and not self._timer.isActive():
            self._timer.start(0)

    def _finish(self) -> None:
        if self._desktop.touch.grip is None:
            self._hand.let_go()
        self._timer.stop()
        self._strokes = None
        self._steer.pointer.hide()

    def _on_timeout(self) -> None:
        if self._strokes is None:
            return
        try:
            pause = next(self._strokes, None)
        except OurMistakeError as error:
            self.stop()
            self.failed.emit(error)
            return
        if pause is None:
            self._finish()
            self.played.emit()
        else:
            self._timer.start(pause)

    # Each verb yields pauses, milliseconds

    def _all(self, actions: tuple[Action, ...]) -> Iterator[int]:
        for number, action in enumerate(actions):
            verb = self._verb(action)
            touch = self._desktop.touch
            touch.rest()
            if touch.grip is not None:
                self._hand.take_up(touch.grip)
                touch.grip = None
                if action.verb not in (*_KEEPING, "let_go"):
                    self._hand.let_go()
            try:
                yield from verb(action)
            except OurMistakeError as error:
                raise OurMistakeError(f"{action.verb} {action.target}: {error}") from error
            if action.verb in _KEEPING:
                touch.grip = self._hand.grip
            self.acted.emit(number)
            yield self._pace

    def _verb(self, action: Action) -> Callable[[Action], Iterator[int]]:
        verbs: dict[str, Callable[[Action], Iterator[int]]] = {
            "click": self._click,
            "choose": self._click,
            "double_click": self._double_click,
            "open": self._double_click,
            "right_click": self._right_click,
            "drag": self._drag,
            "hold": self._hold,
            "carry": self._carry,
            "let_go": self._let_go,
            "hover": self._hover,
            "trace": self._trace,
            "key": self._key,
            "type": self._type,
            "scroll": self._scroll,
        }
        if action.verb not in verbs:
            raise OurMistakeError(f"a walkthrough cannot {action.verb!r}")
        return verbs[action.verb]

    def _click(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            yield from self._steer.focus(action.target)
            if "caret" in action.options:
                yield from self._steer.walk_in_text(str(action.options["caret"]))
            elif not action.target.startswith("field:"):
                self._hand.key("Space" if action.target.startswith(_ITEMS) else "Enter")
            return
        yield from self._steer.aim(action.target, str(action.options.get("caret", "")))
        yield from self._steer.press()

    def _double_click(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            yield from self._steer.focus(action.target)
            self._hand.key("Enter")
            return
        self._steer.bring_whole(action.target)
        yield from self._steer.aim(action.target, str(action.options.get("caret", "")))
        yield from self._steer.press()
        self._hand.press_again()
        self._steer.show(down=True)
        yield self._pace // 6
        self._hand.release()
        self._steer.show(down=False)

    def _right_click(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            yield from self._steer.focus(action.target)
            self._hand.key("Shift+F10")
            return
        yield from self._steer.aim(action.target)
        yield from self._steer.press(Qt.MouseButton.RightButton)

    def _drag(self, action: Action) -> Iterator[int]:
        yield from self._press_down(action)
        yield self._pace // 3
        yield from self._steer.go_to(str(action.options["to"]), down=True)
        self._hand.release()
        self._steer.show(down=False)

    def _hold(self, action: Action) -> Iterator[int]:
        yield from self._press_down(action)
        yield from self._steer.wait(HOLD)

    def _carry(self, action: Action) -> Iterator[int]:
        self._needs_pointer()
        self._hand.take_up(None)
        yield from self._steer.go_to(action.target, down=True)

    def _let_go(self, action: Action) -> Iterator[int]:
        yield from self._carry(action)
        self._hand.release()
        self._steer.show(down=False)

    def _hover(self, action: Action) -> Iterator[int]:
        """The keyboard rests on the target as well as the pointer does."""
        if self._keyboard:
            yield from self._steer.focus(action.target)
        else:
            down = self._hand.grip is not None
            yield from self._steer.go_to(action.target, down=down)
        yield from self._steer.wait(int(action.options.get("seconds", 0)))

    def _trace(self, action: Action) -> Iterator[int]:
        """A recorded way of the pointer; ``points``: "x y ms, …", x and y in thousandths of the
        target, ms since the beginning."""
        self._needs_pointer()
        area = self._steer.spot(action.target).rect
        passed = 0
        for point in str(action.options["points"]).split(","):
            x, y, ms = (int(part) for part in point.split())
            yield from self._steer.wait((ms - passed) / 1000)
            passed = ms
            way = QPoint(area.width() * x // 1000, area.height() * y // 1000)
            self._hand.move(area.topLeft() + way)
            self._steer.show(down=self._hand.grip is not None)

    def _key(self, action: Action) -> Iterator[int]:
        on = str(action.options.get("on", ""))
        if on:
            yield from self._steer.focus(on)
        self._hand.key(action.target)

    def _type(self, action: Action) -> Iterator[int]:
        if action.target:
            yield from self._steer.focus(action.target)
        text = str(action.options["text"])
        words = self._desktop.computer.words.names.get(text, text)
        for letter in self._steer.rest_of(action.target, words):
            self._hand.letter(letter)
            yield self._pace // 4

    def _scroll(self, action: Action) -> Iterator[int]:
        """Option ``to``: until that target can be seen; else ``notches`` (positive is down)."""
        targets = self._desktop.targets
        if self._keyboard:
            yield from self._steer.enter(action.target)
        else:
            yield from self._steer.go_to(action.target)
        to = str(action.options.get("to", ""))
        if not to:
            self._turn(int(action.options.get("notches", 3)))
            return
        for notch in (*[1] * _MOST_NOTCHES, *[-1] * _MOST_NOTCHES):
            if targets.look(to) is not None:
                return
            self._turn(notch)
            yield self._pace // 4
        self._steer.spot(to)

    # Parts of them

    def _press_down(self, action: Action) -> Iterator[int]:
        self._needs_pointer()
        yield from self._steer.aim(action.target)
        self._hand.press(_BUTTONS[str(action.options.get("button", ""))])
        self._steer.show(down=True)

    def _needs_pointer(self) -> None:
        if self._keyboard:
            raise OurMistakeError("the keyboard cannot drag")

    def _turn(self, notches: int) -> None:
        """The wheel, or the keys that scroll a list."""
        if not self._keyboard:
            self._hand.scroll(notches)
            return
        for _page in range(abs(notches)):
            self._hand.key("PgDown" if notches > 0 else "PgUp")
