"""exercise.toml: ids, steps, ways, mistakes; turned into an Exercise of the domain.

``[start]`` is how the practice computer begins: ``disk`` lists paths of ids below the desktop
(``house/inbox/plan.odt``; "/" at the end makes a folder), ``open`` lists windows, every other key
is a row of a room (its state.py says which). ``[starts.b]`` replaces all of it in data set ``b``.
"""

import hashlib
import json
import re
from collections.abc import Callable, Collection, Iterable
from typing import Any

import msgspec

from digitutor_app.content.conditions import Reader
from digitutor_app.content.errors import ContentError
from digitutor_app.content.place import Place
from digitutor_app.content.start import check_start, ids_there
from digitutor_app.content.toml_file import read_table, typed
from digitutor_app.domain.exercise import Exercise, Mistake, Step, StepKind, Test, Way

FILE = "exercise.toml"
ID = re.compile(r"[a-z][a-z0-9_]*")
LONGEST = 60
#: The first words of targets that name something on the disk.
ON_DISK = ("file", "folder", "tree", "trail", "inside", "check")
_LEVELS = ("A", "B", "C")
Table = dict[str, Any]


class _StepTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    kind: str = "do"
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
    at: str = ""
    still_for: int = 0


class _ExerciseTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    level: str
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
    without: dict[str, str] = {}


def read_exercise(
    folder: Place, problem: Callable[[Test], str], skills: Collection[str]
) -> Exercise:
    """The exercise in the folder; raises ContentError.

    ``problem(test)`` says in words what is wrong with a condition, "" when nothing is. ``skills``
    are the ids of all skills of the curriculum.
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
    _check_head(file, folder, exercise, skills)
    _check_ids(file, exercise)
    _check_starts(file, exercise, set(table.starts))
    _check_names(file, exercise, reader)
    return exercise


def _step(reader: Reader, table: _StepTable, place: str) -> Step:
    if table.kind not in list(StepKind):
        raise ContentError(reader.file, f"{place}.kind", f"one of {_quoted(StepKind)}")
    kind = StepKind(table.kind)
    if (table.done is not None) is not (kind is StepKind.DO):
        raise ContentError(reader.file, place, 'a step of kind "do" has "done"; others have not')
    if bool(table.walkthrough) is not (kind is StepKind.DO):
        expected = 'a step of kind "do" has a "walkthrough"; others have not'
        raise ContentError(reader.file, place, expected)
    if table.keep and kind is not StepKind.DO:
        raise ContentError(reader.file, place, '"keep" in a step of kind "do" and in no other')
    if (kind is StepKind.QUESTION) is not bool(table.choices or table.answers):
        expected = 'a step of kind "question" has "choices" and "answers"; others have not'
        raise ContentError(reader.file, place, expected)
    if kind is StepKind.QUESTION and not (
        len(set(table.choices)) == len(table.choices) >= 2
        and table.answers
        and set(table.answers) <= set(table.choices)
    ):
        expected = "a question has two choices or more, all different; its answers are among them"
        raise ContentError(reader.file, place, expected)
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
    if not table.steps:
        raise ContentError(reader.file, place, "at least one step in a way")
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


def _check_head(file: Place, folder: Place, exercise: Exercise, skills: Collection[str]) -> None:
    number = folder.name.partition("_")[0]
    if exercise.id != f"{folder.parent.name}-{number}":
        expected = f'"{folder.parent.name}-{number}", as the folder is called'
        raise ContentError(file, "id", expected)
    if exercise.level not in _LEVELS:
        raise ContentError(file, "level", f"one of {_quoted(_LEVELS)}")
    if not 1 <= exercise.minutes <= LONGEST:
        raise ContentError(file, "minutes", f"1 to {LONGEST}")
    if not exercise.steps or not exercise.skills or not exercise.data:
        raise ContentError(file, "top of the file", "at least one step, one skill, one data set")
    unknown = [skill for skill in exercise.skills if skill not in skills]
    if unknown:
        expected = f'skills that stand in a module.toml; "{unknown[0]}" does not'
        raise ContentError(file, "skills", expected)


def _check_ids(file: Place, exercise: Exercise) -> None:
    """Ids are written as ids, and none is there twice."""
    for what, ids in {
        "steps": [step.id for step in exercise.steps],
        "ways": [way.id for way in exercise.ways],
        "mistakes": [mistake.id for mistake in exercise.mistakes],
        "advice": list(exercise.advice),
        "data": list(exercise.data),
        "skills": [skill.replace(".", "_") for skill in exercise.skills],
        **{f"steps.{step.id}.choices": list(step.choices) for step in exercise.steps},
    }.items():
        for name in ids:
            if not ID.fullmatch(name):
                expected = f'ids of small letters, digits and "_"; "{name}" is none'
                raise ContentError(file, what, expected)
            if ids.count(name) > 1:
                raise ContentError(file, what, f'ids that differ; "{name}" is there twice')


def _check_starts(file: Place, exercise: Exercise, written: set[str]) -> None:
    unknown = sorted(written - set(exercise.data))
    if unknown:
        expected = f'a data set of this exercise: {_quoted(exercise.data)}; not "{unknown[0]}"'
        raise ContentError(file, f"starts.{unknown[0]}", expected)
    for name, start in exercise.starts.items():
        check_start(file, f"starts.{name}" if name in written else "start", start)


def _check_names(file: Place, exercise: Exercise, reader: Reader) -> None:
    """Where one part names another: the other is there."""
    steps = [step.id for step in exercise.steps]
    if exercise.steps[-1].keep:
        raise ContentError(file, f"steps.{steps[-1]}.keep", 'a last step without "keep"')
    closing = [s.id for s in exercise.steps if s.kind is StepKind.DO and not s.keep]
    for way in exercise.ways:
        for name in way.steps:
            if name not in closing:
                expected = f'a step of kind "do" without "keep": {_quoted(closing)}'
                raise ContentError(file, f"ways.{way.id}.steps.{name}", expected)
    ats = [(f"mistakes.{m.id}.at", m.at) for m in exercise.mistakes if m.at]
    for place, name in [*reader.steps_named, *ats]:
        if name not in steps:
            raise ContentError(file, place, f'a step of this exercise, not "{name}"')
    known = set.intersection(*(ids_there(start) for start in exercise.starts.values()))
    for place, target in reader.targets_named:
        prefix, _, name = target.partition(":")
        if prefix in ON_DISK and name.partition("~")[0] not in known:
            expected = f'a file or folder that is in the start; "{name}" is not'
            raise ContentError(file, place, expected)


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f'"{word}"' for word in words)


def _version(plain: Table) -> str:
    """Twelve hex digits that change when anything but layout and comments changes."""
    canonical = json.dumps(plain, sort_keys=True, ensure_ascii=False, default=str)
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
