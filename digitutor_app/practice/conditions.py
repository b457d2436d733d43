"""Conditions about the practice computer itself; each function is one kind, by its own name.

The first argument after ``seen`` is what stands behind the kind's name in an exercise file, the
others are the options of the table (``in`` is written ``in_`` here, because Python keeps ``in``).
"""

from collections.abc import Mapping
from typing import Literal

from digitutor_app.domain.exercise import Argument
from digitutor_app.domain.observation import Observation
from digitutor_app.practice.clipboard import Held
from digitutor_app.practice.nodes import BIN, Node
from digitutor_app.practice.seen import Seen


def did(seen: Seen, verb: str, /, *, times: int = 1, **details: Argument) -> bool:
    """The log has ``verb`` at least ``times`` times with these details (``target``, ``to`` …).

    A detail that ends in "*" matches the beginning, one that begins with "!" matches all others.
    """
    return sum(_is(entry, verb, details) for entry in seen.log) >= times


def last(seen: Seen, verb: str, /, **details: Argument) -> bool:
    """The newest entry of the log is this."""
    return bool(seen.log) and _is(seen.log[-1], verb, details)


def file(seen: Seen, file: str, *, in_: str = "", nowhere_else: bool = False) -> bool:
    """The file (or folder) ``file`` or a copy of it lies in the folder ``in``.

    ``nowhere_else``: and no copy of it lies anywhere but there and in the bin.
    """
    copies = _copies(seen, file)
    there = [node for node in copies if not in_ or node.parent == in_]
    files = seen.computer.files
    elsewhere = [n for n in copies if n.parent != in_ and not files.inside(n.id, BIN)]
    return bool(there) and not (nowhere_else and elsewhere)


def named(seen: Seen, node: str, *, name: str) -> bool:
    """The node's name has ``name`` in it; capitals and extra spaces do not matter.

    ``name`` is the id of a name (so that data sets may differ) or the name itself.
    """
    found = seen.computer.files.get(node)
    if found is None:
        return False
    words = seen.computer.words
    return _plain(words.names.get(name, name)) in _plain(words.name(found))


def window(seen: Seen, window: str) -> bool:
    """The window is open (minimised counts too)."""
    return seen.computer.windows.get(window) is not None


def clipboard(
    seen: Seen, held: Literal["nothing", "text", "copy", "cut"], *, node: str = ""
) -> bool:
    """The clipboard holds this (with the node)."""
    clip = seen.computer.clipboard.clip
    return clip.held is Held(held) and (not node or node in clip.nodes)


def _is(entry: Observation, verb: str, details: Mapping[str, Argument]) -> bool:
    return entry.verb == verb and all(
        _matches(entry.get(name), wanted) for name, wanted in details.items()
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _copies(seen: Seen, node_id: str) -> list[Node]:
    return [n for n in seen.computer.files.all() if node_id in (n.id, n.base)]


def _matches(found: Argument | None, wanted: Argument) -> bool:
    if isinstance(wanted, str) and wanted.startswith("!"):
        return found != wanted[1:]
    if isinstance(wanted, str) and wanted.endswith("*"):
        return isinstance(found, str) and found.startswith(wanted[:-1])
    return found == wanted


CONDITIONS = (did, last, file, named, window, clipboard)
