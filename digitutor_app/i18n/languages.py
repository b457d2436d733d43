"""The languages found on disk, and the one that the program speaks now."""

import gettext
import struct
from pathlib import Path
from typing import NamedTuple

from digitutor_app.domain.errors import OurMistakeError, WorldError
from digitutor_app.i18n import places

MASTER = "fi"


class MissingLanguageError(WorldError):
    """The language has no compiled catalogue; the program keeps the language it had."""


class BrokenLanguageError(WorldError):
    """A language.toml that cannot be read, or lacks its name or its ready flag."""


class Language(NamedTuple):
    """One folder of resources/languages: its code, its own name for itself, and if it is ready."""

    code: str
    name: str
    ready: bool


class Speech:
    """The running language: a switch and two questions. The program has one, in this module."""

    def __init__(self) -> None:
        self.code = MASTER
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()

    def switch(self, code: str, folder: Path | None = None) -> None:
        self._catalogue = catalogue(code, folder)
        self.code = code

    def text(self, message: str) -> str:
        # An empty msgid would answer with the catalogue's header.
        return self._catalogue.gettext(message) if message else ""

    def counted(self, one: str, many: str, count: int) -> str:
        return self._catalogue.ngettext(one, many, count)


def catalogue(code: str, folder: Path | None = None) -> gettext.NullTranslations:
    """The texts of one language, whether it is marked ready or not.

    For a paper in another language than the screen's. Raises MissingLanguageError.
    """
    if code == MASTER:
        return gettext.NullTranslations()
    path = _folder(folder) / code / "digitutor.mo"
    try:
        with path.open("rb") as file:
            return gettext.GNUTranslations(file)
    except (OSError, UnicodeError, struct.error) as error:
        raise MissingLanguageError(f"no readable catalogue at {path}") from error


def found(folder: Path | None = None) -> tuple[Language, ...]:
    """Every language with a language.toml, Finnish first, the rest by code.

    Raises BrokenLanguageError.
    """
    files = sorted(_folder(folder).glob("*/language.toml"))
    languages = [_read(file) for file in files]
    return tuple(sorted(languages, key=_finnish_first))


def available(folder: Path | None = None) -> tuple[str, ...]:
    """Codes of the languages to offer to people: Finnish, then those marked ready and compiled.

    Raises BrokenLanguageError.
    """
    # What has no catalogue is not read: every start asks.
    compiled = [
        file
        for file in sorted(_folder(folder).glob("*/language.toml"))
        if file.parent.name != MASTER and file.with_name("digitutor.mo").is_file()
    ]
    return (MASTER, *(language.code for language in map(_read, compiled) if language.ready))


def own_name(code: str, folder: Path | None = None) -> str:
    """What the language calls itself ("Suomi"). Raises OurMistakeError for one not found."""
    for language in found(folder):
        if language.code == code:
            return language.name
    raise OurMistakeError(f"no language {code!r}")


def _folder(folder: Path | None) -> Path:
    return places.resources() / "languages" if folder is None else folder


def _read(file: Path) -> Language:
    import tomllib  # not for a start in Finnish alone

    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BrokenLanguageError(f"cannot read {file}") from error
    name, ready = table.get("name"), table.get("ready")
    if not isinstance(name, str) or not isinstance(ready, bool):
        raise BrokenLanguageError(f"{file} needs a name and ready = true or false")
    return Language(file.parent.name, name, ready)


def _finnish_first(language: Language) -> tuple[bool, str]:
    return language.code != MASTER, language.code
