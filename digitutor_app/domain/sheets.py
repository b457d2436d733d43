"""What stands on the progress sheet and on code cards, all in the sheet's own language."""

from dataclasses import dataclass
from datetime import date

from digitutor_app.domain.skills import SkillState

#: The most that the sheet lists of what is new and of what comes next (domain/5, 5.4).
MOST_NEW, MOST_NEXT = 5, 3


@dataclass(frozen=True, slots=True)
class SkillGroup:
    """A module's name with its skills, each with how well; none of them "not tried"."""

    module: str
    skills: tuple[tuple[str, SkillState], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressContent:
    """Everything that one progress sheet says (domain/5, 5.4), and nothing about mistakes or time.

    ``code`` is "" for a person without one; ``picture`` a square PNG of it or b"". ``workshops``
    are names. ``new`` are skills since last time, ``coming`` titles of exercises. There is no name:
    the person writes it by hand.
    """

    language: str
    code: str
    workshops: tuple[str, ...]
    days: tuple[date, ...]
    quarter_hours: int
    groups: tuple[SkillGroup, ...]
    printed: date
    picture: bytes = b""
    new: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CodeCard:
    """One participant's code with its picture (a square PNG, or b"")."""

    code: str
    picture: bytes = b""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on the sheet of a recovery key.

    ``prefix`` and ``groups`` are the whole key; ``machine`` is the name of the laptop whose store
    it opens, or "".
    """

    language: str
    prefix: str
    groups: tuple[str, ...]
    machine: str
    made: date
