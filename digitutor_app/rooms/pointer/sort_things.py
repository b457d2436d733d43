"""What is sorted, and the places for it, as they are drawn."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen

from digitutor_app.rooms.pointer.drawings import draw
from digitutor_app.rooms.pointer.layout import Place
from digitutor_app.rooms.pointer.thing import ThingView
from digitutor_app.ui_kit.look import Role

#: The side of a picture that lies in a zone, logical pixels.
IN_ZONE: Final = 64
_LIFT: Final = 3


class Item(ThingView):
    """A thing to be sorted; held it casts a shadow, clicked it has a thick frame."""

    kind = ""
    held = False
    picked = False

    def show_hand(self, *, held: bool, picked: bool) -> None:
        if (held, picked) != (self.held, self.picked):
            self.held, self.picked = held, picked
            self.update()

    def paint_picture(self, painter: QPainter, place: QRectF) -> None:
        colours = self.colours
        inner = place.adjusted(4, 4, -4, -4)
        if self.held:
            shadow = QColor(colours.shade)
            shadow.setAlpha(60)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shadow)
            painter.drawRoundedRect(inner.translated(_LIFT, _LIFT), 10, 10)
        chosen = self.held or self.picked
        painter.setBrush(QColor(colours.selected if chosen else colours.window))
        if self.near and not chosen:
            painter.setBrush(QColor(colours.hover))
        edge = colours.selected_edge if chosen else colours.border
        painter.setPen(QPen(QColor(edge), 3 if chosen else 1.5))
        painter.drawRoundedRect(inner, 10, 10)
        side = place.width() * 0.16
        draw(painter, self.kind, place.adjusted(side, side, -side, -side), colours)


class ZoneView(ThingView):
    """A place for things: its name above, its own picture at the bottom when there is room."""

    kind = ""
    open = False

    def set_open(self, *, open_now: bool) -> None:
        """Whether a thing would fall into it now."""
        if open_now != self.open:
            self.open = open_now
            self.update()

    @property
    def picture(self) -> QRect:
        return self.geometry()

    @property
    def head(self) -> int:
        """The height of its name."""
        return QFontMetrics(self.desk.look.font(Role.DETAIL)).height() + 12

    @property
    def roomy(self) -> bool:
        """Whether its own picture has room below what lies in it."""
        return self.height() >= self.head + 2 * IN_ZONE + 24

    @property
    def inside(self) -> Place:
        """Where things lie in it, on the board."""
        foot = IN_ZONE + 8 if self.roomy else 6
        inner = self.geometry().adjusted(6, self.head, -6, -foot)
        return Place(inner.x(), inner.y(), max(inner.width(), 1), max(inner.height(), 1))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = self.colours, QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.drop if self.open else colours.title_back))
        line = 3.0 if self.open else 2.0
        painter.setPen(QPen(QColor(colours.selected_edge if self.open else colours.border), line))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 2, -2, -2), 10, 10)
        painter.setFont(self.desk.look.font(Role.DETAIL))
        painter.setPen(QColor(colours.ink))
        name = self.rect().adjusted(6, 6, -6, 0)
        name.setHeight(self.head - 6)
        painter.drawText(name, Qt.AlignmentFlag.AlignCenter, self.text())
        if self.roomy and self.kind:
            left = (self.width() - IN_ZONE) / 2
            place = QRectF(left, self.height() - IN_ZONE - 8, IN_ZONE, IN_ZONE)
            draw(painter, self.kind, place, colours, 2)
        if self.hasFocus() and self._ring:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colours.ink), 3))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(5, 5, -5, -5), 8, 8)
        painter.end()
