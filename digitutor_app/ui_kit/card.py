"""Cards: pieces of the page with a ground and an edge of their own."""

from typing import ClassVar, Final

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent, QPen, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.column import Stack
from digitutor_app.ui_kit.labels import Label
from digitutor_app.ui_kit.look import Look, Role

CORNER: Final = 14.0


class Card(QWidget):
    """Shows its children on a white ground with a 1 px line; add more with ``rows.add``.

    Emits nothing.
    """

    ground: ClassVar = "card"
    edge: ClassVar = "line"
    line: ClassVar = 1.0

    def __init__(
        self, look: Look, *children: QWidget, padding: int = 26, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.rows = Stack(self, gap=10, margins=(padding, padding, padding, padding))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        for child in children:
            self.rows.add(child)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        half = self.line / 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(self.look.colour(self.edge), self.line)
        painter.setPen(edge if self.line else Qt.PenStyle.NoPen)
        painter.setBrush(self.look.colour(self.ground))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(half, half, -half, -half), CORNER, CORNER
        )
        painter.end()


class AccentCard(Card):
    """The card to begin with: a 2 px teal edge."""

    edge = "accent"
    line = 2.0


class SoftCard(Card):
    """What is going on now: soft teal, no edge."""

    ground = "soft_accent"
    line = 0.0


class AttentionCard(Card):
    """Somebody or something waits: pale amber with a 2 px amber edge."""

    ground = "pale_amber"
    edge = "amber"
    line = 2.0


class HintCard(Card):
    """Shows a hint: a bold heading (given by the caller) and sentences on soft amber."""

    ground = "soft_amber"
    edge = "amber"
    line = 2.0

    def __init__(
        self, look: Look, title: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        self._title = Label(look, title, Role.STRONG)
        self._text = Label(look, text)
        super().__init__(look, self._title, self._text, padding=18, parent=parent)
        self.rows.setSpacing(0)

    def set_hint(self, title: str, text: str) -> None:
        self._title.setText(title)
        self._text.setText(text)
