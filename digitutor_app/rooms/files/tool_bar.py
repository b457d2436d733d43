"""The tool bar of the file manager."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.room_kit.desk_button import DeskButton
from digitutor_app.rooms.files.hands import Hands
from digitutor_app.rooms.files.words import command_word
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
        return max(self.words_width() + padding, 48)

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
        """The height for the commands of folders and of the bin alike: nothing below moves."""
        places = (*self._places(IN_FOLDERS, width), *self._places(IN_BIN, width))
        return max(place.bottom() + 1 for place in places) + 4

    def arrange(self) -> None:
        places = self._places(self._commands, self.width())
        for command, place in zip(self._commands, places, strict=True):
            self._buttons[command].setGeometry(place)

    def _places(self, commands: tuple[str, ...], width: int) -> list[QRect]:
        """One row when the words can move together a little, otherwise as many as it takes."""
        rows = [
            self._rows(commands, width, padding, gap)
            for padding, gap in zip(_PADDINGS, _GAPS, strict=True)
        ]
        return next((row for row in rows if not row or row[-1].top() == row[0].top()), rows[0])

    def _rows(self, commands: tuple[str, ...], width: int, padding: int, gap: int) -> list[QRect]:
        places: list[QRect] = []
        left, top = _SIDE, 2
        for command in commands:
            button = self._buttons[command]
            wide, high = min(button.wide(padding), width - 2 * _SIDE), button.sizeHint().height()
            if left > _SIDE and left + wide > width - _SIDE:
                left, top = _SIDE, top + high + _GAPS[0]
            places.append(QRect(left, top, wide, high))
            left += wide + gap
        return places

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()
