"""One file or folder of the practice computer, and the words by which people know it."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum

from digitutor_app.domain.plain import Row
from digitutor_app.i18n import _

DESKTOP = "desktop"
BIN = "bin"
DOCUMENTS = "documents"
DOWNLOADS = "downloads"
NEW_FOLDER = "new_folder"
ROOTS = (DESKTOP, BIN)


class NodeKind(StrEnum):
    """A thing that holds things, or a thing with content."""

    FOLDER = "folder"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """A file or a folder.

    ``base`` is the id whose name and text it carries (a copy carries its original's), ``typed`` the
    name that the learner gave it, as typed. ``ending`` is the file type, such as ".pdf". ``copy``
    counts copies that need a mark in the name. ``came_from`` is the folder from which it went to
    the bin. ``changed`` is pretend time.
    """

    id: str
    kind: NodeKind
    parent: str
    base: str
    typed: str = ""
    ending: str = ""
    copy: int = 0
    came_from: str = ""
    changed: datetime

    @property
    def target(self) -> str:
        """Its name among targets: ``file:plan`` or ``folder:inbox``."""
        return f"{self.kind.value}:{self.id}"


def to_row(node: Node) -> Row:
    row = asdict(node)
    del row["id"]
    row["kind"] = node.kind.value
    row["changed"] = node.changed.isoformat(timespec="minutes")
    return row


def from_row(node_id: str, row: Row) -> Node:
    return Node(
        id=node_id,
        kind=NodeKind(str(row["kind"])),
        parent=str(row["parent"]),
        base=str(row["base"]),
        typed=str(row["typed"]),
        ending=str(row["ending"]),
        copy=int(str(row["copy"])),
        came_from=str(row["came_from"]),
        changed=datetime.fromisoformat(str(row["changed"])),
    )


@dataclass(slots=True)
class Words:
    """The words of the running exercise: names of things and texts of documents, by id.

    They belong to a language and not to the state: change them and everything shows the new
    language, but for what the learner typed.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    documents: Mapping[str, str] = field(default_factory=dict)

    def name(self, node: Node) -> str:
        """What people see; without the ending."""
        if node.typed:
            return node.typed
        name = self.names.get(node.base) or _well_known(node.base)
        if node.copy and node.base == NEW_FOLDER:
            return f"{name} ({node.copy + 1})"
        if node.copy == 1:
            return _("{name} – kopio").format(name=name)
        if node.copy > 1:
            return _("{name} – kopio {number}").format(name=name, number=node.copy)
        return name

    def document(self, node: Node) -> str:
        return self.documents.get(node.base, "")


def _well_known(base: str) -> str:
    """Names of the places that every computer has."""
    known = {
        DESKTOP: _("Työpöytä"),
        BIN: _("Roskakori"),
        DOCUMENTS: _("Omat asiakirjat"),
        DOWNLOADS: _("Lataukset"),
        NEW_FOLDER: _("Uusi kansio"),
    }
    return known.get(base, base)
