"""module.toml and module.<language>.toml: the curriculum's modules and skills."""

from pathlib import Path

import msgspec

from digitutor_app.content.errors import ContentError
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


def read_modules(folder: Path) -> tuple[Module, ...]:
    """Every module of the curriculum in teaching order; raises ContentError."""
    found = [_read(file.parent) for file in folder.glob(f"*/{FILE}")]
    modules = tuple(module for _, module in sorted(found, key=lambda pair: pair[0]))
    owners: dict[str, str] = {}
    for module in modules:
        for skill in module.skills:
            if skill.id in owners:
                expected = f'skill ids that differ; "{skill.id}" is in {owners[skill.id]} too'
                raise ContentError(folder / module.id / FILE, "skills", expected)
            owners[skill.id] = module.id
    return modules


def _read(folder: Path) -> tuple[int, Module]:
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


def _names(file: Path, table: _ModuleTable) -> _Names:
    words = typed(file, read_table(file), _Names)
    if set(words.skills) != {skill.id for skill in table.skills}:
        raise ContentError(file, "skills", "a name for each skill of module.toml and no other")
    return words
