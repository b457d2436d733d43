"""The icons of the pretend desktop: what lies on it, and the bin."""

import math
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPoint, QRectF, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    Qt,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.practice.computer import Computer
from digitutor_app.practice.nodes import BIN, DESKTOP, Node
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import RING
from digitutor_app.room_kit.drag import Cargo, into_folders
from digitutor_app.room_kit.keys import key_name
from digitutor_app.room_kit.pictures import (
    Picture,
    carried_picture,
    name_lines,
    paint_picture,
    picture_of,
)
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.ui_kit.look import Role

SELECTED = "desktop:selected"
_EDGE = 10
_STEPS = {"Up": -1, "Left": -1, "Down": 1, "Right": 1}


class DesktopIcon(QWidget):
    """Shows one file or folder. Emits ``gesture`` (a Gesture, and where on the screen),
    ``drag_begun`` with a place on the screen, and ``key`` with a key's name."""

    gesture = Signal(object, QPoint)
    drag_begun = Signal(QPoint)
    key = Signal(str)

    def __init__(self, desk: Desk, node_id: str, target: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.node_id = node_id
        self.target = target
        self.picture = Picture.FOLDER
        self.selected = False
        self._desk = desk
        self._name = ""
        self._presses = Presses(desk.touch)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        desk.targets.add(target, self)

    def show_state(self, name: str, picture: Picture, *, selected: bool) -> None:
        self._name, self.picture, self.selected = name, picture, selected
        self.setAccessibleName(name)
        self.update()

    def forget_press(self) -> None:
        self._presses.forget()

    def heightForWidth(self, width: int) -> int:
        font = self._desk.look.font(Role.DETAIL)
        lines = name_lines(self._name, font, width - 8)
        return round(self._side() + 16 + len(lines) * font.pixelSize() * 1.3)

    def _side(self) -> float:
        return 48.0 * math.sqrt(self._desk.look.scale)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, look = desk_colours(self._desk.look.theme), self._desk.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        if self.selected:
            painter.setPen(QPen(QColor(colours.selected_edge), 1.5))
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(place, 6, 6)
        side = self._side()
        where = QRectF((self.width() - side) / 2, 6, side, side)
        paint_picture(painter, self.picture, where, colours)
        font = look.font(Role.DETAIL)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        top, line = side + 9, font.pixelSize() * 1.3
        for text in name_lines(self._name, font, self.width() - 8):
            painter.drawText(QRectF(0, top, self.width(), line), Qt.AlignmentFlag.AlignCenter, text)
            top += line
        if self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), RING, Qt.PenStyle.SolidLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(place, 6, 6)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._presses.move(event):
            self.drag_begun.emit(event.globalPosition().toPoint())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        if gesture is not None:
            self.gesture.emit(gesture, event.globalPosition().toPoint())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = key_name(event)
        if name in ("F6", "Ctrl+Tab", "Esc", ""):
            event.ignore()
        else:
            self.key.emit(name)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)


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
        wide, gap = round(116 * math.sqrt(scale)) if scale < 1.5 else round(104 * scale), 8
        left, top = _EDGE, _EDGE
        for icon in self._icons.values():
            high = icon.heightForWidth(wide)
            if top > _EDGE and top + high > self.height() - _EDGE:
                left, top = left + wide + gap, _EDGE
            icon.setGeometry(left, top, wide, high)
            top += high + gap

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
