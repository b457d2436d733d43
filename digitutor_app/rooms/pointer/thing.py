"""One thing on a board: its picture, its words, and the keyboard's way to it."""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from digitutor_app.room_kit.colours import DeskColours, desk_colours
from digitutor_app.room_kit.desk_button import KEYBOARD_REASONS, RING
from digitutor_app.room_kit.room import Desk
from digitutor_app.rooms.pointer.layout import Cell, Place, Placed
from digitutor_app.ui_kit.look import Role

#: The keyboard came here because somebody sent it, not because a window opened.
SENT = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
#: Between a picture and its words, so that an outline around the picture lets them be read.
_BELOW = 12
_BESIDE = 14


class ThingView(QAbstractButton):
    """Shows one thing; the board under it hears what the pointer does. Emits ``acted`` with its id
    for Enter and Space, and ``rested`` with its id when Tab came here ("" when the keyboard left).

    Whoever derives from it paints the picture.
    """

    acted = Signal(str)
    rested = Signal(str)

    def __init__(self, desk: Desk, thing_id: str, target: str, size: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.desk = desk
        self.thing_id = thing_id
        self.target = target
        self.size_wanted = size
        self.near = False
        self._picture = QRect()
        self._beside = False
        self._ring = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        desk.targets.set_current(self, target)
        self.clicked.connect(self._on_clicked)

    @property
    def colours(self) -> DeskColours:
        return desk_colours(self.desk.look.theme)

    @property
    def picture(self) -> QRect:
        """The square of the picture, in the board's coordinates: what the pointer must meet."""
        return self._picture.translated(self.pos())

    def set_words(self, words: str, spoken: str = "") -> None:
        """What stands below it, and what a screen reader says when that is more."""
        if (words, spoken or words) != (self.text(), self.accessibleName()):
            self.setText(words)
            self.setShortcut("")
            self.setAccessibleName(spoken or words)
            self.update()

    def set_near(self, near: bool) -> None:
        """Whether the pointer is over it."""
        if near != self.near:
            self.near = near
            self.update()

    def cell(self, at: tuple[int, int] | None) -> Cell:
        """What it needs on the board."""
        metrics = QFontMetrics(self.desk.look.font(Role.DETAIL))
        width = metrics.horizontalAdvance(self.text()) + 8 if self.text() else 0
        return Cell(self.size_wanted, width, metrics.height() + _BELOW if width else 0, at)

    def put(self, placed: Placed) -> None:
        """Stand there."""
        place, side = placed.place, placed.picture
        self._beside = placed.beside
        left = 0 if placed.beside else (place.width - side) // 2
        top = (place.height - side) // 2 if placed.beside else 0
        self._picture = QRect(QPoint(left, top), QSize(side, side))
        self.setGeometry(place.x, place.y, place.width, place.height)
        self.update()

    @property
    def place(self) -> Place:
        """Where it stands on the board, words included."""
        return Place(self.x(), self.y(), self.width(), self.height())

    def paint_picture(self, painter: QPainter, place: QRectF) -> None:
        """Paint what it is into this square."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_picture(painter, QRectF(self._picture))
        painter.setFont(self.desk.look.font(Role.DETAIL))
        painter.setPen(QColor(self.colours.ink))
        below = self.rect().adjusted(0, self._picture.height() + _BELOW, 0, 0)
        beside = self.rect().adjusted(self._picture.width() + _BESIDE, 0, 0, 0)
        place = beside if self._beside else below
        align = Qt.AlignmentFlag.AlignVCenter | (
            Qt.AlignmentFlag.AlignLeft if self._beside else Qt.AlignmentFlag.AlignHCenter
        )
        painter.drawText(place, align, self.text())
        if self._ring and self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(self.colours.ink), RING))
            half = RING / 2
            around = QRectF(self._picture).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(around, 8, 8)
        painter.end()

    def _on_clicked(self) -> None:
        # Only assistive technology gets here: the board hears the pointer, keys are heard below.
        self.acted.emit(self.thing_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _PRESSING:
            event.ignore()
        elif not event.isAutoRepeat():
            self.acted.emit(self.thing_id)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(event.key() in _PRESSING)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._ring = event.reason() in KEYBOARD_REASONS
        super().focusInEvent(event)
        if event.reason() in SENT:
            self.rested.emit(self.thing_id)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.rested.emit("")
        self.update()
