"""The hands at the keyboard: what real keys and keys of the picture do in the fields."""

from typing import Final, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, Qt

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.room_kit.keys import key_name
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.typing.layout import HELD, KEY, sign_of
from digitutor_app.rooms.typing.moving import moved
from digitutor_app.rooms.typing.rows import Lamp
from digitutor_app.rooms.typing.state import Seen, TypingState

_M = Qt.KeyboardModifier
_K = Qt.Key
_BARE: Final = {
    _K.Key_Shift: "Shift",
    _K.Key_Control: "Ctrl",
    _K.Key_Alt: "Alt",
    _K.Key_AltGr: "AltGr",
    _K.Key_Meta: "Meta",
}
_HOLDING: Final = _M.ShiftModifier | _M.ControlModifier | _M.AltModifier | _M.MetaModifier
_ARROWS: Final = (_K.Key_Left, _K.Key_Right, _K.Key_Up, _K.Key_Down)
_MOVING: Final = (*_ARROWS, _K.Key_Home, _K.Key_End, _K.Key_PageUp, _K.Key_PageDown)
_DRAWN: Final = {
    "backspace": "Backspace",
    "delete": "Delete",
    "enter": "Enter",
    "tab": "Tab",
    "menu": "Menu",
}
_DRAWN_MOVING: Final = ("left", "right", "up", "down", "home", "end")
#: A key that came so often by itself is held down.
_HELD_AFTER: Final = 3


class Field(Protocol):
    """A field on the screen, as the hands know it."""

    field_id: str

    def move_caret(self, event: QKeyEvent) -> None:
        """Let Qt move the caret, and tell ``placed``."""


