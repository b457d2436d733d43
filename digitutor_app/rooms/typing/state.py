"""The typing room without a screen: what stands in the fields, and everything that keys do there.

For authors of exercises:

Start
    ``open = ["typing"]`` and a table ``typing``; wherever words are asked for, write the id of a
    name, so that data sets differ:
    fields = { name = "" , door = "door_given" }   the fields from top to bottom, each with what
                                                   stands in it already ("" for nothing)
    models = { name = "name_model" }               what is to be written, shown with the field; the
                                                   picture of the keyboard finds the next key by it
    labels = { name = "name_label" }               what the field is called; left out it is "Kenttä"
    tall = { list = 3 }                            a field of several lines, so many of them high
    words = { word = ["word_1", "word_2"] }        a field for words one after the other: a word
                                                   that is right goes away and the next one comes;
                                                   capitals and spaces do not matter. Such a field
                                                   stands here and not under ``fields``.
    lamps = ["caps"]                               begins with Caps Lock (or "insert") on, as far as
                                                   this room is concerned: Shift alone decides
                                                   on letters then, whatever the real lamp says
    repeat = true                                  a key that is held types again and again; left
                                                   out it types once and ``repeat`` is observed

Conditions (conditions.py)
    text = field, is, case, spaces, dot · text_like = field, pattern, is · has_text = field, part,
    case · has_any = field ("": any), of · begins = field, part, case · caret = field, at ·
    text_selected = field · lines = field, count, at_least, blank · lamp = "caps" | "num" |
    "insert", on · focused = field ("": none) · words_written = field, count

Targets
    ``field:<id>``; ``key:<name>`` is a key of the picture of the keyboard, which can be pressed
    with the pointer: letters and digits by themselves (``key:a``, ``key:2``), aa (å), ae (ä),
    oe (ö), space, enter, backspace, delete, insert, home, end, left, right, up, down, tab, caps,
    shift, shift_right, alt_gr, alt, ctrl, ctrl_right, period, comma, minus, plus, less, section,
    acute, diaeresis, apostrophe. A pressed Shift or Alt Gr is held until the next key.
    ``ground`` is the empty page: a press there takes the keyboard out of the fields.
    ``button:keyboard`` shows and hides the picture where there is little room.
    ``click`` and ``double_click`` with ``caret`` press between the letters of a field.
    For ``key`` write ``on = "field:…"``, so that the picture shows the next key while guidance
    points at the field.

Observations: verb, target, details; each carries by = keys, pointer. None has a letter in it.
    type field:<id> (kind = letter, digit, space, sign; big = a capital; overwrote = another letter
    went away) · key field:<id> (key = Backspace, Delete, Enter, Left, Home, Shift, AltGr, Alt,
    Alt+2 …; changed = the text changed; pad = on the number pad) · repeat field:<id> (the same
    letter four times in a row; came = false when a key was held and typed once) · stray (typed
    while no field had the keyboard) · caps key:caps (on) · select field:<id> · click field:<id>
    (at = start, inside, end) · focus field:<id> (by Tab) · word field:<id> (count: one of
    ``words`` is done) · cut, copy, paste field:<id> ·
    blanked field:<id> (kind = identity_code, iban, card)
    Shift, Ctrl, Alt and Alt Gr are observed when they are let go and nothing came of them.

Peru takes back one letter or one deletion (also the one that finished a word). Where the caret
stands and which field has the keyboard goes back with it; the lamps stay as they are.
"""

from dataclasses import replace

from digitutor_app.domain.observation import Detail, Observation
from digitutor_app.domain.plain import Row
from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.private_data import private_kind
from digitutor_app.rooms.typing.conditions import CONDITIONS
from digitutor_app.rooms.typing.matching import same
from digitutor_app.rooms.typing.rows import FieldSpec, Lamp, Rows, Written

__all__ = ["CONDITIONS", "TypingState"]

#: So many equal letters in a row are a key that was held too long (domain/2, G8).
MANY = 4
Seen = tuple[Observation, ...]


