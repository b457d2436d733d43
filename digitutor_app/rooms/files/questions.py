"""The menus and dialogs of one window, kept as its rows say."""

from PySide6.QtCore import QObject, QPoint, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.nodes import BIN, Node, NodeKind
from digitutor_app.practice.windows import Shape
from digitutor_app.room_kit.dialog import Choice, PracticeDialog
from digitutor_app.room_kit.menu import MenuItem, PracticeMenu
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.files.document import DocumentView
from digitutor_app.rooms.files.fields import TextField
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.listing import folders_to_move_to
from digitutor_app.rooms.files.rows import ON_DESKTOP, Ask, Dialog
from digitutor_app.rooms.files.tree import FolderTree, Tree
from digitutor_app.rooms.files.words import (
    command_word,
    dialog_choices,
    dialog_words,
    notice_text,
    properties,
)
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_OF_FILE = ("open", "preview", "move", "cut", "copy", "rename", "delete", "properties")
_OF_FOLDER = ("open", "move", "cut", "copy", "rename", "delete", "properties")
_OF_GROUND = ("create_folder", "paste", "select_all", "sort_name", "sort_date", "properties")
_OF_DESKTOP = ("create_folder", "paste")
_IN_BIN = ("restore", "properties")
_OF_BIN = ("empty_bin", "select_all", "sort_name", "sort_date")
_OF_BIN_ICON = ("open", "empty_bin")
_KEYS = {"cut": "Ctrl+X", "copy": "Ctrl+C", "paste": "Ctrl+V", "rename": "F2", "delete": "Delete"}


class Questions(QObject):
    """Shows at most one menu and one dialog (or the field for the name of a desktop icon)."""

    def __init__(self, hands: Hands, home: QWidget | None = None) -> None:
        """``home``: the window's widget, beside which a menu without a place is shown."""
        super().__init__(hands)
        self._hands = hands
        self.home = home
        self._menu_owner = QObject(self)
        self._shown_menu: object = None
        self._shown_dialog: object = None
        self._tree: FolderTree | None = None
        self._field: TextField | None = None
        self._dialog: PracticeDialog | None = None

    def refresh(self, *, anew: bool = False) -> None:
        """Show what the rows say; ``anew``: in other words or another size too."""
        if anew:
            self._shown_menu = self._shown_dialog = None
        self._refresh_menu(forced=anew)
        self._refresh_dialog(forced=anew)

    # The menu

    def _refresh_menu(self, *, forced: bool) -> None:
        menu = self._hands.state.rows.menu() if self._visible() else None
        if menu == self._shown_menu and not forced:
            return
        self._shown_menu = menu
        layer = None
        if menu is not None:
            node = self._hands.computer.files.get(menu.node) if menu.node else None
            items = self._items(node)
            layer = PracticeMenu(self._hands.desk, items, self._menu_corner, command_word("menu"))
            layer.chosen.connect(self._on_menu_chosen)
            layer.dismissed.connect(self._hands.state.walk.close_menu)
        self._hands.desk.set_layer(self._menu_owner, layer)

    def _items(self, node: Node | None) -> tuple[MenuItem, ...]:
        commands = menu_commands(node, is_desktop=self._is_desktop())
        if self._hands.state.in_bin:
            commands = _IN_BIN if node else _OF_BIN
        return tuple(
            MenuItem(command, command_word(command), keys=_KEYS.get(command, ""))
            for command in commands
        )

    def _menu_corner(self) -> QPoint:
        menu = self._hands.state.rows.menu()
        if menu is not None and menu.at is not None:
            return self._hands.desk.point(menu.at)
        node = self._hands.computer.files.get(menu.node) if menu and menu.node else None
        return self._beside(node)

    def _beside(self, node: Node | None) -> QPoint:
        place = self._hands.desk.targets.place(node.target if node else "button:menu")
        if not place.isEmpty():
            return place.center() if node else place.bottomLeft() + QPoint(0, 6)
        return self.home.mapToGlobal(self.home.rect().center()) if self.home else QPoint()

    def _on_menu_chosen(self, command: str, by: str) -> None:
        self._hands.state.walk.close_menu()
        self._hands.command(command, "keys" if by == "keys" else "menu")

    # The dialog

    def _refresh_dialog(self, *, forced: bool) -> None:
        dialog = self._hands.state.rows.dialog() if self._visible() else None
        key = self._key(dialog)
        if key != self._shown_dialog or forced:
            self._shown_dialog = key
            self._tree = self._field = self._dialog = None
            self._dialog = self._make(dialog) if key is not None else None
            self._hands.desk.set_layer(self, self._dialog)
        if self._dialog is not None:
            self._dialog.set_text(self._text(dialog))
        if self._tree is not None and dialog is not None:
            self._tree.refresh(dialog.chosen, self._hands.computer.words.name)
        renaming = self._hands.state.rows.renaming()
        if self._field is not None and renaming is not None:
            self._field.show_text(renaming.text)

    def _key(self, dialog: Dialog | None) -> object:
        """What the shown dialog is about; None when there is nothing to show."""
        if dialog is not None:
            return dialog.name, dialog.nodes, dialog.how
        if not self._is_desktop():
            return None
        renaming, notice = self._hands.state.rows.renaming(), self._hands.state.rows.notice()
        if renaming is not None:
            return "rename", renaming.node
        return None if notice is None else ("notice", notice.why)

    def _make(self, dialog: Dialog | None) -> PracticeDialog:
        desk = self._hands.desk
        title, choices, body = _("Nimeä uudelleen"), _name_choices(), None
        if dialog is not None:
            title = dialog_words(self._hands.computer, dialog)[0]
            choices = dialog_choices(dialog)
            body = self._body(dialog)
        elif self._hands.state.rows.renaming() is not None:
            body = self._name_field()
        else:
            title, choices = _("Tämä ei nyt onnistu"), (("understood", _("Selvä")),)
        # Enter never empties the bin.
        careful = dialog is not None and dialog.name is Ask.EMPTY_BIN
        first = choices[-1 if careful else 0][0]
        buttons = tuple(Choice(name, text, default=name == first) for name, text in choices)
        layer = PracticeDialog(desk, title, self._text(dialog), buttons, body)
        layer.chosen.connect(self._on_chosen)
        layer.dismissed.connect(self._on_dismissed)
        return layer

    def _body(self, dialog: Dialog) -> QWidget | None:
        computer, desk = self._hands.computer, self._hands.desk
        if dialog.name is Ask.MOVE:
            self._tree = FolderTree(desk, self._folders, "folder")
            self._tree.refresh(dialog.chosen, computer.words.name)
            self._tree.picked.connect(self._hands.choose)
            return self._tree
        if dialog.name is Ask.PREVIEW and dialog.nodes:
            return DocumentView(computer, desk, dialog.nodes[0])
        if dialog.name is Ask.PROPERTIES and dialog.nodes:
            return Facts(desk, properties(computer, computer.files.node(dialog.nodes[0])))
        return None

    def _folders(self) -> Tree:
        return folders_to_move_to(self._hands.computer)

    def _name_field(self) -> TextField:
        renaming = self._hands.state.rows.renaming()
        self._field = TextField(self._hands.computer, self._hands.desk, "field:name")
        if renaming is not None:
            node, words = self._hands.computer.files.node(renaming.node), self._hands.computer.words
            self._field.show_text(renaming.text)
            if renaming.text == words.name(node) + node.ending:
                self._field.setSelection(0, len(renaming.text) - len(node.ending))
        self._field.setAccessibleName(_("Nimi"))
        self._field.textChanged.connect(self._hands.type_name)
        self._field.returnPressed.connect(self._on_name_typed)
        self._field.cancelled.connect(self._hands.cancel_name)
        return self._field

    def _text(self, dialog: Dialog | None) -> str:
        text = dialog_words(self._hands.computer, dialog)[1] if dialog is not None else ""
        notice = self._hands.state.rows.notice()
        said = notice_text(self._hands.computer, notice) if notice is not None else ""
        return "\n".join(part for part in (text, said) if part)

    def _visible(self) -> bool:
        if self._is_desktop():
            return True
        window = self._hands.computer.windows.get(self._hands.state.rows.window_id)
        return window is not None and window.shape is not Shape.MINIMISED

    def _is_desktop(self) -> bool:
        return self._hands.state.rows.window_id == ON_DESKTOP

    def _on_chosen(self, choice: str, by: str) -> None:
        if choice == "rename":
            self._hands.finish_name("button" if by == "pointer" else by)
        elif choice == "cancel" and self._field is not None:
            self._hands.cancel_name()
        else:
            self._hands.answer(choice, "button" if by == "pointer" else by)

    def _on_dismissed(self) -> None:
        if self._field is not None:
            self._hands.cancel_name()
            return
        dialog = self._hands.state.rows.dialog()
        last = dialog_choices(dialog)[-1][0] if dialog is not None else "understood"
        self._hands.answer(last, "keys")

    def _on_name_typed(self) -> None:
        self._hands.finish_name("keys")


