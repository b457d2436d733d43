"""The picture of the keyboard: it shows which key comes next, and its keys can be pressed."""

from functools import partial
from typing import Final, cast

from PySide6.QtCore import QPointF, QRect, QRectF, QSize
from PySide6.QtGui import (
    QColor,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPolygonF,
    Qt,
)
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import DeskColours, desk_colours
from digitutor_app.room_kit.interruption import Interruption
from digitutor_app.room_kit.touch import Gesture, Presses
from digitutor_app.rooms.typing.layout import HIGH, KEY, KEYS, WIDE, Key, Stroke
from digitutor_app.rooms.typing.signs import paint_sign
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.rooms.typing.words import finger_word, stroke_text
from digitutor_app.ui_kit.fonts import FAMILY
from digitutor_app.ui_kit.look import SMALLEST

_GAP: Final = 3.0
#: How much wider the upper part of Enter is than the lower one, widths of a letter key.
_STEP: Final = 0.25
_LARGEST: Final = 30
#: How keys are marked, and which.
Marks = frozenset[tuple[str, str]]


class KeyboardPicture(QWidget):
    """Shows the whole keyboard. Each key is the target ``key:<id>``; a press is the typist's."""

    def __init__(self, typist: Typist, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._typist = typist
        self._desk = typist.desk
        self._presses = Presses(self._desk.touch, button=True)
        self._down = ""
        Interruption(self).happened.connect(self._on_interrupted)
        self._next: Stroke | None = None
        self._marks: Marks = frozenset()
        self._desk.look.changed.connect(self.update)
        self.set_words()
        for key in KEYS:
            self._desk.targets.add_area(f"key:{key.id}", self, partial(_area, key.id))

    @property
    def next(self) -> Stroke | None:
        """What is marked as the next to press."""
        return self._next

    def set_next(self, stroke: Stroke | None) -> None:
        """Mark what is to be pressed next; None marks nothing."""
        if stroke != self._next:
            self._next = stroke
            self.set_words()
            self.show_marks()

    def show_marks(self) -> None:
        """Paint those keys anew that are marked otherwise than before."""
        before, self._marks = self._marks, self._marked()
        for key in {key for _how, key in before ^ self._marks}:
            self.update(self._reach(KEY[key]))

    def _marked(self) -> Marks:
        """Which keys are wanted next, held down or lit now."""
        rows = self._typist.state.rows
        wanted = self._next.keys if self._next else ()
        held = rows.held() | ({self._down} if self._down else set())
        lit = ("caps",) if rows.lamps().caps else ()
        marks = ("wanted", wanted), ("held", held), ("lit", lit)
        return frozenset((how, key) for how, keys in marks for key in keys)

    def set_words(self) -> None:
        """What a screen reader says of the picture."""
        self.setAccessibleName(_("Näppäimistön kuva"))
        words = "" if self._next is None else stroke_text(self._next)
        if self._next is not None:
            words += " " + finger_word(KEY[self._next.key].finger)
        self.setAccessibleDescription(words)

    def place_of(self, key: Key) -> QRectF:
        """Where the key stands, with the space around it, in the widget's own coordinates."""
        across, down = self.width() / WIDE, self.height() / HIGH
        left = key.left + (_STEP if key.id == "enter" else 0.0)
        right = key.left + key.wide
        return QRectF(left * across, key.top * down, (right - left) * across, key.high * down)

    def sizeHint(self) -> QSize:
        return QSize(820, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(300, 100)

    # Pressing

    def _key_at(self, point: QPointF) -> str:
        return next((key.id for key in KEYS if self._path(key).contains(point)), "")

    def _on_interrupted(self) -> None:
        self._presses.forget()
        self._down = ""
        self.show_marks()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._presses.press(event)
        self._down = self._key_at(event.position())
        self.show_marks()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._presses.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        gesture = self._presses.release(event)
        key, self._down = self._down, ""
        self.show_marks()
        if gesture is Gesture.CLICK and key:
            self._typist.drawn_pressed(key)

    # Painting

    def _path(self, key: Key) -> QPainterPath:
        """The outline of a key, without rounding and gap: what can be pressed."""
        path, place = QPainterPath(), self.place_of(key)
        path.setFillRule(Qt.FillRule.WindingFill)
        path.addRect(place)
        if key.id == "enter":
            step = _STEP * self.width() / WIDE
            path.addRect(place.adjusted(-step, 0, 0, -place.height() / 2))
            path = path.simplified()
        return path

    def _reach(self, key: Key) -> QRect:
        """Where a key is painted, with the softened edge of its line."""
        return self._path(key).boundingRect().toAlignedRect().adjusted(-1, -1, 1, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, marks = desk_colours(self._desk.look.theme), self._marks
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for key in KEYS:
            if not event.region().intersects(self._reach(key)):
                continue
            wanted, held = ("wanted", key.id) in marks, ("held", key.id) in marks
            self._paint_key(painter, key, colours, wanted=wanted, held=held)
            if key.id == "caps":
                self._paint_lamp(painter, key, colours, on=("lit", key.id) in marks)
        painter.end()

    def _paint_key(
        self, painter: QPainter, key: Key, colours: DeskColours, *, wanted: bool, held: bool
    ) -> None:
        ink = QColor(colours.shade if wanted else colours.ink)
        ground = colours.target if wanted else colours.selected if held else colours.title_back
        painter.setBrush(QColor(ground))
        edge = colours.shade if wanted and not self._desk.look.theme.dark else colours.border
        edge = colours.ink if wanted and self._desk.look.theme.dark else edge
        painter.setPen(QPen(QColor(edge), 3.0 if wanted else 2.0 if held else 1.0))
        painter.drawPath(self._face(key))
        self._paint_caption(painter, key, ink)
        if wanted:
            self._paint_fingertip(painter, key, ink)

    def _face(self, key: Key) -> QPainterPath:
        half = _GAP / 2
        place = self.place_of(key).adjusted(half, half, -half, -half)
        path = QPainterPath()
        path.addRoundedRect(place, 5, 5)
        if key.id == "enter":
            step = _STEP * self.width() / WIDE
            upper = QPainterPath()
            upper.addRoundedRect(place.adjusted(-step, 0, 0, -place.height() / 2 - half), 5, 5)
            path = path.united(upper)
        return path

    def _paint_caption(self, painter: QPainter, key: Key, ink: QColor) -> None:
        place = self.place_of(key)
        high = self.height() / HIGH
        size = round(min(max(high * 0.46, SMALLEST), _LARGEST))
        painter.setPen(ink)
        if key.plain.strip():
            painter.setFont(_font(size))
            letter = key.plain.upper()
            second = key.alt_gr if key.alt_gr in "@€" else ""
            align = Qt.AlignmentFlag.AlignCenter
            if second and place.width() > 2.5 * size:
                painter.drawText(
                    place.adjusted(0, 0, -7, 0), align | Qt.AlignmentFlag.AlignRight, second
                )
                place = place.adjusted(0, 0, -place.width() * 0.36, 0)
            painter.drawText(place, align, letter)
            return
        if key.id == "caps":
            place.adjust(0, 0, -12, 0)
        paint_sign(painter, key.id, place, ink, _font(round(min(max(high * 0.38, SMALLEST), 20))))

    def _paint_fingertip(self, painter: QPainter, key: Key, ink: QColor) -> None:
        """A corner turned down marks the key for those who do not see the colour."""
        place = self.place_of(key).adjusted(_GAP, _GAP, -_GAP, -_GAP)
        size = min(place.width(), self.height() / HIGH) * 0.34
        corner = place.topLeft()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawPolygon(
            QPolygonF([corner, corner + QPointF(size, 0), corner + QPointF(0, size)])
        )

    def _paint_lamp(self, painter: QPainter, key: Key, colours: DeskColours, *, on: bool) -> None:
        place = self.place_of(key)
        dot = QRectF(0, 0, 9, 9)
        dot.moveCenter(QPointF(place.right() - 11, place.center().y()))
        painter.setPen(QPen(QColor(colours.ink), 1.5))
        painter.setBrush(QColor(colours.ink if on else colours.title_back))
        painter.drawEllipse(dot)


def _area(key_id: str, widget: QWidget) -> QRect:
    return cast(KeyboardPicture, widget).place_of(KEY[key_id]).toRect()


def _font(pixels: int) -> QFont:
    font = QFont(FAMILY)
    font.setPixelSize(pixels)
    return font
