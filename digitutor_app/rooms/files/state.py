"""The file manager without a screen: everything that can be done in one of its windows.

For authors of exercises:

Windows
    ``files`` begins on the desktop, ``files:<folder>`` in that folder (``open = ["files:inbox"]``);
    ``document:<file>`` is the viewer of a file. Folders on the desktop open in the window of the
    file manager that is open, or in ``files``.

Conditions (conditions.py)
    at = folder · selected = node, alone · selected_count = n · dialog = name, chosen, node ·
    renaming = node · naming_new = folder · typing = part · menu = node or "ground" ·
    searched = part · search_words = n · found = node · sorted_by = "name" | "date" ·
    refused = why · folder_named = name, in · unnamed = folder · copied = node, in ·
    copy_named = node, name, in · untouched = node, in

Dialogs and their buttons
    move (rows ``folder:<id>``, also ``tree:<id>``): dialog:move_here, dialog:cancel ·
    conflict: dialog:replace, dialog:keep_both, dialog:cancel ·
    empty_bin: dialog:empty, dialog:cancel · properties: dialog:close ·
    preview: dialog:open, dialog:close · the notice of a refusal: dialog:understood ·
    the name of a desktop icon: dialog:rename, dialog:cancel (with field:name)

Targets
    file:<id>, folder:<id> (list, rows of the dialog "move"), check:<id> (their check boxes),
    tree:<id>, trail:<id>, button:<command>, menu:<command>, field:search, field:name,
    ground (the empty part of the list)

Commands (``button:`` and ``menu:``)
    back, up, create_folder, move, cut, copy, paste, rename, delete, restore, empty_bin, open,
    preview, properties, select_all, sort_name, sort_date, menu, clear_search

Keys
    Arrows, Home, End and Space select; Shift takes along, Ctrl only walks, Ctrl+Space ticks. Enter
    opens. F2, Delete, Ctrl+X, Ctrl+C, Ctrl+V are about what is selected, or about the file that has
    the keyboard when nothing is. Ctrl+A, Backspace and Alt+Left (back), Alt+Up, Ctrl+F,
    Ctrl+Shift+N, Shift+F10 and Menu, Alt+Enter. A name that is typed keeps its ending: the field
    begins with the name selected and the ending left out.

Observations: verb, target, details; each carries by = drag, keys, menu, button, pointer
    open folder|file (way = list, tree, trail, desktop) · back, up (to) · select (count) ·
    menu · search field:search (found) · sort (to) · create_folder folder:<new> (to) ·
    start_renaming · type field:name · rename · cancel_renaming · cut, copy (count) ·
    paste (to, count, held) · move (to, count) · conflict (to, count) ·
    delete (to = bin, count) · restore (to, count) ·
    empty_bin folder:bin (count) · ask_move · ask_empty_bin · properties · preview ·
    choose folder:<id> · close_dialog dialog:<choice> (dialog) · understood ·
    refused (why = empty, forbidden_character, too_long, taken, into_itself, nothing_selected,
    one_only, nothing_to_paste, in_bin, ending, no_further, same_place, not_chosen, bin_is_empty) ·
    blanked field:name, field:search (kind: real personal data stood there and is gone)
    Peru goes back by one of these; "open" in the preview takes two (preview, list).
    Closing and moving windows is observed by the desktop. No observation has typed text in it.
"""

from collections.abc import Callable

from digitutor_app.domain.errors import OurMistakeError
from digitutor_app.domain.observation import Observation
from digitutor_app.practice.clipboard import Held
from digitutor_app.practice.computer import Computer
from digitutor_app.rooms.files.acting import Acting, No
from digitutor_app.rooms.files.asking import Asking
from digitutor_app.rooms.files.changing import Changing
from digitutor_app.rooms.files.conditions import CONDITIONS
from digitutor_app.rooms.files.rows import PROGRAM, Rows, Sort
from digitutor_app.rooms.files.walking import Opener, Walking

__all__ = ["COMMANDS", "CONDITIONS", "FilesState"]

COMMANDS = (
    "open",
    "back",
    "up",
    "create_folder",
    "move",
    "cut",
    "copy",
    "paste",
    "rename",
    "delete",
    "restore",
    "empty_bin",
    "preview",
    "properties",
    "select_all",
    "sort_name",
    "sort_date",
    "menu",
    "clear_search",
)


class FilesState(Acting):
    """One window of the file manager: ``walk`` goes about, ``change`` changes, ``ask`` asks."""

    def __init__(
        self, computer: Computer, window_id: str = PROGRAM, opener: Opener | None = None
    ) -> None:
        super().__init__(computer, Rows(computer, window_id))
        self.walk = Walking(computer, self.rows, opener)
        self.change = Changing(computer, self.rows)
        self.ask = Asking(computer, self.rows, self.walk, self.change)

    def do(self, command: str, by: str) -> Observation:
        """Do what a tool button, a menu item or a key asks, with what is selected."""
        return self._act(command)(by)

    def forget(self) -> None:
        """The window was closed: the next one begins anew. Goes back with the closing."""
        self.rows.clear("view", "selection", "dialog", "renaming", "notice", "menu")

    # Inside

    def _act(self, command: str) -> Callable[[str], Observation]:
        acts: dict[str, Callable[[str], Observation]] = {
            "open": self._open,
            "back": self.walk.back,
            "up": self.walk.up,
            "create_folder": self.change.create_folder,
            "move": self.ask.where_to_move,
            "cut": self._cut,
            "copy": self._copy,
            "paste": self.change.paste,
            "rename": self.change.start_renaming,
            "delete": self._delete,
            "restore": self.change.restore,
            "empty_bin": self.ask.whether_to_empty,
            "preview": self.ask.preview,
            "properties": self.ask.properties,
            "select_all": self.walk.select_all,
            "sort_name": self._sort_by_name,
            "sort_date": self._sort_by_date,
            "menu": self._menu,
            "clear_search": self._clear_search,
        }
        if command not in acts:
            raise OurMistakeError(f"the file manager has no command {command!r}")
        return acts[command]

    def _open(self, by: str) -> Observation:
        nodes = self.selected()
        if len(nodes) != 1:
            why = No.ONE_ONLY if nodes else No.NOTHING_SELECTED
            return self.refuse(why, "button:open", by)
        return self.walk.open(nodes[0].id, by)

    def _cut(self, by: str) -> Observation:
        return self.change.take(Held.CUT, by)

    def _copy(self, by: str) -> Observation:
        return self.change.take(Held.COPY, by)

    def _delete(self, by: str) -> Observation:
        return self.change.delete(tuple(node.id for node in self.selected()), by)

    def _sort_by_name(self, by: str) -> Observation:
        return self.walk.sort(Sort.NAME, by)

    def _sort_by_date(self, by: str) -> Observation:
        return self.walk.sort(Sort.DATE, by)

    def _menu(self, by: str) -> Observation:
        nodes = self.selected()
        return self.walk.open_menu(nodes[0].id if nodes else "", by)

    def _clear_search(self, by: str) -> Observation:
        return self.walk.search("", by)
