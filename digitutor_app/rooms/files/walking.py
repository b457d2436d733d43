"""Going about in the file manager: opening, back, up, searching, sorting, selecting."""

from collections.abc import Callable
from dataclasses import replace

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import BIN, Node, NodeKind
from digitutor_app.rooms.files.acting import Acting, No, about
from digitutor_app.rooms.files.rows import Menu, Rows, Selection, Sort, View

Opener = Callable[[str, str], None]


class Walking(Acting):
    """Each method does one thing and returns what is to be observed.

    ``opener`` opens a window by id and "by"; the desktop's own knows how large it can be.
    """

    def __init__(self, computer: Computer, rows: Rows, opener: Opener | None = None) -> None:
        super().__init__(computer, rows)
        self._opener = opener

    def open(self, node_id: str, by: str, way: str = "list") -> Observation:
        """Open a folder here or a file in its viewer; ``way``: "list", "tree", "trail"."""
        node = self.node(node_id)
        if node.kind is NodeKind.FILE:
            return self._open_file(node, by)
        with self.deed():
            if node.id != self.place:
                self._arrive(node.id, (*self.rows.view().back, self.place))
            else:
                self._arrive(node.id, self.rows.view().back)
        return Observation("open", f"folder:{node.id}", {"by": by, "way": way})

    def arrive(self, folder_id: str, by: str) -> Observation:
        """Show the folder because of something outside, such as an icon of the desktop."""
        view = self.rows.view()
        is_open = self.computer.windows.get(self.rows.window_id) is not None
        with self.deed():
            self._arrive(folder_id, (*view.back, view.place) if is_open else ())
            self._open_window(self.rows.window_id, by)
        return Observation("open", f"folder:{folder_id}", {"by": by, "way": "desktop"})

    def back(self, by: str) -> Observation:
        """End a search, or to the place before; from the first place one folder up."""
        view = self.rows.view()
        if self.searching:
            return self._go(view.place, view.back, "back", by)
        back = [f for f in view.back if self.computer.files.get(f)]
        if back:
            return self._go(back[-1], tuple(back[:-1]), "back", by)
        parent = self.node(view.place).parent
        if not parent:
            return self.refuse(No.NO_FURTHER, "button:back", by)
        return self._go(parent, (), "back", by)

    def up(self, by: str) -> Observation:
        view = self.rows.view()
        parent = self.node(view.place).parent
        if not parent:
            return self.refuse(No.NO_FURTHER, "button:up", by)
        return self._go(parent, (*view.back, view.place), "up", by)

    def search(self, text: str, by: str) -> Observation:
        """Show what has this part in its name; the text itself is not observed."""
        if (emptied := self.emptied("field:search", text)) is not None:
            return emptied
        view = self.rows.view()
        begins_or_ends = bool(view.search.strip()) != bool(text.strip())
        if begins_or_ends:
            with self.deed():
                self.rows.put_view(replace(view, search=text))
                self.rows.clear("selection")
        else:
            if text != view.search:
                self.rows.put_view(replace(view, search=text))
            self.rows.clear("menu", "notice")
        found = len(self.shown()) if text.strip() else 0
        return Observation("search", "field:search", {"found": found, "by": by})

    def sort(self, sort: Sort, by: str) -> Observation:
        with self.deed():
            self.rows.put_view(replace(self.rows.view(), sort=sort))
        return Observation("sort", f"button:sort_{sort}", {"to": sort.value, "by": by})

    # Selecting: outside deeds, so that Peru takes it back with the deed before

    def select(self, node_id: str, by: str) -> Observation:
        """Select this and nothing else."""
        return self._select(Selection((node_id,), node_id, node_id), by)

    def toggle(self, node_id: str, by: str) -> Observation:
        """Add this to what is selected, or take it away."""
        nodes = [node.id for node in self.selected()]
        if node_id in nodes:
            nodes.remove(node_id)
        else:
            nodes.append(node_id)
        return self._select(Selection(tuple(nodes), node_id, node_id), by)

    def select_to(self, node_id: str, by: str) -> Observation:
        """Select everything from the anchor of the selection to this."""
        shown = [node.id for node in self.shown()]
        anchor = self.rows.selection().anchor
        if anchor not in shown or node_id not in shown:
            return self.select(node_id, by)
        first, last = sorted((shown.index(anchor), shown.index(node_id)))
        return self._select(Selection(tuple(shown[first : last + 1]), anchor, node_id), by)

    def select_all(self, by: str) -> Observation:
        shown = [node.id for node in self.shown()]
        focus = self.rows.selection().focus
        focus = focus if focus in shown else (shown[0] if shown else "")
        return self._select(Selection(tuple(shown), focus, focus), by)

    def select_nothing(self, by: str) -> Observation:
        old = self.rows.selection()
        return self._select(Selection((), old.anchor, old.focus), by)

    def focus(self, node_id: str) -> None:
        """Give the keyboard to this, and select nothing new."""
        self.rows.put_selection(replace(self.rows.selection(), focus=node_id))

    def open_menu(self, node_id: str, by: str, at: tuple[int, int] | None = None) -> Observation:
        """Open the menu of a node, which becomes selected, or of the ground (""); ``at`` as in
        ``rows.Menu``."""
        self.rows.clear("notice")
        if node_id and node_id not in [node.id for node in self.selected()]:
            self.rows.put_selection(Selection((node_id,), node_id, node_id))
        self.rows.put_menu(Menu(node_id, at))
        target = self.node(node_id).target if node_id else f"folder:{self.place}"
        return Observation("menu", target, {"by": by})

    def close_menu(self) -> None:
        self.rows.clear("menu")

    # Inside

    def _select(self, selection: Selection, by: str) -> Observation:
        self.rows.clear("menu", "notice")
        self.rows.put_selection(selection)
        return about(self.selected(), "select", by)

    def _open_file(self, node: Node, by: str) -> Observation:
        if self.computer.files.inside(node.id, BIN):
            return self.refuse(No.IN_BIN, node.target, by, node.id)
        with self.deed():
            self._open_window(f"document:{node.id}", by)
        return Observation("open", node.target, {"by": by, "way": "list"})

    def _open_window(self, window_id: str, by: str) -> None:
        if self._opener is None:
            self.computer.open(window_id)
        else:
            self._opener(window_id, by)

    def _go(self, place: str, back: tuple[str, ...], verb: str, by: str) -> Observation:
        with self.deed():
            self._arrive(place, back)
        return Observation(verb, f"button:{verb}", {"to": place, "by": by})

    def _arrive(self, place: str, back: tuple[str, ...]) -> None:
        self.rows.put_view(View(place, back, self.rows.view().sort))
        self.rows.clear("selection", "dialog")
