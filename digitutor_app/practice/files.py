"""The files and folders of the practice computer."""

from collections.abc import Iterable
from dataclasses import replace
from enum import StrEnum

from digitutor_app.domain.errors import WorldError
from digitutor_app.practice.book import Book
from digitutor_app.practice.node_tree import PREFIX, NodeTree
from digitutor_app.practice.nodes import BIN, DESKTOP, NEW_FOLDER, Node, NodeKind, Words, to_row
from digitutor_app.practice.pretend_clock import PretendClock

FORBIDDEN = '\\/:*?"<>|'
LONGEST_NAME = 120


class Why(StrEnum):
    """Why something could not be done; the room has the sentence."""

    EMPTY = "empty"
    FORBIDDEN_CHARACTER = "forbidden_character"
    TOO_LONG = "too_long"
    TAKEN = "taken"
    INTO_ITSELF = "into_itself"


class RefusedError(WorldError):
    """The practice computer cannot do that, as a real one could not; nothing has changed."""

    def __init__(self, why: Why, node_id: str = "") -> None:
        super().__init__(why.value)
        self.why = why
        self.node_id = node_id


class OnConflict(StrEnum):
    """What to do when the target folder has a thing of the same name."""

    ASK = "ask"
    REPLACE = "replace"
    KEEP_BOTH = "keep_both"


