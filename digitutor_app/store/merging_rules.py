"""What a merge is told and what it tells: whose key signed, what may come, what has changed."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from digitutor_app.store.merging_aside import PutAside


class Role(StrEnum):
    """Whose key signed what comes: a practice laptop's or a tutor's."""

    PRACTICE = "practice"
    TUTOR = "tutor"


#: What a practice key may deliver; a tutor's key may deliver everything.
FROM_PRACTICE = frozenset(
    ("person", "visit", "call", "coming", "step_done", "attempt", "observation", "withdrawn")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowRules:
    """What this bundle may say. ``erasure_holds`` gets subject, at, by and signature and tells
    whether a tutor has signed that (erasures.erasure_message); ``device`` names where the bundle
    was made."""

    role: Role
    erasure_holds: Callable[[str, int, str, bytes], bool]
    device: str = ""


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge changed: rows by table. ``same``: rows that were here already, or older ones,
    or about somebody erased.

    ``removed`` counts deleted rows and what went with the erased; ``erased`` are the subjects
    that were not erased before; ``people`` all subjects about whom something changed.
    ``to_erase_too``: people joined with somebody erased, whom no tutor has erased yet
    (``Erasures.add`` with any of their ids does it).
    """

    new: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)
    removed: Mapping[str, int] = field(default_factory=dict)
    same: int = 0
    put_aside: Sequence[PutAside] = ()
    erased: Sequence[str] = ()
    people: frozenset[str] = frozenset()
    to_erase_too: Sequence[str] = ()

    @property
    def nothing(self) -> bool:
        """Whether the store says the same as before."""
        return not (self.new or self.changed or self.removed or self.erased)
