"""Plays the actions of a walkthrough on the real widgets: test, demonstration and Katso."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.exercise import Action
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.hand import Hand
from digitutor_app.room_kit.pointer import DrawnPointer
from digitutor_app.room_kit.targets import Spot

#: How many small movements make one way of the pointer.
_PARTS = 16
_MOST_TABS = 80
_MOST_ARROWS = 40
_MOST_NOTCHES = 60


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
        self._pointer = DrawnPointer(desktop)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)
        self._verbs: dict[str, Callable[[Action], Iterator[int]]] = {
            "click": self._click,
            "choose": self._click,
            "double_click": self._double_click,
            "open": self._double_click,
            "right_click": self._right_click,
            "drag": self._drag,
            "key": self._key,
            "type": self._type,
            "scroll": self._scroll,
        }

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
        finally:
            self._finish()
        self.played.emit()

    def stop(self) -> None:
        """Let go of everything and do no more; nothing is emitted."""
        if self._strokes is not None:
            self._finish()

    def _finish(self) -> None:
        self._hand.let_go()
        self._timer.stop()
        self._strokes = None
        self._pointer.hide()

    def _on_timeout(self) -> None:
        if self._strokes is None:
            return
        try:
            pause = next(self._strokes, None)
        except OurMistakeError as error:
            self._finish()
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
            verb = self._verbs.get(action.verb)
            if verb is None:
                raise OurMistakeError(f"a walkthrough cannot {action.verb!r}")
            self._desktop.touch.rest()
            try:
                yield from verb(action)
            except OurMistakeError as error:
                raise OurMistakeError(f"{action.verb} {action.target}: {error}") from error
            self.acted.emit(number)
            yield self._pace

    def _click(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            yield from self._focus(action.target)
            is_item = action.target.startswith(("file:", "folder:", "tree:"))
            self._hand.key("Space" if is_item else "Enter")
            return
        yield from self._go(self._spot(action.target).point)
        yield from self._press()

    def _double_click(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            yield from self._focus(action.target)
            self._hand.key("Enter")
            return
        self._bring_whole(action.target)
        yield from self._go(self._spot(action.target).point)
        yield from self._press()
        self._hand.press_again()
        self._show(down=True)
        yield self._pace // 6
        self._hand.release()
        self._show(down=False)

    def _right_click(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            yield from self._focus(action.target)
            self._hand.key("Shift+F10")
            return
        yield from self._go(self._spot(action.target).point)
        yield from self._press(Qt.MouseButton.RightButton)

    def _drag(self, action: Action) -> Iterator[int]:
        if self._keyboard:
            raise OurMistakeError("the keyboard cannot drag")
        yield from self._go(self._spot(action.target).point)
        self._hand.press()
        self._show(down=True)
        yield self._pace // 3
        end = self._spot(str(action.options["to"])).point
        yield from self._go(end, down=True)
        self._hand.release()
        self._show(down=False)

    def _key(self, action: Action) -> Iterator[int]:
        on = str(action.options.get("on", ""))
        if on:
            yield from self._focus(on)
        self._hand.key(action.target)

    def _type(self, action: Action) -> Iterator[int]:
        if action.target:
            yield from self._focus(action.target)
        text = str(action.options["text"])
        for letter in self._desktop.computer.words.names.get(text, text):
            self._hand.letter(letter)
            yield self._pace // 4

    def _scroll(self, action: Action) -> Iterator[int]:
        """Option ``to``: until that target can be seen; else ``notches`` (positive is down)."""
        targets = self._desktop.targets
        yield from self._go(self._spot(action.target).point)
        to = str(action.options.get("to", ""))
        if not to:
            self._hand.scroll(int(action.options.get("notches", 3)))
            return
        for notch in (*[1] * _MOST_NOTCHES, *[-1] * _MOST_NOTCHES):
            if targets.look(to) is not None:
                return
            self._hand.scroll(notch)
            yield self._pace // 4
        self._spot(to)

    # Movements

    def _spot(self, target: str) -> Spot:
        """Where the target is; what lies out of sight in a list or a low window is scrolled to."""
        targets = self._desktop.targets
        if targets.look(target) is None:
            targets.bring(target)
        return targets.spot(target)

    def _bring_whole(self, target: str) -> None:
        """The first of two presses gives the keyboard, and a page scrolls to what has it: what is
        cut at an edge would go away under the second press."""
        spot = self._desktop.targets.look(target)
        if spot is not None and spot.rect.size() != spot.widget.size():
            self._desktop.targets.bring(target)

    def _press(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> Iterator[int]:
        self._hand.press(button)
        self._show(down=True)
        yield self._pace // 6
        self._hand.release()
        self._show(down=False)
        yield self._pace // 6

    def _go(self, end: QPoint, *, down: bool = False) -> Iterator[int]:
        """Move the pointer in small parts, as a hand does."""
        if self._hand.point.isNull():
            self._hand.point = self._desktop.mapToGlobal(self._desktop.rect().center())
        start = self._hand.point
        for part in range(1, _PARTS + 1):
            self._hand.move(start + (end - start) * (part / _PARTS))
            self._show(down=down)
            yield self._pace // _PARTS

    def _show(self, *, down: bool) -> None:
        if self._pace:
            self._pointer.put(self._desktop.mapFromGlobal(self._hand.point), down=down)

    # The keyboard

    def _focus(self, target: str) -> Iterator[int]:
        """Bring the keyboard there: by a click, or without the pointer by Tab and arrows."""
        spot = self._spot(target)
        if self._has_focus(spot):
            return
        # A click would press a button, not bring the keyboard there.
        if not self._keyboard and not isinstance(spot.widget, QAbstractButton):
            yield from self._go(spot.point)
            yield from self._press()
            self._desktop.touch.rest()
            return
        for _tab in range(_MOST_TABS):
            yield from self._try_arrows(spot)
            if self._has_focus(spot):
                return
            self._hand.key("Tab")
            yield self._pace // 4
        raise OurMistakeError("the keyboard does not get there")

    def _try_arrows(self, spot: Spot) -> Iterator[int]:
        for arrow in ("Down", "Up", "Right", "Left"):
            for _press in range(_MOST_ARROWS):
                if self._has_focus(spot) or not self._is_near(spot):
                    return
                before = self._where()
                self._hand.key(arrow)
                yield self._pace // 4
                if self._where() == before:
                    break

    def _where(self) -> tuple[QWidget | None, str]:
        focus = QApplication.focusWidget()
        return focus, "" if focus is None else self._desktop.targets.current(focus)

    def _has_focus(self, spot: Spot) -> bool:
        focus, current = self._where()
        if focus is None:
            return False
        holder = spot.widget
        inside = _holds(focus, holder) or holder.isAncestorOf(focus)
        return inside and (not current or current == spot.name)

    def _is_near(self, spot: Spot) -> bool:
        """Whether arrows may lead there: an item of the same view, or an icon beside."""
        focus = QApplication.focusWidget()
        if focus is None:
            return False
        holder = spot.widget
        if _holds(focus, holder):
            return True
        alike = type(focus) is type(holder) and not isinstance(focus, QAbstractButton)
        return alike and focus.parentWidget() is holder.parentWidget()


def _holds(focus: QWidget, widget: QWidget) -> bool:
    """Whether the widget with the keyboard is this one, or the scroll area whose inside it is."""
    is_view = isinstance(focus, QAbstractScrollArea) and focus.viewport() is widget
    return focus is widget or is_view
