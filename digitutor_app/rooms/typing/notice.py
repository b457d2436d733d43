"""The strip that says that a field was emptied, and why."""

from typing import Final

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.rooms.typing.typist import Typist
from digitutor_app.rooms.typing.words import blanked_text
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_PAD: Final = 14


class Notice(QWidget):
    """Lies over the lower edge of the window until it is read or something is typed, so that
    nothing moves under the hand."""

    def __init__(self, typist: Typist, parent: QWidget) -> None:
        super().__init__(parent)
        self._typist = typist
        self._words = Label(typist.desk.look, "", Role.BODY, parent=self)
        self.button = DeskButton(typist.desk, "dialog:understood", _("Selvä"), self)
        self.button.acted.connect(self._on_understood)
        self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._words.text()

    def refresh(self) -> None:
        """Show what the rows say."""
        there = bool(self._typist.state.rows.notice())
        self._words.setText(blanked_text() if there else "")
        self.setAccessibleName(self._words.text())
        self.setVisible(there)
        self.raise_()

    def set_words(self) -> None:
        """Every word anew."""
        self.button.set_text(_("Selvä"))
        self.refresh()

    def place(self, room: QRect) -> None:
        """Stand at the lower edge of the room, as high as the words need."""
        wide = room.width() - 2 * _PAD
        button = self.button.sizeHint().expandedTo(QSize(72, 48))
        beside = wide - button.width() - 3 * _PAD
        inner = wide - 2 * _PAD if beside < 260 else beside
        words = self._words.heightForWidth(inner)
        if beside < 260:
            high = words + button.height() + 3 * _PAD
            self._words.setGeometry(_PAD, _PAD, inner, words)
            self.button.setGeometry(_PAD, words + 2 * _PAD, button.width(), button.height())
        else:
            high = max(words, button.height()) + 2 * _PAD
            self._words.setGeometry(_PAD, (high - words) // 2, inner, words)
            self.button.setGeometry(
                wide - _PAD - button.width(),
                (high - button.height()) // 2,
                button.width(),
                button.height(),
            )
        self.setGeometry(room.left() + _PAD, room.bottom() - high - 6, wide, high)

    def _on_understood(self, _by: str) -> None:
        self._typist.state.rows.put_notice("")

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._typist.desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.selected_edge), 2))
        painter.setBrush(QColor(colours.title_back))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        painter.end()