class Facts(QWidget):
    """Shows what is known of a file: words on the left, values on the right or below."""

    def __init__(self, desk: Desk, facts: list[tuple[str, str]]) -> None:
        super().__init__()
        self._rows = [
            (
                Label(desk.look, word, Role.BODY, tone="muted", parent=self),
                Label(desk.look, value, Role.BODY, parent=self),
            )
            for word, value in facts
        ]
        self.setAccessibleName(". ".join(f"{word}: {value}" for word, value in facts))

    def sizeHint(self) -> QSize:
        width = self.width() if self.width() > 200 else 460
        return QSize(width, self._layout(width))

    def _layout(self, width: int) -> int:
        left = max(word.sizeHint().width() for word, _value in self._rows) + 16
        beside = left < width // 2
        top = 0
        for word, value in self._rows:
            inner = width - left if beside else width
            high = max(value.heightForWidth(inner), word.heightForWidth(left if beside else width))
            word.setGeometry(0, top, left if beside else width, high)
            if not beside:
                top += word.heightForWidth(width)
            value.setGeometry(left if beside else 0, top, inner, high)
            top += high + 6
        return top

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._layout(self.width())


def menu_commands(node: Node | None, *, is_desktop: bool) -> tuple[str, ...]:
    """What the menu of a thing, or of the ground, offers outside the bin."""
    if node is not None and node.id == BIN:
        return _OF_BIN_ICON
    if node is not None:
        return _OF_FILE if node.kind is NodeKind.FILE else _OF_FOLDER
    return _OF_DESKTOP if is_desktop else _OF_GROUND


def _name_choices() -> tuple[tuple[str, str], ...]:
    return ("rename", _("Anna nimi")), ("cancel", _("Älä muuta"))