class Files:
    """A tree of nodes below two roots, the desktop and the bin. Each call is (part of) a deed."""

    def __init__(self, book: Book, clock: PretendClock, words: Words) -> None:
        self._book = book
        self._clock = clock
        self._words = words
        self._tree = NodeTree(book, clock)

    # Looking

    def get(self, node_id: str) -> Node | None:
        return self._tree.get(node_id)

    def node(self, node_id: str) -> Node:
        """The node; raises KeyError when there is none."""
        node = self.get(node_id)
        if node is None:
            raise KeyError(node_id)
        return node

    def all(self) -> list[Node]:
        return self._tree.all()

    def name(self, node_id: str) -> str:
        return self._words.name(self.node(node_id))

    def children(self, folder_id: str) -> list[Node]:
        """What lies in the folder, in the order in which it came there."""
        return self._tree.children(folder_id)

    def path(self, node_id: str) -> list[Node]:
        """From the root down to the node itself."""
        path = [self.node(node_id)]
        while path[0].parent:
            path.insert(0, self.node(path[0].parent))
        return path

    def inside(self, node_id: str, folder_id: str) -> bool:
        """Whether the node is the folder or lies anywhere in it."""
        return any(node.id == folder_id for node in self.path(node_id))

    def find(self, part: str) -> list[Node]:
        """Everything outside the bin whose name has ``part`` in it, whatever the capitals."""
        wanted = part.strip().casefold()
        return [
            node
            for node in self.all()
            if wanted
            and wanted in (self._words.name(node) + node.ending).casefold()
            and not self.inside(node.id, BIN)
        ]

    def conflict(self, node_id: str, folder_id: str) -> Node | None:
        """The other thing in the folder that has the node's name, if there is one."""
        return self._same_name(self.node(node_id), folder_id)

    # Changing

    def add(self, node: Node) -> None:
        """Put a node as it is (the start of an exercise, an attachment that is saved)."""
        with self._book.deed():
            self._put(node)

    def create_folder(self, parent: str) -> str:
        """A new folder with the name that new folders get; returns its id."""
        with self._book.deed():
            node = Node(
                id=self._free_id(NEW_FOLDER),
                kind=NodeKind.FOLDER,
                parent=parent,
                base=NEW_FOLDER,
                changed=self._clock.minute_on(),
            )
            self._put(self._marked(node, parent))
            return node.id

    def rename(self, node_id: str, typed: str) -> None:
        """Give the name that was typed; raises RefusedError."""
        name = " ".join(typed.split())
        node = self.node(node_id)
        self._check_name(name, node)
        if name != self._words.name(node):
            with self._book.deed():
                self._put(replace(node, typed=name, changed=self._clock.minute_on()))

    def move(
        self, node_ids: Iterable[str], folder_id: str, conflict: OnConflict = OnConflict.ASK
    ) -> None:
        """Move into the folder; raises RefusedError TAKEN with the node that has the name."""
        with self._book.deed():
            for node_id in self._checked(node_ids, folder_id, conflict):
                node = self.node(node_id)
                if node.parent != folder_id:
                    self._settle(replace(node, came_from=""), folder_id, conflict)

    def copy(
        self, node_ids: Iterable[str], folder_id: str, conflict: OnConflict = OnConflict.ASK
    ) -> list[str]:
        """Copy into the folder with all that lies inside; returns the ids of the copies.

        A copy beside its original always gets a name of its own.
        """
        made = []
        with self._book.deed():
            for node_id in self._checked(node_ids, folder_id, conflict):
                how = OnConflict.KEEP_BOTH if self.node(node_id).parent == folder_id else conflict
                made.append(self._copy_one(self.node(node_id), folder_id, how))
        return made

    def trash(self, node_ids: Iterable[str]) -> None:
        """Into the bin, from where everything can be restored."""
        with self._book.deed():
            for node_id in node_ids:
                node = self.node(node_id)
                gone = replace(node, parent=BIN, came_from=node.parent)
                self._put(replace(gone, changed=self._clock.minute_on()))

    def restore(self, node_ids: Iterable[str]) -> None:
        """Back to the folder from which it came, or to the desktop when that is gone."""
        with self._book.deed():
            for node_id in node_ids:
                node = self.node(node_id)
                home = self.get(node.came_from)
                folder = home.id if home and not self.inside(home.id, BIN) else DESKTOP
                self._settle(replace(node, came_from=""), folder, OnConflict.KEEP_BOTH)

    def empty_bin(self) -> None:
        """Erase what lies in the bin, for good (Peru still brings it back)."""
        gone = [node.id for node in self.all() if self.inside(node.id, BIN)]
        with self._book.deed():
            for node_id in gone:
                self._book.erase(PREFIX + node_id)

    # Inside

    def _put(self, node: Node) -> None:
        self._book.write(PREFIX + node.id, to_row(node))

    def _check_name(self, name: str, node: Node) -> None:
        if not name:
            raise RefusedError(Why.EMPTY, node.id)
        if any(character in FORBIDDEN for character in name):
            raise RefusedError(Why.FORBIDDEN_CHARACTER, node.id)
        if len(name) > LONGEST_NAME:
            raise RefusedError(Why.TOO_LONG, node.id)
        if self._same_name(replace(node, typed=name), node.parent):
            raise RefusedError(Why.TAKEN, node.id)

    def _checked(self, node_ids: Iterable[str], folder_id: str, conflict: OnConflict) -> list[str]:
        """The ids, once it is certain that all of them can go."""
        ids = list(node_ids)
        for node_id in ids:
            if self.inside(folder_id, node_id):
                raise RefusedError(Why.INTO_ITSELF, node_id)
            stays = self.node(node_id).parent == folder_id
            if conflict is OnConflict.ASK and not stays and self.conflict(node_id, folder_id):
                raise RefusedError(Why.TAKEN, node_id)
        return ids

    def _settle(self, node: Node, folder_id: str, conflict: OnConflict) -> None:
        other = self._same_name(node, folder_id)
        if other is not None and conflict is OnConflict.REPLACE:
            self.trash([other.id])
        elif other is not None:
            node = self._marked(node, folder_id)
        self._put(replace(node, parent=folder_id, changed=self._clock.minute_on()))

    def _copy_one(self, node: Node, folder_id: str, conflict: OnConflict) -> str:
        twin = replace(node, id=self._free_id(node.base), came_from="", parent=folder_id)
        inside = self.children(node.id)
        self._settle(twin, folder_id, conflict)
        for child in inside:
            self._copy_one(child, twin.id, OnConflict.KEEP_BOTH)
        return twin.id

    def _same_name(self, node: Node, folder_id: str) -> Node | None:
        name = (self._words.name(node) + node.ending).casefold()
        for other in self.children(folder_id):
            if other.id != node.id and (self._words.name(other) + other.ending).casefold() == name:
                return other
        return None

    def _marked(self, node: Node, folder_id: str) -> Node:
        """The node with the first copy number that is free in the folder."""
        typed, number = node.typed, node.copy
        while self._same_name(node, folder_id) is not None:
            number += 1
            node = replace(node, copy=number, typed=typed and f"{typed} ({number + 1})")
        return node

    def _free_id(self, base: str) -> str:
        if self.get(base) is None:
            return base
        number = 2
        while self.get(f"{base}~{number}") is not None:
            number += 1
        return f"{base}~{number}"
