"""Which workshop this laptop takes part in, as its stick has said; kept in the practice store."""

import json
from dataclasses import dataclass
from datetime import datetime

import msgspec

from digitutor_app.domain.display import Display
from digitutor_app.exchange.stick.sheet import Participant, Sheet
from digitutor_app.store.store import Store

_SHEET = "workshop_sheet"
_NUMBER = "workshop_number"
_CODE = "known_code:"


@dataclass(frozen=True, slots=True)
class WorkshopHere:
    """The sheet of the workshop (its people are kept apart) and this laptop's number in it.

    ``was`` is the number that it had until now, where another laptop went about under the same
    identity; 0 otherwise.
    """

    sheet: Sheet
    number: int
    was: int = 0

    @property
    def tutors(self) -> frozenset[bytes]:
        """The public keys of the tutor machines that are believed."""
        return frozenset(bytes.fromhex(tutor.public) for tutor in self.sheet.tutors)


def workshop_here(store: Store) -> WorkshopHere | None:
    """The workshop that this laptop has joined, or None."""
    kept = store.settings.get(_SHEET)
    if not kept:
        return None
    number = int(store.settings.get(_NUMBER, "0"))
    return WorkshopHere(msgspec.json.decode(kept, type=Sheet), number)


def keep_sheet(store: Store, sheet: Sheet, number: int) -> None:
    """The same, and the codes stay those that were known."""
    alone = msgspec.structs.replace(sheet, people=[])
    store.settings.put(_SHEET, msgspec.json.encode(alone).decode())
    store.settings.put(_NUMBER, str(number))


def keep_workshop(store: Store, sheet: Sheet, number: int) -> None:
    """Note the workshop and the codes that are known in it; in a transaction of the caller."""
    keep_sheet(store, sheet, number)
    store.settings.forget(_CODE)
    for person in sheet.people:
        display = Display.from_plain(person.display).to_plain()
        said = {"language": person.language, "display": display}
        store.settings.put(f"{_CODE}{person.code}", json.dumps(said))


def event_of(store: Store, moment: datetime) -> str:
    """The id of the workshop that is held here on this day, "" for none."""
    here = workshop_here(store)
    return here.sheet.event.id if here and here.sheet.day == moment.date() else ""


def participant(store: Store, code: str) -> Participant | None:
    """Somebody whose code the workshop knows, or None."""
    kept = store.settings.get(f"{_CODE}{code}")
    if not kept:
        return None
    said = json.loads(kept)
    display = Display.from_plain(said["display"]).to_plain()
    return Participant(code=code, language=said["language"], display=display)


def codes_in_use(store: Store) -> set[str]:
    """Every code that this laptop or its workshop knows."""
    return store.people.all_codes() | set(store.settings.starting(_CODE))