class TypingState:
    """The fields of one practice computer. What it returns has happened, in that order."""

    def __init__(self, computer: Computer) -> None:
        self.computer = computer
        self.rows = Rows(computer)

    # Writing

    def type(self, field_id: str, text: str, by: str, *, shift: bool = False) -> Seen:
        """A letter was typed (or several at once, by an input method) where the caret stands."""
        spec = self.rows.field(field_id)
        if spec is None or not text:
            return ()
        told, text = self._case(text, shift) if by == "keys" else ((), text)
        if not spec.tall:
            text = " ".join(text.splitlines())
        before = self.rows.written(field_id)
        rest = before.text[before.end :].partition("\n")[0]
        overwrote = self.rows.lamps().insert and not before.selected and len(rest) >= len(text)
        end = before.end + (len(text) if overwrote else 0)
        details: dict[str, Detail] = {
            "kind": _kind(text),
            "big": text != text.lower(),
            "overwrote": overwrote,
            "by": by,
        }
        typed = Observation("type", spec.target, details)
        return (*told, *self._put(spec, before.begin, end, text, typed))

    def press(self, field_id: str, key: str, by: str, *, pad: bool = False) -> Seen:
        """A key that types no sign; Backspace, Delete and Enter change the text."""
        spec = self.rows.field(field_id)
        if spec is None:
            return ()
        written = self.rows.written(field_id)
        begin, end, text = written.begin, written.end, ""
        if key == "Enter" and spec.tall:
            text = "\n"
        elif key in ("Backspace", "Delete") and not written.selected:
            begin = max(0, begin - 1) if key == "Backspace" else begin
            end = min(len(written.text), end + 1) if key == "Delete" else end
        elif key not in ("Backspace", "Delete"):
            return (self._key(spec, key, changed=False, pad=pad, by=by),)
        if begin == end and not text:
            return (self._key(spec, key, changed=False, pad=pad, by=by),)
        told = self._key(spec, key, changed=True, pad=pad, by=by)
        return self._put(spec, begin, end, text, told)

    def replace_all(self, field_id: str, text: str, by: str) -> Seen:
        """The whole text was exchanged at once (by assistive technology)."""
        spec = self.rows.field(field_id)
        if spec is None or text == self.rows.written(field_id).text:
            return ()
        everything = len(self.rows.written(field_id).text)
        told = Observation("type", spec.target, {"kind": _kind(text), "by": by})
        return self._put(spec, 0, everything, text, told)

    def held(self, field_id: str) -> Seen:
        """A key is held down and would have typed again and again."""
        return (Observation("repeat", f"field:{field_id}", {"came": False, "by": "keys"}),)

    def stray(self) -> Seen:
        """Something was typed while no field had the keyboard."""
        return (Observation("stray", "", {"by": "keys"}),)

    # The pretend clipboard

    def take(self, field_id: str, by: str, *, cut: bool) -> Seen:
        """Copy or cut what is selected."""
        spec, written = self.rows.field(field_id), self.rows.written(field_id)
        if spec is None or not written.selected:
            return ()
        part = written.text[written.begin : written.end]
        with self.computer.deed():
            self.computer.clipboard.take(Clip(Held.TEXT, text=part))
            if not cut:
                return (Observation("copy", spec.target, {"by": by}),)
            told = Observation("cut", spec.target, {"by": by})
            return self._put(spec, written.begin, written.end, "", told)

    def paste(self, field_id: str, by: str) -> Seen:
        """Put in what the clipboard of the practice computer holds."""
        spec, clip = self.rows.field(field_id), self.computer.clipboard.clip
        if spec is None or clip.held is not Held.TEXT:
            return ()
        text = clip.text if spec.tall else " ".join(clip.text.splitlines())
        written = self.rows.written(field_id)
        told = Observation("paste", spec.target, {"by": by})
        return self._put(spec, written.begin, written.end, text, told)

    # The caret and the keyboard

    def place(self, field_id: str, caret: int, anchor: int, by: str, *, click: bool) -> Seen:
        """The caret stands there now; what lies between it and ``anchor`` is selected."""
        spec, before = self.rows.field(field_id), self.rows.written(field_id)
        if spec is None or (not click and (caret, anchor) == (before.caret, before.anchor)):
            return ()
        self.rows.put_caret(field_id, caret, anchor)
        if caret != anchor:
            return (Observation("select", spec.target, {"by": by}),)
        if not click:
            return ()
        length = len(before.text)
        at = "start" if caret == 0 < length else "end" if caret == length else "inside"
        return (Observation("click", spec.target, {"at": at, "by": by}),)

    def focus(self, field_id: str) -> None:
        """This field has the keyboard now ("": none); where nobody has been, the caret goes to the
        end. What was selected elsewhere is selected no more."""
        for spec in self.rows.fields():
            written = self.rows.written(spec.id)
            if spec.id == field_id and written.caret < 0:
                self.rows.put_caret(spec.id, len(written.text), len(written.text))
            elif spec.id != field_id and written.selected:
                self.rows.put_caret(spec.id, written.caret, written.caret)
        if self.rows.focus() != field_id:
            self.rows.put_focus(field_id)

    def close(self) -> None:
        """The window was closed: the next one begins without the keyboard in a field."""
        self.focus("")

    # Lamps

    def toggle(self, lamp: Lamp, by: str) -> Seen:
        """The key of a lamp was pressed."""
        lamps = self.rows.lamps()
        lit = {Lamp.CAPS: lamps.caps, Lamp.NUM: lamps.num is True, Lamp.INSERT: lamps.insert}[lamp]
        return self.light(lamp, on=not lit, by=by)

    def light(self, lamp: Lamp, *, on: bool, by: str) -> Seen:
        """A lamp is known to be on or off."""
        known = {"caps": self.rows.lamps().caps, "num": self.rows.lamps().num}.get(lamp.value)
        self.rows.light(lamp, on=on)
        if lamp is Lamp.CAPS and known is not on:
            return (Observation("caps", "key:caps", {"on": on, "by": by}),)
        return ()

    # Inside

    def _case(self, text: str, shift: bool) -> tuple[Seen, str]:
        """What a letter tells of Caps Lock; and the letter as it is to be written."""
        if len(text) != 1 or text.lower() == text.upper():
            return (), text
        lamps = self.rows.lamps()
        if lamps.pretended:
            return (), text.upper() if shift is not lamps.caps else text.lower()
        on = (text == text.upper()) is not shift
        return (self.light(Lamp.CAPS, on=on, by="keys") if on is not lamps.caps else ()), text

    def _put(self, spec: FieldSpec, begin: int, end: int, text: str, told: Observation) -> Seen:
        """Exchange a part of the text, in one deed, unless personal data would stand there."""
        before, by = self.rows.written(spec.id), str(told.get("by"))
        after = before.text[:begin] + text + before.text[end:]
        if kind := private_kind(after):
            return self._blank(spec, kind, by)
        place = begin + len(text)
        new = replace(before, text=after, caret=place, anchor=place)
        model = self.rows.model(spec)
        finished = bool(spec.words and model) and same(after, model, case=False)
        if finished:
            new = Written(text="", caret=0, anchor=0, word=before.word + 1)
        with self.computer.deed():
            self.rows.put_notice("")
            self.rows.put_text(spec.id, new)
        seen = [told]
        if told.verb == "type" and _many(after, place):
            seen.append(Observation("repeat", spec.target, {"came": True, "by": by}))
        if finished:
            seen.append(Observation("word", spec.target, {"count": new.word, "by": by}))
        return tuple(seen)

    def _blank(self, spec: FieldSpec, kind: str, by: str) -> Seen:
        """Empty the field at once; nothing of what was typed into it stays anywhere."""
        self.rows.expunge(spec.id)
        self.computer.book.expunge("clipboard", _without_text)
        emptied = replace(self.rows.written(spec.id), text="", caret=0, anchor=0)
        self.rows.put_text(spec.id, emptied)
        self.rows.put_notice(spec.id)
        return (Observation("blanked", spec.target, {"kind": kind, "by": by}),)

    def _key(self, spec: FieldSpec, key: str, *, changed: bool, pad: bool, by: str) -> Observation:
        details: dict[str, Detail] = {"key": key, "changed": changed, "by": by}
        return Observation("key", spec.target, {**details, "pad": True} if pad else details)


def _without_text(row: Row) -> Row:
    return {**row, "held": Held.NOTHING.value, "text": ""} if row["text"] else row


def _kind(text: str) -> str:
    if text.isalpha():
        return "letter"
    if text.isdigit():
        return "digit"
    return "space" if text.isspace() else "sign"


def _many(text: str, place: int) -> bool:
    """Whether the letter before the caret is the fourth equal one in a row."""
    last = text[max(0, place - MANY) : place].casefold()
    return (
        len(last) == MANY
        and len(set(last)) == 1
        and last.isalnum()
        and (text[: place - MANY].casefold()[-1:] != last[0])
    )
