"""Where somebody is in an exercise, in words: for the call card and for the tutor's board."""

import json
from dataclasses import dataclass
from typing import Any

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.domain.exercise import ExerciseText
from digitutor_app.domain.positions import Position
from digitutor_app.engine.position import saved_index
from digitutor_app.services.practice import Practice
from digitutor_app.services.slip_words import NO_DIFFICULTY, slip_difficulty


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The exercise and the step, what went wrong there, and one good question to ask.

    ``mistakes`` counts those of the current step; ``difficulty`` describes the most frequent one,
    "" when there was none. ``instruction`` is what the step asks for. ``advice`` names what no
    program can see and a tutor should look at.
    """

    title: str
    number: int
    of: int
    instruction: str
    mistakes: int
    difficulty: str
    ask: str
    advice: tuple[str, ...] = ()


def place_of_practice(practice: Practice) -> Place:
    """Where the running practice is."""
    guidance = practice.run.guidance()
    step = guidance.step.id if guidance.step else ""
    mistakes = practice.run.tally.step_mistakes
    return _place(practice.text, step, guidance.number, guidance.of, mistakes)


def place_of_position(position: Position, catalogue: Catalogue, language: str) -> Place | None:
    """Where the saved position is; None when its exercise is broken or gone."""
    plain: dict[str, Any] = json.loads(position.snapshot)
    run = plain["run"]
    try:
        exercise = catalogue.exercise(position.exercise)
        text = catalogue.text(position.exercise, language, plain["data_set"])
    except ContentError:
        return None
    of = len(exercise.steps)
    index = min(saved_index(run), of - 1)
    return _place(text, exercise.steps[index].id, index + 1, of, run["tally"]["step_mistakes"])


def _place(text: ExerciseText, step: str, number: int, of: int, mistakes: dict[str, int]) -> Place:
    mistakes = {code: n for code, n in mistakes.items() if code not in NO_DIFFICULTY}
    worst = max(mistakes, key=lambda code: mistakes[code], default="")
    words = text.steps.get(step)
    return Place(
        title=text.title,
        number=number,
        of=of,
        instruction=words.instruction if words else "",
        mistakes=sum(mistakes.values()),
        difficulty=text.difficulties.get(worst) or slip_difficulty(worst),
        ask=text.ask,
        advice=tuple(text.advice.values()),
    )
