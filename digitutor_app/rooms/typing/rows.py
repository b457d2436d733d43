"""What the typing room remembers: the exercise's sheet, and its rows read and written typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final, cast

from digitutor_app.domain.plain import Row
from digitutor_app.practice.computer import Computer

PROGRAM: Final = "typing"
_FOCUS: Final = "typing.focus"
_LAMPS: Final = "typing.lamps"
_NOTICE: Final = "typing.notice"
_HELD: Final = "typing.held"
_PICTURE: Final = "typing.picture"
_SCROLL: Final = "typing.scroll"
_FIELD: Final = "typing.field:"


class Lamp(StrEnum):
    """What the keyboard can have switched on."""

    CAPS = "caps"
    NUM = "num"
    INSERT = "insert"


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldSpec:
    """One field as the exercise describes it; texts are ids of names or the words themselves.

    ``given`` stands in it at the beginning, ``model`` above it. ``tall`` is how many lines a field
    of several lines shows (0: a field of one line). ``words`` are written one after the other.
    """

    id: str
    given: str = ""
    model: str = ""
    label: str = ""
    tall: int = 0
    words: tuple[str, ...] = ()

    @property
    def target(self) -> str:
        return f"field:{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What stands in a field now. ``anchor`` is where the selection began: the caret when nothing
    is selected. ``caret`` is -1 while nobody has been there. ``word`` counts the words done."""

    text: str = ""
    caret: int = -1
    anchor: int = -1
    word: int = 0

    @property
    def begin(self) -> int:
        return max(0, min(self.caret, self.anchor))

    @property
    def end(self) -> int:
        return max(0, self.caret, self.anchor)

    @property
    def selected(self) -> bool:
        return self.begin != self.end


@dataclass(frozen=True, slots=True)
class Lamps:
    """What is on; ``num`` is None until the number pad has told. ``pretended``: Caps Lock was on
    when the exercise began, whatever the real keyboard says; Shift alone decides on letters then.
    """

    caps: bool = False
    num: bool | None = None
    insert: bool = False
    pretended: bool = False


