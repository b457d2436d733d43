"""The sheet of the stick: who invites to which workshop, and how laptops answer.

It holds no name of a participant: codes, with the language and the display that each person uses,
so that a code is known on every laptop. Whoever finds the stick can read it.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any

from msgspec import Meta, Struct

from digitutor_app.exchange.stick.errors import StickFileError
from digitutor_app.exchange.stick.signed import Kind, read, written
from digitutor_app.trust.signing import SigningKey, verify

KIND = Kind("workshop")
NAME = "workshop.dgt"
MOST_PEOPLE = 2_000
LONGEST_LINE = 200
MOST_ORGANISERS = 15
MOST_FORMER, MOST_HEIRS = 200, 50

Id = Annotated[str, Meta(pattern=r"\A[0-9A-Za-z_-]{1,64}\Z")]
Public = Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
#: What a store takes: neither NUL nor half a character.
Line = Annotated[str, Meta(max_length=LONGEST_LINE, pattern=r"\A[^\x00\ud800-\udfff]*\Z")]
LANGUAGE = r"\A[a-z]{2,3}(_[A-Z]{2})?\Z"


class TutorMachine(Struct, frozen=True):
    """A machine to which laptops may deliver: its signing key (hex), its age recipient, its name
    as tutors call it."""

    public: Public
    recipient: Annotated[str, Meta(pattern=r"\Aage1[0-9a-z]{10,120}\Z")]
    name: Line = ""


class Heir(Struct, frozen=True):
    """A tutor machine has a new key: ``proof`` (hex) is the signature of the old one."""

    old: Public
    new: Public
    proof: Annotated[str, Meta(pattern=r"\A[0-9a-f]{128}\Z")]


class Participant(Struct, frozen=True):
    """Somebody whose code is known, and how they like to see the screen."""

    code: Annotated[str, Meta(min_length=1, max_length=80)]
    language: Annotated[str, Meta(pattern=LANGUAGE)] = "fi"
    display: dict[str, Any] = {}


class Event(Struct, frozen=True):
    """The workshop as the laptops know it."""

    id: Id
    name: Line
    place: Line
    day: Annotated[str, Meta(pattern=r"\A\d{4}-\d{2}-\d{2}\Z")]
    organisers: Annotated[list[Line], Meta(max_length=MOST_ORGANISERS)] = []


class Sheet(Struct, frozen=True, kw_only=True):
    """What the sheet says. ``made`` is ISO time; ``secret`` is known to whoever holds the stick:
    with it a laptop shows that it was there. ``pin`` is a hash ("" for none). ``former``: keys of
    tutor machines that are believed no more; ``heirs``: which keys followed older ones, in order.
    """

    made: Annotated[str, Meta(max_length=40)]
    organisation: Id
    organiser: Line
    event: Event
    tutors: Annotated[list[TutorMachine], Meta(min_length=1, max_length=50)]
    recovery: Annotated[str, Meta(pattern=r"\A(age1[0-9a-z]{10,120})?\Z")] = ""
    secret: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    pin: Line = ""
    rehearsal: bool = False
    people: Annotated[list[Participant], Meta(max_length=MOST_PEOPLE)] = []
    former: Annotated[list[Public], Meta(max_length=MOST_FORMER)] = []
    heirs: Annotated[list[Heir], Meta(max_length=MOST_HEIRS)] = []

    @property
    def day(self) -> date:
        return date.fromisoformat(self.event.day)

    @property
    def made_at(self) -> datetime:
        return datetime.fromisoformat(self.made)

    @property
    def recipients(self) -> tuple[str, ...]:
        """Everyone who must be able to open what laptops deliver."""
        own = [tutor.recipient for tutor in self.tutors]
        return (*own, self.recovery) if self.recovery else tuple(own)


def heir_of(key: SigningKey, new: bytes, organisation: str) -> Heir:
    """Says, with the old key, that another one follows it."""
    proof = key.sign(_heir_message(organisation, new.hex()))
    return Heir(key.public.hex(), new.hex(), proof.hex())


def follows(believed: Iterable[str], sheet: Sheet) -> set[str]:
    """Those who are believed, and the keys that follow theirs as the sheet can show."""
    found = set(believed)
    for heir in sheet.heirs:
        message = _heir_message(sheet.organisation, heir.new)
        proof = bytes.fromhex(heir.proof)
        if heir.old in found and verify(bytes.fromhex(heir.old), message, proof):
            found.add(heir.new)
    return found


def _heir_message(organisation: str, new: str) -> bytes:
    return f"digitutor heir\n{organisation}\n{new}".encode()


def is_language(text: str) -> bool:
    """Whether a sheet may name this language."""
    return re.fullmatch(LANGUAGE, text) is not None


def written_sheet(sheet: Sheet, key: SigningKey) -> bytes:
    """The sheet's file, signed by a tutor's machine."""
    return written(KIND, sheet, key)


def read_sheet(content: bytes) -> tuple[bytes, Sheet]:
    """Who signed the sheet (a tutor machine that it names), and the sheet.

    Raises StickFileError and StickFileNewerError.
    """
    public, sheet = read(KIND, content, Sheet)
    try:
        _ = sheet.day
        aware = sheet.made_at.utcoffset() is not None
    except ValueError as error:
        raise StickFileError(KIND.name, str(error)) from error
    if not aware:
        raise StickFileError(KIND.name, "a time without its zone")
    if public.hex() not in {tutor.public for tutor in sheet.tutors}:
        raise StickFileError(KIND.name, "signed by none of its tutors")
    return public, sheet
