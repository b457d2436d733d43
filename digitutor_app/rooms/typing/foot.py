"""The line above the keyboard's picture: the next key in words with its finger, and the lamps."""

from typing import Final

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent, Qt
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.rooms.typing.layout import KEY, Finger, Stroke
from digitutor_app.rooms.typing.rows import Lamp, Lamps
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.rooms.typing.words import finger_word, lamp_text, stroke_text
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_GAP: Final = 10
#: How long the fingers are, beginning with the little finger of the left hand; 0 is between hands.
_LENGTHS: Final = (0.62, 0.86, 1.0, 0.88, 0.5, 0.0, 0.5, 0.88, 1.0, 0.86, 0.62)
_PLACES: Final = {
    Finger.LEFT_LITTLE: (0,),
    Finger.LEFT_RING: (1,),
    Finger.LEFT_MIDDLE: (2,),
    Finger.LEFT_INDEX: (3,),
    Finger.THUMB: (4, 6),
    Finger.RIGHT_INDEX: (7,),
    Finger.RIGHT_MIDDLE: (8,),
    Finger.RIGHT_RING: (9,),
    Finger.RIGHT_LITTLE: (10,),
}


def _pressing(key: str) -> tuple[int, ...]:
    """The fingers that may press the key: of the thumbs the one on whose side it is."""
    places = _PLACES[KEY[key].finger]
    return {"alt": places[:1], "alt_gr": places[1:]}.get(key, places)


