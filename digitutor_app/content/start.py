"""The start of an exercise: what lies on the practice computer's disk, and that it can be there."""

import re
from collections.abc import Iterator
from typing import Any

from digitutor_app.content.errors import ContentError
from digitutor_app.content.place import Place
from digitutor_app.domain.plain import Row

#: Places that every practice computer knows by name; the first two are always there.
ROOTS = frozenset({"desktop", "bin"})
WELL_KNOWN = ROOTS | {"documents", "downloads", "new_folder"}
_PATH = re.compile(r"[a-z][a-z0-9_]*(/[a-z][a-z0-9_]*)*(\.[a-z0-9]+|/)?")
_EXAMPLE = 'a path of ids such as "house/inbox/plan.odt" or "house/forms/"'


def check_start(file: Place, place: str, start: Row) -> None:
    """Raises ContentError when the start is not one."""
    for key, value in start.items():
        if key in ("disk", "open"):
            if not isinstance(value, list) or not all(isinstance(v, str) and v for v in value):
                raise ContentError(file, f"{place}.{key}", "a list of texts")
        elif not isinstance(value, dict):
            expected = 'a table of a room; only "disk" and "open" are lists'
            raise ContentError(file, f"{place}.{key}", expected)
        else:
            _check_plain(file, f"{place}.{key}", value)
    _check_disk(file, f"{place}.disk", start)


def disk_ids(start: Row) -> set[str]:
    """The ids of all files and folders at the start."""
    parts = (part for path in _paths(start) for part in path.strip("/").split("/"))
    return {part.partition(".")[0] for part in parts} | ROOTS


def ids_there(start: Row) -> set[str]:
    """The ids that targets may name: on the disk, in a room's rows (an attachment that will be
    saved), or a folder that will be made."""
    rows = [value for key, value in start.items() if key not in ("disk", "open")]
    return disk_ids(start) | {"new_folder"} | set(_texts(rows))


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value.partition(".")[0]
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _paths(start: Row) -> list[str]:
    paths = start.get("disk", ())
    return [str(path) for path in paths] if isinstance(paths, list | tuple) else []


def _check_disk(file: Place, place: str, start: Row) -> None:
    """One id is one thing at one place."""
    where = dict.fromkeys(ROOTS, ("", True))
    paths = _paths(start)
    for path in paths:
        if not _PATH.fullmatch(path):
            raise ContentError(file, place, f'{_EXAMPLE}; not "{path}"')
        if paths.count(path) > 1:
            raise ContentError(file, place, f'paths that differ; "{path}" is there twice')
        parent = "desktop"
        parts = path.strip("/").split("/")
        for number, part in enumerate(parts):
            name = part.partition(".")[0]
            here = (parent, number < len(parts) - 1 or path.endswith("/"))
            if name in ROOTS and number == 0:
                here = where[name]
            if where.setdefault(name, here) != here:
                expected = f'one place for each id; "{name}" has two, or is a file and a folder'
                raise ContentError(file, place, expected)
            parent = name


def _check_plain(file: Place, place: str, value: Any) -> None:
    """Only what can be saved: texts, whole numbers, true and false, lists and tables of these."""
    if isinstance(value, dict):
        for key, inner in value.items():
            _check_plain(file, f"{place}.{key}", inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            _check_plain(file, f"{place}[{number}]", inner)
    elif not isinstance(value, str | int | bool):
        expected = "a text, a whole number, true or false, or a list or table of these"
        raise ContentError(file, place, expected)
