"""What somebody has just achieved: what was done, which way, another way, and how to tell it."""

from dataclasses import dataclass

from digitutor_app.domain.attempts import Mode
from digitutor_app.domain.exercise import ExerciseText, Way
from digitutor_app.services.practice import Practice

_DRAG = "drag"


@dataclass(frozen=True, slots=True, kw_only=True)
class Achievement:
    """A finished exercise in words (domain/2, 2.0 "Check philosophy").

    ``used`` tells the way that was taken, ``other`` one that was not: each as the instruction of
    its deciding step, "" when there is nothing to tell. ``again`` is the mode in which the same
    can be done now with other data, None when there is none.
    """

    title: str
    sentence: str
    goal: str
    used: str = ""
    other: str = ""
    again: Mode | None = None


def achievement_of(practice: Practice) -> Achievement:
    """Of a practice that is done."""
    text, used = practice.text, _way_taken(practice)
    told = {way.id: words for way in practice.exercise.ways if (words := _words(way, text))}
    others = [words for way_id, words in told.items() if way_id != used]
    return Achievement(
        title=text.title,
        sentence=text.success,
        goal=text.goal,
        used=told.get(used, ""),
        other=others[0] if others else "",
        again=_again(practice),
    )


def _words(way: Way, text: ExerciseText) -> str:
    """What the way asks for in the last of its steps that has words of its own."""
    found = [
        text.ways[way.id, step].instruction for step in way.steps if (way.id, step) in text.ways
    ]
    return found[-1] if found else ""


def _way_taken(practice: Practice) -> str:
    """The way that the run has recognised; a drag shows itself in what was observed."""
    if practice.run.tally.way:
        return practice.run.tally.way
    dragged = any(seen.get("by") == _DRAG for seen in practice.computer.book.log)
    drags = (
        way.id
        for way in practice.exercise.ways
        if any(action.verb == _DRAG for actions in way.steps.values() for action in actions)
    )
    return next(drags, "") if dragged else ""


def _again(practice: Practice) -> Mode | None:
    """Itse after Ohjatusti, Toisin after Itse; after much help once more Itse."""
    if practice.run.mode is Mode.GUIDED or practice.run.tally.hint >= 2:
        return Mode.ALONE
    return Mode.VARIATION if practice.run.mode is Mode.ALONE else None
