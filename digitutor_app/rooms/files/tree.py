"""The tree of folders: beside the list, and in the dialog "Siirrä…"."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import (
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from digitutor_app.practice.nodes import Node
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.files.tree_row import TreeRow
from digitutor_app.ui_kit.look import Role

Tree = list[tuple[Node, int]]


class FolderTree(QScrollArea):
    """Shows folders below each other. Emits ``picked`` with a folder's id and "pointer" or "keys".

    ``prefix`` is the kind of target that the rows are: "tree" beside the list, "folder" in the
    dialog (where they are the only folders that can be reached).
    """

    picked = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        tree: Callable[[], Tree],
        prefix: str = "tree",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tree = tree
        self._prefix = prefix
        self._rows: dict[str, TreeRow] = {}
        self._order: list[str] = []
        self._current = ""
        self._arranged: tuple[object, ...] = ()
        self._ground = QWidget()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._ground)
        self.viewport().setAutoFillBackground(False)
        self._ground.setAutoFillBackground(False)

    def refresh(self, current: str, names: Callable[[Node], str]) -> None:
        """Show the folders as they are now; ``current`` is the one that is shown or chosen."""
        shown = self._tree()
        for gone in set(self._rows) - {node.id for node, _depth in shown}:
            row = self._rows.pop(gone)
            self._desk.targets.clear(row)
            row.hide()
            row.deleteLater()
        self._order = [node.id for node, _depth in shown]
        for node, depth in shown:
            row = self._rows.get(node.id) or self._make(node)
            row.node = node
            row.show_state(names(node), depth, current=node.id == current)
        if current != self._current:
            self._current = current
            if current in self._rows:
                self.ensureWidgetVisible(self._rows[current], 0, 4)
        self._settle_focus()
        self.arrange()

    def stops(self) -> list[QWidget]:
        """What the keyboard can come to, in order."""
        return [self._rows[n] for n in self._order]

    def row(self, folder_id: str) -> TreeRow | None:
        return self._rows.get(folder_id)

    def wanted_width(self) -> int:
        """The width in which no name is parted, scroll bar included."""
        rows = max((row.wanted_width() for row in self._rows.values()), default=120)
        return rows + self.verticalScrollBar().sizeHint().width()

    def needed_height(self, width: int) -> int:
        """The lowest height in which nothing scrolls."""
        return sum(row.lowest(width) for row in self._rows.values()) + 8

    def arrange(self) -> None:
        width, height = self.viewport().width(), self.viewport().height()
        rows = [self._rows[n] for n in self._order]
        stands = [(row, row.name, row.level, row.selected) for row in rows]
        arranged = (width, height, self._desk.look.revision, stands)
        if arranged == self._arranged:
            return
        self._arranged = arranged
        lowest = [row.lowest(width) for row in rows]
        ideal = self._desk.look.grown(48, Role.DETAIL)
        spare = (height - 8) // max(1, len(lowest))
        top = 4
        for row, low in zip(rows, lowest, strict=True):
            high = max(low, min(ideal, spare))
            row.setGeometry(0, top, width, high)
            top += high
        self._ground.resize(width, top + 4)

    def sizeHint(self) -> QSize:
        ideal = self._desk.look.grown(48, Role.DETAIL)
        return QSize(self.wanted_width(), ideal * max(1, len(self._rows)) + 8)

    # Inside

    def _make(self, node: Node) -> TreeRow:
        row = self._rows[node.id] = TreeRow(self._desk, self._prefix, node, self._ground)
        row.acted.connect(self._on_acted)
        row.show()
        return row

    def _settle_focus(self) -> None:
        """One row can be reached with Tab; the arrow keys go to the others."""
        focused = [n for n, row in self._rows.items() if row.hasFocus()]
        wanted = focused[0] if focused else self._current
        if wanted not in self._rows:
            wanted = self._order[0] if self._order else ""
        for node_id, row in self._rows.items():
            policy = Qt.FocusPolicy.StrongFocus if node_id == wanted else Qt.FocusPolicy.ClickFocus
            row.setFocusPolicy(policy)
        if wanted:
            self.setFocusProxy(self._rows[wanted])

    def _on_acted(self, by: str) -> None:
        row = self.sender()
        if isinstance(row, TreeRow):
            self.picked.emit(row.node.id, by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        focused = [i for i, n in enumerate(self._order) if self._rows[n].hasFocus()]
        now = focused[0] if focused else 0
        goals = {
            Qt.Key.Key_Up: now - 1,
            Qt.Key.Key_Down: now + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: len(self._order) - 1,
        }
        goal = goals.get(key)
        if goal is None or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            event.ignore()
            return
        event.accept()
        row = self._rows[self._order[min(max(goal, 0), len(self._order) - 1)]]
        row.setFocus(Qt.FocusReason.TabFocusReason)
        self._settle_focus()
        self.ensureWidgetVisible(row, 0, 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
