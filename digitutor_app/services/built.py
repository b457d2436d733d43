"""On which day this program was built."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

#: No program is older than this. Run from its source, where nobody has built it, it knows no more.
FIRST: Final = date(2026, 3, 1)
_NOTE: Final = Path(__file__).parents[1] / "built_on.txt"


@cache
def built_on(note: Path = _NOTE) -> date:
    """What setup.py has noted in the built program, which no clock can be before."""
    try:
        return max(FIRST, date.fromisoformat(note.read_text("ascii").strip()))
    except (OSError, ValueError):
        return FIRST
