"""What somebody has just achieved: what was done, which way, another way, and how to tell it."""

from dataclasses import dataclass

from digitutor_app.domain.attempts import Mode
from digitutor_app.services.practice import Practice


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """A finished exercise in words (domain/2, 2.0 "Check philosophy").

    ``used`` tells the way that was taken, ``other`` one that was not: each whole, as its summary,
    "" when there is nothing to tell. ``pair`` is what to show or tell a partner, "" when the
    exercise has no words for that. ``again`` is the mode in which the same can be done now with
    other data, None when there is none.
    """

    title: str
    sentence: str
    goal: str
    used: str = ""
    other: str = ""
    pair: str = ""
    again: Mode | None = None


def achievement_of(practice: Practice) -> Achievement:
    """Of a practice that is done."""
    text, used = practice.text, practice.run.tally.way
    others = [words for way, words in text.summaries.items() if way != used]
    return Achievement(
        title=text.title,
        sentence=text.success,
        goal=text.goal,
        used=text.summaries.get(used, ""),
        other=others[0] if others else "",
        pair=text.pair,
        again=_again(practice),
    )


def _again(practice: Practice) -> Mode | None:
    """Itse after Ohjatusti, Toisin after Itse; after much help once more Itse."""
    if practice.run.mode is Mode.GUIDED or practice.run.tally.hint >= 2:
        return Mode.ALONE
    return Mode.VARIATION if practice.run.mode is Mode.ALONE else None
