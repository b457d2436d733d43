"""Conditions about the practice computer itself; each function is one kind, by its own name.

The first argument after ``seen`` is what stands behind the kind's name in an exercise file, the
others are the options of the table (``in`` is written ``in_`` here, because Python keeps ``in``).
"""

from collections.abc import Mapping

from digitutor_app.domain.exercise import Argument
from digitutor_app.domain.observation import Observation
from digitutor_app.practice.clipboard import Held
from digitutor_app.practice.nodes import BIN, Node
from digitutor_app.practice.seen import Seen


def did(seen: Seen, verb: str, *, times: int = 1, **details: Argument) -> bool:
    """The log has ``verb`` at least ``times`` times with these details (``target``, ``to`` …).

    A detail that ends in "*" matches the beginning, one that begins with "!" matches all others.
    """
    return sum(_is(entry, verb, details) for entry in seen.log) >= times


def last(seen: Seen, verb: str, **details: Argument) -> bool:
    """The newest entry of the log is this."""
    return bool(seen.log) and _is(seen.log[-1], verb, details)


def file(seen: Seen, file: str, *, in_: str = "", nowhere_else: bool = False) -> bool:
    """The file (or folder) ``file`` or a copy of it lies in the folder ``in``.

    ``nowhere_else``: and no copy of it lies anywhere but there and in the bin.
    """
    copies = _copies(seen, file)
    there = [node for node in copies if not in_ or node.parent == in_]
    elsewhere = [node for node in copies if node.parent not in (in_, BIN)]
    return bool(there) and not (nowhere_else and elsewhere)


def named(seen: Seen, node: str, *, name: str) -> bool:
    """The node's name has ``name`` in it; capitals and extra spaces do not matter."""
    found = seen.computer.files.get(node)
    if found is None:
        return False
    words = seen.computer.words
    return " ".join(name.split()).casefold() in " ".join(words.name(found).split()).casefold()


def window(seen: Seen, window: str) -> bool:
    """The window is open (minimised counts too)."""
    return seen.computer.windows.get(window) is not None


def clipboard(seen: Seen, held: str, *, node: str = "") -> bool:
    """The clipboard holds "text", "copy" or "cut" (with the node)."""
    clip = seen.computer.clipboard.clip
    return clip.held is Held(held) and (not node or node in clip.nodes)


def _is(entry: Observation, verb: str, details: Mapping[str, Argument]) -> bool:
    return entry.verb == verb and all(
        _matches(entry.get(name), wanted) for name, wanted in details.items()
    )


def _copies(seen: Seen, node_id: str) -> list[Node]:
    return [n for n in seen.computer.files.all() if node_id in (n.id, n.base)]


def _matches(found: Argument | None, wanted: Argument) -> bool:
    if isinstance(wanted, str) and wanted.startswith("!"):
        return found != wanted[1:]
    if isinstance(wanted, str) and wanted.endswith("*"):
        return isinstance(found, str) and found.startswith(wanted[:-1])
    return found == wanted


CONDITIONS = (did, last, file, named, window, clipboard)
