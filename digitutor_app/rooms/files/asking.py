"""The dialogs of the file manager: opening them, choosing in them, answering them."""

from dataclasses import replace
from typing import Final

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.files import OnConflict
from digitutor_app.practice.nodes import BIN, Node
from digitutor_app.rooms.files.acting import Acting, No, about
from digitutor_app.rooms.files.changing import Changing
from digitutor_app.rooms.files.rows import Ask, Dialog, Rows
from digitutor_app.rooms.files.walking import Walking

_SETTLED: Final = {"replace": OnConflict.REPLACE, "keep_both": OnConflict.KEEP_BOTH}


class Asking(Acting):
    """Opening a dialog is a deed, choosing in it is none; an answer does what it says."""

    def __init__(self, computer: Computer, rows: Rows, walk: Walking, change: Changing) -> None:
        super().__init__(computer, rows)
        self._walk = walk
        self._change = change

    def where_to_move(self, by: str) -> Observation:
        """Open the dialog "Siirrä…" for what is selected."""
        nodes = self.selected()
        if not nodes:
            return self.refuse(No.NOTHING_SELECTED, "button:move", by)
        if self.computer.files.inside(nodes[0].id, BIN):
            return self.refuse(No.IN_BIN, "button:move", by, nodes[0].id)
        return self._open(Ask.MOVE, nodes, "ask_move", by)

    def whether_to_empty(self, by: str) -> Observation:
        if not self.computer.files.children(BIN):
            return self.refuse(No.BIN_IS_EMPTY, "button:empty_bin", by)
        with self.deed():
            self.rows.put_dialog(Dialog(Ask.EMPTY_BIN))
        return Observation("ask_empty_bin", "folder:bin", {"by": by})

    def properties(self, by: str) -> Observation:
        """Show the properties of the selected thing, or of the folder itself."""
        nodes = self.selected() or [self.node(self.place)]
        return self._open(Ask.PROPERTIES, nodes[:1], "properties", by)

    def preview(self, by: str) -> Observation:
        """Show the beginning of the one selected document without opening it."""
        files = [n for n in self.selected() if n.target.startswith("file:")]
        if len(files) != 1 or len(self.selected()) != 1:
            why = No.ONE_ONLY if len(files) > 1 else No.NOTHING_SELECTED
            return self.refuse(why, "button:preview", by)
        return self._open(Ask.PREVIEW, files, "preview", by)

    def choose(self, folder_id: str, by: str) -> Observation:
        """Choose a folder in the dialog "Siirrä…"."""
        dialog = self.rows.dialog()
        if dialog is not None:
            self.rows.clear("notice")
            self.rows.put_dialog(replace(dialog, chosen=folder_id))
        return Observation("choose", f"folder:{folder_id}", {"by": by})

    def answer(self, choice: str, by: str) -> Observation:
        """Press a button of the open dialog: its target is ``dialog:<choice>``."""
        dialog = self.rows.dialog()
        if dialog is None:
            return self.understood(by)
        if dialog.name is Ask.EMPTY_BIN and choice == "empty":
            return self._change.empty_bin(by)
        if dialog.nodes and (dialog.name, choice) == (Ask.MOVE, "move_here"):
            return self._move_here(dialog, by)
        if dialog.nodes and (dialog.name, choice) == (Ask.PREVIEW, "open"):
            return self._open_previewed(dialog, by)
        if dialog.nodes and dialog.name is Ask.CONFLICT and choice in _SETTLED:
            nodes, how = dialog.nodes, dialog.how
            return self._change.put(nodes, dialog.chosen, how, by, _SETTLED[choice])
        return self._close(dialog, choice, by)

    def understood(self, by: str) -> Observation:
        """Put the notice away."""
        self.rows.clear("notice")
        return Observation("understood", "dialog:understood", {"by": by})

    # Inside

    def _open(self, name: Ask, nodes: list[Node], verb: str, by: str) -> Observation:
        with self.deed():
            self.rows.put_dialog(Dialog(name, tuple(node.id for node in nodes)))
        return about(nodes, verb, by)

    def _close(self, dialog: Dialog, choice: str, by: str) -> Observation:
        with self.deed():
            self.rows.clear("dialog")
        details = {"dialog": dialog.name.value, "by": by}
        return Observation("close_dialog", f"dialog:{choice}", details)

    def _move_here(self, dialog: Dialog, by: str) -> Observation:
        if not dialog.chosen or self.computer.files.get(dialog.chosen) is None:
            return self.refuse(No.NOT_CHOSEN, "dialog:move_here", by)
        return self._change.move(dialog.nodes, dialog.chosen, by)

    def _open_previewed(self, dialog: Dialog, by: str) -> Observation:
        # Two deeds: Peru goes back the way that was come, to the preview and then to the list.
        with self.deed():
            self.rows.clear("dialog")
        return self._walk.open(dialog.nodes[0], by)
