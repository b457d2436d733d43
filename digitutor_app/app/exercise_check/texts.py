"""Guards that read: what the files of an exercise must have before anything is played."""

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

from digitutor_app.content.catalogue import Catalogue
from digitutor_app.content.errors import ContentError
from digitutor_app.content.exercise_file import FILE
from digitutor_app.content.text_file import text_file
from digitutor_app.content.toml_file import read_table
from digitutor_app.content.wording import complaints_of
from digitutor_app.domain.exercise import Exercise, StepKind
from digitutor_app.i18n import MASTER, _, languages
from digitutor_app.practice.computer import Computer
from digitutor_app.services.fresh_computer import fill

_PLACEHOLDER = re.compile(r"\{(\w+)\}")
#: Forms of one word in one language: another language has other forms of it.
_BUTTON = re.compile(r"(main|other)_button\w*")
#: What an exercise has at least; ``[without]`` in exercise.toml says why one has not.
LEAST = {"data": 2, "ways": 1, "mistakes": 1}


def read(catalogue: Catalogue, folder: Path, exercise_id: str) -> Iterator[str]:
    """Every complaint about the files in the folder, a sentence each with file and place."""
    broken = catalogue.problem(exercise_id, MASTER)
    if broken is not None:
        yield unreadable(broken)
        return
    exercise = catalogue.exercise(exercise_id)
    yield from (f"{FILE}: {reason}" for reason in _enough(exercise, folder))
    yield from (f"{FILE}: {reason}" for reason in _decided(exercise))
    words = (*_ladder(catalogue, exercise), *_names(catalogue, exercise))
    words += (*_told(catalogue, exercise), *_spoken(catalogue, exercise))
    file = text_file(folder, MASTER).name
    yield from (f"{file}: {reason}" for reason in dict.fromkeys(words))
    yield from translated(catalogue, folder, exercise, ready())


def unreadable(error: ContentError) -> str:
    """A content error in an author's words."""
    told = _("{file}: kohta {place}: tässä pitää olla: {expected}")
    return told.format(file=error.file.name, place=error.place, expected=error.expected)


def ready() -> list[str]:
    """The languages that people may choose, beside Finnish."""
    return [found.code for found in languages.found() if found.ready and found.code != MASTER]


def _enough(exercise: Exercise, folder: Path) -> Iterator[str]:
    """Two data sets, a way and a mistake (or a wrong choice), or the reason why not."""
    reasons = read_table(folder / FILE).get("without", {})
    acts = any(step.kind is StepKind.DO for step in exercise.steps)
    chooses = any(set(step.choices) - set(step.answers) for step in exercise.steps)
    for part, least in LEAST.items():
        if (part == "ways" and not acts) or (part == "mistakes" and chooses):
            continue
        has = len(getattr(exercise, part))
        if has < least and not reasons.get(part):
            few = _('"{part}": vähintään {least}; tai kirjoita syy: without.{part} = "…"')
            yield few.format(part=part, least=least)
        if has >= least and reasons.get(part):
            yield _('without.{part}: syytä ei tarvitse, koska "{part}" on').format(part=part)


def _ladder(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    """Hint 1 is other words than the instruction (the rest of the ladder is the walkthrough)."""
    for data_set in exercise.data:
        text = catalogue.text(exercise.id, MASTER, data_set)
        ways = {f"ways.{way}.{step}": words for (way, step), words in text.ways.items()}
        steps = {f"steps.{step}": words for step, words in text.steps.items()}
        for place, words in (steps | ways).items():
            if words.again and words.again.casefold() == words.instruction.casefold():
                same = _("{place}: again sanoo saman kuin instruction, samoilla sanoilla")
                yield same.format(place=place)


def _decided(exercise: Exercise) -> Iterator[str]:
    """Guidance skips an action whose ``until`` holds; the last one stays until the step is done."""
    for step in exercise.steps:
        if step.kind is not StepKind.DO:
            continue
        if step.walkthrough[-1].until not in (None, step.done):
            loose = _('vaihe {step}: viimeisellä teolla ei ole kohtaa "until"')
            yield loose.format(step=step.id)


def _names(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    """Data sets differ in their names, and no folder has two things of one name."""
    texts = [catalogue.text(exercise.id, MASTER, data_set) for data_set in exercise.data]
    for (one, first), (two, second) in pairwise(zip(exercise.data, texts, strict=True)):
        if first.names == second.names and first.documents == second.documents:
            yield _("aineistot {one} ja {two} ovat samat").format(one=one, two=two)
    for data_set, text in zip(exercise.data, texts, strict=True):
        computer = Computer()
        computer.words.names = text.names
        fill(computer, exercise.starts[data_set])
        for folder in {node.parent for node in computer.files.all()}:
            children = computer.files.children(folder)
            names = [computer.files.name(node.id) + node.ending for node in children]
            for name in sorted({name for name in names if names.count(name) > 1}):
                twice = _('aineisto {data}: kansiossa {folder} on kaksi nimeä "{name}"')
                yield twice.format(data=data_set, folder=folder, name=name)


def _told(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    """Each way can be told afterwards."""
    summaries = catalogue.text(exercise.id, MASTER, exercise.data[0]).summaries
    for way in exercise.ways:
        if way.id not in summaries:
            mute = _(
                'summaries: tapa {way} puuttuu; kerro koko tapa, esimerkiksi "Leikkaa ja liitä."'
            )
            yield mute.format(way=way.id)


def _spoken(catalogue: Catalogue, exercise: Exercise) -> Iterator[str]:
    """The Finnish follows the rules of wording, with the names of each data set."""
    seen: set[str] = set()
    for data_set in exercise.data:
        text = catalogue.text(exercise.id, MASTER, data_set)
        for reason in complaints_of(text, exercise.level):
            if reason not in seen:
                seen.add(reason)
                yield f"{reason} " + _("(aineisto {data})").format(data=data_set)


def translated(
    catalogue: Catalogue, folder: Path, exercise: Exercise, wanted: list[str]
) -> Iterator[str]:
    """Each language has every text, with the placeholders of the Finnish one."""
    master = placeholders(read_table(text_file(folder, MASTER)))
    for language in wanted:
        problem = catalogue.problem(exercise.id, language)
        if problem is not None:
            yield unreadable(problem)
            continue
        file = text_file(folder, language)
        theirs = placeholders(read_table(file))
        for place, names in master.items():
            other = theirs.get(place)
            if other is None:
                absent = _("{file}: kohta {place}: nämä sanat puuttuvat")
                yield absent.format(file=file.name, place=place)
            elif names != other:
                told = _("{file}: kohta {place}: aaltosulkeissa pitää olla: {names}")
                shown = ", ".join(sorted(names)) or "-"
                yield told.format(file=file.name, place=place, names=shown)


def placeholders(table: Mapping[str, Any], place: str = "") -> dict[str, frozenset[str]]:
    """What stands in braces, by place; documents and names are words of their own."""
    found: dict[str, frozenset[str]] = {}
    for key, value in table.items():
        here = f"{place}.{key}" if place else key
        if here in ("names", "documents"):
            continue
        if isinstance(value, Mapping):
            found |= placeholders(value, here)
        elif isinstance(value, str):
            names = (_BUTTON.sub(r"\1_button", name) for name in _PLACEHOLDER.findall(value))
            found[here] = frozenset(names)
    return found
