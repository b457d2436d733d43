"""Notes about skills: what helped, what to practise. Kept in the tutor's store alone."""

import re
from dataclasses import replace
from datetime import date

from digitutor_app.domain.clock import Clock
from digitutor_app.domain.ids import new_id
from digitutor_app.domain.notes import LONGEST, Note
from digitutor_app.practice.private_data import private_kind
from digitutor_app.services.errors import PrivateDataError
from digitutor_app.store.worker import StoreWorker

#: An account number in groups of four has at most so many parts.
_MOST_PARTS = 10
_WORD = re.compile(r"\S+")
_GAP = "…"


class Notes:
    """Writes and reads notes; who writes is not kept."""

    def __init__(self, tutor: StoreWorker, practice: StoreWorker, clock: Clock) -> None:
        self._tutor = tutor
        self._practice = practice
        self._clock = clock

    def about(self, person_id: str) -> list[Note]:
        """The notes about a person, and everybody joined with them, the newest first."""
        ids = self._practice.ask(lambda store: store.people.one_person(person_id))
        return self._tutor.ask(lambda store: store.notes.of_people(ids))

    def write(self, person_id: str, text: str) -> Note:
        """A new note; raises PrivateDataError, and StoreError."""
        note = Note(id=new_id(), person_id=person_id, text=_fit(text), day=self._today())
        self._tutor.ask(lambda store: store.notes.put(note))
        return note

    def change(self, note: Note, text: str) -> Note:
        """The same note with another text and the day of today; raises PrivateDataError."""
        changed = replace(note, text=_fit(text), day=self._today())
        self._tutor.ask(lambda store: store.notes.put(changed))
        return changed

    def delete(self, note: Note) -> None:
        """Nothing of the text stays in the store."""
        self._tutor.ask(lambda store: store.notes.delete(note))

    def bring_back(self, note: Note) -> None:
        """Undo a deletion."""
        self._tutor.ask(lambda store: store.notes.put(note))

    def _today(self) -> date:
        return self._clock.now().date()


def without_private_data(text: str) -> str:
    """The text with a gap where an identity code, an account or a card number stood."""
    while private_kind(text):
        place = _private_place(text)
        if place is None:
            return ""
        text = text[: place[0]] + _GAP + text[place[1] :]
    return text


def _private_place(text: str) -> tuple[int, int] | None:
    """Where the fewest words stand that hold such a number."""
    words = [word.span() for word in _WORD.finditer(text)]
    for size in range(1, _MOST_PARTS + 1):
        for first, last in zip(words, words[size - 1 :], strict=False):
            if private_kind(text[first[0] : last[1]]):
                return first[0], last[1]
    return None


def _fit(text: str) -> str:
    fitted = text.strip()[:LONGEST]
    if kind := private_kind(fitted):
        raise PrivateDataError(kind)
    return fitted
