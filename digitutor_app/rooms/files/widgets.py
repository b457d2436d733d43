"""The inside of the file manager's window: bars, tree and list, stacked when there is no room."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from digitutor_app.practice.nodes import Node
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.keys import key_name
from digitutor_app.rooms.files.file_list import FileList
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.listing import folders
from digitutor_app.rooms.files.nav_bar import NavBar
from digitutor_app.rooms.files.notice import NoticeStrip
from digitutor_app.rooms.files.tool_bar import ToolBar
from digitutor_app.rooms.files.tree import FolderTree, Tree

#: The commands of keys that work anywhere in the window.
KEYS = {
    "F2": "rename",
    "Delete": "delete",
    "Ctrl+X": "cut",
    "Ctrl+C": "copy",
    "Ctrl+V": "paste",
    "Ctrl+A": "select_all",
    "Ctrl+Shift+N": "create_folder",
    "Backspace": "back",
    "Alt+Left": "back",
    "Alt+Up": "up",
    "Alt+Return": "properties",
    "Alt+Enter": "properties",
    "Shift+F10": "menu",
    "Menu": "menu",
}


class FilesWindow(QScrollArea):
    """Shows one window of the file manager as its rows say. Presses and keys go to ``hands``.

    Beside each other: the tree and the list, each scrolling alone. When the window is narrow, low
    or the text is large, everything stands below each other and the whole scrolls.
    """

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._page = Page(hands)
        self.nav = NavBar(hands, self._page)
        self.tools = ToolBar(hands, self._page)
        self.notice = NoticeStrip(hands, self)
        self.tree = FolderTree(hands.desk, self._folders, "tree", self._page)
        self.list = FileList(hands, self._page)
        self.tree.picked.connect(self._on_folder_picked)
        self.list.revealed.connect(self._on_revealed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._page)
        hands.desk.look.changed.connect(self.refresh)
        # Filled at once: what comes later would stand behind the whole page for the Tab key.
        self.refresh()

    def refresh(self) -> None:
        """Show what the rows say."""
        state = self._hands.state
        self.nav.refresh()
        self.tools.refresh()
        self.notice.refresh()
        self.tree.refresh(state.place, self._hands.computer.words.name)
        self.list.refresh()
        self.arrange()
        self._order_tabs()
        if self.list.field is not None:
            self.ensureWidgetVisible(self.list.field, 0, 8)

    def set_words(self) -> None:
        """Show the words of the running language."""
        self.nav.set_words()
        self.tools.set_words()
        self.notice.set_words()
        self.refresh()

    @property
    def stacked(self) -> bool:
        """Whether tree and list stand below each other now."""
        return self.width() < self.tree.wanted_width() + self.list.cell_width() + 24

    def arrange(self) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        top = 0
        for bar in (self.nav, self.tools):
            high = bar.height_for(width)
            bar.setGeometry(0, top, width, high)
            top += high
        bottom = self._stack(top, width) if self.stacked else self._beside(top, width, height)
        self._page.set_lines(top, 0 if self.stacked else self.tree.width())
        self._page.resize(width, max(bottom, height))
        self._place_notice(width)

    def _place_notice(self, width: int) -> None:
        """At the lower edge, or at the upper one when a name is being typed down there."""
        low = self.notice.height_for(width)
        place = QRect(0, self.height() - low, width, low)
        field = self.list.field
        if field is not None:
            typed = QRect(field.mapTo(self, QPoint()), field.size())
            if typed.intersects(place):
                place.moveTop(0)
        self.notice.setGeometry(place)
        self.notice.raise_()

    def _beside(self, top: int, width: int, height: int) -> int:
        wide = max(self.tree.wanted_width(), 150)
        high = max(height - top - 1, self.list.lowest())
        self.tree.setGeometry(0, top + 1, wide, high)
        self.list.setGeometry(wide + 1, top + 1, width - wide - 1, high)
        self.tree.arrange()
        self.list.arrange()
        return top + 1 + high

    def _stack(self, top: int, width: int) -> int:
        high = self.list.needed_height(width)
        self.list.setGeometry(0, top + 1, width, high)
        top += high + 2
        low = self.tree.sizeHint().height()
        self.tree.setGeometry(0, top, width, low)
        self.list.arrange()
        self.tree.arrange()
        return top + low

    def _folders(self) -> Tree:
        return folders(self._hands.computer)

    def _order_tabs(self) -> None:
        """The list first, so that a window that opens has the keyboard there."""
        stops = [*self.list.stops(), *self.nav.stops(), *self.tools.stops(), *self.tree.stops()]
        stops.append(self.notice.button)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)

    def _open_menu(self) -> None:
        """The menu key: of what is selected, else of the item that has the keyboard."""
        selected = self._hands.state.selected()
        node = self._focused() or (selected[0] if selected else None)
        self._hands.open_menu(node, None, "keys")

    def _focused(self) -> Node | None:
        """The node of the list that has the keyboard."""
        item = self.list.current()
        return item.node if item is not None and item.hasFocus() else None

    def _on_revealed(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 8)

    def _on_folder_picked(self, folder_id: str, by: str) -> None:
        self._hands.open(self._hands.computer.files.node(folder_id), by, "tree")

    # Qt

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if KEYS.get(name) == "menu":
            event.accept()
            self._open_menu()
        elif name in KEYS:
            event.accept()
            if not event.isAutoRepeat():
                focused = self._focused()
                self._hands.key(KEYS[name], focused.id if focused else "")
        elif name == "Ctrl+F":
            event.accept()
            self.nav.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif name == "Esc" and self._hands.state.rows.notice() is not None:
            event.accept()
            self._hands.understood("keys")
        else:
            event.ignore()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Only now it lies in its window, where the way of the keyboard is kept.
        self._order_tabs()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class Page(QWidget):
    """The ground of the window, with the lines between its parts."""

    def __init__(self, hands: Hands) -> None:
        super().__init__()
        self._hands = hands
        self._top = 0
        self._left = 0
        # What lies below the window need not be painted with it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_lines(self, top: int, left: int) -> None:
        """Where the line below the bars and the line beside the tree stand."""
        if (top, left) != (self._top, self._left):
            self._top, self._left = top, left
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(colours.window))
        line = QColor(colours.line)
        painter.fillRect(0, self._top, self.width(), 1, line)
        if self._left:
            painter.fillRect(self._left, self._top, 1, self.height(), line)
        painter.end()
