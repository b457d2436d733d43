"""What all commands of the file manager share: selection as it is, deeds, calm refusals."""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum

from digitutor_app.domain.observation import Detail, Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.files import RefusedError
from digitutor_app.practice.nodes import BIN, DESKTOP, Node
from digitutor_app.practice.private_data import private_kind
from digitutor_app.rooms.files.listing import listed
from digitutor_app.rooms.files.rows import Notice, Rows


class No(StrEnum):
    """Refusals of this room; those of the practice computer are ``practice.files.Why``."""

    NOTHING_SELECTED = "nothing_selected"
    ONE_ONLY = "one_only"
    NOTHING_TO_PASTE = "nothing_to_paste"
    IN_BIN = "in_bin"
    ENDING = "ending"
    NO_FURTHER = "no_further"
    SAME_PLACE = "same_place"
    NOT_CHOSEN = "not_chosen"
    BIN_IS_EMPTY = "bin_is_empty"
    FIXED = "fixed"
    PRIVATE = "private"


class Acting:
    """One window's rows and the ways in which every command begins, ends and is refused."""

    def __init__(self, computer: Computer, rows: Rows) -> None:
        self.computer = computer
        self.rows = rows

    @property
    def place(self) -> str:
        return self.rows.view().place

    @property
    def in_bin(self) -> bool:
        """Whether the window shows the bin or a folder that lies in it."""
        return self.computer.files.inside(self.place, BIN)

    @property
    def searching(self) -> bool:
        return bool(self.rows.view().search.strip())

    def shown(self) -> list[Node]:
        return listed(self.computer, self.rows.view())

    def selected(self) -> list[Node]:
        """What is selected and still shown, in the order of the list."""
        wanted = self.rows.selection().nodes
        return [node for node in self.shown() if node.id in wanted] if wanted else []

    def node(self, node_id: str) -> Node:
        return self.computer.files.node(node_id)

    @contextmanager
    def deed(self) -> Iterator[None]:
        """One act: an open menu or notice goes first, a dialog or a name being typed with it."""
        self.rows.clear("menu", "notice")
        with self.computer.deed():
            yield
            self.rows.clear("renaming")

    def refuse(self, why: str, target: str, by: str, node: str = "") -> Observation:
        """Say why not; nothing else changes."""
        self.rows.clear("menu")
        self.rows.put_notice(Notice(why, node))
        return Observation("refused", target, {"why": why, "by": by})

    def refused(self, error: RefusedError, target: str, by: str) -> Observation:
        return self.refuse(error.why.value, target, by, error.node_id)

    def emptied(self, field: str, text: str) -> Observation | None:
        """Real personal data in a field is gone at once, with all that was typed; None: none is."""
        kind = private_kind(text)
        if not kind:
            return None
        self.rows.expunge_typed()
        self.rows.put_notice(Notice(No.PRIVATE))
        return Observation("blanked", field, {"kind": kind, "by": "keys"})

    def fixed(self, node: Node) -> bool:
        """Whether the node is one of the two places that every computer has."""
        return node.id in (DESKTOP, BIN)


def about(nodes: list[Node], verb: str, by: str, **details: Detail) -> Observation:
    """An observation of the first node that counts the others."""
    target = nodes[0].target if nodes else ""
    return Observation(verb, target, {**details, "count": len(nodes), "by": by})
