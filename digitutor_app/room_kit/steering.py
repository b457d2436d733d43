"""Brings the playing hand to a target, or the keyboard by Tab and arrows."""

from collections.abc import Iterator
from typing import Protocol, cast

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QAbstractScrollArea, QApplication, QWidget

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.room_kit.desktop import Desktop
from digitutor_app.room_kit.hand import Hand
from digitutor_app.room_kit.pointer import DrawnPointer
from digitutor_app.room_kit.targets import Spot

#: How many small movements make one way of the pointer.
_PARTS = 16
_TRIES = 4
_MOST_TABS = 80
_MOST_ARROWS = 40


class _Texts(Protocol):
    """A widget in whose text a hand can be told where to press."""

    def caret_point(self, where: str) -> QPoint: ...

    def focus_point(self) -> QPoint: ...

    def rest_of(self, text: str) -> str: ...


class Steering:
    """Movements of one hand over a desktop. Each yields pauses, milliseconds; ``pace`` is the time
    of one movement (0: none, and no pointer is drawn)."""

    def __init__(self, desktop: Desktop, hand: Hand, pace: int, *, keyboard: bool) -> None:
        self._desktop = desktop
        self._hand = hand
        self._pace = pace
        self._keyboard = keyboard
        self.pointer = DrawnPointer(desktop)

    def spot(self, target: str) -> Spot:
        """Where the target is; what lies out of sight in a list or a low window is scrolled to."""
        targets = self._desktop.targets
        if targets.look(target) is None:
            targets.bring(target)
        return targets.spot(target)

    def point(self, target: str, caret: str) -> QPoint:
        """Where to press on the target: in the middle, or at this place of its text ("start",
        "end", or the words before it); on the screen."""
        spot = self.spot(target)
        if not caret:
            return spot.point
        if not hasattr(spot.widget, "caret_point"):
            raise OurMistakeError(f"{target!r} has no text to press in")
        words = self._desktop.computer.words.names.get(caret, caret)
        return spot.widget.mapToGlobal(cast(_Texts, spot.widget).caret_point(words))

    def bring_whole(self, target: str) -> None:
        """The first of two presses gives the keyboard, and a page scrolls to what has it: what is
        cut at an edge would go away under the second press."""
        spot = self._desktop.targets.look(target)
        if spot is not None and spot.rect.size() != spot.widget.size():
            self._desktop.targets.bring(target)

    def press(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> Iterator[int]:
        """Press and let go where the hand is."""
        self._hand.press(button)
        self.show(down=True)
        yield self._pace // 6
        self._hand.release()
        self.show(down=False)
        yield self._pace // 6

    def go(self, end: QPoint, *, down: bool = False) -> Iterator[int]:
        """Move the pointer in small parts, as a hand does."""
        if self._hand.point.isNull():
            self._hand.point = self._desktop.mapToGlobal(self._desktop.rect().center())
        start = self._hand.point
        for part in range(1, _PARTS + 1):
            self._hand.move(start + (end - start) * (part / _PARTS))
            self.show(down=down)
            yield self._pace // _PARTS

    def go_to(self, target: str, caret: str = "", *, down: bool = False) -> Iterator[int]:
        """Move to a target, and after it when it went elsewhere meanwhile (a page scrolled)."""
        yield from self.go(self.point(target, caret), down=down)
        for _try in range(_TRIES):
            point = self.point(target, caret)
            if point == self._hand.point:
                return
            yield from self.go(point, down=down)

    def aim(self, target: str, caret: str = "") -> Iterator[int]:
        """Go to what will be pressed. A press gives the keyboard, and a page follows the keyboard
        while nobody really holds a button; so the page goes first."""
        yield from self.go_to(target, caret)
        self._hand.give_keyboard()
        if self.point(target, caret) != self._hand.point:
            yield from self.go_to(target, caret)

    def wait(self, seconds: float) -> Iterator[int]:
        """Stay; without a pace the time is skipped."""
        if self._pace:
            yield round(seconds * 1000)
        else:
            self._desktop.touch.skip(seconds)

    def show(self, *, down: bool) -> None:
        """Draw the pointer where the hand is."""
        if self._pace:
            self.pointer.put(self._desktop.mapFromGlobal(self._hand.point), down=down)

    # The keyboard

    def focus(self, target: str) -> Iterator[int]:
        """Bring the keyboard there: by a click, or without the pointer by Tab and arrows."""
        spot = self.spot(target)
        if self._has_focus(spot):
            return
        # A click would press a button, not bring the keyboard there.
        if not self._keyboard and not isinstance(spot.widget, QAbstractButton):
            yield from self.go(_focus_point(spot))
            yield from self.press()
            self._desktop.touch.rest()
            return
        for _tab in range(_MOST_TABS):
            yield from self._try_arrows(spot)
            if self._has_focus(spot):
                return
            self._hand.key("Tab")
            yield self._pace // 4
        raise OurMistakeError("the keyboard does not get there")

    def rest_of(self, target: str, text: str) -> str:
        """What of the text is still to be typed there; a learner may have begun with it."""
        widget = self.spot(target).widget if target else None
        if widget is None or not hasattr(widget, "rest_of"):
            return text
        return cast(_Texts, widget).rest_of(text)

    def walk_in_text(self, caret: str) -> Iterator[int]:
        """Bring the caret of the text that has the keyboard to the place that ``point`` means."""
        self._hand.key("Ctrl+End" if caret == "end" else "Ctrl+Home")
        yield self._pace // 4
        words = self._desktop.computer.words.names.get(caret, caret)
        for _letter in "" if caret in ("start", "end") else words:
            self._hand.key("Right")
            yield self._pace // 4

    def enter(self, target: str) -> Iterator[int]:
        """Bring the keyboard by Tab to the widget in which the target is, wherever in it."""
        for _tab in range(_MOST_TABS):
            focus, holder = QApplication.focusWidget(), self.spot(target).widget
            if focus is not None and (_holds(focus, holder) or holder.isAncestorOf(focus)):
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


def _focus_point(spot: Spot) -> QPoint:
    """Where a press brings the keyboard; in a text, where the caret stands already."""
    if not hasattr(spot.widget, "focus_point"):
        return spot.point
    return spot.widget.mapToGlobal(cast(_Texts, spot.widget).focus_point())


def _holds(focus: QWidget, widget: QWidget) -> bool:
    """Whether the widget with the keyboard is this one, or the scroll area whose inside it is."""
    is_view = isinstance(focus, QAbstractScrollArea) and focus.viewport() is widget
    return focus is widget or is_view
