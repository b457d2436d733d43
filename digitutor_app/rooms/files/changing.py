"""Changing things in the file manager: new folder, rename, move, copy, delete, restore."""

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.clipboard import Clip, Held
from digitutor_app.practice.files import OnConflict, RefusedError
from digitutor_app.practice.nodes import BIN, DESKTOP, Node
from digitutor_app.rooms.files.acting import Acting, No, about
from digitutor_app.rooms.files.rows import Ask, Dialog, Renaming, Selection


class Changing(Acting):
    """Each method does one thing and returns what is to be observed."""

    def create_folder(self, by: str) -> Observation:
        """A new folder here; its name is open for typing at once."""
        if self.in_bin:
            return self.refuse(No.IN_BIN, "button:create_folder", by)
        self.rows.clear("menu", "notice")
        with self.computer.deed():
            view = self.rows.view()
            if view.search:
                self.rows.put_view(type(view)(view.place, view.back, view.sort))
            made = self.computer.files.create_folder(view.place)
            self.rows.put_selection(Selection((made,), made, made))
            self.rows.put_renaming(Renaming(made, self.computer.files.name(made)))
        return Observation("create_folder", f"folder:{made}", {"to": view.place, "by": by})

    def start_renaming(self, by: str) -> Observation:
        """Open the name of the one selected thing for typing."""
        nodes = self.selected()
        if len(nodes) != 1:
            why = No.ONE_ONLY if nodes else No.NOTHING_SELECTED
            return self.refuse(why, "button:rename", by)
        node = nodes[0]
        if self.computer.files.inside(node.id, BIN):
            return self.refuse(No.IN_BIN, "button:rename", by, node.id)
        self.rows.clear("menu", "notice")
        with self.computer.deed():
            self.rows.put_renaming(Renaming(node.id, self._whole_name(node)))
        return about([node], "start_renaming", by)

    def type_name(self, text: str) -> Observation:
        """What stands in the name field now; kept so that nothing typed is lost, not observed."""
        if (emptied := self.emptied("field:name", text)) is not None:
            return emptied
        renaming = self.rows.renaming()
        if renaming is not None:
            # The name first: what is shown meanwhile must be what stands in the field.
            self.rows.put_renaming(Renaming(renaming.node, text))
            self.rows.clear("notice")
        return Observation("type", "field:name", {"by": "keys"})

    def finish_renaming(self, by: str) -> Observation:
        """Give the typed name; when it cannot be, say why and leave the field open."""
        renaming = self.rows.renaming()
        if renaming is None:
            return Observation("rename", "", {"by": by})
        node = self.node(renaming.node)
        typed = " ".join(renaming.text.split())
        if node.ending and not typed.casefold().endswith(node.ending.casefold()):
            why = No.ENDING if typed else "empty"
            return self.refuse(why, node.target, by, node.id)
        name = typed[: len(typed) - len(node.ending)] if node.ending else typed
        # So that Peru shows the field with the old name, and not as if nothing had happened.
        self.rows.put_renaming(Renaming(node.id, self._whole_name(node)))
        try:
            with self.deed():
                self.computer.files.rename(node.id, name)
        except RefusedError as error:
            self.rows.put_renaming(renaming)
            return self.refused(error, node.target, by)
        return about([node], "rename", by)

    def cancel_renaming(self, by: str) -> Observation:
        """Leave the name as it was."""
        renaming = self.rows.renaming()
        with self.deed():
            self.rows.clear("renaming")
        target = self.node(renaming.node).target if renaming else ""
        return Observation("cancel_renaming", target, {"by": by})

    def take(self, held: Held, by: str) -> Observation:
        """Cut or copy what is selected."""
        verb = held.value
        nodes = self.selected()
        if not nodes:
            return self.refuse(No.NOTHING_SELECTED, f"button:{verb}", by)
        if self.computer.files.inside(nodes[0].id, BIN):
            return self.refuse(No.IN_BIN, f"button:{verb}", by, nodes[0].id)
        with self.deed():
            self.computer.clipboard.take(Clip(held, nodes=tuple(n.id for n in nodes)))
        return about(nodes, verb, by)

    def paste(self, by: str) -> Observation:
        """Move or copy here what the clipboard holds."""
        clip = self.computer.clipboard.clip
        nodes = self._still_there(clip.nodes)
        if not nodes:
            return self.refuse(No.NOTHING_TO_PASTE, "button:paste", by)
        if self.in_bin:
            return self.refuse(No.IN_BIN, "button:paste", by)
        ids = tuple(node.id for node in nodes)
        return self.put(ids, self.place, clip.held.value, by, OnConflict.ASK)

    def move(self, node_ids: tuple[str, ...], folder_id: str, by: str) -> Observation:
        """Move into a folder: dropped there, or chosen in the dialog. The bin deletes."""
        nodes = [self.node(n) for n in node_ids]
        if self.computer.files.inside(folder_id, BIN):
            return self.delete(node_ids, by)
        if all(node.parent == folder_id for node in nodes):
            return self.refuse(No.SAME_PLACE, nodes[0].target, by, folder_id)
        return self.put(node_ids, folder_id, "move", by, OnConflict.ASK)

    def put(
        self, node_ids: tuple[str, ...], folder_id: str, how: str, by: str, conflict: OnConflict
    ) -> Observation:
        """Bring the nodes into the folder: ``how`` is "move", "cut" or "copy".

        With ``OnConflict.ASK`` a name that is taken opens the dialog of conflict instead.
        """
        nodes = [self.node(n) for n in node_ids]
        verb = "move" if how == "move" else "paste"
        try:
            with self.deed():
                self._carry(node_ids, folder_id, how, conflict)
                self.rows.clear("dialog")
        except RefusedError as error:
            if error.why.value != "taken":
                return self.refused(error, nodes[0].target, by)
            with self.deed():
                self.rows.put_dialog(Dialog(Ask.CONFLICT, node_ids, folder_id, how))
            return about(nodes, "conflict", by, to=folder_id)
        return about(nodes, verb, by, to=folder_id, held=how)

    def delete(self, node_ids: tuple[str, ...], by: str) -> Observation:
        """Put into the bin."""
        nodes = [self.node(n) for n in node_ids]
        if not nodes:
            return self.refuse(No.NOTHING_SELECTED, "button:delete", by)
        inside = next((n for n in nodes if self.computer.files.inside(n.id, BIN)), None)
        if inside is not None:
            return self.refuse(No.IN_BIN, "button:delete", by, inside.id)
        fixed = next((n for n in nodes if self.fixed(n)), None)
        if fixed is not None:
            return self.refuse(No.FIXED, fixed.target, by, fixed.id)
        with self.deed():
            self.computer.files.trash(node_ids)
            self.rows.clear("selection")
        return about(nodes, "delete", by, to=BIN)

    def restore(self, by: str) -> Observation:
        """Bring what is selected in the bin back to where it came from."""
        nodes = self.selected()
        if not nodes:
            return self.refuse(No.NOTHING_SELECTED, "button:restore", by)
        mine = [n for n in nodes if n.parent == BIN]
        if not mine:
            return self.refuse(No.SAME_PLACE, "button:restore", by, nodes[0].id)
        with self.deed():
            self.computer.files.restore([n.id for n in mine])
            self.rows.clear("selection")
        home = self.node(mine[0].id).parent
        return about(mine, "restore", by, to=home)

    def empty_bin(self, by: str) -> Observation:
        """Erase what lies in the bin; the dialog has asked."""
        count = len(self.computer.files.children(BIN))
        with self.deed():
            self.computer.files.empty_bin()
            self.rows.clear("selection", "dialog")
        return Observation("empty_bin", "folder:bin", {"count": count, "by": by})

    # Inside

    def _carry(
        self, node_ids: tuple[str, ...], folder_id: str, how: str, conflict: OnConflict
    ) -> None:
        if how == "copy":
            put = tuple(self.computer.files.copy(node_ids, folder_id, conflict))
        else:
            self.computer.files.move(node_ids, folder_id, conflict)
            put = node_ids
        if how == "cut":
            self.computer.clipboard.clear()
        if how == "move" and self.place != folder_id:
            self.rows.clear("selection")
        else:
            self.rows.put_selection(Selection(put, put[0], put[0]))

    def _still_there(self, node_ids: tuple[str, ...]) -> list[Node]:
        nodes = [node for n in node_ids if (node := self.computer.files.get(n))]
        return [n for n in nodes if not self.computer.files.inside(n.id, BIN) and n.id != DESKTOP]

    def _whole_name(self, node: Node) -> str:
        return self.computer.words.name(node) + node.ending
