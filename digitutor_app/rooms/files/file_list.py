"""The list of files and folders with big pictures, and the field in which a name is typed."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from digitutor_app.i18n import _
from digitutor_app.i18n.formats import clock_time, short_date
from digitutor_app.practice.clipboard import Held
from digitutor_app.practice.nodes import Node
from digitutor_app.rooms.files.ground import Ground, NameField
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.item import LARGE, MIDDLE, PAD, SMALL, FileItem
from digitutor_app.rooms.files.rows import Sort
from digitutor_app.rooms.files.words import count_text
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_CELL = 164
_PAD = 6
_EDGE = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FileList(QScrollArea):
    """Shows what a place holds or a search found. Presses and keys go to ``hands``.

    One item has the keyboard; arrows, Home and End go to others. Emits ``revealed`` with a widget
    that must be seen now.
    """

    revealed = Signal(QWidget)

    def __init__(self, hands: Hands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = hands
        self._items: dict[str, FileItem] = {}
        self._order: list[str] = []
        self.field: NameField | None = None
        self._place = ""
        self._arranged: tuple[object, ...] = ()
        self._ground = Ground(hands)
        self._says = Label(hands.desk.look, "", Role.BODY, tone="muted", parent=self._ground)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWidget(self._ground)
        self.setAutoFillBackground(False)
        self.viewport().setAutoFillBackground(False)
        self._ground.setAutoFillBackground(False)
        hands.desk.targets.add("ground", self._ground)

    # Showing

    def refresh(self) -> None:
        """Show what the rows say."""
        state = self._hands.state
        shown = state.shown()
        had_focus = self._holds_focus()
        self._name_place(state.place)
        self._order = [node.id for node in shown]
        gone = [self._items.pop(node_id) for node_id in set(self._items) - set(self._order)]
        selected = set(state.rows.selection().nodes)
        for node in shown:
            self._show_item(node, selected=node.id in selected)
        self._says.setText(count_text(len(shown), state.searching))
        typing = self.field
        self._show_field()
        self.arrange()
        if self.field is not None and self.field is not typing:
            self._reveal(self.field)
        self._settle_focus(had_focus=had_focus)
        self._drop(gone)

    def stops(self) -> list[QWidget]:
        """What the keyboard can come to, in order."""
        items: list[QWidget] = [self._items[n] for n in self._order]
        here = items or [self]
        return [*here, *([self.field] if self.field is not None else [])]

    def item(self, node_id: str) -> FileItem | None:
        return self._items.get(node_id)

    def needed_height(self, width: int) -> int:
        """The height in which nothing scrolls when the pictures are small, logical pixels."""
        self._arranged = ()
        self._size_pictures(SMALL)
        return self._layout(width)[1]

    def lowest(self) -> int:
        """The height that shows a row of items with small pictures and names of two lines."""
        look = self._hands.desk.look
        words = 2 * look.pixels(Role.BODY) * 1.25
        return round(SMALL * min(look.scale, 1.5) + words + 4 * _PAD + 2 * PAD)

    def current(self) -> FileItem | None:
        """The item that has the keyboard, or that would get it."""
        return self._items.get(self._focus_id())

    def cell_width(self) -> int:
        """The width of an item, logical pixels: no part of a name in this folder is broken."""
        widest = max((self._items[n].widest() for n in self._order), default=0)
        return max(round(_CELL * self._hands.desk.look.scale), widest)

    def arrange(self) -> None:
        before, self._arranged = self._arranged, self._what_stands()
        if before != self._arranged:
            self._arrange()
        if self.field is not None:
            self.field.place()

    # Inside

    def _what_stands(self) -> tuple[object, ...]:
        """All that the places of the items depend on."""
        items = [(self._items[n], self._items[n].name, self._items[n].detail) for n in self._order]
        size, look = self.viewport().size(), self._hands.desk.look
        return size, look.revision, self._says.text(), items

    def _arrange(self) -> None:
        width, room = self.viewport().width(), self.viewport().height()
        for side in (LARGE, MIDDLE, SMALL):
            self._size_pictures(side)
            places, height = self._layout(width)
            if height <= room:
                break
        self._ground.resize(width, max(height, room))
        says = self._says_height(width)
        self._says.setVisible(bool(says))
        self._says.setGeometry(_PAD + 6, _PAD, width - 2 * _PAD - 12, says)
        for node_id, place in zip(self._order, places, strict=True):
            self._items[node_id].setGeometry(place)

    def _size_pictures(self, side: int) -> None:
        for item in self._items.values():
            item.side = round(side * min(self._hands.desk.look.scale, 1.5))

    def _layout(self, width: int) -> tuple[list[QRect], int]:
        cell = min(self.cell_width(), width - 2 * _EDGE)
        columns = max(1, (width - 2 * _EDGE) // max(cell, 1))
        says = self._says_height(width)
        top = _PAD + (says + _PAD if says else 0)
        places: list[QRect] = []
        for start in range(0, len(self._order), columns):
            row = [self._items[n] for n in self._order[start : start + columns]]
            high = max(item.height_for(cell) for item in row)
            places += [QRect(_EDGE + column * cell, top, cell, high) for column in range(len(row))]
            top += high + 4
        return places, top + _PAD

    def _says_height(self, width: int) -> int:
        inner = max(1, width - 2 * _PAD - 12)
        return self._says.heightForWidth(inner) if self._says.text() else 0

    def _name_place(self, place: str) -> None:
        if place != self._place:
            targets, view = self._hands.desk.targets, self._ground
            targets.remove(f"inside:{self._place}", view)
            self._place = place
            targets.add(f"inside:{place}", view)
            self.verticalScrollBar().setValue(0)

    def _drop(self, gone: list[FileItem]) -> None:
        """Once they have lost the keyboard: Qt would look for its next place everywhere."""
        for item in gone:
            self._hands.desk.targets.clear(item)
            item.hide()
            item.deleteLater()

    def _show_item(self, node: Node, *, selected: bool) -> None:
        computer = self._hands.computer
        item = self._items.get(node.id)
        if item is None:
            item = self._items[node.id] = FileItem(self._hands, node, self._ground)
            item.show()
        clip = computer.clipboard.clip
        detail = ""
        if self._hands.state.searching:
            detail = _("Kansio: {name}").format(name=computer.files.name(node.parent))
        elif self._hands.state.rows.view().sort is Sort.DATE:
            detail = f"{short_date(node.changed)} {clock_time(node.changed)}"
        item.show_state(
            node,
            name=computer.words.name(node),
            detail=detail,
            selected=selected,
            pale=clip.held is Held.CUT and node.id in clip.nodes,
        )

    # The keyboard's place

    def _focus_id(self) -> str:
        focus = self._hands.state.rows.selection().focus
        return focus if focus in self._items else (self._order[0] if self._order else "")

    def _holds_focus(self) -> bool:
        widget = self.focusWidget()
        return widget is not None and widget.hasFocus()

    def _settle_focus(self, *, had_focus: bool) -> None:
        wanted = self._focus_id()
        for node_id, item in self._items.items():
            here = node_id == wanted
            item.setFocusPolicy(Qt.FocusPolicy.StrongFocus if here else Qt.FocusPolicy.ClickFocus)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus if wanted else Qt.FocusPolicy.StrongFocus)
        typing = self.field is not None and self.field.hasFocus()
        if had_focus and not typing and self._hands.on_top:
            self.take_focus()

    def take_focus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        item = self._items.get(self._focus_id())
        if item is None:
            self.setFocus(reason)
        elif not item.hasFocus():
            item.setFocus(reason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        wanted = self._focus_id()
        if modifiers & Qt.KeyboardModifier.AltModifier or not wanted:
            event.ignore()
            return
        target = self._goal(key, self._order.index(wanted))
        if target is not None:
            event.accept()
            self._go(self._order[target], modifiers)
        elif key is Qt.Key.Key_Space:
            event.accept()
            control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
            self._hands.move_focus(wanted, "toggle" if control else "one")
        elif key in _ENTER and not event.isAutoRepeat():
            event.accept()
            self._hands.open(self._items[wanted].node, "keys")
        else:
            event.ignore()

    def _goal(self, key: Qt.Key, now: int) -> int | None:
        columns = self._columns()
        last = len(self._order) - 1
        steps = {
            Qt.Key.Key_Left: now - 1,
            Qt.Key.Key_Right: now + 1,
            Qt.Key.Key_Up: now - columns,
            Qt.Key.Key_Down: min(now + columns, last) if now // columns < last // columns else now,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        goal = steps.get(key)
        if goal is None:
            return None
        return goal if 0 <= goal <= last else now

    def _columns(self) -> int:
        tops = [self._items[n].y() for n in self._order]
        return max(1, tops.count(tops[0]))

    def _go(self, node_id: str, modifiers: Qt.KeyboardModifier) -> None:
        how = "focus" if modifiers & Qt.KeyboardModifier.ControlModifier else "one"
        shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        self._hands.move_focus(node_id, "to" if shift else how)
        item = self._items.get(node_id)
        if item is not None:
            item.setFocus(Qt.FocusReason.TabFocusReason)
            self._reveal(item)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._items:
            self.take_focus(event.reason())

    # Typing a name

    def _show_field(self) -> None:
        renaming = self._hands.state.rows.renaming()
        if renaming is None or renaming.node not in self._items:
            self._drop_field()
            return
        if self.field is None:
            item = self._items[renaming.node]
            self.field = NameField(self._hands, item, renaming.text, self._ground)
            self.field.begin(with_keyboard=self._hands.on_top)
        self.field.show_text(renaming.text)

    def _reveal(self, widget: QWidget) -> None:
        self.ensureWidgetVisible(widget, 0, 8)
        self.revealed.emit(widget)

    def _drop_field(self) -> None:
        if self.field is not None:
            field, self.field = self.field, None
            focused = field.hasFocus()
            self._hands.desk.targets.clear(field)
            field.hide()
            field.deleteLater()
            if focused:
                self.take_focus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
