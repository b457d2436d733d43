"""text.<language>.toml: every word of an exercise; completed per data set and checked."""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from digitutor_app.content.buttons import button_words
from digitutor_app.content.errors import ContentError
from digitutor_app.content.place import Place
from digitutor_app.content.start import WELL_KNOWN, disk_ids
from digitutor_app.content.toml_file import read_table, typed
from digitutor_app.domain.exercise import Exercise, ExerciseText, StepKind, StepText

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
LAST = "last"


class _StepWords(msgspec.Struct, forbid_unknown_fields=True):
    instruction: str
    again: str = ""
    choices: dict[str, str] = {}


class _Words(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    context: str
    goal: str
    success: str
    ask: str
    steps: dict[str, _StepWords]
    names: dict[str, dict[str, str]]
    checklist: dict[str, str] = {}
    mistakes: dict[str, str] = {}
    difficulties: dict[str, str] = {}
    ways: dict[str, dict[str, _StepWords]] = {}
    summaries: dict[str, str] = {}
    pair: str | None = None
    documents: dict[str, dict[str, str]] = {}
    advice: dict[str, str] = {}


def text_file(folder: Path, language: str) -> Path:
    return folder / text_name(language)


def text_name(language: str) -> str:
    return f"text.{language}.toml"


def read_text(
    folder: Place, language: str, exercise: Exercise, data_set: str, *, left_handed: bool = False
) -> ExerciseText:
    """The words for one data set, placeholders filled; raises ContentError.

    ``{plan}`` in a text becomes the name of ``plan``, ``{main_button}`` the mouse button under the
    index finger of the hand. ``{last}`` in the hint of a mistake stays: it becomes the name of what
    the mistake happened to.
    """
    file = folder / text_name(language)
    words = typed(file, read_table(file), _Words)
    _check(file, words, exercise)
    if data_set not in exercise.data:
        raise ContentError(file, "names", f'the data set "{data_set}", which is asked for')
    names = words.names[data_set]
    fill = _Filler(file, {**button_words(language, left_handed=left_handed), **names})
    return ExerciseText(
        title=fill(words.title, "title"),
        context=fill(words.context, "context"),
        goal=fill(words.goal, "goal"),
        success=fill(words.success, "success"),
        ask=fill(words.ask, "ask"),
        checklist=fill.all(words.checklist, "checklist"),
        steps={k: fill.step(w, f"steps.{k}") for k, w in words.steps.items()},
        mistakes=fill.all(words.mistakes, "mistakes", {LAST: "{last}"}),
        difficulties=fill.all(words.difficulties, "difficulties"),
        ways={
            (way, step): fill.step(w, f"ways.{way}.{step}")
            for way, steps in words.ways.items()
            for step, w in steps.items()
        },
        summaries=fill.all(words.summaries, "summaries"),
        pair="" if words.pair is None else fill(words.pair, "pair"),
        advice=fill.all(words.advice, "advice"),
        names=names,
        documents=fill.all(words.documents.get(data_set, {}), f"documents.{data_set}"),
    )


class _Filler:
    """Puts names into texts."""

    def __init__(self, file: Place, names: Mapping[str, str]) -> None:
        self._file = file
        self._names = names

    def __call__(self, text: str, place: str, more: Mapping[str, str] | None = None) -> str:
        known = {**self._names, **(more or {})}

        def name(found: re.Match[str]) -> str:
            if found[1] not in known:
                expected = f'a name for "{found[1]}" under [names]'
                raise ContentError(self._file, place, expected)
            return known[found[1]]

        if not text.strip() and not place.endswith(".again"):
            raise ContentError(self._file, place, "words")
        return _PLACEHOLDER.sub(name, text.strip())

    def all(
        self, texts: Mapping[str, str], place: str, more: Mapping[str, str] | None = None
    ) -> dict[str, str]:
        return {key: self(text, f"{place}.{key}", more) for key, text in texts.items()}

    def step(self, words: _StepWords, place: str) -> StepText:
        return StepText(
            instruction=self(words.instruction, f"{place}.instruction"),
            again=self(words.again, f"{place}.again"),
            choices=self.all(words.choices, f"{place}.choices"),
        )


def _check(file: Place, words: _Words, exercise: Exercise) -> None:
    """Every id of the exercise has its words, and no word is for an id that is not there."""
    _same(file, "steps", words.steps, (step.id for step in exercise.steps))
    questions = {f"{s.id}.{c}" for s in exercise.steps for c in s.choices if c not in s.answers}
    mistakes = {*(m.id for m in exercise.mistakes), *questions}
    _same(file, "mistakes", words.mistakes, mistakes)
    _same(file, "difficulties", words.difficulties, mistakes)
    _same(file, "advice", words.advice, exercise.advice)
    _same(file, "names", words.names, exercise.data)
    for step in exercise.steps:
        _same(file, f"steps.{step.id}.choices", words.steps[step.id].choices, step.choices)
        if step.kind is not StepKind.READ and not words.steps[step.id].again:
            raise ContentError(file, f"steps.{step.id}", 'the same in other words as "again"')
    _check_names(file, words, exercise)
    ways = {(way.id, step) for way in exercise.ways for step in way.steps}
    for way, steps in words.ways.items():
        for step_id in steps:
            if (way, step_id) not in ways:
                raise ContentError(file, f"ways.{way}.{step_id}", "a way and step of the exercise")
    _known(file, "summaries", words.summaries, (way.id for way in exercise.ways))
    unknown = sorted(set(words.checklist) - {step.id for step in exercise.steps})
    if unknown or not words.checklist:
        raise ContentError(file, "checklist", "lines for steps of this exercise")


def _check_names(file: Place, words: _Words, exercise: Exercise) -> None:
    """Everything that people see has a name, in every data set."""
    unknown = sorted(set(words.documents) - set(exercise.data))
    if unknown:
        raise ContentError(file, f"documents.{unknown[0]}", "a data set of the exercise")
    for data_set in exercise.data:
        given = words.names[data_set]
        missing = sorted(disk_ids(exercise.starts[data_set]) - WELL_KNOWN - set(given))
        if missing:
            raise ContentError(file, f"names.{data_set}", f'a name for "{missing[0]}"')
        nameless = sorted(set(words.documents.get(data_set, {})) - set(given))
        if nameless:
            expected = "an id that has a name; this has none"
            raise ContentError(file, f"documents.{data_set}.{nameless[0]}", expected)


def _same(file: Place, place: str, given: Mapping[str, object], wanted: Iterable[str]) -> None:
    expected = set(wanted)
    missing = sorted(expected - set(given))
    if missing:
        raise ContentError(file, place, f'words for "{missing[0]}"')
    _known(file, place, given, expected)


def _known(file: Place, place: str, given: Mapping[str, object], ids: Iterable[str]) -> None:
    unknown = sorted(set(given) - set(ids))
    if unknown:
        raise ContentError(file, f"{place}.{unknown[0]}", "an id of the exercise; this is none")
