"""What exercises may ask about the file manager; each function is one kind, by its own name.

An option for a name takes the id of a name (so that data sets may differ) or the name itself.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, cast

from digitutor_app.practice.nodes import BIN, NEW_FOLDER, Node
from digitutor_app.practice.seen import Seen
from digitutor_app.practice.windows import Shape
from digitutor_app.rooms.files.listing import listed
from digitutor_app.rooms.files.rows import ON_DESKTOP, PROGRAM, Rows

DESKTOP_SELECTION: Final = "desktop:selected"


def at(seen: Seen, folder: str) -> bool:
    """A window of the file manager is open, not minimised, and shows the folder."""
    views = [rows.view() for rows in _open(seen)]
    return any(view.place == folder and not view.search.strip() for view in views)


def selected(seen: Seen, node: str, *, alone: bool = False) -> bool:
    """The file or folder is selected in a window or on the desktop (``alone``: nothing else is)."""
    return any(node in nodes and (not alone or len(nodes) == 1) for nodes in _selections(seen))


def selected_count(seen: Seen, count: int) -> bool:
    """At least so many files and folders are selected in one place."""
    return any(len(nodes) >= count for nodes in _selections(seen))


def dialog(seen: Seen, name: str, *, chosen: str = "", node: str = "") -> bool:
    """The dialog is open (with that folder chosen in it, about that file)."""
    for rows in _windows(seen):
        found = rows.dialog()
        if found is None or found.name != name:
            continue
        if chosen in ("", found.chosen) and (not node or node in found.nodes):
            return True
    return False


def renaming(seen: Seen, node: str) -> bool:
    """The name of the file or folder is open for typing."""
    names = [rows.renaming() for rows in _windows(seen)]
    return any(found is not None and found.node == node for found in names)


def naming_new(seen: Seen, folder: str) -> bool:
    """The name of a new folder in ``folder`` is open for typing."""
    return any(
        node.base == NEW_FOLDER and renaming(seen, node.id) for node in _lying_in(seen, folder)
    )


def typing(seen: Seen, part: str) -> bool:
    """The name that is being typed has ``part`` in it; capitals and extra spaces do not matter."""
    names = [rows.renaming() for rows in _windows(seen)]
    return any(found is not None and _has(found.text, _word(seen, part)) for found in names)


def menu(seen: Seen, node: str) -> bool:
    """The menu of the file or folder is open (``ground``: the menu of the empty ground)."""
    menus = [rows.menu() for rows in _windows(seen)]
    wanted = "" if node == "ground" else node
    return any(found is not None and found.node == wanted for found in menus)


def searched(seen: Seen, part: str) -> bool:
    """The search field has ``part`` in it; capitals and extra spaces do not matter."""
    return any(_has(rows.view().search, _word(seen, part)) for rows in _windows(seen))


def search_words(seen: Seen, count: int) -> bool:
    """The search field has at least so many words in it."""
    return any(len(rows.view().search.split()) >= count for rows in _windows(seen))


def found(seen: Seen, node: str) -> bool:
    """A search is going on and has found the file or folder."""
    views = [rows.view() for rows in _windows(seen)]
    return any(
        node in [n.id for n in listed(seen.computer, view)] for view in views if view.search.strip()
    )


def sorted_by(seen: Seen, by: str) -> bool:
    """The list is sorted by "name" or "date"."""
    return any(rows.view().sort == by for rows in _open(seen))


def refused(seen: Seen, why: str) -> bool:
    """The window says now why a wish could not be done (a word of ``Why`` or ``No``)."""
    notices = [rows.notice() for rows in _windows(seen)]
    return any(notice is not None and notice.why == why for notice in notices)


def folder_named(seen: Seen, name: str, *, in_: str = "") -> bool:
    """A folder has ``name`` in its name (and lies in the folder ``in``)."""
    return any(
        node.target.startswith("folder:") and _is_named(seen, node, name)
        for node in _lying_in(seen, in_)
    )


def unnamed(seen: Seen, folder: str) -> bool:
    """A new folder in ``folder`` still has the name that new folders get, and nobody is typing."""
    return any(
        node.base == NEW_FOLDER and not node.typed and not renaming(seen, node.id)
        for node in _lying_in(seen, folder)
    )


def copied(seen: Seen, node: str, *, in_: str = "") -> bool:
    """A copy of the node is there (in the folder ``in``); the node itself does not count."""
    return any(found.base == node and found.id != node for found in _lying_in(seen, in_))


def copy_named(seen: Seen, node: str, *, name: str, in_: str = "") -> bool:
    """A copy of the node has ``name`` in its name (and lies in the folder ``in``)."""
    return any(
        found.base == node and found.id != node and _is_named(seen, found, name)
        for found in _lying_in(seen, in_)
    )


def untouched(seen: Seen, node: str, *, in_: str) -> bool:
    """The file itself (not a copy) lies in the folder ``in`` and has the name it began with."""
    found = seen.computer.files.get(node)
    if found is None or found.parent != in_:
        return False
    name = seen.computer.words.name
    return name(found) == name(replace(found, typed="", copy=0))


def _selections(seen: Seen) -> Iterator[set[str]]:
    """What is selected in each window, and on the desktop (whose icons keep a row of their own)."""
    for rows in _open(seen):
        shown = {n.id for n in listed(seen.computer, rows.view())}
        yield set(rows.selection().nodes) & shown
    row = seen.computer.book.row(DESKTOP_SELECTION)
    if row is not None:
        yield set(cast(Sequence[str], row["nodes"]))


def _windows(seen: Seen) -> list[Rows]:
    """The rows of the windows that can be seen, and of the desktop's icons."""
    return [*_open(seen), Rows(seen.computer, ON_DESKTOP)]


def _open(seen: Seen) -> list[Rows]:
    return [
        Rows(seen.computer, window.id)
        for window in seen.computer.windows.all()
        if window.program == PROGRAM and window.shape is not Shape.MINIMISED
    ]


def _lying_in(seen: Seen, folder: str) -> list[Node]:
    nodes = seen.computer.files.all()
    return [node for node in nodes if node.parent == folder or (not folder and node.parent != BIN)]


def _is_named(seen: Seen, node: Node, name: str) -> bool:
    return _has(seen.computer.words.name(node), _word(seen, name))


def _word(seen: Seen, name: str) -> str:
    return seen.computer.words.names.get(name, name)


def _has(text: str, part: str) -> bool:
    return _plain(part) in _plain(text)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


CONDITIONS = (
    at,
    selected,
    selected_count,
    dialog,
    renaming,
    naming_new,
    typing,
    menu,
    searched,
    search_words,
    found,
    sorted_by,
    refused,
    folder_named,
    unnamed,
    copied,
    copy_named,
    untouched,
)
