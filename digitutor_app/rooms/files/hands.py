"""What the widgets of one window may do: commands, presses, drops; tells what was observed."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal

from digitutor_app.domain.observation import Observation
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.files import OnConflict
from digitutor_app.practice.nodes import BIN, Node, NodeKind
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.files.rows import PROGRAM
from digitutor_app.rooms.files.state import FilesState

#: Targets into which things can be dropped, by the part of their name before ":".
_HOLDING = ("folder", "tree", "trail", "inside")

#: Commands that are about what is selected.
OF_THINGS = frozenset({"move", "cut", "copy", "rename", "delete", "restore", "properties"})


class Hands(QObject):
    """The way from widgets to the state of one window. Emits ``observed`` after each change.

    A name that is being typed is finished before anything else is done. What needs no asking
    (focus, selecting by keys) does not ask the training wheels.
    """

    observed = Signal(object)

    def __init__(
        self,
        computer: Computer,
        desk: Desk,
        window_id: str = PROGRAM,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.computer = computer
        self.desk = desk
        self.state = FilesState(computer, window_id, desk.open_window)

    @property
    def on_top(self) -> bool:
        """Whether the window has the keyboard; taking it would bring another window to the top."""
        top = self.computer.windows.top()
        return top is not None and top.id == self.state.rows.window_id

    # Commands

    def command(self, command: str, by: str) -> None:
        """A key, or a button that has asked the training wheels itself."""
        if self.settle(by):
            self.tell(self.state.do(command, by))

    def key(self, command: str, focused: str = "") -> None:
        """A key of the keyboard; asks the training wheels as the button would.

        ``focused`` is the node that has the keyboard: it is meant when nothing is selected.
        """
        if not self.desk.may(f"button:{command}") or not self.settle("keys"):
            return
        if focused and command in OF_THINGS and not self.state.selected():
            self.tell(self.state.walk.select(focused, "keys"))
        self.command(command, "keys")

    def answer(self, choice: str, by: str = "button") -> None:
        self.tell(self.state.ask.answer(choice, by))

    def understood(self, by: str) -> None:
        self.tell(self.state.ask.understood(by))

    # Places

    def open(self, node: Node, by: str, way: str = "list") -> None:
        """A folder or file was opened in the list, in the tree or on the trail."""
        prefix = {"tree": "tree", "trail": "trail"}.get(way)
        name = f"{prefix}:{node.id}" if prefix else node.target
        if self.desk.may(name) and self.settle(by):
            self.tell(self.state.walk.open(node.id, by, way))

    def choose(self, folder_id: str, by: str) -> None:
        """A folder was chosen in the dialog "Siirrä…"."""
        if self.desk.may(f"folder:{folder_id}"):
            self.tell(self.state.ask.choose(folder_id, by))

    def search(self, text: str) -> None:
        if text == self.state.rows.view().search:
            return
        if self.settle("keys"):
            self.tell(self.state.walk.search(text, "keys"))

    # Items

    def press(self, node: Node, how: str) -> None:
        """An item was pressed once; ``how``: "one", "toggle" or "to"."""
        if self.desk.may(node.target) and self.settle("pointer"):
            walk = self.state.walk
            act = {"one": walk.select, "toggle": walk.toggle, "to": walk.select_to}[how]
            self.tell(act(node.id, "pointer"))

    def press_ground(self) -> None:
        """The empty part of the list was pressed: nothing is selected any more."""
        if self.settle("pointer") and self.state.rows.selection().nodes:
            self.tell(self.state.walk.select_nothing("pointer"))

    def move_focus(self, node_id: str, how: str) -> None:
        """The arrow keys went to an item; ``how``: "one", "to", "toggle", or "focus" alone."""
        if not self.settle("keys"):
            return
        walk = self.state.walk
        if how == "focus":
            walk.focus(node_id)
            return
        act = {"one": walk.select, "to": walk.select_to, "toggle": walk.toggle}[how]
        self.tell(act(node_id, "keys"))

    def open_menu(self, node: Node | None, at: QPoint | None, by: str) -> None:
        """``at`` is on the screen; None: beside what it is about."""
        if self.desk.may(node.target if node else "ground") and self.settle(by):
            place = None if at is None else self.desk.share(at)
            self.tell(self.state.walk.open_menu(node.id if node else "", by, place))

    # Typing a name

    def settle(self, by: str) -> bool:
        """Finish the name that is being typed; False when it cannot be given."""
        if self.state.rows.renaming() is not None:
            self.finish_name(by)
        return self.state.rows.renaming() is None

    def type_name(self, text: str) -> None:
        renaming = self.state.rows.renaming()
        if renaming is not None and text != renaming.text:
            self.tell(self.state.change.type_name(text))

    def finish_name(self, by: str) -> None:
        if self.state.rows.renaming() is not None:
            self.tell(self.state.change.finish_renaming(by))

    def cancel_name(self) -> None:
        if self.state.rows.renaming() is not None:
            self.tell(self.state.change.cancel_renaming("keys"))

    # Dragging

    def accepts(self, items: tuple[str, ...]) -> Callable[[str], bool]:
        """Tells on which targets these may fall: on folders that are not inside them."""
        return partial(_may_fall, self.computer, items)

    def drop(self, items: tuple[str, ...], target: str, copy: bool) -> None:
        """Things were dropped on a target that ``accepts`` accepted."""
        if not self.desk.may(target):
            return
        folder = target.partition(":")[2]
        if copy and not self.computer.files.inside(folder, BIN):
            self.tell(self.state.change.put(items, folder, "copy", "drag", OnConflict.ASK))
        else:
            self.tell(self.state.change.move(items, folder, "drag"))

    def tell(self, observation: Observation) -> None:
        self.observed.emit(observation)


def _may_fall(computer: Computer, items: tuple[str, ...], target: str) -> bool:
    prefix, _colon, folder_id = target.partition(":")
    folder = computer.files.get(folder_id) if prefix in _HOLDING else None
    if folder is None or folder.kind is not NodeKind.FOLDER:
        return False
    if any(computer.files.inside(folder_id, item) for item in items):
        return False
    return any(computer.files.node(item).parent != folder_id for item in items)
