"""The room ``files``: connects windows, menus and dialogs of the file manager with their states."""

from collections.abc import Sequence

import shiboken6
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import NodeKind
from digitutor_app.practice.windows import Window
from digitutor_app.room_kit.pictures import Picture
from digitutor_app.room_kit.room import Desk, Room
from digitutor_app.rooms.files.document import DocumentView
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.questions import Questions
from digitutor_app.rooms.files.rows import ON_DESKTOP, PROGRAM, Selection
from digitutor_app.rooms.files.widgets import KEYS, FilesWindow

Shown = FilesWindow | DocumentView

#: Rows that this room shows; a change of any other changes nothing here.
_OURS = (PROGRAM, "node:", "clipboard", "window:")


class FilesRoom(Room):
    """The programs ``files`` and ``document``, and everything that desktop icons can do."""

    def __init__(self, computer: Computer, desk: Desk) -> None:
        super().__init__(computer, desk)
        self._hands: dict[str, Hands] = {}
        self._questions: dict[str, Questions] = {}
        self._shown: dict[str, Shown] = {}
        desk.look.changed.connect(self._on_look_changed)
        self._hands_of(ON_DESKTOP)
        self._questions[ON_DESKTOP].refresh()

    def content(self, window: Window) -> QWidget:
        if window.program != PROGRAM:
            view = self._shown[window.id] = DocumentView(self.computer, self.desk, window.argument)
            return view
        hands = self._hands_of(window.id)
        shown = self._shown[window.id] = FilesWindow(hands)
        self._questions[window.id].home = shown
        self._questions[window.id].refresh()
        return shown

    def title(self, window: Window) -> str:
        if window.program == PROGRAM:
            return _("Tiedostot")
        node = self.computer.files.get(window.argument)
        return _("Tiedosto") if node is None else self.computer.words.name(node)

    def icon(self, window: Window) -> Picture:
        return Picture.FOLDER if window.program == PROGRAM else Picture.TEXT

    def refresh(self, keys: frozenset[str]) -> None:
        for window_id in [w for w in self._hands if w != ON_DESKTOP]:
            if f"window:{window_id}" in keys and self.computer.windows.get(window_id) is None:
                self._hands[window_id].state.forget()
        if not any(key.startswith(_OURS) for key in keys):
            return
        for shown in self._living():
            shown.refresh()
        for questions in self._questions.values():
            questions.refresh()

    def set_words(self) -> None:
        for shown in self._living():
            if isinstance(shown, FilesWindow):
                shown.set_words()
            else:
                shown.refresh()
        self._on_look_changed()

    # What the icons of the desktop ask

    def open_node(self, node_id: str, by: str) -> None:
        node = self.computer.files.node(node_id)
        if node.kind is NodeKind.FILE:
            hands = self._hands_of(ON_DESKTOP)
            hands.tell(hands.state.walk.open(node_id, by, "desktop"))
            return
        hands = self._hands_of(self._window_for_folders())
        hands.tell(hands.state.walk.arrive(node_id, by))

    def menu_for(self, node_ids: Sequence[str], at: QPoint, by: str) -> None:
        hands = self._take(node_ids)
        first = self.computer.files.get(node_ids[0]) if node_ids else None
        hands.open_menu(first, at, by)

    def command(self, key: str, node_ids: Sequence[str]) -> bool:
        if key not in KEYS:
            return False
        self._take(node_ids).key(KEYS[key])
        return True

    def drop(self, node_ids: Sequence[str], target: str, *, copy: bool) -> None:
        self._hands_of(ON_DESKTOP).drop(tuple(node_ids), target, copy)

    # Inside

    def _hands_of(self, window_id: str) -> Hands:
        if window_id not in self._hands:
            hands = self._hands[window_id] = Hands(self.computer, self.desk, window_id, self)
            hands.observed.connect(self.observed)
            self._questions[window_id] = Questions(hands)
        return self._hands[window_id]

    def _take(self, node_ids: Sequence[str]) -> Hands:
        """The hands for desktop icons, with these selected."""
        hands = self._hands_of(ON_DESKTOP)
        ids = tuple(node_ids)
        first = ids[0] if ids else ""
        hands.state.rows.put_selection(Selection(ids, first, first))
        return hands

    def _window_for_folders(self) -> str:
        """The topmost window of the file manager that is open, or the one to be opened."""
        mine = [w for w in self.computer.windows.all() if w.program == PROGRAM]
        return max(mine, key=lambda w: w.order).id if mine else PROGRAM

    def _living(self) -> list[Shown]:
        gone = [w for w, shown in self._shown.items() if not shiboken6.isValid(shown)]
        for window_id in gone:
            del self._shown[window_id]
        return list(self._shown.values())

    def _on_look_changed(self) -> None:
        for questions in self._questions.values():
            questions.refresh(anew=True)
