"""The title bar of a practice window and its three buttons."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
    Qt,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.practice.windows import Shape
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import KEYBOARD_REASONS, RING, DeskButton
from digitutor_app.room_kit.interruption import Interruption
from digitutor_app.room_kit.pictures import Picture, paint_picture
from digitutor_app.room_kit.room import Desk
from digitutor_app.room_kit.spoken import speak_as
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.ui_kit.look import Role

#: How round a window is at the top, logical pixels.
CORNER = 7
_ARROWS = {
    Qt.Key.Key_Left: QPoint(-1, 0),
    Qt.Key.Key_Right: QPoint(1, 0),
    Qt.Key.Key_Up: QPoint(0, -1),
    Qt.Key.Key_Down: QPoint(0, 1),
}


class WindowButton(DeskButton):
    """Shows – □ or × drawn; 48 px wide, with the words for a screen reader only."""

    def __init__(self, desk: Desk, kind: str, window_id: str, parent: QWidget) -> None:
        super().__init__(desk, f"{kind}:{window_id}", "", parent)
        self._kind = kind
        self.restores = False

    def sizeHint(self) -> QSize:
        return QSize(self.desk.look.grown(48, Role.DETAIL), self.desk.look.grown(42, Role.DETAIL))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = self.colours
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.near():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.selected))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(4, 4, -4, -4), 6, 6)
        painter.setPen(QPen(QColor(colours.ink), 1.8 * self.desk.look.scale**0.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        side = 11.0 * self.desk.look.scale
        middle = QRectF(self.rect()).center()
        self._paint_mark(painter, QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side))
        self.paint_ring(painter)
        painter.end()

    def _paint_mark(self, painter: QPainter, place: QRectF) -> None:
        if self._kind == "minimise":
            y = place.center().y()
            painter.drawLine(QPointF(place.left(), y), QPointF(place.right(), y))
        elif self._kind == "close":
            painter.drawLine(place.topLeft(), place.bottomRight())
            painter.drawLine(place.topRight(), place.bottomLeft())
        elif self.restores:
            quarter = place.width() / 4
            front = place.adjusted(0, quarter, -quarter, 0)
            painter.drawRect(front)
            corner = [
                QPointF(place.left() + quarter, front.top()),
                QPointF(place.left() + quarter, place.top()),
                place.topRight(),
                QPointF(place.right(), place.bottom() - quarter),
                QPointF(front.right(), place.bottom() - quarter),
            ]
            painter.drawPolyline(corner)
        else:
            painter.drawRect(place)


class TitleBar(QWidget):
    """Shows the picture and the title. With the keyboard on it, arrows move the window and
    Shift + arrows change its size.

    Emits ``touched`` (pressed at all), ``dragged`` with the way since the press, ``dropped`` with
    the whole way, ``taken_back`` (Esc in mid-drag, or the pointer was lost), ``stepped`` with a
    direction and True for size, ``doubled`` (a double click: as the maximise button).
    """

    touched = Signal()
    dragged = Signal(QPoint)
    dropped = Signal(QPoint)
    taken_back = Signal()
    stepped = Signal(QPoint, bool)
    doubled = Signal()

    def __init__(self, desk: Desk, window_id: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._name = f"title:{window_id}"
        self._title = ""
        self._picture = Picture.PROGRAM
        self._on_top = False
        self._ring = False
        self.rounded = True
        self._presses = Presses(desk.touch)
        self._from: QPoint | None = None
        Interruption(self).happened.connect(self._on_interrupted)
        self.minimise = WindowButton(desk, "minimise", window_id, self)
        self.maximise = WindowButton(desk, "maximise", window_id, self)
        self.close_button = WindowButton(desk, "close", window_id, self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.TitleBar)
        desk.targets.add_area(self._name, self, _free_part)

    @property
    def buttons(self) -> tuple[WindowButton, WindowButton, WindowButton]:
        return self.minimise, self.maximise, self.close_button

    def show_state(self, title: str, picture: Picture, shape: Shape, *, on_top: bool) -> None:
        """Everything that the bar shows, in the running language."""
        before = self._title, self._picture, self.rounded, self._on_top
        self._title, self._picture, self._on_top = title, picture, on_top
        self.rounded = shape is not Shape.MAXIMISED
        if before != (title, picture, self.rounded, on_top):
            self.update()
        self.setAccessibleName(_("Otsikkopalkki {title}").format(title=title))
        self.setAccessibleDescription(
            _("Nuolinäppäimet siirtävät ikkunaa. Vaihto ja nuoli muuttavat sen kokoa.")
        )
        self.maximise.restores = not self.rounded
        whole = (
            _("Palauta ikkuna {title}") if self.maximise.restores else _("Suurenna ikkuna {title}")
        )
        self.minimise.set_text("", _("Pienennä ikkuna {title}").format(title=title))
        self.maximise.set_text("", whole.format(title=title))
        self.close_button.set_text("", _("Sulje ikkuna {title}").format(title=title))

    def _on_interrupted(self) -> None:
        dragged, self._from = self._from is not None, None
        self._presses.forget()
        if dragged:
            self.taken_back.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, look = desk_colours(self._desk.look.theme), self._desk.look
        painter = QPainter(self)
        ground = QPainterPath()
        ground.setFillRule(Qt.FillRule.WindingFill)
        ground.addRect(QRectF(self.rect()).adjusted(0, CORNER, 0, 0))
        corner = CORNER if self.rounded else 0
        ground.addRoundedRect(QRectF(self.rect()), corner, corner)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(ground, QColor(colours.title if self._on_top else colours.title_back))
        painter.fillRect(0, self.height() - 1, self.width(), 1, QColor(colours.line))
        side = 20.0 * look.scale
        paint_picture(
            painter, self._picture, QRectF(12, (self.height() - side) / 2, side, side), colours
        )
        painter.setFont(look.font(Role.DETAIL))
        painter.setPen(QColor(colours.ink if self._on_top else colours.muted))
        left = round(12 + side + 10)
        place = self.rect().adjusted(left, 0, self.minimise.x() - self.width() - 4, 0)
        words = painter.fontMetrics().elidedText(
            self._title, Qt.TextElideMode.ElideMiddle, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        if self._ring and self.hasFocus():
            painter.setPen(QPen(QColor(colours.ink), RING))
            ring = self.rect().adjusted(2, 2, self.minimise.x() - self.width() - 2, -3)
            painter.drawRect(ring)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        right = self.width()
        for button in reversed(self.buttons):
            wide = button.sizeHint().width()
            button.setGeometry(right - wide, 0, wide, self.height() - 1)
            right -= wide
        super().resizeEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.touched.emit()
        self._presses.press(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._presses.started
        if self._presses.move(event):
            if self._desk.may(self._name):
                self._from = start
                self.setFocus(Qt.FocusReason.MouseFocusReason)
            else:
                self._presses.forget()
        if self._from is not None:
            self.dragged.emit(event.globalPosition().toPoint() - self._from)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        start, self._from = self._from, None
        gesture = self._presses.release(event)
        if start is not None:
            self.dropped.emit(event.globalPosition().toPoint() - start)
        elif gesture is Gesture.DOUBLE_CLICK:
            self.doubled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        way = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Escape and self._from is not None:
            self._on_interrupted()
        elif way is None or not self.hasFocus():
            event.ignore()
        elif self._desk.may(self._name):
            self.stepped.emit(way, bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        self.update()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()
        super().focusOutEvent(event)


def _free_part(bar: QWidget) -> QRect:
    """The bar without its buttons: where it can be taken hold of."""
    assert isinstance(bar, TitleBar)
    return bar.rect().adjusted(0, 0, bar.minimise.x() - bar.width(), 0)
