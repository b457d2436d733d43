"""How two tutor machines of one organiser get to know each other without a stick: each leaves a
small signed file in a folder, and people compare four words.

It holds public halves only. Whoever changes it changes its signature or the four words.
"""

from typing import Annotated

from msgspec import Meta, Struct

from digitutor_app.exchange.errors import PlaceError
from digitutor_app.exchange.place import Place
from digitutor_app.exchange.stick.errors import StickFileError
from digitutor_app.exchange.stick.sheet import Id, TutorMachine
from digitutor_app.exchange.stick.signed import Kind, read, written
from digitutor_app.trust.signing import SigningKey

KIND = Kind("machine")
PREFIX, SUFFIX = "digitutor-kone-", ".dgt"
LARGEST = 20_000
#: So many files of a folder are looked at.
_MOST = 200


class Introduction(Struct, frozen=True, kw_only=True):
    """Who a tutor machine is, of which organisation, and for which recovery key it seals.

    ``settled``: laptops or other machines count on its organisation's number already.
    """

    organisation: Id
    machine: TutorMachine
    recovery: Annotated[str, Meta(pattern=r"^(age1[0-9a-z]{10,120})?$")] = ""
    settled: bool = False


def name_of(public: str) -> str:
    """The file's name for a machine with this key (hex)."""
    return f"{PREFIX}{public[:8]}{SUFFIX}"


def leave(place: Place, said: Introduction, key: SigningKey) -> str:
    """Put this machine's file there in place of its older one; returns its name. Raises
    PlaceError."""
    name = name_of(said.machine.public)
    content = written(KIND, said, key)
    draft = f"{name}.part"
    place.remove(draft)
    place.write_new(draft, content)
    place.rename(draft, name)
    place.sync(name)
    return name


def introductions(place: Place) -> list[Introduction]:
    """What machines have left there; what is no sound file is left out. Raises PlaceError."""
    names = [entry.name for entry in place.entries() if _may_be(entry.name)]
    found = []
    for name in sorted(names)[:_MOST]:
        try:
            public, said = read(KIND, place.read(name, LARGEST + 1), Introduction)
        except (StickFileError, PlaceError):
            continue
        if public.hex() == said.machine.public:
            found.append(said)
    return found


def _may_be(name: str) -> bool:
    last = name.rpartition("/")[2]
    return last.startswith(PREFIX) and last.endswith(SUFFIX)
