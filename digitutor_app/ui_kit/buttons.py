"""Buttons with a verb on them."""

from typing import Final, NamedTuple

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.look import UNBOUND, Look, Role
from digitutor_app.ui_kit.marks import MarkKind, paint_mark
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.typesetting import SetText

#: The smallest target, logical pixels (domain/7-accessibility, "Targets").
SMALLEST_TARGET: Final = 48
_MARK_GAP: Final = 10


class Dress(NamedTuple):
    """How one kind of button looks: theme tokens, and lengths in logical pixels at 100 %."""

    role: Role
    height: int
    padding: int
    ink: str
    ground: str
    hover: str
    edge: str
    line: float = 2.0
    corner: float = 10.0


class Button(Pressable):
    """A button as wide as its words; in a narrow place the words take two lines or more."""

    dress: Dress

    def __init__(
        self,
        look: Look,
        text: str,
        parent: QWidget | None = None,
        *,
        mark: MarkKind | None = None,
    ) -> None:
        self._mark = mark
        super().__init__(look, text, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_for(self, width: int) -> SetText:
        """The words as they are set in a button of this width, logical pixels."""
        dress = self.dress
        room = width - 2 * dress.padding - self._mark_room()
        return self.look.set_text(self.text(), dress.role, room)

    def _mark_side(self) -> int:
        return round(self.look.pixels(self.dress.role) * 1.15)

    def _mark_room(self) -> int:
        return self._mark_side() + _MARK_GAP if self._mark else 0

    def _lowest(self) -> int:
        return self.look.grown(self.dress.height, self.dress.role)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        spare = self.dress.height - self.dress.role.points * 96 / 72 * self.dress.role.leading
        lines = self.set_for(width).height + min(spare, 20)
        return max(self._lowest(), round(lines))

    def sizeHint(self) -> QSize:
        words = self.set_for(UNBOUND)
        width = int(words.width) + 2 + 2 * self.dress.padding + self._mark_room()
        return QSize(max(width, SMALLEST_TARGET), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        widest = self.look.widest_word(self.text(), self.dress.role) + 2
        width = widest + 2 * self.dress.padding + self._mark_room()
        return QSize(max(width, SMALLEST_TARGET), self._lowest())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        dress, look = self.dress, self.look
        painter = QPainter(self)
        near = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = look.colour(dress.hover if near else dress.ground)
        edge = look.colour(dress.edge if self.isEnabled() else "line")
        if not self.isEnabled():
            ground = look.colour("paper")
        self.paint_ground(painter, ground, edge, line=dress.line, corner=dress.corner)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        words = self.set_for(self.width())
        ink = self.look.colour(self.dress.ink if self.isEnabled() else "muted")
        left = (self.width() - words.width - self._mark_room()) / 2
        top = (self.height() - words.height) / 2
        if self._mark:
            side = self._mark_side()
            place = QRectF(left, (self.height() - side) / 2, side, side)
            paint_mark(painter, self._mark, place, ink)
            left += self._mark_room()
        painter.setPen(ink)
        middle = Qt.AlignmentFlag.AlignHCenter
        words.paint(painter, QRectF(left, top, words.width, words.height), middle)


class MainButton(Button):
    """The one thing to do next: teal, 64 px."""

    dress = Dress(
        Role.MAIN_BUTTON, 64, 40, "on_accent", "accent", "accent_hover", "accent", line=0.0
    )


class PlainButton(Button):
    """Any other verb: 52 px with a 2 px border."""

    dress = Dress(Role.BUTTON, 52, 24, "ink", "card", "hover", "border")


class SmallButton(Button):
    """A verb in a bar or in a dense tutor page: 48 px."""

    dress = Dress(Role.BUTTON, 48, 20, "ink", "card", "hover", "border")


class HintButton(Button):
    """A verb that wants attention: soft amber, bold."""

    dress = Dress(Role.BUTTON_STRONG, 52, 24, "amber_ink", "soft_amber", "pale_amber", "amber")


class BarButton(Button):
    """A verb in the bar above a page: teal words without an edge, in a target of 48 px."""

    dress = Dress(Role.BUTTON, 48, 10, "accent_ink", "card", "hover", "card", line=0.0, corner=8.0)


class LinkButton(Button):
    """A quiet way elsewhere: underlined words in a target of 48 px."""

    dress = Dress(Role.BUTTON, 48, 6, "muted", "paper", "hover", "paper", line=0.0, corner=6.0)

    def __init__(
        self, look: Look, text: str, parent: QWidget | None = None, *, small: bool = False
    ) -> None:
        """``small`` fits beside a small muted line (12.75 pt)."""
        if small:
            self.dress = LinkButton.dress._replace(role=Role.DETAIL)
        super().__init__(look, text, parent)

    @property
    def inset(self) -> int:
        """How far from its left edge the words begin, logical pixels."""
        return self.dress.padding + 1

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.underMouse() or self.hasFocus():
            clear = self.look.colour("hover")
            if not self.underMouse():
                clear.setAlpha(0)
            self.paint_ground(painter, clear, clear, line=0.0, corner=self.dress.corner)
        self._paint_words(painter)
        self._underline(painter)
        painter.end()

    def _underline(self, painter: QPainter) -> None:
        words = self.set_for(self.width())
        top = (self.height() - words.height) / 2
        left = (self.width() - words.width) / 2
        for number in range(len(words.lines)):
            bottom = top + words.line_height * (number + 0.92)
            painter.fillRect(QRectF(left, bottom, words.width, 1.5), painter.pen().color())
