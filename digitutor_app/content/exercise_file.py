"""exercise.toml: ids, steps, ways, mistakes; turned into an Exercise of the domain."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import msgspec

from digitutor_app.content.conditions import Reader
from digitutor_app.content.errors import ContentError
from digitutor_app.content.toml_file import read_table, typed
from digitutor_app.domain.exercise import Exercise, Mistake, Step, StepKind, Test, Way

FILE = "exercise.toml"
Table = dict[str, Any]


class _StepTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: Literal["do", "read", "question", "tutor"] = "do"
    done: Table | None = None
    walkthrough: list[Table] = []
    keep: bool = False
    choices: list[str] = []
    answers: list[str] = []


class _WayTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    steps: dict[str, list[Table]]
    begun: Table | None = None


class _MistakeTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    when: Table
    provoke: list[Table]
    still_for: int = 0
    at: str = ""


class _ExerciseTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    level: Literal["A", "B", "C"]
    minutes: int
    skills: list[str]
    room: str
    data: list[str]
    start: Table
    steps: list[_StepTable]
    starts: dict[str, Table] = {}
    ways: list[_WayTable] = []
    mistakes: list[_MistakeTable] = []
    advice: list[str] = []


def read_exercise(folder: Path, problem: Callable[[Test], str]) -> Exercise:
    """The exercise in the folder; raises ContentError.

    ``problem(test)`` says in words what is wrong with a condition, "" when nothing is.
    """
    file = folder / FILE
    plain = read_table(file)
    table = typed(file, plain, _ExerciseTable)
    reader = Reader(file, problem)
    steps = tuple(_step(reader, t, f"steps[{n}]") for n, t in enumerate(table.steps))
    exercise = Exercise(
        id=table.id,
        module=table.id.rpartition("-")[0],
        level=table.level,
        minutes=table.minutes,
        skills=tuple(table.skills),
        room=table.room,
        version=_version(plain),
        data=tuple(table.data),
        starts={name: table.starts.get(name, table.start) for name in table.data},
        steps=steps,
        ways=tuple(_way(reader, t, f"ways[{n}]") for n, t in enumerate(table.ways)),
        mistakes=tuple(_mistake(reader, t, f"mistakes[{n}]") for n, t in enumerate(table.mistakes)),
        advice=tuple(table.advice),
    )
    _check_whole(file, folder, exercise, reader)
    return exercise


def _step(reader: Reader, table: _StepTable, place: str) -> Step:
    kind = StepKind(table.kind)
    if (table.done is not None) is not (kind is StepKind.DO):
        raise ContentError(reader.file, place, 'a step of kind "do" has "done"; others have not')
    if kind is StepKind.QUESTION and not (
        len(table.choices) >= 2 and table.answers and set(table.answers) <= set(table.choices)
    ):
        expected = "a question has two choices or more, and its answers are among them"
        raise ContentError(reader.file, place, expected)
    if kind is StepKind.DO and not table.walkthrough:
        raise ContentError(reader.file, place, 'a step of kind "do" needs a "walkthrough"')
    return Step(
        id=table.id,
        kind=kind,
        done=None if table.done is None else reader.condition(table.done, f"{place}.done"),
        walkthrough=reader.actions(table.walkthrough, f"{place}.walkthrough"),
        keep=table.keep,
        choices=tuple(table.choices),
        answers=tuple(table.answers),
    )


def _way(reader: Reader, table: _WayTable, place: str) -> Way:
    begun = None if table.begun is None else reader.condition(table.begun, f"{place}.begun")
    steps = {
        name: reader.actions(actions, f"{place}.steps.{name}")
        for name, actions in table.steps.items()
    }
    return Way(id=table.id, steps=steps, begun=begun)


def _mistake(reader: Reader, table: _MistakeTable, place: str) -> Mistake:
    return Mistake(
        id=table.id,
        when=reader.condition(table.when, f"{place}.when"),
        still_for=table.still_for,
        at=table.at,
        provoke=reader.actions(table.provoke, f"{place}.provoke"),
    )


def _check_whole(file: Path, folder: Path, exercise: Exercise, reader: Reader) -> None:
    """What only the whole file can tell: ids that are used twice or do not exist."""
    number = folder.name.partition("_")[0]
    if exercise.id != f"{folder.parent.name}-{number}":
        expected = f'"{folder.parent.name}-{number}", as the folder is called'
        raise ContentError(file, "id", expected)
    if not exercise.steps or not exercise.skills or not exercise.data:
        raise ContentError(file, "top of the file", "at least one step, one skill, one data set")
    steps = [step.id for step in exercise.steps]
    for what, ids in {
        "steps": steps,
        "ways": [way.id for way in exercise.ways],
        "mistakes": [mistake.id for mistake in exercise.mistakes],
        "data": list(exercise.data),
    }.items():
        twice = next((name for name in ids if ids.count(name) > 1), None)
        if twice is not None:
            raise ContentError(file, what, f'ids that differ; "{twice}" is there twice')
    closing = {step.id for step in exercise.steps if not step.keep}
    for way in exercise.ways:
        for name in way.steps:
            if name not in closing:
                expected = f'a step without "keep": {", ".join(sorted(closing))}'
                raise ContentError(file, f"ways.{way.id}.steps.{name}", expected)
    for place, name in [
        *reader.steps_named,
        *((f"mistakes.{m.id}.at", m.at) for m in exercise.mistakes),
    ]:
        if name and name not in steps:
            raise ContentError(file, place, f'a step of this exercise, not "{name}"')


def _version(plain: Table) -> str:
    """Twelve hex digits that change when anything but layout and comments changes."""
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
