"""One file or folder in the list: picture, name, check box."""

from functools import partial
from math import ceil

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.practice.nodes import Node
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.drag import Cargo
from digitutor_app.room_kit.pictures import (
    Measure,
    carried_picture,
    name_lines,
    paint_picture,
    picture_of,
    widest_part,
)
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.pressed_item import PressedItem
from digitutor_app.rooms.files.words import kind_word
from digitutor_app.ui_kit.look import Role

PAD = 10
#: Sides of the picture, logical pixels: as large as there is room for.
LARGE, MIDDLE, SMALL = 64, 52, 40
_BOX = 22
#: The check box may be pressed this far around its corner, logical pixels.
_REACH = 48
_RING = 3
#: Beside the name, logical pixels.
_BESIDE = 12


class FileItem(PressedItem):
    """Shows one node. Presses go to ``hands``; a screen reader meets a list item with its name."""

    def __init__(self, hands: Hands, node: Node, parent: QWidget) -> None:
        super().__init__(Presses(hands.desk.touch), parent)
        self._hands = hands
        self.node = node
        self.name = ""
        self.detail = ""
        self.pale = False
        self.side = LARGE
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        hands.desk.targets.add(node.target, self)
        hands.desk.targets.add_area(f"check:{node.id}", self, check_area)

    def show_state(self, node: Node, *, name: str, detail: str, selected: bool, pale: bool) -> None:
        """``detail`` is a second line (where a search found it); ``pale``: it has been cut."""
        self.set_selected(selected)
        spoken = ", ".join(part for part in (name, kind_word(node), detail) if part)
        self.setAccessibleName(spoken)
        before = picture_of(self.node), self.name, self.detail, self.pale
        self.node, self.name, self.detail, self.pale = node, name, detail, pale
        if before != (picture_of(node), name, detail, pale):
            self.update()

    # Measures

    def name_rect(self) -> QRect:
        """Where the name stands, in the item."""
        top = PAD + self.side + 4
        return QRect(4, top, self.width() - 8, self.height() - top)

    def widest(self) -> int:
        """The width in which no part of the name is broken, logical pixels."""
        return ceil(widest_part(self.name, self._measure(Role.BODY))) + _BESIDE

    def height_for(self, width: int) -> int:
        """The height that holds the whole name in this width, logical pixels."""
        words = sum(len(lines) * high for lines, _font, high in self._lines(width))
        return round(PAD + self.side + 4 + words + PAD)

    def shown_name(self) -> str:
        """The name as its lines show it, for a check that nothing is cut."""
        return "".join(self._lines(self.width())[0][0])

    def _lines(self, width: int) -> list[tuple[list[str], Role, float]]:
        look = self._hands.desk.look
        found = []
        for text, role in ((self.name, Role.BODY), (self.detail, Role.DETAIL)):
            if text:
                high = look.pixels(role) * 1.25
                lines = name_lines(text, self._measure(role), width - _BESIDE)
                found.append((lines, role, high))
        return found

    def _measure(self, role: Role) -> Measure:
        return partial(self._hands.desk.look.advance, role=role)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selected:
            painter.setPen(QPen(QColor(colours.selected_edge), 2))
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, 8)
        elif self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.hover))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 8, 8)
        self._paint_picture(painter)
        self._paint_words(painter)
        self._paint_check(painter)
        if self._ring and self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), _RING))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 9, 9)
        painter.end()

    def _paint_picture(self, painter: QPainter) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        side = self.side
        painter.setOpacity(0.45 if self.pale else 1.0)
        place = QRectF((self.width() - side) / 2, PAD, side, side)
        paint_picture(painter, picture_of(self.node), place, colours)
        painter.setOpacity(1.0)

    def _paint_words(self, painter: QPainter) -> None:
        look = self._hands.desk.look
        colours = desk_colours(look.theme)
        top = float(self.name_rect().top())
        for lines, role, high in self._lines(self.width()):
            font = look.font(role)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink if role is Role.BODY else colours.muted))
            base = (high - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
            for line in lines:
                left = (self.width() - look.advance(line, role)) / 2
                painter.drawText(QPointF(left, top + base), line)
                top += high

    def _paint_check(self, painter: QPainter) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        box = QRectF(PAD + 1, PAD + 1, _BOX, _BOX)
        painter.setPen(QPen(QColor(colours.selected_edge if self.selected else colours.border), 2))
        painter.setBrush(QColor(colours.selected_edge if self.selected else colours.window))
        painter.drawRoundedRect(box, 4, 4)
        if self.selected:
            pen = QPen(QColor(colours.window), 3)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            tick = ((0.22, 0.52), (0.43, 0.73), (0.8, 0.28))
            points = [QPointF(box.x() + x * _BOX, box.y() + y * _BOX) for x, y in tick]
            painter.drawPolyline(points)

    # Hands

    def on_drag(self, event: QMouseEvent) -> None:
        self._begin_drag(event.globalPosition().toPoint())

    def on_gesture(self, gesture: Gesture, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if gesture is Gesture.RIGHT_CLICK:
            self._hands.open_menu(self.node, event.globalPosition().toPoint(), "pointer")
        elif gesture is Gesture.DOUBLE_CLICK and not check_area(self).contains(point):
            self._hands.open(self.node, "pointer")
        else:
            self._hands.press(self.node, self._how(point, event.modifiers()))

    def _how(self, point: QPoint, modifiers: Qt.KeyboardModifier) -> str:
        if modifiers & Qt.KeyboardModifier.ShiftModifier:
            return "to"
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        return "toggle" if control or check_area(self).contains(point) else "one"

    def _begin_drag(self, point: QPoint) -> None:
        hands = self._hands
        if not hands.desk.may(self.node.target) or not hands.settle("pointer"):
            self._presses.forget()
            return
        if not self.selected:
            hands.tell(hands.state.walk.select(self.node.id, "pointer"))
        items = tuple(node.id for node in hands.state.selected())
        cargo = Cargo(
            items=items,
            picture=carried_picture(picture_of(self.node), len(items), hands.desk.look),
            accepts=hands.accepts(items),
            dropped=hands.drop,
            ended=self._presses.forget,
        )
        hands.desk.drags.begin(self, cargo, point)


def check_area(_item: QWidget) -> QRect:
    """Where the check box of an item can be pressed, in the item's own coordinates."""
    return QRect(0, 0, _REACH, _REACH)
