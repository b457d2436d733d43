"""The hand that plays: sends real mouse and key events to whatever widget lies under the point."""

from weakref import ref

import shiboken6
from PySide6.QtCore import QEvent, QKeyCombination, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from digitutor_app.room_kit.keys import key_of
from digitutor_app.room_kit.touch import Grip

_NONE = Qt.MouseButton.NoButton
_NOTCH = 120


class Hand:
    """Presses, moves, lets go and types inside one window, as Qt would pass on a hand's events.

    Like a real press, one gives the keyboard to what it meets, and the pressed widget keeps the
    pointer until the button is up. All points are on the screen.
    """

    def __init__(self, inside: QWidget) -> None:
        self._inside = inside
        self._grabber: QWidget | None = None
        self._held = _NONE
        self.point = QPoint()

    def move(self, point: QPoint) -> None:
        self.point = point
        self._mouse(QEvent.Type.MouseMove, _NONE)

    def press(self, button: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        self._press(QEvent.Type.MouseButtonPress, button)

    def press_again(self) -> None:
        """The second press of a double click, as Qt sends it."""
        self._press(QEvent.Type.MouseButtonDblClick, Qt.MouseButton.LeftButton)

    def give_keyboard(self) -> None:
        """Let what lies under the hand have the keyboard, as a press would."""
        self._give_focus(self._under())

    def take_up(self, grip: Grip | None) -> None:
        """Go on with a button down as another hand left it (None: the left one, from here)."""
        if self._held is _NONE:
            self._held = Qt.MouseButton.LeftButton if grip is None else grip.button
            self.point = self.point if grip is None else grip.point
            pressed = None if grip is None or grip.pressed is None else grip.pressed()
            self._grabber = pressed if pressed is not None and shiboken6.isValid(pressed) else None

    @property
    def grip(self) -> Grip | None:
        """What it holds now."""
        if self._held is _NONE:
            return None
        pressed = None if self._grabber is None else ref(self._grabber)
        return Grip(self._held, self.point, pressed)

    def release(self) -> None:
        button, self._held = self._held, _NONE
        self._mouse(QEvent.Type.MouseButtonRelease, button)
        self._grabber = None

    def scroll(self, notches: int) -> None:
        """Turn the wheel; positive is down."""
        widget = self._under()
        if widget is not None:
            event = QWheelEvent(
                QPointF(widget.mapFromGlobal(self.point)),
                QPointF(self.point),
                QPoint(),
                QPoint(0, -notches * _NOTCH),
                _NONE,
                Qt.KeyboardModifier.NoModifier,
                Qt.ScrollPhase.NoScrollPhase,
                False,
            )
            QApplication.sendEvent(widget, event)

    def key(self, name: str) -> None:
        """Press and let go a key by its name ("Ctrl+X", "Enter")."""
        combination = key_of(name)
        text = {"Enter": "\r", "Space": " ", "Tab": "\t", "Esc": "\x1b"}.get(name, "")
        self._key(combination, text)

    def letter(self, letter: str) -> None:
        """Type one letter."""
        key = Qt.Key(ord(letter.upper())) if letter.isascii() else Qt.Key.Key_unknown
        shift = letter.isupper()
        held = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        self._key(QKeyCombination(held, key), letter)

    def let_go(self) -> None:
        """Whatever is held is let go without meaning anything."""
        if self._held is not _NONE:
            self.key("Esc")
            self.release()

    def _press(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        self._grabber = self._under()
        self._held = button
        self._give_focus(self._grabber)
        self._mouse(kind, button)

    def _under(self) -> QWidget | None:
        window = self._inside.window()
        return window.childAt(window.mapFromGlobal(self.point)) or window

    def _mouse(self, kind: QEvent.Type, button: Qt.MouseButton) -> None:
        widget = self._grabber or self._under()
        if widget is None or not shiboken6.isValid(widget) or not widget.isEnabled():
            return
        event = QMouseEvent(
            kind,
            QPointF(widget.mapFromGlobal(self.point)),
            QPointF(widget.window().mapFromGlobal(self.point)),
            QPointF(self.point),
            button,
            self._held,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(widget, event)

    def _give_focus(self, widget: QWidget | None) -> None:
        while widget is not None:
            if widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                widget.setFocus(Qt.FocusReason.MouseFocusReason)
                return
            widget = None if widget.isWindow() else widget.parentWidget()

    def _key(self, combination: QKeyCombination, text: str) -> None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            widget = QApplication.focusWidget() or self._inside.window()
            event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), text)
            QApplication.sendEvent(widget, event)
