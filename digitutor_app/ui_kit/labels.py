"""Words on the page: titles, running text, instructions."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from digitutor_app.ui_kit.look import SMALLEST, UNBOUND, Look, Role
from digitutor_app.ui_kit.typesetting import LONGEST_LINE, SetText

#: No text is ever set smaller than this, logical pixels.
SMALLEST_PIXELS: Final = SMALLEST
#: A label asks its layout for its widest word, but never for more than this, logical pixels.
_WIDEST_DEMAND: Final = 300


class Label(QLabel):
    """Shows a plain text in one role and colour; wraps at whole words and is never cut.

    Markup is shown as it is written. Emits nothing of its own.
    """

    def __init__(
        self,
        look: Look,
        text: str = "",
        role: Role = Role.BODY,
        *,
        tone: str = "ink",
        longest: int = LONGEST_LINE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._role = role
        self._tone = tone
        self._longest = longest
        self.setTextFormat(Qt.TextFormat.PlainText)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.setText(text)
        self.setFont(look.font(role))
        look.changed.connect(self._on_look_changed)

    def set_for(self, width: int) -> SetText:
        """The text as it is set in this width, logical pixels."""
        return self._look.set_text(self.text(), self._role, width, self._longest)

    def _on_look_changed(self) -> None:
        self.setFont(self._look.font(self._role))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        return round(self.set_for(inner).height) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        natural = self.set_for(UNBOUND)
        return QSize(int(natural.width) + 1, round(natural.height)).grownBy(self.contentsMargins())

    def minimumSizeHint(self) -> QSize:
        widest = self._look.widest_word(self.text(), self._role) + 1
        line = round(self._look.pixels(self._role) * self._role.leading)
        return QSize(min(widest, _WIDEST_DEMAND), line).grownBy(self.contentsMargins())

    def paintEvent(self, _event: QPaintEvent) -> None:
        place = QRectF(self.contentsRect())
        text = self.set_for(int(place.width()))
        align = self.alignment()
        if align & Qt.AlignmentFlag.AlignVCenter:
            place.setTop(place.top() + max(0.0, (place.height() - text.height) / 2))
        painter = QPainter(self)
        painter.setPen(self._look.colour(self._tone if self.isEnabled() else "muted"))
        horizontal = align & Qt.AlignmentFlag.AlignHorizontal_Mask
        text.paint(painter, place, Qt.AlignmentFlag(horizontal))
        painter.end()


class Title(Label):
    """Shows the name of the page or of the exercise, 26 pt bold."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, Role.TITLE, parent=parent)


class Heading(Label):
    """Shows the name of a part of the page, 18 pt bold."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, Role.HEADING, parent=parent)


class Body(Label):
    """Shows running text, 14 pt."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, Role.BODY, parent=parent)


class Strong(Label):
    """Shows the one line that matters, 14 pt bold."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, Role.STRONG, parent=parent)


class Muted(Label):
    """Shows what may be skipped, 14 pt in the muted colour (``small``: 12.75 pt)."""

    def __init__(
        self,
        look: Look,
        text: str = "",
        *,
        small: bool = False,
        longest: int = LONGEST_LINE,
        parent: QWidget | None = None,
    ) -> None:
        role = Role.DETAIL if small else Role.BODY
        super().__init__(look, text, role, tone="muted", longest=longest, parent=parent)


class Instruction(Label):
    """Shows what to do now, 21 pt bold; a long word in a narrow place makes it smaller."""

    def __init__(self, look: Look, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(look, text, Role.INSTRUCTION, parent=parent)
