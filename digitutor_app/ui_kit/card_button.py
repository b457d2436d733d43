"""A card that can be pressed as a whole."""

from typing import Final

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from digitutor_app.ui_kit.card import CORNER
from digitutor_app.ui_kit.look import SMALLEST, UNBOUND, Look, Role
from digitutor_app.ui_kit.picture import Picture, paint_picture
from digitutor_app.ui_kit.pressable import Pressable
from digitutor_app.ui_kit.typesetting import SetText

_PADDING: Final = 20
_PICTURE: Final = 48
_GAP: Final = 22


class CardButton(Pressable):
    """Shows a picture (or none), a name in bold and a muted line; emits ``clicked``.

    A screen reader says name and detail. Grows to the width it is given.
    """

    def __init__(
        self,
        look: Look,
        name: str,
        detail: str = "",
        picture: Picture | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self._detail = detail
        self._picture = picture
        self._heights: dict[tuple[str, int, int], int] = {}
        super().__init__(look, name, parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_card(name, detail, picture)

    def set_card(self, name: str, detail: str = "", picture: Picture | None = None) -> None:
        """Show another name, detail and picture."""
        self._detail = detail
        self._picture = picture
        self._heights.clear()
        self.set_text(name)
        self.setAccessibleName(f"{name}, {detail}" if detail else name)
        self.update()

    @property
    def _name_role(self) -> Role:
        return Role.HEADING if self._picture else Role.STRONG

    def _picture_side(self) -> int:
        return round(_PICTURE * min(self.look.scale, 1.5)) if self._picture else 0

    def _text_left(self) -> int:
        return _PADDING + (self._picture_side() + _GAP if self._picture else 0)

    def set_for(self, width: int) -> tuple[SetText, SetText | None]:
        """Name and detail as they are set in a card of this width, logical pixels."""
        room = width - self._text_left() - _PADDING
        name = self.look.set_text(self.text(), self._name_role, room)
        detail = self.look.set_text(self._detail, Role.DETAIL, room) if self._detail else None
        return name, detail

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A page of cards asks each of them dozens of times before it is first painted.
        asked = self.text(), self.look.revision, width
        if asked not in self._heights:
            self._heights[asked] = self._height_for(width)
        return self._heights[asked]

    def _height_for(self, width: int) -> int:
        words = sum(part.height for part in self.set_for(width) if part)
        lowest = self.look.grown(104 if self._picture else 92, self._name_role)
        return max(lowest, round(max(words, self._picture_side())) + 2 * _PADDING)

    def sizeHint(self) -> QSize:
        name, detail = self.set_for(UNBOUND)
        words = max(name.width, detail.width if detail else 0.0)
        width = self._text_left() + int(words) + 2 + _PADDING
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        smaller = SMALLEST / self.look.pixels(self._name_role)
        words = int(self.look.widest_word(self.text(), self._name_role) * smaller) + 2
        return QSize(self._text_left() + words + _PADDING, 92)

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self.look
        painter = QPainter(self)
        near = self.isEnabled() and (self.underMouse() or self.isDown())
        ground = look.colour("hover" if near else "card")
        self.paint_ground(painter, ground, look.colour("border"), line=1.0, corner=CORNER)
        if self._picture:
            side = self._picture_side()
            place = QRectF(_PADDING, (self.height() - side) / 2, side, side)
            paint_picture(painter, self._picture, place, look)
        name, detail = self.set_for(self.width())
        words = name.height + (detail.height if detail else 0.0)
        top = (self.height() - words) / 2 if self._picture else float(_PADDING)
        place = QRectF(self._text_left(), top, name.width, name.height)
        painter.setPen(look.colour("ink" if self.isEnabled() else "muted"))
        name.paint(painter, place, Qt.AlignmentFlag.AlignLeft)
        if detail:
            painter.setPen(look.colour("muted"))
            detail.paint(painter, place.translated(0, name.height))
        painter.end()
