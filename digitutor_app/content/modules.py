"""module.toml and module.<language>.toml: the curriculum's modules and skills."""

from dataclasses import dataclass

import msgspec

from digitutor_app.content.errors import ContentError
from digitutor_app.content.place import Place
from digitutor_app.content.toml_file import read_table, typed
from digitutor_app.domain.skills import Module, Skill

FILE = "module.toml"


class _SkillTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    digcomp: list[str] = []
    kapos: list[str] = []
    northstar: list[str] = []


class _ModuleTable(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    number: int
    skills: list[_SkillTable]


class _Names(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    skills: dict[str, str]


@dataclass(frozen=True, slots=True)
class Curriculum:
    """The modules in teaching order, and what is wrong with those that are left out."""

    modules: tuple[Module, ...]
    problems: tuple[ContentError, ...]


def read_modules(folder: Place) -> Curriculum:
    """Every sound module of the curriculum; a broken one is left out and named."""
    found: list[tuple[int, Module]] = []
    problems: list[ContentError] = []
    owners: dict[str, str] = {}
    for file in sorted(folder.glob(f"*/{FILE}"), key=_module_name):
        try:
            number, module = _read(file.parent)
            owners |= _owned(file, module, owners)
        except ContentError as error:
            problems.append(error)
            continue
        found.append((number, module))
    found.sort(key=lambda pair: pair[0])
    return Curriculum(tuple(module for _, module in found), tuple(problems))


def _module_name(file: Place) -> str:
    return file.parent.name


def _owned(file: Place, module: Module, owners: dict[str, str]) -> dict[str, str]:
    """The module's skills with its id; no skill may be there twice."""
    mine: dict[str, str] = {}
    for skill in module.skills:
        owner = owners.get(skill.id) or mine.get(skill.id)
        if owner:
            expected = f'skill ids that differ; "{skill.id}" is in {owner} too'
            raise ContentError(file, "skills", expected)
        mine[skill.id] = module.id
    return mine


def _read(folder: Place) -> tuple[int, Module]:
    file = folder / FILE
    table = typed(file, read_table(file), _ModuleTable)
    if table.id != folder.name:
        raise ContentError(file, "id", f'"{folder.name}", as the folder is called')
    names = {f.name.split(".")[1]: _names(f, table) for f in folder.glob("module.*.toml")}
    skills = tuple(
        Skill(
            id=skill.id,
            names={language: words.skills[skill.id] for language, words in names.items()},
            digcomp=tuple(skill.digcomp),
            kapos=tuple(skill.kapos),
            northstar=tuple(skill.northstar),
        )
        for skill in table.skills
    )
    module_names = {language: words.name for language, words in names.items()}
    return table.number, Module(id=table.id, names=module_names, skills=skills)


def _names(file: Place, table: _ModuleTable) -> _Names:
    words = typed(file, read_table(file), _Names)
    if set(words.skills) != {skill.id for skill in table.skills}:
        raise ContentError(file, "skills", "a name for each skill of module.toml and no other")
    return words