class Rows:
    """The rows of the room; writing outside a deed belongs to the deed before (Book)."""

    def __init__(self, computer: Computer) -> None:
        self._computer = computer
        self._book = computer.book

    # The sheet

    def fields(self) -> tuple[FieldSpec, ...]:
        """The fields from top to bottom."""
        sheet = self._sheet()
        names = dict.fromkeys([*_table(sheet, "fields"), *_table(sheet, "words")])
        return tuple(_spec(sheet, name) for name in names)

    def field(self, field_id: str) -> FieldSpec | None:
        sheet = self._sheet()
        known = field_id in _table(sheet, "fields") or field_id in _table(sheet, "words")
        return _spec(sheet, field_id) if known else None

    @property
    def repeats(self) -> bool:
        """Whether a key that is held types again and again."""
        return self._sheet().get("repeat") is True

    def words_of(self, name: str) -> str:
        """The words of a name of the exercise; what is no id is the words themselves."""
        return self._computer.words.names.get(name, name)

    def model(self, spec: FieldSpec) -> str:
        """What is to be written now; "" when the field has no model or all its words are done."""
        if spec.words:
            done = self.written(spec.id).word
            return self.words_of(spec.words[done]) if done < len(spec.words) else ""
        return self.words_of(spec.model) if spec.model else ""

    # What stands in the fields

    def written(self, field_id: str) -> Written:
        """The given text until something has been typed."""
        row = self._book.row(_FIELD + field_id) or {}
        text = str(row["text"]) if "text" in row else self._given(field_id)
        caret, anchor = (cast(int, row.get(k, -1)) for k in ("caret", "anchor"))
        word = cast(int, row.get("word", 0))
        return Written(
            text=text, caret=min(caret, len(text)), anchor=min(anchor, len(text)), word=word
        )

    def _given(self, field_id: str) -> str:
        spec = self.field(field_id)
        return "" if spec is None or not spec.given else self.words_of(spec.given)

    def put_text(self, field_id: str, written: Written) -> None:
        """Write text and caret."""
        row: Row = {
            "text": written.text,
            "caret": written.caret,
            "anchor": written.anchor,
            "word": written.word,
        }
        self._book.write(_FIELD + field_id, row)

    def put_caret(self, field_id: str, caret: int, anchor: int) -> None:
        """Write the caret alone: the text stays what it was, given or typed."""
        row = dict(self._book.row(_FIELD + field_id) or {})
        self._book.write(_FIELD + field_id, {**row, "caret": caret, "anchor": anchor})

    def expunge(self, field_id: str) -> None:
        """Empty the field, also in all that Peru could bring back."""
        self._book.expunge(_FIELD + field_id, _emptied)

    # The rest

    def focus(self) -> str:
        """The field that has the keyboard, or ""."""
        row = self._book.row(_FOCUS)
        return "" if row is None else str(row["field"])

    def put_focus(self, field_id: str) -> None:
        self._book.write(_FOCUS, {"field": field_id})

    def lamps(self) -> Lamps:
        row = self._book.row(_LAMPS)
        if row is None:
            lit = [str(name) for name in cast(Sequence[str], self._sheet().get("lamps", ()))]
            caps = Lamp.CAPS in lit
            return Lamps(caps=caps, insert=Lamp.INSERT in lit, pretended=caps)
        return Lamps(
            row["caps"] is True,
            None if row["num"] is None else row["num"] is True,
            row["insert"] is True,
            row["pretended"] is True,
        )

    def put_lamps(self, lamps: Lamps) -> None:
        """Peru leaves lamps alone: it cannot press a key of the real keyboard."""
        row: Row = {
            "caps": lamps.caps,
            "num": lamps.num,
            "insert": lamps.insert,
            "pretended": lamps.pretended,
        }
        self._book.write(_LAMPS, row, lasting=True)

    def light(self, lamp: Lamp, *, on: bool) -> None:
        self.put_lamps(replace(self.lamps(), **{lamp.value: on}))

    def held(self) -> frozenset[str]:
        """The keys of the picture that stay down until another is pressed (Shift)."""
        row = self._book.row(_HELD)
        return frozenset() if row is None else frozenset(cast(Sequence[str], row["keys"]))

    def put_held(self, keys: Iterable[str]) -> None:
        if keys := sorted(keys):
            self._book.write(_HELD, {"keys": keys})
        else:
            self._book.erase(_HELD)

    def picture_wished(self) -> bool:
        """Whether the picture is shown where there is no room for everything."""
        return self._book.row(_PICTURE) == {"shown": True}

    def wish_picture(self, *, shown: bool) -> None:
        """Peru leaves it alone: it is how somebody looks at the page."""
        self._book.write(_PICTURE, {"shown": shown}, lasting=True)

    def scrolled(self) -> int:
        """How far the fields are scrolled where they have no room, logical pixels."""
        row = self._book.row(_SCROLL)
        return 0 if row is None else cast(int, row["to"])

    def put_scrolled(self, to: int) -> None:
        """Peru leaves it alone, like the picture."""
        if to != self.scrolled():
            self._book.write(_SCROLL, {"to": to}, lasting=True)

    def notice(self) -> str:
        """The field that was emptied because real personal data stood in it, or ""."""
        row = self._book.row(_NOTICE)
        return "" if row is None else str(row["field"])

    def put_notice(self, field_id: str) -> None:
        if field_id:
            self._book.write(_NOTICE, {"field": field_id})
        else:
            self._book.erase(_NOTICE)

    def _sheet(self) -> Row:
        return self._book.row(PROGRAM) or {}


def _table(sheet: Row, name: str) -> Mapping[str, object]:
    return cast(Mapping[str, object], sheet.get(name, {}))


def _spec(sheet: Row, name: str) -> FieldSpec:
    return FieldSpec(
        id=name,
        given=str(_table(sheet, "fields").get(name, "")),
        model=str(_table(sheet, "models").get(name, "")),
        label=str(_table(sheet, "labels").get(name, "")),
        tall=cast(int, _table(sheet, "tall").get(name, 0)),
        words=tuple(cast(Sequence[str], _table(sheet, "words").get(name, ()))),
    )


def _emptied(row: Row) -> Row:
    if "text" not in row:
        return row
    return {**row, "text": "", "caret": 0, "anchor": 0}