class Typist(QObject):
    """Turns keys into deeds of the state. Emits ``observed`` with an Observation."""

    observed = Signal(object)

    def __init__(self, computer: Computer, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self.computer = computer
        self.state = TypingState(computer)
        self._alone = ""
        self._again = 0

    # Real keys

    def key_pressed(self, field: Field, event: QKeyEvent) -> bool:
        """A key went down in the field; False: it is somebody else's."""
        key = _K(event.key())
        if key in _BARE:
            others = event.modifiers() & _HOLDING & ~_modifier(key)
            self._alone = "" if others else _BARE[key]
            return key is not _K.Key_Meta
        self._alone = ""
        if event.isAutoRepeat() and key not in _ARROWS and not self.state.rows.repeats:
            self._again += 1
            if self._again == _HELD_AFTER and _types(event):
                self.tell(self.state.held(field.field_id))
            return True
        self._again = 0
        return self._edit(field, event) or self._move(field, event)

    def key_released(self, field: Field, event: QKeyEvent) -> None:
        """A bare Shift, Ctrl, Alt or Alt Gr of which nothing came is worth knowing of."""
        name = _BARE.get(_K(event.key()), "")
        if name and name == self._alone and not event.isAutoRepeat():
            self._alone = ""
            self.tell(self.state.press(field.field_id, name, "keys"))

    def left(self) -> None:
        """The keyboard went elsewhere: nothing is half pressed any more."""
        self._alone = ""
        self._again = 0

    def _edit(self, field: Field, event: QKeyEvent) -> bool:
        """Keys that change the text, the clipboard or a lamp."""
        keys, key, name = QKeySequence.StandardKey, _K(event.key()), key_name(event)
        if event.matches(keys.Copy) or event.matches(keys.Cut) or event.matches(keys.Paste):
            self._clip(field, event)
        elif event.matches(keys.SelectAll):
            everything = len(self.state.rows.written(field.field_id).text)
            self.place(field.field_id, everything, 0, "keys", click=False)
        elif key is _K.Key_CapsLock:
            self.tell(self.state.toggle(Lamp.CAPS, "keys"))
        elif key is _K.Key_NumLock:
            self.tell(self.state.toggle(Lamp.NUM, "keys"))
            self.tell(self.state.press(field.field_id, "NumLock", "keys"))
        elif name == "Insert":
            self.tell(self.state.toggle(Lamp.INSERT, "keys"))
            self.tell(self.state.press(field.field_id, "Insert", "keys"))
        elif (plain := _plain_name(event)) in ("Backspace", "Delete", "Enter"):
            self._press(field, plain, event)
        elif _types(event):
            self._type(field, event)
        else:
            return False
        return True

    def _move(self, field: Field, event: QKeyEvent) -> bool:
        """Keys that move the caret, and those that mean nothing here."""
        key, name = _K(event.key()), key_name(event)
        pad = bool(event.modifiers() & _M.KeypadModifier)
        if key in _MOVING and not event.modifiers() & _M.AltModifier:
            if pad and not event.modifiers() & _M.ShiftModifier:
                self.tell(self.state.light(Lamp.NUM, on=False, by="keys"))
            field.move_caret(event)
            self.tell(self.state.press(field.field_id, name, "keys", pad=pad))
            return True
        if key is _K.Key_Escape:
            self.tell(self.state.press(field.field_id, "Esc", "keys"))
            return True
        if name.startswith("Alt+"):
            self.tell(self.state.press(field.field_id, name, "keys"))
        return False

    def _type(self, field: Field, event: QKeyEvent) -> None:
        if not self.desk.may(f"field:{field.field_id}"):
            return
        if event.modifiers() & _M.KeypadModifier and event.text().isdigit():
            self.tell(self.state.light(Lamp.NUM, on=True, by="keys"))
        shift = bool(event.modifiers() & _M.ShiftModifier)
        self.tell(self.state.type(field.field_id, event.text(), "keys", shift=shift))

    def _press(self, field: Field, key: str, event: QKeyEvent) -> None:
        if self.desk.may(f"field:{field.field_id}"):
            pad = bool(event.modifiers() & _M.KeypadModifier) and key != "Enter"
            self.tell(self.state.press(field.field_id, key, "keys", pad=pad))

    def _clip(self, field: Field, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Copy):
            self.tell(self.state.take(field.field_id, "keys", cut=False))
        elif not self.desk.may(f"field:{field.field_id}"):
            return
        elif event.matches(keys.Cut):
            self.tell(self.state.take(field.field_id, "keys", cut=True))
        else:
            self.tell(self.state.paste(field.field_id, "keys"))

    # What is neither a real key nor a drawn one

    def focused(self, field_id: str, reason: Qt.FocusReason) -> None:
        """The field has got the keyboard."""
        self.state.focus(field_id)
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.observed.emit(Observation("focus", f"field:{field_id}", {"by": "keys"}))

    def committed(self, field: Field, text: str) -> None:
        """An input method (a dead key, an emoji panel) gives a text."""
        if self.desk.may(f"field:{field.field_id}"):
            if len(text) == 1 and text.lower() != text.upper():
                # It does not say whether Shift was down; so nothing is learnt of Caps Lock.
                shift = (text != text.lower()) is not self.state.rows.lamps().caps
                self.tell(self.state.type(field.field_id, text, "keys", shift=shift))
            else:
                self.tell(self.state.type(field.field_id, text, "keys"))

    def place(self, field_id: str, caret: int, anchor: int, by: str, *, click: bool) -> None:
        """The caret was put there."""
        self.tell(self.state.place(field_id, caret, anchor, by, click=click))

    def rest_of(self, field_id: str, text: str) -> str:
        """What of the text is still to be typed, when its beginning stands there already."""
        rows = self.state.rows
        spec, written = rows.field(field_id), rows.written(field_id)
        model = "" if spec is None else rows.model(spec).casefold()
        there = written.text.casefold()
        for begun in range(len(text) + 1 if model else 0):
            goes_on = there.endswith(text[:begun].casefold())
            if goes_on and model.startswith(there + text[begun:].casefold()):
                return text[begun:]
        return text

    def stray(self) -> None:
        """Something was typed that no field gets."""
        self.tell(self.state.stray())

    # Keys of the picture

    def drawn_pressed(self, key_id: str) -> None:
        """A key of the picture was pressed with the pointer."""
        rows = self.state.rows
        held = rows.held()
        if key_id in HELD:
            rows.put_held(held ^ {key_id})
            return
        # Before the deed, so that Peru does not hold it down again.
        rows.put_held(())
        field_id = rows.focus()
        if key_id == "caps":
            self.tell(self.state.toggle(Lamp.CAPS, "pointer"))
        elif not field_id:
            self.stray()
        elif self.desk.may(f"field:{field_id}"):
            self._drawn(field_id, key_id, {key.removesuffix("_right") for key in held})

    def _drawn(self, field_id: str, key_id: str, held: set[str]) -> None:
        state = self.state
        shift = "shift" in held
        sign = sign_of(
            KEY[key_id],
            shift=shift,
            alt_gr="alt_gr" in held or held >= {"ctrl", "alt"},
            caps=state.rows.lamps().caps,
        )
        if held & {"ctrl", "alt"} and not held >= {"ctrl", "alt"}:
            self._drawn_command(field_id, key_id, "Ctrl" if "ctrl" in held else "Alt")
        elif key_id in _DRAWN_MOVING:
            written = state.rows.written(field_id)
            caret = moved(written.text, max(0, written.caret), key_id)
            self.place(field_id, caret, written.anchor if shift else caret, "pointer", click=False)
            self.tell(state.press(field_id, key_id.capitalize(), "pointer"))
        elif key_id == "insert":
            self.tell(state.toggle(Lamp.INSERT, "pointer"))
            self.tell(state.press(field_id, "Insert", "pointer"))
        elif key_id in _DRAWN:
            self.tell(state.press(field_id, _DRAWN[key_id], "pointer"))
        elif sign:
            self.tell(state.type(field_id, sign, "pointer"))

    def _drawn_command(self, field_id: str, key_id: str, held: str) -> None:
        state = self.state
        if held == "Ctrl" and key_id in ("c", "x"):
            self.tell(state.take(field_id, "pointer", cut=key_id == "x"))
        elif held == "Ctrl" and key_id == "v":
            self.tell(state.paste(field_id, "pointer"))
        elif held == "Ctrl" and key_id == "a":
            everything = len(state.rows.written(field_id).text)
            self.place(field_id, everything, 0, "pointer", click=False)
        else:
            sign = KEY[key_id].plain.upper() or key_id
            self.tell(state.press(field_id, f"{held}+{sign}", "pointer"))

    def tell(self, seen: Seen) -> None:
        """Tell what has happened, one after the other."""
        for observation in seen:
            self.observed.emit(observation)


def _plain_name(event: QKeyEvent) -> str:
    """The key's name, Shift or not; a line feed is Enter, whichever key gave it."""
    if event.text() == "\n":
        return "Enter"
    return key_name(event).removeprefix("Shift+")


def _types(event: QKeyEvent) -> bool:
    """Whether the key types something; on Windows Alt Gr arrives as Ctrl and Alt together."""
    text = event.text()
    held = event.modifiers() & (_M.ControlModifier | _M.AltModifier | _M.MetaModifier)
    both = _M.ControlModifier | _M.AltModifier
    return bool(text) and text.isprintable() and (not held or held == both)


def _modifier(key: Qt.Key) -> Qt.KeyboardModifier:
    return {
        _K.Key_Shift: _M.ShiftModifier,
        _K.Key_Control: _M.ControlModifier,
        _K.Key_Alt: _M.AltModifier,
        _K.Key_Meta: _M.MetaModifier,
    }.get(key, _M.NoModifier)