class Hands(QWidget):
    """Shows the fingers of both hands; those that press are filled."""

    def __init__(self, typist: Typist, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = typist.desk
        self._pressing: set[int] = set()

    def set_stroke(self, stroke: Stroke | None) -> None:
        keys = stroke.keys if stroke else ()
        before, self._pressing = self._pressing, {p for key in keys for p in _pressing(key)}
        words = [finger_word(KEY[key].finger) for key in keys]
        self.setAccessibleName(", ".join(words))
        if before != self._pressing:
            self.update()

    def sizeHint(self) -> QSize:
        high = self._desk.look.grown(26, Role.DETAIL)
        return QSize(round(high * 2.6), high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        one = self.width() / len(_LENGTHS)
        for number, length in enumerate(_LENGTHS):
            if not length:
                continue
            high = self.height() * length - 2
            place = QRectF(number * one + 1, self.height() - high - 1, one - 2, high)
            pressing = number in self._pressing
            painter.setPen(QPen(QColor(colours.ink if pressing else colours.border), 1.5))
            painter.setBrush(QColor(colours.target if pressing else colours.window))
            painter.drawRoundedRect(place, (one - 2) / 2, (one - 2) / 2)
            if pressing:
                dot = QRectF(0, 0, one * 0.36, one * 0.36)
                dot.moveCenter(place.center())
                painter.setBrush(QColor(colours.shade))
                painter.setPen(Qt.PenStyle.NoPen)
                painter.drawEllipse(dot)
        painter.end()


class LampMark(QWidget):
    """Shows one lamp: a dot that is full or empty, and the words."""

    def __init__(self, typist: Typist, lamp: Lamp, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = typist.desk
        self._lamp = lamp
        self._on = False
        self._words = Label(self._desk.look, "", Role.DETAIL, parent=self)

    def show_lamp(self, *, on: bool) -> None:
        self._words.setText(lamp_text(self._lamp, on=on))
        if on != self._on:
            self._on = on
            self.update()

    def sizeHint(self) -> QSize:
        words = self._words.sizeHint()
        return QSize(words.width() + 22, max(words.height(), 20))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        high = self._words.heightForWidth(self.width() - 22)
        self._words.setGeometry(22, (self.height() - high) // 2, self.width() - 22, high)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dot = QRectF(3, self.height() / 2 - 6, 12, 12)
        painter.setPen(QPen(QColor(colours.ink), 2))
        painter.setBrush(QColor(colours.ink if self._on else colours.window))
        painter.drawEllipse(dot)
        painter.end()


class Foot(QWidget):
    """Shows what to press next and the lamps; where the keyboard's picture has no room, also the
    button that shows it."""

    def __init__(self, typist: Typist, parent: QWidget) -> None:
        super().__init__(parent)
        self._typist = typist
        look = typist.desk.look
        self._hands = Hands(typist, self)
        self._next = Label(look, "", Role.STRONG, parent=self)
        self._finger = Label(look, "", Role.DETAIL, tone="muted", parent=self)
        self._lamps = {lamp: LampMark(typist, lamp, self) for lamp in Lamp}
        self.button = DeskButton(typist.desk, "button:keyboard", "", self)
        self._stroke: Stroke | None = None
        self.button.hide()
        self.set_stroke(None)
        self.show_lamps(typist.state.rows.lamps())

    def set_stroke(self, stroke: Stroke | None) -> None:
        """Say what to press next; None: nothing."""
        self._stroke = stroke
        self._next.setText("" if stroke is None else stroke_text(stroke))
        self._finger.setText("" if stroke is None else finger_word(KEY[stroke.key].finger))
        self._hands.set_stroke(stroke)
        self._hands.setVisible(stroke is not None)
        self._next.setVisible(stroke is not None)
        self._arrange()

    def show_lamps(self, lamps: Lamps) -> None:
        """Caps Lock always, where there is room; the others when they are not as usual."""
        self._lamps[Lamp.CAPS].show_lamp(on=lamps.caps)
        self._lamps[Lamp.NUM].show_lamp(on=lamps.num is True)
        self._lamps[Lamp.INSERT].show_lamp(on=lamps.insert)
        self._lamps[Lamp.CAPS].setVisible(lamps.caps or self.button.isHidden())
        self._lamps[Lamp.NUM].setVisible(lamps.num is False)
        self._lamps[Lamp.INSERT].setVisible(lamps.insert)
        self._arrange()

    def offer(self, *, shown: bool, wanted: bool) -> None:
        """Show the button for the picture; ``wanted``: the picture is shown now."""
        words = _("Piilota näppäimistö") if wanted else _("Näytä näppäimistö")
        self.button.set_text(words)
        self.button.setVisible(shown)
        self.show_lamps(self._typist.state.rows.lamps())

    def show_button_only(self) -> None:
        """Beside the fields there is room for the button alone."""
        for widget in (self._hands, self._next, self._finger, *self._lamps.values()):
            widget.hide()
        self.button.setGeometry(self.rect())

    def set_words(self) -> None:
        """Every word anew."""
        self.set_stroke(self._stroke)
        self.show_lamps(self._typist.state.rows.lamps())

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # As if a key were said, so that nothing moves when one is.
        said = self._typist.desk.look.set_text("A", Role.STRONG).height
        line = max(self._hands.sizeHint().height(), round(said))
        places = self._places(width)
        return max([line, *(place.bottom() + 1 for place in places.values())])

    def _places(self, width: int) -> dict[QWidget, QRect]:
        """From the left what to press, from the right the rest; what has no room comes below."""
        line = self._hands.sizeHint().height()
        places: dict[QWidget, QRect] = {}
        x, y = 0, 0
        if self._stroke is not None:
            hands = self._hands.sizeHint()
            places[self._hands] = QRect(0, 0, hands.width(), hands.height())
            x = hands.width() + _GAP
            wide = min(self._next.sizeHint().width(), max(width - x, 1))
            high = self._next.heightForWidth(wide)
            places[self._next] = QRect(x, max(0, (line - high) // 2), wide, high)
            x += wide + 2 * _GAP
            line = max(line, high)
        right = width
        others: list[QWidget] = [mark for mark in self._lamps.values() if mark.isVisibleTo(self)]
        if self.button.isVisibleTo(self):
            others.insert(0, self.button)
        for other in others:
            hint = other.sizeHint()
            high = max(hint.height(), 48 if other is self.button else 0)
            if right - hint.width() < x:
                y, x, right = y + line + 4, 0, width
                line = 0
            wide = min(hint.width(), width)
            line = max(line, high)
            places[other] = QRect(right - wide, y, wide, high)
            right -= wide + 2 * _GAP
        self._place_finger(places, right)
        return places

    def _place_finger(self, places: dict[QWidget, QRect], right: int) -> None:
        """The finger's name stands beside the key where there is room; the hands show it anyway."""
        key, hint = places.get(self._next), self._finger.sizeHint()
        fits = key is not None and key.right() + 2 * _GAP + hint.width() <= right
        self._finger.setVisible(fits)
        if key is not None and fits:
            top = key.center().y() - hint.height() // 2
            places[self._finger] = QRect(QPoint(key.right() + 2 * _GAP, top), hint)

    def _arrange(self) -> None:
        for widget, place in self._places(self.width()).items():
            widget.setGeometry(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
