"""A row of a list that can be pressed: as wide as the list, as high as its texts need."""

from typing import Final

from PySide6.QtCore import QSize
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QSizePolicy

from digitutor_app.ui_kit.look import UNBOUND, Look
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.typesetting import SetText

LOWEST: Final = 48
#: Left edge, upper edge, the text, and its colour's name.
Placed = tuple[float, float, SetText, str]


class RowButton(Pressable):
    """What its row says, and where, is ``placed``; ``BELOW`` is the space under it, logical
    pixels."""

    BELOW = 12

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(look, text)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def placed(self, width: int) -> list[Placed]:
        """The texts as they stand in a row of this width, logical pixels."""
        raise NotImplementedError

    def set_for(self, width: int) -> tuple[SetText, ...]:
        """The texts as they are set in a row of this width, logical pixels."""
        return tuple(text for _left, _top, text, _tone in self.placed(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        bottom = max(top + text.height for _left, top, text, _tone in self.placed(width))
        return max(LOWEST, round(bottom) + self.BELOW)

    def sizeHint(self) -> QSize:
        return QSize(400, self.heightForWidth(UNBOUND))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, LOWEST)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)
