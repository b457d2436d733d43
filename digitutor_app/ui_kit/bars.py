"""The strips above and below a page."""

from typing import ClassVar

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from digitutor_app.ui_kit.flow import Flow
from digitutor_app.ui_kit.labels import Label, Muted
from digitutor_app.ui_kit.look import Look, Role
from digitutor_app.ui_kit.spread import Spread

_SIDE = 28


class Bar(Spread):
    """A white strip with a thin line towards the page."""

    line_below: ClassVar = False

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.look.colour("card"))
        edge = self.height() - 1 if self.line_below else 0
        painter.fillRect(0, edge, self.width(), 1, self.look.colour("line"))
        painter.end()


class TopBar(Bar):
    """Shows the page's name and a muted note on the left; on the right what is put there.

    At least 64 px high. Emits nothing.
    """

    line_below = True

    def __init__(
        self,
        look: Look,
        title: str,
        *right: QWidget,
        note: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self.title = Label(look, title, Role.BAR, tone="accent_ink")
        self.note = Muted(look, note)
        self.left = Flow(self.title, self.note)
        self.right = Flow(*right)
        super().__init__(
            look, self.left, self.right, lowest=64, side=_SIDE, padding=7, parent=parent
        )
        self.note.setVisible(bool(note))

    def set_title(self, title: str, note: str = "") -> None:
        self.title.setText(title)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        self.rearrange()


class BottomBar(Bar):
    """Shows two groups of buttons, always in the order given. At least 84 px high."""

    def __init__(
        self,
        look: Look,
        left: tuple[QWidget, ...] = (),
        right: tuple[QWidget, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        self.left = Flow(*left)
        self.right = Flow(*right)
        super().__init__(
            look, self.left, self.right, lowest=84, side=_SIDE, padding=16, parent=parent
        )
