"""A tutor's note about somebody's skills: what helped, what to practise."""

from dataclasses import dataclass
from datetime import date

#: A note is a few sentences, not a file about a person; characters.
LONGEST = 600


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """``day`` is when it was written or last changed. Who wrote it is not kept."""

    id: str
    person_id: str
    text: str
    day: date
