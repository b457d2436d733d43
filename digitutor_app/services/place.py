"""Where somebody is in an exercise, in words: for the call card and for the tutor's board."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.calls import Call
from digitutor_app.domain.exercise import ExerciseText
from digitutor_app.engine.position import saved_index
from digitutor_app.services.practice import Practice
from digitutor_app.services.slip_words import NO_DIFFICULTY, slip_difficulty


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The exercise and the step, what went wrong there, and one good question to ask.

    ``mistakes`` counts those of the current step; ``happened`` tells them in words with their
    counts, most frequent first, and ``difficulty`` is the first of these words, "" when there was
    none. ``hint`` is the highest hint seen in this step (0 to 4). ``instruction`` is what the step
    asks for. ``advice`` names what no program can see and a tutor should look at.
    """

    title: str
    number: int
    of: int
    instruction: str
    mistakes: int
    happened: tuple[tuple[str, int], ...]
    hint: int
    ask: str
    advice: tuple[str, ...] = ()

    @property
    def difficulty(self) -> str:
        return self.happened[0][0] if self.happened else ""


def place_of_practice(practice: Practice) -> Place:
    """Where the running practice is."""
    guidance = practice.run.guidance()
    step = guidance.step.id if guidance.step else ""
    tally = practice.run.tally
    seen = _Seen(step, guidance.number, guidance.of, tally.step_mistakes, tally.level)
    return _place(practice.text, seen)


def place_of_snapshot(
    exercise_id: str,
    plain: Mapping[str, Any],
    catalogue: Catalogue,
    language: str,
    *,
    left_handed: bool = False,
) -> Place | None:
    """Where the position is whose snapshot was read; None when its exercise is broken or gone."""
    run, tally = plain["run"], plain["run"]["tally"]
    try:
        exercise = catalogue.exercise(exercise_id)
        text = catalogue.text(exercise_id, language, plain["data_set"], left_handed=left_handed)
    except ContentError:
        return None
    of = len(exercise.steps)
    index = min(saved_index(run), of - 1)
    step = exercise.steps[index].id
    return _place(text, _Seen(step, index + 1, of, tally["step_mistakes"], tally["level"]))


def place_of_call(
    call: Call, catalogue: Catalogue, language: str, *, left_handed: bool = False
) -> Place | None:
    """Where somebody was who called: all that is known of who sits at another laptop. None outside
    an exercise, and where this one or its step is not ours."""
    if not call.exercise:
        return None
    try:
        exercise = catalogue.exercise(call.exercise)
        text = catalogue.text(exercise.id, language, exercise.data[0], left_handed=left_handed)
    except ContentError:
        return None
    steps = [step.id for step in exercise.steps]
    if call.step not in steps:
        return None
    return _place(text, _Seen(call.step, steps.index(call.step) + 1, len(steps), {}, 0))


@dataclass(frozen=True, slots=True)
class _Seen:
    """The step, its number of how many, its mistakes by code, and the hint level in it."""

    step: str
    number: int
    of: int
    mistakes: Mapping[str, int]
    hint: int


def _place(text: ExerciseText, seen: _Seen) -> Place:
    mistakes = {code: n for code, n in seen.mistakes.items() if code not in NO_DIFFICULTY}
    often = sorted(mistakes, key=lambda code: -mistakes[code])
    told = (
        (text.difficulties.get(code) or slip_difficulty(code), mistakes[code]) for code in often
    )
    words = text.steps.get(seen.step)
    return Place(
        title=text.title,
        number=seen.number,
        of=seen.of,
        instruction=words.instruction if words else "",
        mistakes=sum(mistakes.values()),
        happened=tuple((said, count) for said, count in told if said),
        hint=seen.hint,
        ask=text.ask,
        advice=tuple(text.advice.values()),
    )
