"""The tool bar of the file manager, and the strip that says why something could not be done."""

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.i18n import _
from digitutor_app.room_kit.colours import desk_colours
from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.words import command_word, notice_text
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Role

_PADDINGS = (24, 18, 12)
_GAPS = (6, 6, 4)
_SIDE = 12
IN_FOLDERS = ("create_folder", "move", "cut", "copy", "paste", "rename", "delete")
IN_BIN = ("restore", "empty_bin")


class ToolButton(DeskButton):
    """One command in words, 48 px high."""

    def __init__(self, hands: Hands, command: str, parent: QWidget) -> None:
        super().__init__(hands.desk, f"button:{command}", command_word(command), parent)
        self.command = command
        self._hands = hands
        self.acted.connect(self._on_acted)

    def wide(self, padding: int) -> int:
        """The width with so much room on both sides of the words together, logical pixels."""
        self.setFont(self.desk.look.font(Role.DETAIL))
        return max(self.fontMetrics().horizontalAdvance(self.text()) + padding, 48)

    def sizeHint(self) -> QSize:
        return QSize(self.wide(_PADDINGS[0]), self.desk.look.grown(48, Role.DETAIL))

    def _on_acted(self, by: str) -> None:
        self._hands.command(self.command, "button" if by == "pointer" else by)


class ToolBar(QWidget):
    """Shows the commands of a folder, or those of the bin, in as many rows as they need."""

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        names = dict.fromkeys((*IN_FOLDERS, *IN_BIN))
        self._buttons = {name: ToolButton(hands, name, self) for name in names}
        self._commands: tuple[str, ...] = ()

    def set_words(self) -> None:
        for command, button in self._buttons.items():
            button.set_text(command_word(command))
        self.arrange()

    def refresh(self) -> None:
        commands = IN_BIN if self._hands.state.in_bin else IN_FOLDERS
        if commands != self._commands:
            self._commands = commands
            for name, button in self._buttons.items():
                button.setVisible(name in commands)
            self.arrange()

    def stops(self) -> list[QWidget]:
        """What the keyboard can come to, in order."""
        return list(self._buttons.values())

    def height_for(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width)) + 4

    def arrange(self) -> None:
        places = self._places(self.width())
        for command, place in zip(self._commands, places, strict=True):
            self._buttons[command].setGeometry(place)

    def _places(self, width: int) -> list[QRect]:
        """One row when the words can move together a little, otherwise as many as it takes."""
        rows = [
            self._rows(width, padding, gap) for padding, gap in zip(_PADDINGS, _GAPS, strict=True)
        ]
        return next((row for row in rows if row[-1].top() == row[0].top()), rows[0])

    def _rows(self, width: int, padding: int, gap: int) -> list[QRect]:
        places: list[QRect] = []
        left, top = _SIDE, 2
        for command in self._commands:
            button = self._buttons[command]
            wide, high = min(button.wide(padding), width - 2 * _SIDE), button.sizeHint().height()
            if left > _SIDE and left + wide > width - _SIDE:
                left, top = _SIDE, top + high + _GAPS[0]
            places.append(QRect(left, top, wide, high))
            left += wide + gap
        return places or [QRect(_SIDE, 2, 48, 48)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()


class NoticeStrip(QWidget):
    """Says calmly why the last wish could not be done; stays until it is closed or forgotten."""

    def __init__(self, hands: Hands, parent: QWidget) -> None:
        super().__init__(parent)
        self._hands = hands
        self._words = Label(hands.desk.look, "", Role.BODY, tone="ink", parent=self)
        self._button = DeskButton(hands.desk, "dialog:understood", _("Selvä"), self)
        self._button.acted.connect(hands.understood)
        self.hide()

    def set_words(self) -> None:
        self._button.set_text(_("Selvä"))
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
        hint = self._button.sizeHint().expandedTo(QSize(72, 48))
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
        self._button.setGeometry(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours = desk_colours(self._hands.desk.look.theme)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(colours.border), 1.5))
        painter.setBrush(QColor(colours.title))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(_SIDE, 2, -_SIDE, -4), 8, 8)
        painter.end()
