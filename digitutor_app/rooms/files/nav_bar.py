"""The upper bar of the file manager: back, up, the trail of folders, the search field."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.rooms.files.fields import TextField
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.tool_bar import ToolButton
from digitutor_app.rooms.files.trail import Trail
from digitutor_app.rooms.files.words import command_word
from digitutor_app.ui_kit.look import Role

_GAP = 6
_SIDE = 12
_LINES = 2


class ArrowButton(DeskButton):
    """A button of 48 px with a drawn arrow; its words are for a screen reader."""

    def __init__(self, hands: Hands, command: str, parent: QWidget) -> None:
        super().__init__(hands.desk, f"button:{command}", "", parent)
        self._command = command
        self._hands = hands
        self.acted.connect(self._on_acted)
        self.set_words()

    def set_words(self) -> None:
        self.set_text("", command_word(self._command))
        self.setToolTip(command_word(self._command))

    def sizeHint(self) -> QSize:
        side = self.desk.look.grown(48, Role.DETAIL)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self.colours.ink), 2)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.translate(QRectF(self.rect()).center())
        painter.scale(self.desk.look.scale**0.5, self.desk.look.scale**0.5)
        painter.rotate(0 if self._command == "back" else 90)
        painter.drawLine(QPointF(-8, 0), QPointF(8, 0))
        painter.drawPolyline([QPointF(-2, -6), QPointF(-8, 0), QPointF(-2, 6)])
        painter.end()

    def _on_acted(self, by: str) -> None:
        self._hands.command(self._command, "button" if by == "pointer" else by)


class NavBar(QWidget):
    """Back, up, trail, search, menu; where the longest trail has no room it stands below."""

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        self.back = ArrowButton(hands, "back", self)
        self.up = ArrowButton(hands, "up", self)
        self.trail = Trail(hands, self)
        self.menu = ToolButton(hands, "menu", self)
        self.search = TextField(hands.computer, hands.desk, "field:search", self)
        self.search.textChanged.connect(hands.search)
        self.search.cancelled.connect(self._on_cancelled)
        self.set_words()

    def set_words(self) -> None:
        self.back.set_words()
        self.up.set_words()
        self.trail.set_words()
        self.menu.set_text(command_word("menu"))
        self.search.setPlaceholderText(_("Etsi"))
        self.search.setAccessibleName(_("Etsi nimen osalla"))

    def refresh(self) -> None:
        self.trail.refresh()
        self.search.show_text(self._hands.state.rows.view().search)
        # The longest path of the computer may be another one now.
        self.arrange()

    def height_for(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width)) + 4

    def arrange(self) -> None:
        for widget, place in zip(self._children(), self._places(self.width()), strict=True):
            widget.setGeometry(place)

    def stops(self) -> list[QWidget]:
        """What the keyboard can come to, in order."""
        return [self.back, self.up, *self.trail.parts, self.search, self.menu]

    def _children(self) -> tuple[QWidget, ...]:
        return self.back, self.up, self.trail, self.search, self.menu

    def _places(self, width: int) -> list[QRect]:
        side, top = self.back.sizeHint(), 4
        high = side.height()
        back = QRect(_SIDE, top, side.width(), high)
        up = QRect(back.right() + 1 + _GAP, top, side.width(), high)
        find = self.search.sizeHint().width()
        wide = self.menu.sizeHint().width()
        menu = QRect(width - _SIDE - wide, top, wide, high)
        left, right = up.right() + 1 + _GAP, menu.left() - _GAP
        roomy, tight = right - left - _GAP - find, right - left - _GAP - round(find * 0.6)
        if self.trail.lines_for(tight) <= _LINES:
            same = self.trail.lines_for(roomy) == self.trail.lines_for(tight)
            beside = roomy if same else tight
            trail = QRect(left, top, beside, high)
            start = trail.right() + 1 + _GAP
            return [back, up, trail, QRect(start, top, right - start, high), menu]
        search = QRect(right - round(find * 1.4), top, round(find * 1.4), high)
        if search.left() < left:
            search.setLeft(left)
        below, inner = top + high + _GAP, width - 2 * _SIDE
        trail = QRect(_SIDE, below, inner, self.trail.height_for(inner))
        return [back, up, trail, search, menu]

    def _on_cancelled(self) -> None:
        self._hands.search("")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
