"""The files and folders as the book has them now, each read from its row once."""

from collections import defaultdict
from dataclasses import dataclass, field

from digitutor_app.domain.plain import Row
from digitutor_app.practice.book import Book
from digitutor_app.practice.nodes import ROOTS, Node, NodeKind, from_row
from digitutor_app.practice.pretend_clock import PretendClock

PREFIX = "node:"


@dataclass(slots=True)
class _Standing:
    """What was read at one revision of the book: nodes by id, and what lies in each folder."""

    revision: int = -1
    nodes: dict[str, Node] = field(default_factory=dict)
    inside: defaultdict[str, list[Node]] = field(default_factory=lambda: defaultdict(list))


class NodeTree:
    """Reads the nodes anew when the book has another revision. A node whose row is still the same
    object is still the same: a row is never changed, only another put in its place."""

    def __init__(self, book: Book, clock: PretendClock) -> None:
        self._book = book
        self._clock = clock
        self._read: dict[str, tuple[Row, Node]] = {}
        self._standing = _Standing()

    def get(self, node_id: str) -> Node | None:
        """The node, one of the two roots too."""
        if node_id in ROOTS:
            now = self._clock.now
            return Node(id=node_id, kind=NodeKind.FOLDER, parent="", base=node_id, changed=now)
        return self._now().nodes.get(node_id)

    def all(self) -> list[Node]:
        """Every node but the roots, in the order in which they came."""
        return list(self._now().nodes.values())

    def children(self, folder_id: str) -> list[Node]:
        """What lies in the folder, in the order in which it came there."""
        return list(self._now().inside.get(folder_id, ()))

    def _now(self) -> _Standing:
        if self._standing.revision != self._book.revision:
            self._standing = self._look()
        return self._standing

    def _look(self) -> _Standing:
        standing, read = _Standing(self._book.revision), {}
        for key in self._book.keys(PREFIX):
            node_id, row = key.removeprefix(PREFIX), self._book.row(key)
            if row is None:
                continue
            before = self._read.get(node_id)
            same = before is not None and before[0] is row
            node = before[1] if before is not None and same else from_row(node_id, row)
            read[node_id] = row, node
            standing.nodes[node_id] = node
            standing.inside[node.parent].append(node)
        self._read = read
        return standing
