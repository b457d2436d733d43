"""The icons of the pretend desktop: what lies on it, and the bin."""

from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import BIN, DESKTOP, Node
from digitutor_app.room_kit.desktop_icon import DesktopIcon
from digitutor_app.room_kit.drag import Cargo, into_folders
from digitutor_app.room_kit.pictures import Picture, carried_picture, picture_of
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.touch import Gesture, Presses

SELECTED = "desktop:selected"
_EDGE = 10
#: The widths of an icon with its name at 100 % text, logical pixels.
_NARROWEST = 96
_WIDEST = (148, 120, 96)
_GAP = 8
_COLUMN_GAP = 28
_STEPS = {"Up": -1, "Left": -1, "Down": 1, "Right": 1}


class DesktopIcons(QWidget):
    """Shows the children of the desktop and the bin, in columns.

    Emits ``open_wished`` (node id, by), ``menu_wished`` (node ids, place, by), ``key_pressed``
    (key's name, node ids), ``drop_wished`` (node ids, target, copy) and ``selected`` (target, by).
    """

    open_wished = Signal(str, str)
    menu_wished = Signal(object, QPoint, str)
    key_pressed = Signal(str, object)
    drop_wished = Signal(object, str, bool)
    selected = Signal(str, str)

    def __init__(self, desk: Desk, computer: Computer, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._computer = computer
        self._icons: dict[str, DesktopIcon] = {}
        self._presses = Presses(desk.touch)
        desk.targets.add(f"inside:{DESKTOP}", self)
        self.show_state()

    # Showing

    def show_state(self) -> None:
        """Show what the rows say, in the running language."""
        nodes = [*self._computer.files.children(DESKTOP), self._computer.files.node(BIN)]
        for gone in set(self._icons) - {node.id for node in nodes}:
            icon = self._icons.pop(gone)
            self._desk.targets.clear(icon)
            icon.hide()
            icon.deleteLater()
        chosen = self.selection()
        for node in nodes:
            icon = self._icons.get(node.id) or self._make(node)
            name = self._computer.words.name(node)
            icon.show_state(name, self._picture(node), selected=node.id in chosen)
        self._icons = {node.id: self._icons[node.id] for node in nodes}
        self._arrange()

    def selection(self) -> tuple[str, ...]:
        row = self._computer.book.row(SELECTED)
        ids = [] if row is None else cast(list[str], row["nodes"])
        return tuple(node_id for node_id in ids if self._lies_here(node_id))

    def select(self, node_ids: Sequence[str]) -> None:
        self._computer.book.write(SELECTED, {"nodes": list(node_ids)})

    def _lies_here(self, node_id: str) -> bool:
        node = self._computer.files.get(node_id)
        return node is not None and (node.parent == DESKTOP or node_id == BIN)

    def _picture(self, node: Node) -> Picture:
        if node.id == BIN and self._computer.files.children(BIN):
            return Picture.BIN_FULL
        return picture_of(node)

    def _make(self, node: Node) -> DesktopIcon:
        icon = self._icons[node.id] = DesktopIcon(self._desk, node.id, node.target, self)
        icon.gesture.connect(self._on_gesture)
        icon.drag_begun.connect(self._on_drag_begun)
        icon.key.connect(self._on_key)
        icon.show()
        return icon

    def stop(self) -> DesktopIcon | None:
        """The one icon to which Tab comes: the selected, or the first."""
        chosen = self.selection()
        return next(
            (icon for icon in self._icons.values() if icon.node_id in chosen),
            next(iter(self._icons.values()), None),
        )

    def _arrange(self) -> None:
        scale = self._desk.look.scale
        for widest in _WIDEST:
            if self._place(round(_NARROWEST * scale), round(widest * scale)) <= self.width():
                return

    def _place(self, least: int, most: int) -> int:
        """Place the icons in columns as wide as their names; returns how much width that takes."""
        column: list[DesktopIcon] = []
        left, top, wide = _EDGE, _EDGE, least
        for icon in self._icons.values():
            wish = min(max(icon.natural_width(), least), most)
            if column and top + icon.heightForWidth(max(wide, wish)) > self.height():
                left, top, wide = left + wide + _COLUMN_GAP, _EDGE, least
                column = []
            column.append(icon)
            wide, top = max(wide, wish), _EDGE
            for one in column:
                one.setGeometry(left, top, wide, one.heightForWidth(wide))
                top += one.height() + _GAP
        return left + wide + _EDGE

    # Hands

    def _sender_icon(self) -> DesktopIcon:
        return cast(DesktopIcon, self.sender())

    def _on_gesture(self, gesture: Gesture, at: QPoint) -> None:
        icon = self._sender_icon()
        if not self._desk.may(icon.target):
            return
        if gesture is Gesture.DOUBLE_CLICK:
            self.open_wished.emit(icon.node_id, "pointer")
            return
        if icon.node_id not in self.selection() or gesture is Gesture.CLICK:
            self._choose(icon, "pointer")
        if gesture is Gesture.RIGHT_CLICK:
            self.menu_wished.emit(self.selection(), at, "pointer")

    def _choose(self, icon: DesktopIcon, by: str) -> None:
        self.select([icon.node_id])
        self.selected.emit(icon.target, by)

    def _on_drag_begun(self, at: QPoint) -> None:
        icon = self._sender_icon()
        if icon.node_id == BIN or not self._desk.may(icon.target):
            icon.forget_press()
            return
        if icon.node_id not in self.selection():
            self._choose(icon, "pointer")
        items = tuple(node_id for node_id in self.selection() if node_id != BIN)
        cargo = Cargo(
            items=items,
            picture=carried_picture(icon.picture, len(items), self._desk.look),
            accepts=into_folders(items),
            dropped=self._on_dropped,
            ended=icon.forget_press,
        )
        self._desk.drags.begin(icon, cargo, at)

    def _on_dropped(self, items: tuple[str, ...], target: str, copy: bool) -> None:
        if target != f"inside:{DESKTOP}" and self._desk.may(target):
            self.drop_wished.emit(items, target, copy)

    def _on_key(self, name: str) -> None:
        icon = self._sender_icon()
        if name in _STEPS:
            self._step(icon, _STEPS[name])
        elif not self._desk.may(icon.target):
            return
        elif name == "Enter":
            self.open_wished.emit(icon.node_id, "keys")
        elif name == "Space":
            self._choose(icon, "keys")
        elif name in ("Shift+F10", "Menu"):
            self._choose(icon, "keys")
            middle = icon.mapToGlobal(icon.rect().center())
            self.menu_wished.emit(self.selection(), middle, "keys")
        else:
            self.key_pressed.emit(name, self.selection() or (icon.node_id,))

    def _step(self, icon: DesktopIcon, step: int) -> None:
        order = list(self._icons.values())
        here = order.index(icon) + step
        if 0 <= here < len(order) and self._desk.may(order[here].target):
            order[here].setFocus(Qt.FocusReason.TabFocusReason)
            self._choose(order[here], "keys")

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        if gesture is not None and self.selection():
            self.select(())
        if gesture is Gesture.RIGHT_CLICK:
            self.menu_wished.emit((), event.globalPosition().toPoint(), "pointer")
