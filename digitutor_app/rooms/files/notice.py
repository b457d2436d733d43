"""The strip that says why something could not be done."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.words import notice_text
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_SIDE = 12


class NoticeStrip(QWidget):
    """Says calmly why the last wish could not be done, until it is read or something else is done.

    It lies over the lower edge of the window, so that nothing moves under the hand.
    """

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        self._words = Label(hands.desk.look, "", Role.BODY, tone="ink", parent=self)
        self.button = DeskButton(hands.desk, "dialog:understood", _("Selvä"), self)
        self.button.acted.connect(hands.understood)
        self.hide()

    def set_words(self) -> None:
        self.button.set_text(_("Selvä"))
        self.refresh()

    @property
    def text(self) -> str:
        return self._words.text()

    def refresh(self) -> None:
        notice = self._hands.state.rows.notice()
        text = notice_text(self._hands.computer, notice) if notice else ""
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))

    def height_for(self, width: int) -> int:
        if not self._words.text():
            return 0
        places = self._places(width)
        return max(place.bottom() + 1 for place in places) + 10

    def _places(self, width: int) -> tuple[QRect, QRect]:
        hint = self.button.sizeHint().expandedTo(QSize(72, 48))
        beside = width - 3 * _SIDE - hint.width() - 12
        high = self._words.heightForWidth(max(1, beside))
        if beside > 260:
            low = max(high, hint.height())
            words = QRect(_SIDE + 10, 8 + (low - high) // 2, beside, high)
            top = 8 + (low - hint.height()) // 2
            return words, QRect(width - _SIDE - 6 - hint.width(), top, hint.width(), hint.height())
        inner = width - 2 * _SIDE - 20
        words = QRect(_SIDE + 10, 8, inner, self._words.heightForWidth(inner))
        return words, QRect(_SIDE + 10, words.bottom() + 7, hint.width(), hint.height())

    def arrange(self) -> None:
        words, button = self._places(self.width())
        self._words.setGeometry(words)
        self.button.setGeometry(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.selected_edge), 2))
        painter.setBrush(QColor(colours.title_back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_SIDE, 2, -_SIDE, -4), 8, 8)
        painter.end()
