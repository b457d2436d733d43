"""Which files and folders a window shows, and in which order."""

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import BIN, DESKTOP, Node, NodeKind
from digitutor_app.rooms.files.rows import Sort, View

# In Finnish and Swedish å, ä and ö come after z, as these three signs do among the characters.
_AFTER_Z = str.maketrans("åäö", "{|}")


def listed(computer: Computer, view: View) -> list[Node]:
    """The content of the place, or what the search found; folders first."""
    files = computer.files
    nodes = files.find(view.search) if view.search.strip() else files.children(view.place)
    nodes.sort(key=lambda node: _alphabetical(computer, node))
    if view.sort is Sort.DATE:
        nodes.sort(key=lambda node: node.changed, reverse=True)
    nodes.sort(key=lambda node: node.kind is NodeKind.FILE)
    return nodes


def folders(computer: Computer) -> list[tuple[Node, int]]:
    """The tree: every folder below its parent, with its depth; desktop first, the bin last."""
    rows = _below(computer, DESKTOP, 0)
    return [*rows, (computer.files.node(BIN), 0)]


def folders_to_move_to(computer: Computer) -> list[tuple[Node, int]]:
    """The tree without the bin."""
    return folders(computer)[:-1]


def _below(computer: Computer, folder_id: str, depth: int) -> list[tuple[Node, int]]:
    rows = [(computer.files.node(folder_id), depth)]
    inside = [n for n in computer.files.children(folder_id) if n.kind is NodeKind.FOLDER]
    for node in sorted(inside, key=lambda node: _alphabetical(computer, node)):
        rows += _below(computer, node.id, depth + 1)
    return rows


def _alphabetical(computer: Computer, node: Node) -> str:
    return computer.words.name(node).casefold().translate(_AFTER_Z)
