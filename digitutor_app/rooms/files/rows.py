"""What a window of the file manager remembers: its rows in the book, read and written typed."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import cast

from digitutor_app.domain.plain import Row
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import DESKTOP

PROGRAM = "files"
#: Stands for the icons of the desktop, which are no window but know the same commands.
ON_DESKTOP = "desktop"


class Sort(StrEnum):
    """The order of the list: A to Z, or the newest first."""

    NAME = "name"
    DATE = "date"


class Ask(StrEnum):
    """The dialogs of this room."""

    MOVE = "move"
    CONFLICT = "conflict"
    EMPTY_BIN = "empty_bin"
    PROPERTIES = "properties"
    PREVIEW = "preview"


@dataclass(frozen=True, slots=True)
class View:
    """Where the window is: ``place`` and the places before it (the last one is the newest)."""

    place: str
    back: tuple[str, ...] = ()
    sort: Sort = Sort.NAME
    search: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """Ids of what is selected; ``focus`` has the keyboard, ``anchor`` is where a range begins."""

    nodes: tuple[str, ...] = ()
    anchor: str = ""
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Dialog:
    """An open dialog: the nodes it is about, and the folder chosen in it or meant by it.

    ``how`` is what a conflict interrupted: "move", "cut" or "copy".
    """

    name: Ask
    nodes: tuple[str, ...] = ()
    chosen: str = ""
    how: str = ""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A name that is being typed; ``text`` is what stands in the field now, ending included."""

    node: str
    text: str


@dataclass(frozen=True, slots=True)
class Notice:
    """Why the last wish was refused, and the node it was about ("" when none)."""

    why: str
    node: str = ""


@dataclass(frozen=True, slots=True)
class Menu:
    """The open menu: of a node, or of the folder's ground (""). ``at`` is where the hand asked for
    it, thousandths of the desktop; None: beside what it is about."""

    node: str = ""
    at: tuple[int, int] | None = None


class Rows:
    """The rows of one window; writing outside a deed belongs to the deed before (Book)."""

    def __init__(self, computer: Computer, window_id: str = PROGRAM) -> None:
        self._computer = computer
        self.window_id = window_id

    def view(self) -> View:
        row = self._computer.book.row(self._key("view"))
        if row is None:
            return View(self._known(self.window_id.partition(":")[2]))
        back = _ids(row["back"])
        place, sort = self._known(str(row["place"])), Sort(str(row["sort"]))
        return View(place, back, sort, str(row["search"]))

    def put_view(self, view: View) -> None:
        row = {"place": view.place, "back": list(view.back), "sort": view.sort.value}
        self._computer.book.write(self._key("view"), {**row, "search": view.search})

    def selection(self) -> Selection:
        """As it was written; what has gone from the list since is still in it."""
        row = self._computer.book.row(self._key("selection"))
        if row is None:
            return Selection()
        return Selection(_ids(row["nodes"]), str(row["anchor"]), str(row["focus"]))

    def put_selection(self, selection: Selection) -> None:
        row = {"nodes": list(selection.nodes), "anchor": selection.anchor}
        self._computer.book.write(self._key("selection"), {**row, "focus": selection.focus})

    def dialog(self) -> Dialog | None:
        row = self._computer.book.row(self._key("dialog"))
        if row is None:
            return None
        nodes = tuple(n for n in _ids(row["nodes"]) if self._computer.files.get(n))
        return Dialog(Ask(str(row["name"])), nodes, str(row["chosen"]), str(row["how"]))

    def put_dialog(self, dialog: Dialog) -> None:
        row = {"name": dialog.name.value, "nodes": list(dialog.nodes), "chosen": dialog.chosen}
        self._computer.book.write(self._key("dialog"), {**row, "how": dialog.how})

    def renaming(self) -> Renaming | None:
        row = self._computer.book.row(self._key("renaming"))
        if row is None or self._computer.files.get(str(row["node"])) is None:
            return None
        return Renaming(str(row["node"]), str(row["text"]))

    def put_renaming(self, renaming: Renaming) -> None:
        row = {"node": renaming.node, "text": renaming.text}
        self._computer.book.write(self._key("renaming"), row)

    def notice(self) -> Notice | None:
        row = self._computer.book.row(self._key("notice"))
        return None if row is None else Notice(str(row["why"]), str(row["node"]))

    def put_notice(self, notice: Notice) -> None:
        row = {"why": notice.why, "node": notice.node}
        self._computer.book.write(self._key("notice"), row)

    def menu(self) -> Menu | None:
        row = self._computer.book.row(self._key("menu"))
        if row is None:
            return None
        node = str(row["node"])
        if node and self._computer.files.get(node) is None:
            return None
        at = cast(Sequence[int], row["at"])
        return Menu(node, (at[0], at[1]) if at else None)

    def put_menu(self, menu: Menu) -> None:
        self._computer.book.write(self._key("menu"), {"node": menu.node, "at": list(menu.at or ())})

    def expunge_typed(self) -> None:
        """Empty name and search, also in all that Peru could bring back."""
        self._computer.book.expunge(self._key("renaming"), _without_name)
        self._computer.book.expunge(self._key("view"), _without_search)

    def clear(self, *kinds: str) -> None:
        """Erase rows by kind: "view", "selection", "dialog", "renaming", "notice", "menu"."""
        for kind in kinds:
            self._computer.book.erase(self._key(kind))

    def _key(self, kind: str) -> str:
        return f"{PROGRAM}.{kind}:{self.window_id}"

    def _known(self, folder_id: str) -> str:
        """The folder, or the desktop when it does not exist (any more)."""
        return folder_id if self._computer.files.get(folder_id) else DESKTOP


def _without_name(row: Row) -> Row:
    return {**row, "text": ""}


def _without_search(row: Row) -> Row:
    return {**row, "search": ""}


def _ids(plain: object) -> tuple[str, ...]:
    return tuple(cast(Sequence[str], plain))
